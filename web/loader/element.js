/** The class of newsrail's elements: it holds their space, and has a program mounted into them once they come near. */
import { create, isAuthored, renderedIn } from '../host/document.js';
import { ATTRIBUTES, KINDS_WITHOUT_FEED } from '../shared.js';
import { bundleOf, canRun } from './bundles.js';
import { early } from './feeds.js';
import { scriptOf } from './files.js';
import { keptLists } from './kept-lists.js';
import { elements, kindOf } from './kinds.js';
import { endAhead, load } from './load.js';
import { bringLooks } from './looks.js';
import { placeLeftOut } from './placement.js';
import { addProperties, takeOwn } from './properties.js';
import { script } from './script.js';
import { holding, waysOf } from './space.js';
import { textsOf } from './texts.js';
import { NEAR } from './viewport.js';

export class Rail extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  static #near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) target.#mount();
    endAhead();
  }, { __proto__: null, rootMargin: NEAR + 'px' });

  // Made before there is a shadow root, which hides the author's links without it.
  #slot = create('slot');
  // A rendered one is there already, and would be emptied were it asked for anew.
  #root = this.shadowRoot ?? this.attachShadow({ __proto__: null, mode: 'open' });
  #mounted;
  #glue;
  /** Whether it shows a kept list, or a rendered one, which a failure leaves where it is. */
  #isKept;
  /** Whether an attribute's change is about to be seen to; all are before it is connected. */
  #changed = true;
  /** The address that articles have which a page hands over: of the element alone, and nothing is asked for there. */
  #handed = 'https://newsrail.invalid/' + Math.random();
  #settle;

  /** Resolves once the element shows something, or it is known that it cannot. */
  ready = new Promise((go) => {
    this.addEventListener('newsrail-load', this.#settle = go);
    this.addEventListener('newsrail-error', go);
  });

  /** The articles that a page has handed over, in place of a feed. */
  get articles() {
    return early.get(this.#handed)?.[0];
  }

  set articles(items) {
    early.set(this.#handed, [items]);
    if (this.feed !== this.#handed) this.feed = items ? this.#handed : this.feed;
    else if (items) this.reload();
    else this.feed = null;
  }

  connectedCallback() {
    if (this.#mounted) return; // it was only moved
    takeOwn(this);
    this.#changed = false;
    this.#showSketch();
    this.#hold();
    Rail.#near.observe(this);
    if (keptLists && !this.#isKept) this.#showKept();
  }

  disconnectedCallback() {
    // A move disconnects and connects at once; only what stays away is taken down.
    queueMicrotask(() => {
      if (this.isConnected && this.ownerDocument === document) return;
      Rail.#near.unobserve(this);
      this.#mounted = this.#mounted?.free(); // nothing is left of it
      placeLeftOut();
      // In another document, of which the program says that it cannot serve it.
      if (this.isConnected) this.connectedCallback();
    });
  }

  attributeChangedCallback(_name, before, after) {
    if (before === after || this.#changed) return;
    this.#changed = true;
    queueMicrotask(async () => {
      this.#changed = false;
      if (!this.isConnected) return;
      this.#hold();
      if (this.#glue) await bringLooks(this, this.#glue);
      this.#mounted?.refresh();
    });
  }

  /** Has its feeds asked for anew. */
  reload() {
    this.#mounted?.reload();
  }

  /** Holds the space that the element will take. */
  #hold() {
    try {
      this.#root.adoptedStyleSheets[0] = holding(this);
    } catch {
      // The bundle needs as much of the page, and says so.
    }
  }

  /** Shows its kept list, unless there is none, it has what no list has, or the program was sooner. */
  async #showKept() {
    try {
      const [{ takeList }, glue] = await Promise.all([scriptOf(AHEAD), scriptOf(bundleOf(this))]);
      await bringLooks(this, glue);
      const list = takeList(keptLists, this, script, create);
      if (this.#mounted) return;
      this.#root.adoptedStyleSheets[1] = glue.sheet;
      this.#root.replaceChildren(list);
      this.#isKept = true;
    } catch {
      // The program chooses a list as on any other page.
    }
  }

  /** Shows what stands there without the rest: a rendered list, the author's own links, else a sketch of the list. */
  #showSketch() {
    this.#isKept = renderedIn(this);
    if (this.#root.contains(this.#isKept)) return;
    this.#root.replaceChildren(this.#slot);
    if (isAuthored(this)) return;
    const ways = waysOf(this);
    const sketch = create('div');
    sketch.className = ways[0] ? 'wait ways' : 'wait';
    sketch.append(...ways.map(() => create('i')));
    this.#root.append(sketch);
  }

  /** Shows the author's own links, and that the rest could not be had. */
  #showFailure() {
    const line = create('p');
    line.setAttribute('role', 'status');
    const button = create('button');
    const say = (texts = {}) => {
      line.textContent = texts['not-loaded'] ?? 'This could not be loaded.';
      button.textContent = texts['try-again'] ?? 'Try again';
    };
    say();
    Promise.resolve(textsOf(this)).then(say); // they may never come
    button.onclick = () => this.#mount();
    // Where nothing can run, trying again promises what cannot be.
    this.#root.replaceChildren(this.#slot, line, ...(canRun() ? [button] : []));
  }

  /** Forgets what the reader has opened from lists with `read`, on this site. */
  forgetRead() {
    try {
      localStorage.removeItem('newsrail-read');
    } catch {
      // Nothing is kept where nothing may be.
    }
    for (const element of elements()) if (#mounted in element) element.#mounted?.refresh();
  }

  async #mount() {
    Rail.#near.unobserve(this);
    if (this.#mounted) return;
    try {
      const glue = this.#glue = await load(this);
      await glue.ready(this);
      if (this.isConnected) this.#mounted ??= glue.mount(this);
      if (KINDS_WITHOUT_FEED.includes(kindOf(this))) this.#settle();
    } catch {
      if (!this.#isKept) this.#showFailure();
      this.#settle();
    }
  }
}

addProperties(Rail);
