/**
 * What src/net/get.rs asks of the network: here, since it is nothing but Promises.
 *
 * Every request says all that matters about itself, in an object without a
 * prototype: a host page may have put a `method` or `headers` on
 * Object.prototype. Pages wrap `fetch` too: what it gives back may be no
 * Promise of a Response, what it throws no Error, and it may throw at once.
 */
import { RESPONSE_TIMEOUT } from '../shared.js';

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
 * whether it may be kept, and how many pages WordPress has. In place of bytes a
 * status that is no success, or 0 where it is too large. Nothing where there
 * is no answer that this page may read.
 */
export const get = async (url, early, anew, most) => {
  try {
    const response = await (early ?? ask(url, anew));
    if (!(response instanceof Response)) return;
    if (!response.ok) return [response.status];
    const said = (name) => response.headers.get(name);
    return [await read(response, most) ?? 0, said('content-type'), /no-store/i.test(said('cache-control')), said('x-wp-totalpages')];
  } catch {
    // It is as good as none.
  }
};
