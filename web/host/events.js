/** Dispatches an event that bubbles out of the shadow root; false if it was cancelled. Without a prototype: a host page may have put anything on Object.prototype. */
export const tell = (element, name, detail) =>
  element.dispatchEvent(new CustomEvent(name, { __proto__: null, bubbles: true, composed: true, cancelable: true, detail }));
