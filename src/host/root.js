/** The one style sheet that all elements share. */
const sheet = new CSSStyleSheet();

/** Gives it its text: once, before there is any element, since it takes a slow phone longer than a list's nodes. */
export const set_style = (text) => sheet.replaceSync(text);

/** Empties a shadow root, and gives it that sheet after the loader's. */
export const begin_root = (root) => {
  root.replaceChildren();
  root.adoptedStyleSheets = [...root.adoptedStyleSheets.slice(0, 1), sheet];
};
