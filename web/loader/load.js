/** Asking for all that an element needs, in the order in which a page is best served. */
import { own } from '../host/document.js';
import { bring, bundleOf, isAsked, styleOf } from './bundles.js';
import { prefetch } from './feeds.js';
import { hasKept } from './kept-lists.js';
import { elements, isSecond } from './kinds.js';
import { isWithin, pictures } from './viewport.js';

/**
 * What was asked for ahead of the observer, a Promise; true once it has found an
 * element near. Until then nothing is asked for anew: one failure is one line in
 * the console.
 */
let ahead;

/** Asks for all that an element needs: a Promise of its bundle's glue. */
export const load = (element) => {
  const before = ahead;
  return pictures().then(() => before).then(() => {
    const name = bundleOf(element);
    // Those read no feed.
    if (!isAsked(name) && !/subscribe|share|reply|slot/.test(element.localName)) prefetch(element);
    return bring(name, styleOf(name));
  });
};

/**
 * Asks for files as soon as it is known what stands on the page: the observer's
 * first look comes with a frame. Where lists were kept, that is the frame which
 * shows them.
 */
export const look = () => {
  if (ahead || isSecond || hasKept || own('readyState') === 'loading') return;
  const near = elements().find((element) => isWithin(element));
  if (near) (ahead = load(near)).catch(() => {});
};

/** Whatever is asked for after the elements that the observer has found near is asked for anew. */
export const endAhead = () => {
  ahead = true;
};
