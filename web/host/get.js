/**
 * What src/net/get.rs asks of the network: here, since it is nothing but Promises.
 *
 * Every request says all that matters about itself, in an object without a
 * prototype: a host page may have put a `method` or `headers` on
 * Object.prototype. Pages wrap `fetch` too: what it gives back may be no
 * Promise of a Response, what it throws no Error, and it may throw at once.
 */
import { RESPONSE_TIMEOUT, TOO_LARGE, UNREADABLE } from '../shared.js';

/** What somebody has asked for already: address to Promise of a Response. */
let early;

/** Takes over what the loader has asked for. */
export const takeOver = (asked) => {
  early = asked;
};

/** Takes what was asked for at an address, once: a response can be read only once. */
const takeEarly = (url) => {
  const response = early?.get(url);
  early?.delete(url);
  return response;
};

const ask = (url, anew) => fetch(url, { __proto__: null, method: 'GET', mode: 'cors', credentials: 'omit', cache: anew ? 'no-cache' : 'default', signal: AbortSignal.timeout(RESPONSE_TIMEOUT) });

/** Reads a body piece by piece, so that one without end costs no memory; nothing of one that is too large. */
const read = async (response, most) => {
  const reader = response.body?.getReader();
  const pieces = [];
  let size = 0;
  for (let piece; (piece = (await reader?.read())?.value); size += piece.length) {
    if (size + piece.length > most) {
      // What the cancellation comes to changes nothing here.
      reader.cancel().catch(() => {});
      return;
    }
    pieces.push([piece, size]);
  }
  const bytes = new Uint8Array(size);
  for (const [piece, at] of pieces) bytes.set(piece, at);
  return bytes;
};

/**
 * The body at an address: its bytes, and what the headers say of its type,
 * whether it may be kept, and how many pages WordPress has. A text where there is none
 * to be had: why, for the publisher.
 */
export const get = async (url, anew, most) => {
  try {
    const response = await (takeEarly(url) ?? ask(url, anew));
    if (!(response instanceof Response)) return UNREADABLE;
    if (!response.ok) return 'the server answered ' + response.status;
    const bytes = await read(response, most);
    if (!bytes) return TOO_LARGE;
    const said = (name) => response.headers.get(name);
    return { bytes, type: said('content-type'), mayBeKept: !/no-store/i.test(said('cache-control')), pages: said('x-wp-totalpages') };
  } catch {
    return UNREADABLE;
  }
};
