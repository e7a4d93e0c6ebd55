/** Bundles, each a glue, its WebAssembly and its style: which one an element needs, and bringing it. */
import { early } from './feeds.js';
import { BUNDLES, elements, kindOf } from './kinds.js';
import { base, script } from './script.js';
import { settingsKey } from './settings.js';

/** Bundles by name: the Promise of a glue, its WebAssembly running. */
const bundles = { __proto__: null };

/** Which of BUNDLES the page's elements have in common, once one of them has come near. */
let shared;

/** Where in BUNDLES a kind is. */
const placeOf = (kind) => BUNDLES.findIndex(([, kinds]) => kinds.includes(kind));

/** One bundle for all elements that are there when the first loads, and for the kind that the script says is to come; a later element may need a further one. */
export const bundleOf = (element) => {
  shared ??= Math.max(...[script?.getAttribute('data-bundle'), ...elements().map(kindOf)].map(placeOf));
  return BUNDLES[Math.max(shared, placeOf(kindOf(element)))][0];
};

/** Whether a bundle is there, or on its way. */
export const isAsked = (name) => name in bundles;

const compile = async (url) => {
  const response = await fetch(url);
  return response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
};

/** What a bundle's elements look like: the Promise of its script (web/style.js). */
export const styleOf = (name) => import(base + name + '.style.js');

/** Brings a bundle: the Promise of its glue. Programs ask for others by it (web/host/programs.js); those have no style. */
export const bring = (name, style) => {
  const url = base + name;
  return bundles[name] ??= Promise.all([import(url + '.js'), compile(url + '.wasm'), style])
    .then(async ([glue, wasm, style]) => {
      await glue.run(wasm);
      glue.start?.(script, early, bring, style.sheet);
      glue.watch?.(settingsKey, glue);
      return glue;
    })
    .catch((error) => {
      delete bundles[name]; // so that it can be tried again
      console.error('newsrail: could not be loaded: ' + url, error);
      throw error;
    });
};
