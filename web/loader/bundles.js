/**
 * Bundles, each a glue, its WebAssembly and its style: which one an element needs,
 * and bringing it. LISTS, FORMS and PAGE are their names, which the build fills in.
 */
import { FORMS_KINDS, PAGE_KINDS } from '../shared.js';
import { early } from './feeds.js';
import { elements, kindOf } from './kinds.js';
import { base, script } from './script.js';

/** Bundles by name: the Promise of a glue, its WebAssembly running. */
const bundles = { __proto__: null };

/** Whether the page's elements have the page's bundle in common, once one of them has come near. */
let isPage;

const isOfPage = (kind) => PAGE_KINDS.includes(kind);

/** Whether an element is a form, which has a bundle of its own. */
export const isForm = (element) => FORMS_KINDS.includes(kindOf(element));

/** One bundle for all elements but forms that are there when the first loads, and for the kind that the script says is to come; a later element may need a further one. */
export const bundleOf = (element) => {
  isPage ??= [script?.getAttribute('data-bundle'), ...elements().map(kindOf)].some(isOfPage);
  if (isForm(element)) return FORMS;
  return isPage || isOfPage(kindOf(element)) ? PAGE : LISTS;
};

/** Whether a bundle is there, or on its way. */
export const isAsked = (name) => name in bundles;

/** What a bundle's elements look like: the Promise of its script (web/style.js). */
export const styleOf = (name) => import(base + name + '.style.js');

/** Brings a bundle: the Promise of its glue. Programs ask for others by it (web/host/programs.js), and for one that has no elements and no style. */
export const bring = (name) => {
  const url = base + name;
  const hasStyle = [LISTS, FORMS, PAGE].includes(name);
  return bundles[name] ??= Promise.all([import(url + '.js'), fetch(url + '.wasm'), hasStyle && styleOf(name)])
    .then(async ([glue, response, style]) => {
      await glue.run(response);
      glue.start?.(script, style.sheet, early, bring);
      return glue;
    })
    .catch((error) => {
      delete bundles[name]; // so that it can be tried again
      console.error('newsrail: could not be loaded: ' + url, error);
      throw error;
    });
};
