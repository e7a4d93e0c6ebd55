/**
 * What the reader has opened from a list: dimmed there, or last. The keys of these
 * articles are in the site's own storage and nowhere else.
 */
import { READ } from '../shared.js';
import { complain } from './complain.js';

/** The name in `localStorage`, which the loader knows too (web/loader/element.js). */
const NAME = 'newsrail-read';

/** How many keys are kept at most: the oldest go first. */
const MOST = 500;

/** The keys that are kept, the oldest first; none where storage is denied, or another script has written there. */
const keys = () => {
  try {
    const kept = JSON.parse(localStorage[NAME]);
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
};

const keep = (key) => {
  try {
    localStorage[NAME] = JSON.stringify([...keys().filter((kept) => kept !== key), key].slice(-MOST));
  } catch {
    // There is no room, or no permission: it is as if it were not read.
  }
};

/** Which place an item has had, before others went behind it. */
const place = (item, at) => {
  item.style.counterSet = 'place ' + (at + 1);
};

/** What the attribute says; the default, and a line in the console, where that is no word of it. */
const wordOf = ({ element, written }) => {
  const [usual] = READ;
  const asked = written(element, 'read')?.trim() || usual;
  const word = READ.find((known) => known === asked.toLowerCase());
  if (!word) complain(element, 'read', asked, usual);
  return word ?? usual;
};

/** Marks what has been read, and keeps what is opened from now on. */
export const read = (told) => {
  const { list, items } = told;
  const how = wordOf(told);
  if (how === READ[0]) return;
  list.className = 'reads'; // a list that keeps what is opened is another, though it looks the same
  const known = new Set(keys());
  const shown = [...list.children];
  shown.forEach((item, at) => {
    const [key] = items[at];
    if (known.has(key)) item.classList.add('read');
    if (how === 'last' && list.localName === 'ol') place(item, at);
    // The middle button opens, too.
    for (const type of ['click', 'auxclick']) {
      item.addEventListener(type, (event) => {
        if (event.button < 2 && event.target.closest('a') && !event.defaultPrevented) keep(key);
      });
    }
  });
  if (how === 'last') list.append(...shown.filter((item) => item.classList.contains('read')));
};
