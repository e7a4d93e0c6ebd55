/**
 * What the loader must know before Rust is there, and Rust as well.
 *
 * core/build.rs reads this file, too, and gives Rust the same names
 * (`newsrail_core::shared`). So each value is plain JSON, a text, a whole number
 * below 65,536 or a list of texts, and each has a comment.
 */

/** Every attribute that is read, in order of the alphabet. */
export const ATTRIBUTES = ["announce", "article", "author", "comments", "consent", "count", "diversity", "embargo", "excerpts", "exclude", "feed", "field", "half-life", "heading", "heading-level", "images", "impressions", "label", "language", "layout", "max-age", "max-articles", "meta", "name", "names", "networks", "order", "paid", "popular", "privacy", "provider", "query", "read", "reasons", "refresh", "related", "section", "sizes", "subscribe", "tag", "theme", "topics"];

/** The attributes that are switches. */
export const SWITCHES = ["announce", "embargo", "excerpts", "images", "impressions", "names", "reasons"];

/** The attributes that are numbers. */
export const NUMBERS = ["count", "diversity", "half-life", "heading-level", "max-articles", "refresh"];

/** How a list's items may stand, as `layout` names it; the first is the default. */
export const LAYOUTS = ["list", "numbered", "cards", "carousel", "compact", "text"];

/** What becomes of an item that the reader has opened, as `read` names it: nothing, dimmed, or last; the first is the default. */
export const READ = ["off", "dim", "last"];

/** What a line below a headline may say, as `meta` names it. */
export const META = ["date", "section", "author", "reading-time", "kicker"];

/** The kinds of elements that the program of the lists has: what stands in their names behind `newsrail-`. */
export const LISTS_KINDS = ["popular", "more-like-this"];

/** The kinds that the program of forms has. */
export const FORMS_KINDS = ["subscribe"];

/** The kinds that the page's program has besides the lists. */
export const PAGE_KINDS = ["article", "share", "reply", "author", "slot", "front", "search"];

/** The kinds that show nothing of a feed. */
export const KINDS_WITHOUT_FEED = ["subscribe", "share", "reply", "slot"];

/** The least that `count` may say. */
export const COUNT_LEAST = 1;

/** The most that `count` may say. */
export const COUNT_MOST = 20;

/** How many items a list has where `count` says nothing that may be. */
export const COUNT_DEFAULT = "5";

/** The ways to share, as `networks` names them, those first that are offered where it names none. */
export const NETWORKS = ["sheet", "copy", "email", "facebook", "x", "whatsapp", "linkedin", "reddit", "telegram", "bluesky", "mastodon", "pinterest"];

/** How many of them are offered where `networks` names none. */
export const NETWORKS_DEFAULT = 6;

/** The relation of a link in a page's head that leads to the root of a WordPress site's REST API. */
export const WORDPRESS_API = "https://api.w.org/";

/** What is asked of such a site behind that root: the newest posts without their bodies, which would be most of the bytes. */
export const WORDPRESS_POSTS = "wp/v2/posts?per_page=50&_embed=author,wp:featuredmedia,wp:term&_fields=id,link,title,excerpt,date_gmt,modified_gmt,_links.author,_links.wp:featuredmedia,_links.wp:term";

/** The media types of the feeds that a page's head may announce, the one that says most first. WordPress's posts come before them. */
export const FEED_TYPES = ["application/feed+json", "application/atom+xml", "application/rss+xml"];

/** How many milliseconds whoever asks for something waits for the answer. */
export const RESPONSE_TIMEOUT = 15000;

/** How many milliseconds long work may take at a stretch, so that with what else is in a task it stays well below the 50 that a reader notices. */
export const TIME_BUDGET = 8;

/** Why there is no answer: the browser does not say which of these it is. */
export const UNREADABLE = "no answer that this page may read (offline, broken off, or CORS headers missing)";

/** Why an answer counts for none: it has more bytes than are read. */
export const TOO_LARGE = "larger than 5 MB";
