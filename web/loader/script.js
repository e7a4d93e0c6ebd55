/** The script tag that named newsrail.js, and where the files beside that are. */
import { all, own } from '../host/document.js';

/**
 * The tag, whose `data-*` are the page's defaults. A module has none of its own, and
 * neither has a text that was put into the page: then it is the one that says where the
 * files are, or that names newsrail.js. Null where there is none.
 */
export const script = own('currentScript') ?? all('script[data-base],script[src*="newsrail.js"]')[0] ?? null;

/** The folder of the other files, as the tag says it. */
const folder = script?.getAttribute('data-base')?.replace(/\/*$/, '/') ?? script?.src;
if (!folder) console.error('newsrail: no script tag says where its files are: data-base');

/** Where the other files are. What is imported is run from there: nothing but a script may say where that is. */
export const base = new URL('.', new URL(folder || '', own('baseURI')));
