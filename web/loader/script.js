/** The script tag that named newsrail.js, and where the files beside that are. */
import { own } from '../host/document.js';

/** The tag, whose `data-*` are the page's defaults; null where another script has brought the file in. */
export const script = own('currentScript');

/** Where the other files are. What is imported is run from there: nothing but a script may say where that is. */
export const base = new URL('.', script?.src || own('baseURI'));
