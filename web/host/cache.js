/**
 * Where src/host/cache.rs keeps feeds: a cache of the page's own origin. Here
 * and not in Rust, since it is nothing but Promises, a quarter of the weight.
 *
 * Storage may be denied (a sandboxed frame, a reader's setting, an insecure
 * page), full, or emptied by the site's own service worker: every failure is
 * silent, and costs only what would have been kept.
 */

/** Another one where what is kept changes its form. */
const NAME = 'newsrail';

/** The most bytes of all feeds together, after decompression. */
const ROOM = 2 << 20;

/** How many seconds a feed is kept: a week. */
const LONGEST = 604800;

/** When a feed was got, how many bytes it has, and what tells its answer from others, in headers of its own: no body is read to add them up. */
const AT = 'newsrail-at';
const SIZE = 'newsrail-size';
const MARK = 'newsrail-mark';

/**
 * A service worker of the site that looks into all caches for an answer must
 * not find ours under the feed's own address: it would never ask the network.
 */
const key = (url) => 'https://newsrail.invalid/?' + url;

/** Seconds since it was got, and not at all useful where the clock was set back since. */
const isTooOld = ({ headers }) => {
  const age = Date.now() / 1000 - headers.get(AT);
  return !(age >= 0 && age <= LONGEST);
};

/** What is kept of a feed, if that is not too old: when it was got, in seconds since 1970, its bytes, its mark. */
export const recall = async (url) => {
  try {
    const found = await (await caches.open(NAME)).match(key(url));
    if (!isTooOld(found)) return { at: +found.headers.get(AT), bytes: new Uint8Array(await found.arrayBuffer()), mark: +found.headers.get(MARK) };
  } catch {
    // Nothing is kept.
  }
};

/** Keeps a feed in place of what was kept of it; without bytes, or with too many, nothing of it. */
export const keep = async (url, bytes, mark) => {
  try {
    const cache = await caches.open(NAME);
    if (!bytes || bytes.length > ROOM) {
      await cache.delete(key(url));
      return;
    }
    // Without a prototype: a host page may have put anything on Object.prototype.
    const headers = { __proto__: null, [AT]: Math.floor(Date.now() / 1000), [SIZE]: bytes.length, [MARK]: mark };
    await cache.put(key(url), new Response(bytes, { __proto__: null, headers }));
    // The keys come in the order in which they were put: the oldest go first.
    let used = 0;
    for (const kept of (await cache.keys()).reverse()) {
      const response = await cache.match(kept);
      used += +response.headers.get(SIZE);
      if (used > ROOM || isTooOld(response)) await cache.delete(kept);
    }
  } catch {
    // It is not kept, or there is a little too much until the next time.
  }
};

/** What is kept of a feed counts as got just now. */
export const renew = async (url) => {
  const kept = await recall(url);
  if (kept) keep(url, kept.bytes, kept.mark);
};
