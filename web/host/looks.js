/** What few elements ask for: web/looks.js, which the loader brings where one does. */
import { localeOf, said, tagOf } from './texts.js';

/** Finishes a list, once that script is there. */
let looks;

/** Takes it. */
export const setLooks = (script) => {
  looks = script;
};

/** Finishes a list of an element's before it is shown: its items, each with its key and what `meta` may name; `meta`; and `read`. */
export const finish = (element, list, items, meta, read) => looks?.({ __proto__: null, element, list, items, meta, read, said, tagOf, localeOf });

/** Says what is to be seen of a picture that is cropped, in percent. A page may forbid styles in markup, and not these. */
export const crop = ({ style }, x, y) => {
  style.objectPosition = `${x}% ${y}%`;
};
