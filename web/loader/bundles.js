/**
 * Bundles, each a glue and its WebAssembly: which one an element needs,
 * and bringing it. LISTS, FORMS and PAGE are their names, which the build fills in, as
 * AHEAD is that of the script which shows kept lists.
 */
import { FORMS_KINDS, PAGE_KINDS } from '../shared.js';
import { early } from './feeds.js';
import { scriptOf, wasmOf } from './files.js';
import { elements, kindOf } from './kinds.js';
import { script } from './script.js';
import { textsOf } from './texts.js';

/** Bundles by name: the Promise of a glue, its WebAssembly running. */
const bundles = { __proto__: null };

/** Whether the page's elements have the page's bundle in common, once one of them has come near. */
let isPage;

const isOfPage = (kind) => PAGE_KINDS.includes(kind);

/** Whether an element is a form, which has a bundle of its own. */
export const isForm = (element) => FORMS_KINDS.includes(kindOf(element));

/** One bundle for all elements but forms that are there when the first loads, and for the kind that the script says is to come; a later element may need a further one. */
export const bundleOf = (element) => {
  if (isForm(element)) return FORMS;
  isPage ??= [script?.getAttribute('data-bundle'), ...elements().map(kindOf)].some(isOfPage);
  return isPage || isOfPage(kindOf(element)) ? PAGE : LISTS;
};

/** Whether a bundle is there, or on its way. */
export const isAsked = (name) => name in bundles;

/** Whether any program can run here: WebAssembly may be switched off, or forbidden by a policy. */
export const canRun = () => {
  try {
    return !!new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)); // one with nothing in it
  } catch {
    return false;
  }
};

/** Brings a bundle: the Promise of its glue. Programs ask for others by it (web/host/programs.js). */
export const bring = (name) => {
  const wasm = wasmOf(name);
  return bundles[name] ??= Promise.all([scriptOf(name), fetch(wasm)])
    .then(async ([glue, response]) => {
      await glue.run(response);
      glue.start?.(script, early, bring, textsOf);
      return glue;
    })
    .catch((error) => {
      delete bundles[name]; // so that it can be tried again
      const hint = canRun() ? '' : ": 'wasm-unsafe-eval' in script-src?";
      console.error('newsrail: could not be loaded: ' + wasm + hint, error);
      throw error;
    });
};
