/**
 * The document as it is. Markup can put an element in front of any of its members:
 * after `<img name=currentScript>` that is what `document.currentScript` gives. The
 * prototype has no such names, so every member is asked for there.
 */
export const own = (name) => Reflect.get(Document.prototype, name, document);

/** What `newsrail render` writes bears this: lists, and the elements that a tag would place. */
const RENDERED = '[data-newsrail]';

/** A new element. */
export const create = (name) => own('createElement').call(document, name);

/** The elements that match a selector, in the document's order. */
export const all = (selector) => [...own('querySelectorAll').call(document, selector)];

/** Whether the author of a page put anything into an element. */
export const isAuthored = (element) => Boolean(element.textContent.trim() || element.firstElementChild);

/** Whether an element bears it. */
export const isRendered = (element) => element.matches(RENDERED);

/**
 * What `newsrail render` has written into an element, among its own elements or in its
 * shadow root: a list that stands until the program's takes its place.
 */
export const renderedIn = ({ shadowRoot, children: [...own] }) =>
  shadowRoot?.querySelector(RENDERED) ?? own.find(isRendered);

/** Puts an element in another's place. */
const replace = (old, shown) => {
  const at = old.getRootNode().activeElement;
  const had = old.contains(at) && at.localName === 'a';
  old.replaceWith(shown);
  if (!had) return;
  const links = [...shown.querySelectorAll('a')];
  (links.find(({ href }) => href === at.href) ?? links[0])?.focus();
};

/** What an element that may stay looked like when it was made, before a script finished it. */
const made = new WeakMap();

/**
 * Puts an element into another, in the place of an old one if there is one, unless what
 * was made the same may stay; whether it has. The focus stays on a link to the same
 * address, or goes to the first.
 */
export const show = (parent, old, shown, mayStay) => {
  if (mayStay) {
    if (made.get(old)?.isEqualNode(shown)) return false;
    made.set(shown, shown.cloneNode(true));
  }
  if (old) replace(old, shown);
  else parent.append(shown);
  return true;
};

/** The paragraphs of the page's first article element. */
export const paragraphs = () => [...all('article')[0]?.querySelectorAll('p') ?? []].map((node) => node.textContent);

/**
 * All that the page says of itself, as `Head::read` of src/feed/page.rs takes
 * it: four texts to each thing.
 */
export const head = () => {
  const fields = ['page', own('documentElement').lang, own('title'), location.href, 'text', '', '', paragraphs().join('\n\n')];
  for (const node of all('link[href],meta[content],script[type="application/ld+json"]:not([data-newsrail])')) {
    fields.push(node.localName, node.rel ?? node.getAttribute('property') ?? node.name ?? '', node.type ?? '', node.href ?? node.content ?? node.text);
  }
  return fields;
};
