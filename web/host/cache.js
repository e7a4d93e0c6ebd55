/**
 * Where src/host/cache.rs has kept feeds: a cache of the page's own origin. Here
 * and not in Rust, since it is nothing but Promises, a quarter of the weight. What keeps
 * them is in the script that keeps lists for the next page (web/keep-feed.js), whose name
 * AHEAD the build fills in: no list on this page waits for that.
 *
 * Storage may be denied (a sandboxed frame, a reader's setting, an insecure
 * page), full, or emptied by the site's own service worker: every failure is
 * silent, and costs only what would have been kept.
 */
import { beside } from './files.js';

/** Another one where what is kept changes its form. */
export const NAME = 'newsrail';

/** How many seconds a feed is kept: a week. */
const LONGEST = 604800;

/** When a feed was got, how many bytes it has, and what tells its answer from others, in headers of its own: no body is read to add them up. */
export const AT = 'newsrail-at';
export const SIZE = 'newsrail-size';
export const MARK = 'newsrail-mark';

/**
 * A service worker of the site that looks into all caches for an answer must
 * not find ours under the feed's own address: it would never ask the network.
 */
export const key = (url) => 'https://newsrail.invalid/?' + url;

/** Seconds since it was got, and not at all useful where the clock was set back since. */
export const isTooOld = ({ headers }) => {
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
export const keep = (...feed) => beside(AHEAD).then(({ keepFeed }) => keepFeed(...feed), () => {});

/** What is kept of a feed counts as got just now. */
export const renew = async (url) => {
  const kept = await recall(url);
  if (kept) keep(url, kept.bytes, kept.mark);
};
