/** The feeds of an element, and asking for them before Rust is there. */
import { own } from '../host/document.js';
import { setting } from './settings.js';

/** What a WordPress site is asked for; core/src/feed/wordpress.rs has the same. */
const POSTS = 'wp/v2/posts?per_page=50&_embed=author,wp:featuredmedia,wp:term&_fields=id,link,title,excerpt,date_gmt,modified_gmt,_links.author,_links.wp:featuredmedia,_links.wp:term';

/** Feeds asked for before the glue is there: address to Promise of a Response. */
export const early = new Map();

const headLink = (which) => own('head').querySelector(`link${which}[href]`)?.href;

/** The addresses of an element's feeds: its own, the script's, WordPress's, or what the head announces, as src/host/page.rs looks for it. */
export const feedsOf = (element) => {
  const named = setting(element, 'feed')?.match(/\S+/g);
  if (named) return named.map((url) => new URL(url, own('baseURI')).href);
  const root = headLink('[rel~="https://api.w.org/"]');
  if (root) return [root + (root.includes('?') ? POSTS.replace('?', '&') : POSTS)];
  const announced = ['feed+json', 'atom+xml', 'rss+xml'].map((kind) => headLink(`[rel~="alternate"]:not([href*="comments"])[type="application/${kind}"]`));
  return [announced.find(Boolean)];
};

/** Starts the fetch of an element's feeds; Rust takes them over, or makes its own where one does not fit. */
export const prefetch = (element) => {
  try {
    for (const url of feedsOf(element)) {
      if (!/^https?:/.test(url) || early.has(url)) continue;
      // Without a prototype: a host page may have put a `method` on Object.prototype.
      const response = fetch(url, { __proto__: null, credentials: 'omit', signal: AbortSignal.timeout(15000) });
      response.catch(() => {}); // whoever takes it over sees the failure
      early.set(url, response);
    }
  } catch {
    // An address that is none: Rust says so, with the element's name.
  }
};
