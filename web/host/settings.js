/** Where an element's settings are written. */

/** The script tag, whose `data-*` are the page's defaults; null or undefined where there is none. */
let script;

/** Takes the script tag. */
export const setDefaults = (tag) => {
  script = tag;
};

/** What an attribute says on an element, or else on a script tag, where there is one. */
export const writtenOn = (element, name, tag) => element.getAttribute(name) ?? tag?.getAttribute('data-' + name);

/** The same, with the script tag that was taken. */
export const written = (element, name) => writtenOn(element, name, script);
