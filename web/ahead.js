/**
 * What is kept for the page that the reader goes to next: its lists, and feeds
 * (web/keep-feed.js).
 *
 * A script of its own, which a page with lists asks for once their program runs, and the
 * loader where lists were kept. As a link to another article is pressed, the program that is there chooses
 * what the lists would show beside that one. It is kept for the tab (web/kept.js),
 * and the loader shows it on that page, with no program loaded yet; what the page's
 * own program chooses then takes its place, which is the same as long as the feed is.
 */
import { settingsKey, treeOf } from './kept.js';

export { keepFeed } from './keep-feed.js';
export { takeList } from './kept.js';

const withoutFragment = (url) => url.split('#')[0];

/** Keeps what a program chooses for the article that a pressed link leads to. */
const keep = (event, script, beside) => {
  const link = event.composedPath().find(({ localName }) => localName === 'a');
  const url = withoutFragment(link?.href ?? '');
  if (link?.origin !== location.origin || url === withoutFragment(location.href)) return;
  const chosen = beside(url);
  const lists = [];
  while (chosen[0]) {
    const [element, list] = chosen.splice(0, 2);
    lists.push([settingsKey(element, script), treeOf(list)]);
  }
  if (lists[0]) sessionStorage.newsrail = JSON.stringify({ url, lists });
};

/** From now on keeps what `beside` chooses for the page that a link leads to. */
export const watch = (script, beside) => {
  addEventListener('pointerdown', (event) => {
    try {
      keep(event, script, beside);
    } catch {
      // There is no room, or no permission: the next page is like any other.
    }
  }, true);
};
