/** The class of newsrail's elements: it holds their space, and has a program mounted into them once they come near. */
import { create } from '../host/document.js';
import { turn } from '../host/turn.js';
import { hasKept, keptList } from './kept-lists.js';
import { endAhead, load } from './load.js';
import { addProperties } from './properties.js';
import { ATTRIBUTES } from './settings.js';
import { holding, waysOf } from './space.js';
import { NEAR } from './viewport.js';

export class Rail extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  /** The kinds that script tags have placed on this page. */
  static placed = new Set();

  static #near = new IntersectionObserver((entries) => {
    const near = entries.filter((entry) => entry.isIntersecting);
    for (const { target } of near) target.#mount();
    if (near[0]) endAhead();
  }, { __proto__: null, rootMargin: NEAR + 'px' });

  // Made before there is a shadow root, which hides the author's links without it.
  #slot = create('slot');
  #root = this.attachShadow({ __proto__: null, mode: 'open' });
  #mounted;
  /** Whether it shows a kept list, which a failure leaves where it is. */
  #isKept;
  /** Whether an attribute's change is about to be seen to; all are before it is connected. */
  #changed = true;

  constructor() {
    super();
    this.#root.append(this.#slot);
  }

  connectedCallback() {
    if (this.#mounted) return; // it was only moved
    this.#changed = false;
    this.#show('');
    this.#hold();
    Rail.#near.observe(this);
    if (hasKept) this.#showKept();
  }

  disconnectedCallback() {
    // A move disconnects and connects at once; only what stays away is taken down.
    queueMicrotask(() => {
      if (this.isConnected) return;
      Rail.#near.unobserve(this);
      this.#mounted?.free();
      this.#mounted = undefined;
    });
  }

  attributeChangedCallback(_name, before, after) {
    if (before === after || this.#changed) return;
    this.#changed = true;
    queueMicrotask(() => {
      this.#changed = false;
      if (!this.isConnected) return;
      this.#hold();
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
      const [list, sheet] = await keptList(this);
      if (this.#mounted) return;
      this.#root.adoptedStyleSheets[1] = sheet;
      this.#root.replaceChildren(list);
      this.#isKept = true;
    } catch {
      // The program chooses a list as on any other page.
    }
  }

  /** What stands there without the rest: the author's own links, else a sketch of the list, and a failure in words. */
  #show(failure) {
    const add = (name, text) => {
      const node = create(name);
      node.textContent = text;
      this.#root.append(node);
      return node;
    };
    this.#root.replaceChildren(this.#slot);
    if (failure) {
      add('p', failure).setAttribute('role', 'status');
      add('button', 'Try again').onclick = () => this.#mount();
    } else if (!this.textContent.trim() && !this.firstElementChild) {
      const sketch = add('div', '');
      sketch.className = 'wait';
      for (let cells = waysOf(this); cells-- > 0; sketch.className = 'wait ways') sketch.append(create('i'));
    }
  }

  async #mount() {
    Rail.#near.unobserve(this);
    if (this.#mounted) return;
    try {
      const glue = await load(this);
      await turn();
      if (this.isConnected) this.#mounted ??= glue.mount(this);
    } catch {
      if (!this.#isKept) this.#show('This could not be loaded.');
    }
  }
}

addProperties(Rail);
