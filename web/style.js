/**
 * What a program's elements look like: their style sheet, made once and before
 * there is any element. STYLE is its text, which the build fills in.
 */
export const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);
