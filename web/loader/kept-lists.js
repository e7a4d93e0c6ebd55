/**
 * Lists that were chosen for this page as its link was pressed on the one before
 * (web/ahead.js), which can be shown before any program is there.
 */
import { create, own } from '../host/document.js';
import { bundleOf, styleOf } from './bundles.js';
import { settingsKey } from './settings.js';

/**
 * Those lists, each behind the settings of its element (web/kept.js). The first
 * look into storage waits for the browser's own process, so it is for those alone
 * who come from a page of this site.
 */
let kept = [];
try {
  if (own('referrer').startsWith(origin)) {
    const { url, lists } = JSON.parse(sessionStorage.newsrail);
    if (url === location.href.split('#')[0]) kept = [...lists];
  }
} catch {
  // Nothing was, or the reader allows no storage.
}

/** Whether there are any. */
export const hasKept = kept[0];

/** An element's list and its style sheet, once; throws where there is none, or it has what no list has. */
export const keptList = async (element) => {
  const list = kept.find(([of]) => of === settingsKey(element));
  list[0] = ''; // it is shown once
  const { nodeOf, sheet } = await styleOf(bundleOf(element));
  return [nodeOf(list[1], create), sheet];
};
