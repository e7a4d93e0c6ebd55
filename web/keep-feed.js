/** Keeping feeds for the next page, and when the reader is offline; web/host/cache.js has what recalls them. */
import { AT, MARK, NAME, SIZE, isTooOld, key } from './host/cache.js';

/** The most bytes of all feeds together, after decompression. */
const ROOM = 2 << 20;

/** Keeps a feed in place of what was kept of it; without bytes, or with too many, nothing of it. */
export const keepFeed = async (url, bytes, mark) => {
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
