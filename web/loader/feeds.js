/** Asking for the feeds of an element before Rust is there. */
import { feedsAt } from '../host/links.js';
import { RESPONSE_TIMEOUT } from '../shared.js';
import { setting } from './settings.js';

/** Feeds asked for before the glue is there: address to Promise of a Response. */
export const early = new Map();

/** Starts the fetch of an element's feeds; Rust takes them over, or makes its own where one does not fit. */
export const prefetch = (element) => {
  for (const url of feedsAt(setting(element, 'feed'))) {
    if (early.has(url)) continue;
    try {
      // Without a prototype: a host page may have put a `method` on Object.prototype.
      const response = fetch(url, { __proto__: null, credentials: 'omit', signal: AbortSignal.timeout(RESPONSE_TIMEOUT) });
      response.catch(() => {}); // whoever takes it over sees the failure
      early.set(url, response);
    } catch {
      // What a page has wrapped `fetch` in has thrown: Rust asks once more, and says so.
    }
  }
};
