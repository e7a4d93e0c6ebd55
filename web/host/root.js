/** The one style sheet that all elements share. */
let sheet;

/** It is made by the loader, once, before there is any element: that takes a slow phone longer than a list's nodes. */
export const set_style = (made) => {
  sheet = made;
};

/**
 * Empties a shadow root, and gives it that sheet after the loader's; whether it did.
 * A failure leaves a list there that was kept for this page, and a page on which no
 * sheet can be adopted leaves what its author wrote.
 */
export const begin_root = (root, failed) => {
  try {
    const [space, kept] = root.adoptedStyleSheets;
    if (failed && kept) return false;
    root.adoptedStyleSheets = space ? [space, sheet] : [sheet];
    root.replaceChildren();
    return true;
  } catch {
    return false;
  }
};
