/**
 * The texts of the language that an element is in: a file beside its program, loaded
 * with it. English ones are in the programs. LOCALES names the languages of locales/,
 * with a blank between them; the build fills it in.
 */
import { bundleOf } from './bundles.js';
import { scriptOf } from './files.js';

/** Texts by the name of their file, or a Promise of them; empty where they could not be had. */
const known = { __proto__: null };

/**
 * The texts for an element, or a Promise of them; nothing where there is no file of the
 * language. That is the element's or an ancestor's, or of another place, where the
 * element is in a tree that says nothing of its own.
 */
export const textsOf = (element, place = element) => {
  try {
    // Of Chinese, which is written in two ways, many a page says where and not how.
    const { language, script } = new Intl.Locale(place.closest('[lang]').lang).maximize();
    const name = bundleOf(element) + '-' + language + (script === 'Hant' ? '-Hant' : '');
    const keep = (file) => known[name] = file.default || {};
    if (LOCALES.includes(language)) return known[name] ??= scriptOf(name).then(keep, keep);
  } catch {
    // There is no language, or that is no tag of one.
  }
};
