/** What few elements ask for: web/looks.js, which the loader brings where one does. */
import { expectForms } from './programs.js';
import { written } from './settings.js';
import { langOf, said, tagOf } from './texts.js';

/** What that script needs of a program. */
const HOST = { __proto__: null, expectForms, langOf, said, tagOf, written };

/** What it does, once it is there. */
let looks;

/** Takes it. */
export const setLooks = (script) => {
  looks = script;
};

/** Finishes a list before it is shown: its element, the list, and its items, each with its key and what `meta` may name. */
export const finish = (...list) => looks?.finish(HOST, ...list);

/** Shows the way to subscribe below a list: the list's element, the place, its class, and what is said there in English. */
export const foot = (...place) => looks?.foot(HOST, ...place);

/** Says what is to be seen of a picture that is cropped, in percent. A page may forbid styles in markup, and not these. */
export const crop = ({ style }, x, y) => {
  style.objectPosition = `${x}% ${y}%`;
};
