/** Asking for all that an element needs, in the order in which a page is best served. */
import { own } from '../host/document.js';
import { KINDS_WITHOUT_FEED } from '../shared.js';
import { bring, bundleOf, isAsked, isForm } from './bundles.js';
import { prefetch } from './feeds.js';
import { keptLists } from './kept-lists.js';
import { elements, isSecond, kindOf } from './kinds.js';
import { isWithin, pictures } from './viewport.js';

/**
 * What was asked for ahead of the observer, a Promise; true once it has looked.
 * Until then nothing is asked for anew: one failure is one line in the console.
 */
let ahead;

/**
 * Asks for all that an element needs: a Promise of its bundle's glue. What has been
 * asked for already, as a form is by whoever comes near its button, waits for no
 * pictures.
 */
export const load = async (element) => {
  const name = bundleOf(element);
  if (!isAsked(name)) {
    const before = ahead;
    await pictures();
    await before;
  }
  if (!isAsked(name) && !KINDS_WITHOUT_FEED.includes(kindOf(element))) prefetch(element);
  return bring(name);
};

/**
 * Asks for files as soon as it is known what stands on the page: the observer's
 * first look comes with a frame. Where lists were kept, that is the frame which
 * shows them. A form waits for the observer: the lists beside it come first.
 */
export const look = () => {
  if (ahead || isSecond || keptLists || own('readyState') === 'loading') return;
  const near = elements().find((element) => !isForm(element) && isWithin(element));
  if (near) (ahead = load(near)).catch(() => {});
};

/** The observer has looked. What it has found near has asked already, and shares what was asked for ahead. */
export const endAhead = () => {
  ahead = true;
};
