/** Asking for all that an element needs, in the order in which a page is best served. */
import { own } from '../host/document.js';
import { KINDS_WITHOUT_FEED } from '../shared.js';
import { bring, bundleOf, isAsked, isForm } from './bundles.js';
import { prefetch } from './feeds.js';
import { keptLists } from './kept-lists.js';
import { elements, isSecond, kindOf } from './kinds.js';
import { bringLooks } from './looks.js';
import { textsOf } from './texts.js';
import { isWithin, pictures } from './viewport.js';

/**
 * What was asked for ahead of the observer, a Promise; something else once it has
 * looked. Until then nothing is asked for anew: one failure is one line in the
 * console. Nothing is asked for ahead where another newsrail.js does so, nor where
 * lists were kept: the frame that shows them comes first.
 */
let ahead = isSecond ?? keptLists;

/**
 * Asks for all that an element needs: a Promise of its bundle's glue. A form that a
 * program has asked for already, since the reader has come near its button, waits
 * for no pictures.
 */
export const load = async (element) => {
  const before = ahead;
  if (!isForm(element) || !isAsked(bundleOf(element))) {
    await pictures();
    await before;
  }
  const name = bundleOf(element);
  if (!isAsked(name) && !KINDS_WITHOUT_FEED.includes(kindOf(element))) prefetch(element);
  textsOf(element); // beside the rest; what says them waits for them
  const glue = bring(name);
  await bringLooks(element, glue);
  return glue;
};

/** Asks for files as soon as it is known what stands on the page: the observer's first look comes with a frame. */
export const look = () => {
  if (ahead || own('readyState') === 'loading') return;
  const near = elements().find((element) => !isForm(element) && isWithin(element));
  if (near) (ahead = load(near)).catch(() => {});
};

/** The observer has looked. What it has found near has asked already, and shares what was asked for ahead. */
export const endAhead = () => {
  ahead = true;
};
