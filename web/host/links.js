/**
 * Addresses as the page means them, and what the links in its head say. The
 * loader asks before any program is there, and Rust afterwards: in one place, so
 * that both find the same.
 */
import { FEED_TYPES, WORDPRESS_API, WORDPRESS_POSTS } from '../shared.js';
import { own } from './document.js';

/** The http or https address that one is on a page at a base, which may be empty. */
export const parsed = (base, address) => {
  try {
    const { href } = new URL(address, base || undefined);
    if (/^https?:/.test(href)) return href;
  } catch {
    // It is none.
  }
};

/** An address as the page means it, if it is http or https. */
export const absolute = (address) => parsed(own('baseURI'), address);

/** Where the first link in the page's head leads that has these attributes, and an address. */
export const link = (attributes) => {
  const first = own('head').querySelector(`link${attributes}[href]`);
  return first && absolute(first.href);
};

/** The addresses at which the page is there in other languages, with blanks between them. */
export const translations = () => [...own('head').querySelectorAll('link[rel~=alternate][hreflang][href]')].map(({ href }) => absolute(href) ?? '').join(' ');

/** The newest posts of the WordPress site whose API has this root. Without pretty permalinks the root has a query already. */
export const postsAt = (root) => root + (root.includes('?') ? WORDPRESS_POSTS.replace('?', '&') : WORDPRESS_POSTS);

/** The page's feed, if its head announces one: WordPress's, else the type that says most. The feed of a page's comments is none of articles. */
export const feed = () => {
  const root = link(`[rel~="${WORDPRESS_API}"]`);
  return root ? postsAt(root) : FEED_TYPES.map((type) => link(`[rel~=alternate]:not([href*=comments])[type="${type}"]`)).find(Boolean);
};

/** What stands between white space, as HTML has it: a no-break space is none. */
export const words = (text) => text?.split(/[ \t\n\f\r]+/).filter(Boolean);

/** The addresses that an element names as its feeds, else that of the page's; what is no web address is left out. */
export const feedsAt = (named) => (named ? words(named).map(absolute) : [feed()]).filter(Boolean);

/** Where the replies to an article are: at the address that the publisher names, else on the WordPress site that a feed is of. */
export const repliesAt = (comments, feeds) => comments
  ? absolute(comments)
  : feedsAt(feeds).find((url) => url.includes('wp/v2/posts'))?.replace(/wp\/v2\/posts.*/, 'wp/v2/comments');
