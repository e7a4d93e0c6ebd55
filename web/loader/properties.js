/** An element's attributes as properties of it. */
import { ATTRIBUTES } from './settings.js';

/** Gives a class of elements a property for each attribute: `maxAge` for `max-age`. */
export const addProperties = ({ prototype }) => {
  for (const name of ATTRIBUTES) {
    Object.defineProperty(prototype, name.replace(/-(.)/, (match) => match[1].toUpperCase()), {
      __proto__: null,
      get() { return this.getAttribute(name); },
      set(value) {
        if (value === true) value = '';
        if (this.toggleAttribute(name, value !== false && value != null)) this.setAttribute(name, value);
      },
    });
  }
};
