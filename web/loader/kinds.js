/** Which elements there are, and where they stand on the page. */
import { all } from '../host/document.js';
import { FORMS_KINDS, LISTS_KINDS, PAGE_KINDS } from '../shared.js';

/** What the names of newsrail's elements begin with; behind it stands the kind. */
export const PREFIX = 'newsrail-';

/** All kinds. */
export const KINDS = [...LISTS_KINDS, ...FORMS_KINDS, ...PAGE_KINDS];

/** The kind of one of newsrail's elements. */
export const kindOf = (element) => element.localName.slice(PREFIX.length);

/** What matches every element of newsrail's. */
export const SELECTOR = KINDS.map((kind) => PREFIX + kind).join();

/** The elements that stand on the page. */
export const elements = () => all(SELECTOR);

/** A page may name newsrail.js twice; the first defines the elements. */
export const isSecond = customElements.get(PREFIX + 'popular');
