/** What few elements ask for: web/looks.js, which the loader brings where one does. */
import { expectForms } from './programs.js';
import { written } from './settings.js';
import { langOf, said, tagOf } from './texts.js';

/** What that script does, once it is there. */
let looks;

/** Takes it. */
export const setLooks = (script) => {
  looks = script;
};

/** Finishes a list of an element's before it is shown: its items, each with its key and what `meta` may name. */
export const finish = (element, list, items) => looks?.finish({ __proto__: null, element, list, items, said, tagOf, langOf, written });

/** Shows the way to subscribe in the place below a list, in that class; `english` is what it says. */
export const foot = (element, place, className, english) => looks?.foot({ __proto__: null, element, place, className, english, said, written, expectForms });

/** Says what is to be seen of a picture that is cropped, in percent. A page may forbid styles in markup, and not these. */
export const crop = ({ style }, x, y) => {
  style.objectPosition = `${x}% ${y}%`;
};
