/**
 * Events of an element, which bubble out of its shadow root; src/host/events.rs has the
 * table. What dispatches one gives back false if the page has cancelled it.
 */

/** Without a prototype: a host page may have put anything on Object.prototype. */
export const tell = (element, name, detail) =>
  element.dispatchEvent(new CustomEvent(name, { __proto__: null, bubbles: true, composed: true, cancelable: true, detail }));

/** An article as events name it. */
export const item = (id, url, title, reason, about) => ({ id, url, title, reason, about });

/** An element shows something. Only a site's elements know sections. */
export const loaded = (element, basis, feed, age, items, sections) =>
  tell(element, 'newsrail-load', { basis, feed, age, items, ...sections && { sections } });

/** An element could not show what is at an address. */
export const failed = (element, url, reason) => tell(element, 'newsrail-error', { url, reason });
