/**
 * Lists that were chosen for this page as its link was pressed on the one before
 * (web/ahead.js), which can be shown before any program is there (web/kept.js).
 */
import { own } from '../host/document.js';

/**
 * The lists, if there are any. The first look into storage waits for the browser's
 * own process, so it is for those alone who come from a page of this site.
 */
export let keptLists;
try {
  if (own('referrer').startsWith(origin)) {
    const { url, lists } = JSON.parse(sessionStorage.newsrail);
    if (url === location.href.split('#')[0]) keptLists = lists;
  }
} catch {
  // Nothing was, or the reader allows no storage.
}
