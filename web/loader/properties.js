/** An element's attributes as properties of it. */
import { ATTRIBUTES } from '../shared.js';

/** Gives a class of elements a property for each attribute: `maxAge` for `max-age`. */
export const addProperties = ({ prototype }) => {
  for (const name of ATTRIBUTES) {
    Object.defineProperty(prototype, name.replace(/-(.)/, (match) => match[1].toUpperCase()), {
      __proto__: null,
      get() { return this.getAttribute(name); },
      set(value) {
        if (value === false || value == null) this.removeAttribute(name);
        else this.setAttribute(name, value === true ? '' : value);
      },
    });
  }
};
