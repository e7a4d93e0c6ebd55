/** Asking for all that an element needs, in the order in which a page is best served. */
import { own } from '../host/document.js';
import { bring, bundleOf, isAsked, styleOf } from './bundles.js';
import { prefetch } from './feeds.js';
import { hasKept } from './kept-lists.js';
import { elements, isSecond } from './kinds.js';
import { isWithin, pictures } from './viewport.js';

/** Asks for all that an element needs: a Promise of its bundle's glue. */
export const load = (element) => pictures().then(() => {
  const name = bundleOf(element);
  // Those read no feed.
  if (!isAsked(name) && !/subscribe|share|reply|slot/.test(element.localName)) prefetch(element);
  return bring(name, styleOf(name));
});

/**
 * Asks for files as soon as it is known what stands on the page: the observer's
 * first look comes with a frame. Where lists were kept, that is the frame which
 * shows them.
 */
export const look = () => {
  if (isSecond || own('readyState') === 'loading' || hasKept) return;
  elements().some((element) => isWithin(element) && load(element).catch(() => {}));
};
