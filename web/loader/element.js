/** The class of newsrail's elements: it holds their space, and has a program mounted into them once they come near. */
import { create, isAuthored } from '../host/document.js';
import { ATTRIBUTES } from '../shared.js';
import { bundleOf } from './bundles.js';
import { scriptOf } from './files.js';
import { keptLists } from './kept-lists.js';
import { elements } from './kinds.js';
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
  #root = this.attachShadow({ __proto__: null, mode: 'open' });
  #mounted;
  #glue;
  /** Whether it shows a kept list, which a failure leaves where it is. */
  #isKept;
  /** Whether an attribute's change is about to be seen to; all are before it is connected. */
  #changed = true;

  connectedCallback() {
    if (this.#mounted) return; // it was only moved
    takeOwn(this);
    this.#changed = false;
    this.#showSketch();
    this.#hold();
    Rail.#near.observe(this);
    if (keptLists) this.#showKept();
  }

  disconnectedCallback() {
    // A move disconnects and connects at once; only what stays away is taken down.
    queueMicrotask(() => {
      if (this.isConnected) return;
      Rail.#near.unobserve(this);
      this.#mounted?.free();
      this.#mounted = undefined;
      placeLeftOut();
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

  /** Shows what stands there without the rest: the author's own links, else a sketch of the list. */
  #showSketch() {
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
    this.#root.replaceChildren(this.#slot, line, button);
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
    } catch {
      if (!this.#isKept) this.#showFailure();
    }
  }
}

addProperties(Rail);
