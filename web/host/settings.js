/** Where an element's settings are written. */

/** The script tag, whose `data-*` are the page's defaults; null or undefined where there is none. */
let script;

/** Takes the script tag. */
export const setDefaults = (tag) => {
  script = tag;
};

/** What an attribute says on an element, or else on the script tag. */
export const written = (element, name) => element.getAttribute(name) ?? script?.getAttribute('data-' + name) ?? undefined;
