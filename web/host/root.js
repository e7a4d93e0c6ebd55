import { renderedIn } from './document.js';

/** The one style sheet that all elements share. */
let sheet;

/** It is made by the loader, once, before there is any element: that takes a slow phone longer than a list's nodes. */
export const set_style = (made) => {
  sheet = made;
};

/** Typing in a field is nobody else's business: pages have shortcuts of single keys. What leaves the field, and keys held with others, are the page's too. */
const keepTyping = (event) => {
  const { key, ctrlKey, altKey, metaKey, target } = event;
  if (target.matches('input,textarea,select') && !(ctrlKey || altKey || metaKey || key === 'Escape' || key === 'Tab')) event.stopPropagation();
};

/**
 * Empties a shadow root, and gives it that sheet after the loader's; whether it did.
 * A failure leaves a list there that was kept for this page or rendered into it, and a page on which no
 * sheet can be adopted leaves what its author wrote.
 */
export const begin_root = (root, failed) => {
  try {
    const [space, kept] = root.adoptedStyleSheets;
    const rendered = renderedIn(root.host);
    if (failed && (kept || rendered)) return false;
    rendered?.remove();
    root.adoptedStyleSheets = space ? [space, sheet] : [sheet];
    root.replaceChildren();
    // A listener that is there already is not added again.
    for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, keepTyping);
    return true;
  } catch {
    return false;
  }
};
