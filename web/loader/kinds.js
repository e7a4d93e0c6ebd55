/** Which elements there are, which bundle has them, and where they stand on the page. */
import { all } from '../host/document.js';

export const PREFIX = 'newsrail-';

/**
 * Bundles, each with the kinds that those before it do not have. LISTS and PAGE
 * are their names, which the build fills in.
 */
export const BUNDLES = [
  [LISTS, ['popular', 'more-like-this', 'subscribe']],
  [PAGE, ['article', 'share', 'reply', 'author', 'slot', 'front', 'search']],
];

export const KINDS = BUNDLES.flatMap(([, kinds]) => kinds);

export const kindOf = (element) => element.localName.slice(PREFIX.length);

/** What matches every element of newsrail's. */
export const SELECTOR = KINDS.map((kind) => PREFIX + kind).join();

/** The elements that stand on the page. */
export const elements = () => all(SELECTOR);

/** A page may name newsrail.js twice; the first defines the elements. */
export const isSecond = customElements.get(PREFIX + 'popular');
