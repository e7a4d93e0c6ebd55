/**
 * Events of an element, which bubble out of its shadow root; src/host/events.rs has the
 * table. What dispatches one gives back false if the page has cancelled it.
 */

import { warn } from './console.js';
import { beside } from './files.js';
import { moves } from './navigation.js';

/** Without a prototype: a host page may have put anything on Object.prototype. */
export const tell = (element, name, detail) =>
  element.dispatchEvent(new CustomEvent(name, { __proto__: null, bubbles: true, composed: true, cancelable: true, detail }));

/** An article as events name it. */
export const item = (id, url, title, reason, about) => ({ id, url, title, reason, about });

/** The reader has seen an item. */
const seen = (element, detail) => tell(element, 'newsrail-impression', detail);

/** The Promise of what looks which items are seen, once an element wants to know. */
let looking;

/** An element shows something. Only a site's elements know sections. */
export const loaded = (element, basis, feed, age, items, wantsSeen, sections) => {
  tell(element, 'newsrail-load', { basis, feed, age, items, ...sections && { sections } });
  if (wantsSeen) looking ??= beside(SEEN).catch(() => warn('could not be loaded: ' + SEEN));
  looking?.then((file) => file?.look(element, wantsSeen ? items : [], moves, seen));
};

/** An element could not show what is at an address. */
export const failed = (element, url, reason) => tell(element, 'newsrail-error', { url, reason });
