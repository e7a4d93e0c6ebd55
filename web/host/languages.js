import { own } from './document.js';
import { beside } from './files.js';

/**
 * What ranking knows of languages beside English: LANGUAGES is the name of its
 * file, which the build fills in. It is asked for at once where the page is in
 * one of them, and else by src/host/languages.rs.
 */
let asked;

/** The text of src/text/languages.txt, empty where it cannot be had. */
export const languages = () => asked ??= beside(LANGUAGES).then((file) => file.default, () => '');

if (/^(de|es|fr|it|nl|pt|ru)\b/i.test(own('documentElement').lang)) languages();
