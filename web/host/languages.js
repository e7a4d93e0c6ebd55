import { own } from './document.js';
import { beside } from './files.js';

/**
 * What ranking knows of languages beside English: LANGUAGES is the name of its
 * file, which the build fills in. It is asked for at once where the page is in
 * one of them, and else by src/host/languages.rs.
 */
let asked;

/** Whether a tag is of one of them. */
const isIn = (tag) => /^(ar|cs|da|de|el|es|fi|fr|hi|it|nl|pl|pt|ru|sv|tr)\b/i.test(tag);

/** The text of core/src/text/languages.txt, empty where it cannot be had; nothing where it says nothing of the language by this tag. Without a tag the words must tell. */
export const languages = async (tag) => {
  if (isIn(tag) || !tag) return asked ??= beside(LANGUAGES).then((file) => file.default, () => '');
};

if (isIn(own('documentElement').lang)) languages('');
