/** An element's attributes as properties of it. */
import { ATTRIBUTES, NUMBERS, SWITCHES } from '../shared.js';
import { flag } from './settings.js';

/** The property for an attribute: `maxAge` for `max-age`. */
const property = (name) => name.replace(/-(.)/, (match) => match[1].toUpperCase());

/** What a property says: a switch whether it is on, a number, or the text; null for what is not set. */
const valueOf = (element, name) => {
  const text = element.getAttribute(name);
  if (text === null) return text;
  if (SWITCHES.includes(name)) return flag(element, name);
  return NUMBERS.includes(name) ? +text : text;
};

/** Gives a class of elements a property for each attribute. */
export const addProperties = ({ prototype }) => {
  for (const name of ATTRIBUTES) {
    Object.defineProperty(prototype, property(name), {
      __proto__: null,
      get() { return valueOf(this, name); },
      set(value) {
        // A switch that is taken away is as it is by default, which may be on.
        if (value == null || (value === false && !SWITCHES.includes(name))) this.removeAttribute(name);
        else this.setAttribute(name, value === true ? '' : value);
      },
    });
  }
};

/** Takes over what a page has set before the element had these properties, which it would hide for ever. */
export const takeOwn = (element) => {
  for (const name of ATTRIBUTES.map(property).concat('articles')) {
    if (Object.hasOwn(element, name)) {
      const value = element[name];
      delete element[name];
      element[name] = value;
    }
  }
};
