/**
 * Which article the page is, and when it becomes another. A single-page app changes the
 * address first, and the head a moment later. Nothing of the page's own is wrapped to
 * know of it.
 */
import { own } from './document.js';
import { link } from './links.js';

const CANONICAL = '[rel~=canonical]';
const POST = '[rel~=alternate][type="application/json"]';

/** For how many milliseconds a canonical link that is of the page before is waited for: some apps never change it. */
const PATIENCE = 1000;

/** What of an address makes another page: the path, and a route behind `#/` or `#!`. */
const route = () => location.pathname + (/^#[/!]/.test(location.hash) ? location.hash : '');

let current = route();

/** What the head said when the route changed: until it says something else, that is of the page before. */
let stale = { __proto__: null };

/** How often the page has become another. */
export let moves = 0;

/** Where a link in the head leads, unless it is still of the page before. */
const fresh = (attributes) => {
  const url = link(attributes);
  if (url !== stale[attributes]) return url;
};

/** The page's canonical address; undefined where its head says none. */
export const canonical = () => fresh(CANONICAL);

/** Where the head leads for the post that the page is, on a WordPress site. */
export const postAddress = () => fresh(POST);

/** All that says which article the page is. */
const identity = () => [canonical() ?? location.href, postAddress(), own('title')].join('\n');

/** Has a function called whenever the page has become another. */
export const onNavigation = (call) => {
  let known = identity(), waiting;
  const tell = () => {
    clearTimeout(waiting);
    waiting = undefined;
    const now = identity();
    if (now === known) return;
    known = now;
    moves++;
    call();
  };
  const look = () => {
    if (route() !== current) {
      current = route();
      stale = { __proto__: null, [CANONICAL]: link(CANONICAL), [POST]: link(POST) };
      clearTimeout(waiting);
      waiting = stale[CANONICAL] && setTimeout(tell, PATIENCE);
    }
    if (!waiting || canonical()) tell();
  };
  addEventListener('popstate', look);
  addEventListener('hashchange', look);
  // Where a browser does not tell of a new address, the page's next change does.
  globalThis.navigation?.addEventListener?.('currententrychange', look);
  const observer = new MutationObserver(look);
  observer.observe(own('documentElement'), { __proto__: null, childList: true, subtree: true });
  observer.observe(own('head'), { __proto__: null, attributes: true, attributeFilter: ['href'], childList: true, subtree: true });
};
