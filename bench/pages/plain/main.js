/** The two lists by hand: the least that a page can load for them. */
import { lists } from '../lists.js';

const element = (name, ...children) => {
  const made = document.createElement(name);
  made.append(...children);
  return made;
};

const item = ({ url, title, summary }, excerpts) => {
  const link = element('a', title);
  link.href = url;
  const made = element('li', element('h3', link));
  if (excerpts) made.append(element('p', summary));
  return made;
};

const show = (id, heading, items, excerpts) => document.getElementById(id)
  .replaceChildren(element('h2', heading), element('ul', ...items.map((it) => item(it, excerpts))));

lists().then(({ popular, related }) => {
  show('popular', 'Popular', popular, false);
  show('more', 'More like this', related, true);
});
