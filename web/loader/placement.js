/** Rails that stand where the script tag does, for a page that places none itself. */
import { all, own } from '../host/document.js';
import { words } from '../host/links.js';
import { ATTRIBUTES, LISTS_KINDS } from '../shared.js';
import { PREFIX, SELECTOR } from './kinds.js';
import { look } from './load.js';
import { script } from './script.js';

/** Puts rails where the script tag stands, each kind once a page, set as the tag is. */
const place = (kinds) => {
  for (const kind of kinds) {
    // The class is of the first newsrail.js that the page names, and so knows what any has placed.
    const Kind = customElements.get(PREFIX + kind);
    if (!Kind) console.warn('newsrail: data-rails: there is no ' + kind);
    else if (!Kind.isPlaced) {
      Kind.isPlaced = true;
      const element = new Kind();
      for (const name of ATTRIBUTES) {
        const value = script.getAttribute('data-' + name);
        if (value != null) element.setAttribute(name, value);
      }
      script.before(element);
    }
  }
  look();
};

/** The two lists, where the page has neither an element nor a script that names some. */
const placeDefault = () => {
  if (!all(SELECTOR + ',script[data-rails]')[0]) place(LISTS_KINDS);
};

/** Places what the script tag names in `data-rails`, else the two lists once it is known that there is nothing else. */
export const placeRails = () => {
  const rails = script?.getAttribute('data-rails');
  if (!script?.closest('body')) {
    if (rails) console.warn('newsrail: data-rails: not in <body>');
  } else if (rails != null) {
    place(words(rails));
  } else if (own('readyState') === 'loading') {
    addEventListener('DOMContentLoaded', placeDefault);
  } else {
    placeDefault();
  }
};
