/**
 * What the address of the standalone page says, and where forms may send to. Anybody can
 * write an address, and send a reader there: see web/page.js.
 */

/** What the publisher has written on the tag of page.js. */
export const publisher = document.currentScript.dataset;

export const asked = () => new URLSearchParams(location.search);

/** The page without what says which view it is; whole, since a path may begin with two slashes, as a host does. */
const page = location.href.split(/[?#]/)[0];

/** An address as the page means it. */
export const meant = (written) => {
  try {
    return new URL(written, document.baseURI);
  } catch {
    // It is none.
  }
};

/** Whether what a reader types may go to an address that anybody can have written: a `blob:` has an origin too, and a name in front of the host only misleads. */
const isOwn = (to) => to?.origin === location.origin && /^https?:$/.test(to.protocol) && !to.username && !to.password;

const addresses = (text) => (text?.match(/\S+/g) ?? []).map((written) => meant(written)?.href ?? written);

/** The feeds that are read, and whether they may have forms beside them. */
export const reading = () => {
  const [named, usual] = [asked().get('feed'), publisher.feed].map(addresses);
  const feeds = named.length ? named : usual;
  return [feeds, feeds.every((feed) => usual.includes(feed) || isOwn(meant(feed)))];
};

const told = new Set();

/** A line for the publisher about a parameter, once. */
export const tell = (name, reason) => {
  if (told.has(name)) return;
  told.add(name);
  console.warn(`newsrail: ?${name}=${asked().get(name)}: ${reason}`);
};

/** Where a form sends to: as the address says if it may, else as the publisher does. */
export const destination = (name) => {
  const named = asked().get(name);
  const to = named && meant(named);
  if (isOwn(to) || (to && to.href === meant(publisher[name])?.href)) return to.href;
  if (named) tell(name, `not used: it is not of this page's origin, and page.js has no data-${name} that says so`);
  return publisher[name];
};

/** The address of a view of the feed that is being read. */
export const address = (view) => {
  const to = new URLSearchParams();
  for (const name of ['feed', 'subscribe', 'comments', 'lang']) {
    if (asked().has(name)) to.set(name, asked().get(name));
  }
  for (const [name, value] of Object.entries(view)) to.set(name, value);
  const query = String(to); // `to.size` is newer than WebAssembly
  return page + (query && '?' + query);
};
