/**
 * What a bundle's elements look like, which is wanted before its program is there
 * where lists were kept: their style sheet, and how those lists are built.
 *
 * STYLE is the text of the style sheet, which the build fills in. A script and not
 * a style sheet's file: a page lets it in where it lets newsrail in, and a browser
 * has it sooner.
 */
export { takeList } from './kept.js';

/** The one style sheet that all elements share. */
export const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);
