/**
 * Which items of a list the reader sees: half of one, for a second, counted once for each
 * page. A script of its own, which a page asks for once an element of it has the setting
 * `impressions`. Nothing is sent: the page is told by an event.
 */

/** How much of an item has to be in view, and for how many milliseconds. */
const HALF = .5;
const LONG_ENOUGH = 1000;

/** The addresses of what has been seen on the page, which is another once it has moved on. */
let seen = new Set();
let page;

/** How each element is watched. */
const watches = new WeakMap();

/** The places of the items in an element: each item with the part of the view that it is. */
const placed = (element, items) => {
  const links = new Map();
  for (const link of element.shadowRoot.querySelectorAll('[part~=headline]')) {
    links.set(link.getAttribute('href'), link.closest('[part~=item],[part~=story]') ?? link);
  }
  return new Map(items.map((item, at) => [links.get(item.url), { ...item, place: at + 1 }]));
};

class Watch {
  #element;
  #tell;
  #items = [];
  #parts = new Map();
  /** The timers of the parts that are in view. */
  #timers = new Map();

  #view = new IntersectionObserver((entries) => {
    for (const { target, intersectionRatio } of entries) {
      this.#leave(target);
      if (intersectionRatio >= HALF) this.#timers.set(target, setTimeout(() => this.#count(target), LONG_ENOUGH));
    }
  }, { __proto__: null, threshold: HALF });

  constructor(element, tell) {
    this.#element = element;
    this.#tell = tell;
    const again = () => this.#look();
    // A view comes a moment after its event, and a search shows more without one.
    new MutationObserver(again).observe(element.shadowRoot, { __proto__: null, childList: true, subtree: true });
    addEventListener('visibilitychange', again);
  }

  /** From now on these are its items. */
  watch(items) {
    this.#items = items;
    this.#look();
  }

  /** Begins anew with what stands there now; nobody sees a page that is hidden. */
  #look() {
    this.#view.disconnect();
    for (const part of [...this.#timers.keys()]) this.#leave(part);
    this.#parts = placed(this.#element, document.visibilityState === 'hidden' ? [] : this.#items);
    for (const [part, { url }] of this.#parts) if (part && !seen.has(url)) this.#view.observe(part);
  }

  #leave(part) {
    clearTimeout(this.#timers.get(part));
    this.#timers.delete(part);
  }

  #count(part) {
    const { place, id, url, reason } = this.#parts.get(part);
    this.#leave(part);
    this.#view.unobserve(part);
    if (seen.has(url)) return;
    seen.add(url);
    this.#tell(this.#element, { list: this.#element.localName.replace('newsrail-', ''), place, id, url, reason });
  }
}

/** From now on looks which of these an element shows to the reader; `moves` says how often the page has become another, `tell` tells it of an item that was seen. */
export const look = (element, items, moves, tell) => {
  if (page !== moves) {
    page = moves;
    seen = new Set();
  }
  if (!watches.has(element)) watches.set(element, new Watch(element, tell));
  watches.get(element).watch(items);
};
