/**
 * What src/net/get.rs asks of the network: here, since it is nothing but Promises.
 *
 * Every request says all that matters about itself, in an object without a
 * prototype: a host page may have put a `method` or `headers` on
 * Object.prototype. Pages wrap `fetch` too: what it gives back may be no
 * Promise of a Response, what it throws no Error, and it may throw at once.
 */
import { RESPONSE_TIMEOUT, TOO_LARGE, UNREADABLE } from '../shared.js';

/** What somebody has asked for already: address to Promise of a Response. And what the page has handed over: address to a list of that alone. */
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

/** Articles that the page has handed over (web/loader/element.js): the body of a JSON Feed of them. Undefined where they are none. */
const bodyOf = (items) => {
  try {
    const isItem = (item) => Object(item) === item;
    if (Array.isArray(items) && items.every(isItem)) return new TextEncoder().encode(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items }));
  } catch {
    // Somewhere it goes round in circles.
  }
};

/** Addresses that gave no answer when they were last asked: how often in a row, and for how many seconds they are left alone. */
const failures = new Map();

/** The longest that one is left alone, in seconds: of which nothing else is known an hour, and up to twice that; whatever it says, a day. */
const LONGEST = 3600;
const DAY = 86400;

/** For how many seconds an address is left alone, from its last answer: for none that gave one. */
export const patience = (url) => failures.get(url)?.wait ?? 0;

/**
 * Notes a failure. Each in a row has the address left alone for twice as long, and each
 * page for another time, so that a server that comes back is not met by all at once; or
 * as long as its `Retry-After` says, in seconds or as a date (RFC 9110, 10.2.3).
 */
const failed = (url, after) => {
  const count = (failures.get(url)?.count ?? 0) + 1;
  const wait = Math.min(LONGEST, 60 * 2 ** count) * (1 + Math.random());
  const asked = +after || (Date.parse(after) - Date.now()) / 1000 || 0;
  failures.set(url, { count, wait: Math.max(wait, Math.min(asked, DAY)) });
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
  const known = early?.get(url);
  if (Array.isArray(known)) {
    const bytes = bodyOf(known[0]);
    if (bytes?.length > most) return TOO_LARGE;
    return bytes ? { bytes, mayBeKept: false } : 'articles is no list of JSON Feed items';
  }
  try {
    // An error may be in the browser's own cache, and would be the answer again.
    const response = await (takeEarly(url) ?? ask(url, anew || failures.has(url)));
    if (!(response instanceof Response)) throw response;
    const said = (name) => response.headers.get(name);
    if (!response.ok) {
      failed(url, said('retry-after'));
      return 'the server answered ' + response.status;
    }
    const bytes = await read(response, most);
    if (!bytes) return TOO_LARGE;
    failures.delete(url);
    return { bytes, type: said('content-type'), mayBeKept: !/no-store/i.test(said('cache-control')), pages: said('x-wp-totalpages') };
  } catch {
    failed(url);
    return UNREADABLE;
  }
};
