/** Rails that stand where a script tag does, for a page that places none itself. */
import { all, create, isRendered, own } from '../host/document.js';
import { words } from '../host/links.js';
import { ATTRIBUTES, LISTS_KINDS } from '../shared.js';
import { PREFIX, SELECTOR } from './kinds.js';
import { look } from './load.js';
import { script } from './script.js';

/** The tags that any newsrail.js of the page has seen to: noted on the class of the first. */
const seen = () => customElements.get(PREFIX + LISTS_KINDS[0]).seen ??= new WeakSet();

/**
 * What stands already where a tag would place rails: a page that names newsrail.js twice
 * has them once. A tag that comes once the page is complete, with the next page of an app
 * or the next article of an endless one, looks no further than to what stands beside it.
 */
const besides = (tag, selector) => own('readyState') === 'complete'
  ? [...tag.parentNode.querySelectorAll(selector)]
  : all(selector);

/**
 * Puts rails before a tag, set as the tag is. That they are placed is an attribute, which
 * they have in the copy of a page too that a router brings back.
 */
const place = (kinds, tag) => {
  for (const kind of kinds) {
    const name = PREFIX + kind;
    if (!customElements.get(name)) console.warn('newsrail: data-rails: there is no ' + kind);
    else if (!besides(tag, name).some((rail) => rail.hasAttribute('data-placed') || isRendered(rail))) {
      const rail = create(name);
      for (const attribute of ATTRIBUTES) {
        const value = tag.getAttribute('data-' + attribute);
        if (value != null) rail.setAttribute(attribute, value);
      }
      tag.before(rail);
      rail.setAttribute('data-placed', '');
    }
  }
  look();
};

/** The two lists, where there is neither an element nor a script that names some. */
const placeDefault = (tag) => {
  if (!besides(tag, SELECTOR + ',script[data-rails]')[0]) place(LISTS_KINDS, tag);
};

/** Places what a tag names in `data-rails`, else the two lists once it is known that there is nothing else. */
export const placeRails = (tag) => {
  if (!tag || seen().has(tag)) return;
  seen().add(tag);
  const rails = tag.getAttribute('data-rails');
  if (!tag.closest('body')) {
    if (rails) console.warn('newsrail: data-rails: not in <body>');
  } else if (rails != null) {
    place(words(rails), tag);
  } else if (own('readyState') === 'loading') {
    addEventListener('DOMContentLoaded', () => placeDefault(tag));
  } else {
    placeDefault(tag);
  }
};

/** Places the rails of tags that nobody has run: a router puts one page's body in place of another's. */
export const placeLeftOut = () => {
  for (const tag of own('scripts')) if (tag.src && tag.src === script?.src) placeRails(tag);
};
