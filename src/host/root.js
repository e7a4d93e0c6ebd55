/** The one style sheet that all elements share, made of the text that comes first. */
let sheet;

/** Empties a shadow root, and gives it that sheet after the loader's. */
export const begin_root = (root, style) => {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
  }
  root.replaceChildren();
  root.adoptedStyleSheets = [...root.adoptedStyleSheets.slice(0, 1), sheet];
};
