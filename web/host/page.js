/** What src/host/page.rs asks of the page where Rust would need more bytes for it. */
import { LISTS_KINDS } from '../shared.js';
import { all, create, own, paragraphs, renderedIn } from './document.js';
import { moves, postAddress } from './navigation.js';

/** Whether an element is in view, as far as the window goes. */
export const isInView = (element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

/** Whether a list was rendered into an element, and stands there still. */
export const isRendered = (element) => Boolean(renderedIn(element));

/** The addresses in the lists that were rendered into other elements of the page, and stand there still. */
export const renderedBeside = (element) => all(LISTS_KINDS.map((kind) => 'newsrail-' + kind).join())
  .filter((other) => other !== element)
  .flatMap((other) => [...renderedIn(other)?.querySelectorAll('a') ?? []].map(({ href }) => href));

/** The page's own address. */
export const address = () => location.href;

/** The language that the page says it is in, maybe empty. */
export const language = () => own('documentElement').lang;

/** Whether the device says that it has no connection. */
export const isOffline = () => !navigator.onLine;

/** Whether nobody can see the page, as in a tab behind another. */
export const isHidden = () => own('hidden');

/** The width of the viewport in CSS pixels. */
export const width = () => innerWidth;

/** Whether an address is of the page's own origin. */
export const isOwn = (address) => {
  try {
    return new URL(address).origin === location.origin;
  } catch {
    return false;
  }
};

/** By which JSON-LD is taken where the page requires Trusted Types: they tell no script that is data from another. */
let policy;

/** Tells of an article in the page's head: its title, and JSON-LD in place of what was told before. */
export const announce = (title, told) => {
  const head = own('head');
  Reflect.set(Document.prototype, 'title', title, document);
  head.querySelector('script[data-newsrail]')?.remove();
  const script = create('script');
  script.type = 'application/ld+json';
  script.dataset.newsrail = '';
  try {
    policy ??= globalThis.trustedTypes?.createPolicy('newsrail', { __proto__: null, createScript: (text) => text });
    script.text = policy ? policy.createScript(told) : told;
    head.append(script);
  } catch {
    // Where the page forbids scripts that it does not know, it is not told.
  }
};

/** The page's address, where its JSON-LD may tell of articles; another each time that the page has become another. */
export const withJsonLd = () => {
  const [address] = location.href.split('#');
  if (all('script[type="application/ld+json"]').some((node) => /"(headline|itemListElement)"/.test(node.text))) return address + (moves ? '#' + moves : '');
};

/** What the page says of its article without JSON-LD: headline, section, summary and text, tags. */
export const article = () => {
  const said = (...names) => all(names.map((name) => `meta[property="${name}"],meta[name="${name}"]`).join()).map((node) => node.content);
  return [
    said('og:title')[0] || own('title'), said('article:section')[0] ?? '',
    [said('og:description', 'description')[0], ...paragraphs()].join('\n'), ...said('article:tag'),
  ];
};

/** The post that the page is on a WordPress site: its number, and an address of that site. Without pretty permalinks the number is the end of a query. */
export const post = () => {
  const [, site, id] = /^(.*wp(?:\/v2\/|%2Fv2%2F).*?)(\d+)$/.exec(postAddress()) ?? [];
  return id && { site, id };
};
