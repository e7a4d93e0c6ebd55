/**
 * The texts of the language that an element is in: a file beside its program, loaded
 * with it. English ones are in the programs. LOCALES is the languages of locales/,
 * which the build fills in.
 */
import { bundleOf, scriptOf } from './bundles.js';
import { passed } from './viewport.js';

/** How many milliseconds an element waits for its texts when all else is there. */
const LATEST = 1000;

/** Texts by the name of their file, or a Promise of them; empty where they could not be had. */
const known = { __proto__: null };

/** The texts for an element, or a Promise of them; nothing where there is no file of its language. */
export const textsOf = (element) => {
  const tag = LOCALES.find((tag) => element.matches(`:lang(${tag})`));
  if (!tag) return;
  // Chinese is written in two ways, and many a page says where and not how.
  const name = bundleOf(element) + '-' + tag.replace(/-.*/, '-Hant');
  return known[name] ??= scriptOf(name)
    .then((file) => file.default, (error) => console.error('newsrail: could not be loaded: ' + name, error))
    .then((texts) => known[name] = texts ?? {});
};

/** The Promise of the texts for an element: none if that takes too long. */
export const texts = (element) => Promise.race([textsOf(element), passed(LATEST)]);
