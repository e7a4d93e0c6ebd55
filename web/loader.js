/**
 * newsrail.js, the one file that a page names.
 *
 * It defines the custom elements, holds the space that each will take, and
 * brings in the rest from beside itself when the first element comes near the
 * viewport: glue, WebAssembly and feed side by side. What an attribute means
 * is decided in Rust; here is only what must be known before Rust is there.
 *
 * LISTS, PAGE and FORMS are names of bundles, each a glue, its WebAssembly and its
 * style (web/style.js); the build fills them in. Those ask for others by the name that they
 * know (web/host/programs.js).
 */
import { all, create, own } from './host/document.js';
import { turn } from './host/turn.js';

const running = own('currentScript');
// What is imported is run from there: nothing but a script may say where that is.
const script = running instanceof HTMLScriptElement ? running : null;
const base = new URL('.', script?.src || own('baseURI')).href;

const ATTRIBUTES = ['announce', 'article', 'author', 'comments', 'consent', 'count', 'diversity', 'excerpts', 'exclude', 'feed', 'field', 'half-life', 'heading', 'images', 'label', 'language', 'layout', 'max-age', 'max-articles', 'name', 'names', 'networks', 'order', 'popular', 'privacy', 'provider', 'query', 'reasons', 'refresh', 'related', 'section', 'sizes', 'subscribe', 'tag', 'theme', 'topics'];
const PREFIX = 'newsrail-';
/** Bundles with their kinds: forms, lists, and what a news site is made of, which has the lists too. */
const BUNDLES = [
  [FORMS, ['subscribe']],
  [LISTS, ['popular', 'more-like-this']],
  [PAGE, ['article', 'share', 'reply', 'author', 'slot', 'front', 'search']],
];
const KINDS = BUNDLES.flatMap(([, kinds]) => kinds);

/** What a WordPress site is asked for; src/feed/wordpress.rs has the same. */
const POSTS = 'wp/v2/posts?per_page=50&_embed=author,wp:featuredmedia,wp:term&_fields=id,link,title,excerpt,date_gmt,modified_gmt,_links.author,_links.wp:featuredmedia,_links.wp:term';

/** How many pixels from the viewport an element is near it. */
const NEAR = 600;

/**
 * Lists that were chosen for this page as its link was pressed on the one before,
 * each behind the settings of its element (web/kept.js). The first look into
 * storage waits for the browser's own process, so it is for those alone who come
 * from a page of this site.
 */
let kept = [];
try {
  if (own('referrer').startsWith(origin)) {
    const { url, lists } = JSON.parse(sessionStorage.newsrail);
    if (url === location.href.split('#')[0]) kept = [...lists];
  }
} catch {
  // Nothing was, or the reader allows no storage.
}
const hasKept = kept[0];

/** For how many milliseconds the page's own pictures go first. */
const PATIENCE = 2000;

/** Bundles by name: the Promise of a glue, its WebAssembly running. */
const bundles = { __proto__: null };

/** Which of BUNDLES the page's elements but forms have in common, once one of them has come near. */
let usual;

/** Feeds asked for before the glue is there: address to Promise of a Response. */
const early = new Map();

const setting = (element, name) => (element.getAttribute(name) ?? script?.getAttribute('data-' + name))?.trim();

/** Forms have a bundle of their own. All other elements that are there when the first loads have one, and so has the kind that the script says is to come; a later element may need a further one. */
const bundleOf = (element) => {
  const least = (kind) => BUNDLES.findIndex(([, kinds]) => kinds.includes(kind));
  const own = least(kindOf(element));
  usual ??= Math.max(...[script?.getAttribute('data-bundle'), ...elements().map(kindOf)].map(least));
  return BUNDLES[own && Math.max(usual, own)][0];
};

/** What tells an element's settings from others', but for which article is read. */
const settings = (element) => JSON.stringify([element.localName, ...ATTRIBUTES.map((name) => name === 'article' || setting(element, name))]);

const kindOf = (element) => element.localName.slice(PREFIX.length);

const flag = (element, name, usual) => {
  const value = setting(element, name)?.toLowerCase();
  return ['', 'true', name].includes(value) || (value !== 'false' && usual);
};

const countOf = (element) => {
  const asked = setting(element, 'count');
  return /^0*([1-9]|1\d|20)$/.test(asked) ? +asked : 5;
};

const headLink = (which) => own('head').querySelector(`link${which}[href]`)?.href;

/** The addresses of an element's feeds: its own, the script's, WordPress's, or what the head announces, as src/host/page.rs looks for it. */
const feedsOf = (element) => {
  const named = setting(element, 'feed')?.match(/\S+/g);
  if (named) return named.map((url) => new URL(url, own('baseURI')).href);
  const root = headLink('[rel~="https://api.w.org/"]');
  if (root) return [root + (root.includes('?') ? POSTS.replace('?', '&') : POSTS)];
  const announced = ['feed+json', 'atom+xml', 'rss+xml'].map((kind) => headLink(`[rel~="alternate"]:not([href*="comments"])[type="application/${kind}"]`));
  return [announced.find(Boolean)];
};

/** Whether an element is in the viewport, or at most that many pixels above or below it. */
const isWithin = (element, margin = NEAR) => {
  const [box] = element.getClientRects();
  return box && box.top < innerHeight + margin && box.bottom > -margin;
};

/**
 * Lets the pictures come first that the reader is waiting for: on a slow line
 * whatever else is loaded keeps them, and all would be there no sooner.
 */
const pictures = async () => {
  const awaited = [...own('images')].filter((image) => !image.complete && isWithin(image, 0));
  if (!awaited[0]) return;
  await Promise.race([
    Promise.allSettled(awaited.map((image) => image.decode())),
    new Promise((go) => setTimeout(go, PATIENCE)),
  ]);
  // The frame that shows them is drawn before anything else is done.
  await new Promise(requestAnimationFrame);
  await turn();
};

const selector = (kinds) => kinds.map((kind) => PREFIX + kind).join();

/** The elements that stand on the page. */
const elements = () => all(selector(KINDS));

const compile = async (url) => {
  const response = await fetch(url);
  return response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
};

/** Asks for all that an element needs: a Promise of its bundle's glue. What has been asked for already, as a form is by whoever comes near its button, waits for no pictures. */
const ask = async (element) => {
  const name = bundleOf(element);
  if (!bundles[name]) await pictures();
  // Those read no feed.
  if (!/subscribe|share|reply|slot/.test(element.localName)) prefetch(element);
  return bring(name);
};

/** Starts the fetch of an element's feeds; Rust takes them over, or makes its own where one does not fit. */
const prefetch = (element) => {
  if (bundles[bundleOf(element)]) return;
  try {
    for (const url of feedsOf(element)) {
      if (!/^https?:/.test(url) || early.has(url)) continue;
      // Without a prototype: a host page may have put a `method` on Object.prototype.
      const response = fetch(url, { __proto__: null, credentials: 'omit', signal: AbortSignal.timeout(15000) });
      response.catch(() => {}); // whoever takes it over sees the failure
      early.set(url, response);
    }
  } catch {
    // An address that is none: Rust says so, with the element's name.
  }
};

const styleOf = (name) => import(base + name + '.style.js');

/** A page may name this file twice; the first defines the elements. */
const isSecond = customElements.get(PREFIX + 'popular');

const bring = (name, hasStyle = true) => {
  const url = base + name;
  return bundles[name] ??= Promise.all([import(url + '.js'), compile(url + '.wasm'), hasStyle && styleOf(name)])
    .then(async ([glue, wasm, style]) => {
      await glue.run(wasm);
      glue.start?.(script, style.sheet, early, bring);
      glue.watch?.(settings, glue);
      return glue;
    })
    .catch((error) => {
      delete bundles[name]; // so that it can be tried again
      console.error('newsrail: could not be loaded: ' + url, error);
      throw error;
    });
};

/**
 * Asks for files as soon as it is known what stands on the page: the observer's
 * first look comes with a frame. Where lists were kept, that is the frame which
 * shows them. A form waits for the observer: the lists beside it come first.
 */
const look = () => {
  if (isSecond || own('readyState') === 'loading' || hasKept) return;
  elements().some((element) => bundleOf(element) !== FORMS && isWithin(element) && ask(element).catch(() => {}));
};

/**
 * What an element takes in em, known from its attributes alone: its heading,
 * what is below, what is below that, and one row of it. docs/publish/embed.md
 * gives the same rule for the host page's own style sheet; style/lists.css
 * keeps to it.
 */
const space = (element) => {
  const kind = kindOf(element);
  const subscribe = setting(element, 'subscribe');
  const head = setting(element, 'heading') === '' ? 0 : 3;
  if (['article', 'slot', 'front'].includes(kind)) return [0, 0, 0, 0];
  if (kind === 'search') return [head, 3.5, 0, 0];
  if (kind === 'share') return [head, 0, .5, 0];
  if (kind === 'reply') return setting(element, 'comments') || feedsOf(element)[0]?.includes('wp/v2/posts') ? [head, 36, 0, 0] : [0, 0, 0, 0];
  if (kind === 'subscribe') {
    const topics = setting(element, 'topics')?.split(',').filter((topic) => topic.trim()).length;
    const asked = (flag(element, 'names') ? 4.75 : 0) + (topics > 1 ? 2.5 + 2 * topics : 0) +
      (setting(element, 'consent') || setting(element, 'privacy') ? 3.5 : 0);
    return subscribe ? [head, 10 + asked, 0, 0] : [0, 0, 0, 0];
  }
  if (kind === 'author') return [head, 8.25 + 4 * countOf(element), 0, 4];
  const cards = setting(element, 'layout')?.toLowerCase() === 'cards';
  const images = flag(element, 'images', cards);
  const excerpts = flag(element, 'excerpts', kind === 'more-like-this');
  const row = (flag(element, 'reasons') ? 1.5 : 0) + (cards
    ? 6 + (images ? 9 : 0) + (excerpts ? 4 : 0)
    : excerpts ? 7 : images ? 5.5 : 4);
  return [head, row * (cards ? 1 : countOf(element)), subscribe ? 4 : 0, row];
};

/** The pixels that a slot takes, by the viewport's width: `320x100 600:728x90`. */
const pixels = (element) => {
  if (kindOf(element) !== 'slot') return '';
  const label = setting(element, 'label') === '' ? 0 : 1.75;
  const sizes = [...(setting(element, 'sizes') ?? '').matchAll(/(?:(\d+):)?(\d+)x(\d+)/g)].sort((a, b) => (a[1] ?? 0) - (b[1] ?? 0));
  return sizes.map(([, from = 0, , height]) => `@media(min-width:${from}px){:host{min-height:calc(${height}px + ${label}em)}}`).join('');
};

/** How many ways to share an element offers: they break into rows of themselves. */
const ways = (element) => {
  if (kindOf(element) !== 'share') return 0;
  const all = setting(element, 'networks')?.match(/\S+/g) ?? ['sheet', 1, 2, 3, 4, 5];
  return all.length - (!navigator.share && all.includes('sheet'));
};

/** Style sheets by their text: elements that are set alike share one, which a browser then works through once. */
const sheets = { __proto__: null };

class Rail extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  /** The kinds that script tags have placed on this page. */
  static placed = new Set();

  static #near = new IntersectionObserver(
    (entries) => entries.forEach((entry) => entry.isIntersecting && entry.target.#mount()),
    { __proto__: null, rootMargin: NEAR + 'px' },
  );

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
      const [head, list, foot, row] = space(this);
      const style =
        `:host{display:flow-root!important;box-sizing:border-box;min-height:${head + list + foot}em;--newsrail-rail:${head + list}em;--newsrail-row:${row}em}` +
        ':host([hidden]){display:none!important}' +
        `.wait{height:${list}em;margin-top:${head}em;opacity:.12;background:linear-gradient(#0000 1em,currentColor 1em 2em,#0000 2em)0 0/92% ${row || 12}em repeat-y}` +
        pixels(this) +
        '.ways{display:grid;grid-template-columns:repeat(auto-fill,minmax(6.75em,1fr));gap:.5em;height:auto;background:none}i{height:2.5em;background:currentColor}';
      if (!sheets[style]) (sheets[style] = new CSSStyleSheet()).replaceSync(style);
      this.#root.adoptedStyleSheets[0] = sheets[style];
    } catch {
      // The bundle needs as much of the page, and says so.
    }
  }

  /** Shows its kept list, unless there is none, it has what no list has, or the program was sooner. */
  async #showKept() {
    try {
      const list = kept.find(([of]) => of === settings(this));
      list[0] = ''; // it is shown once
      const { nodeOf, sheet } = await styleOf(bundleOf(this));
      const node = nodeOf(list[1], create);
      if (this.#mounted) return;
      this.#root.adoptedStyleSheets[1] = sheet;
      this.#root.replaceChildren(node);
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
      for (let cells = ways(this); cells-- > 0; sketch.className = 'wait ways') sketch.append(create('i'));
    }
  }

  async #mount() {
    Rail.#near.unobserve(this);
    if (this.#mounted) return;
    try {
      const glue = await ask(this);
      await turn();
      if (this.isConnected) this.#mounted ??= glue.mount(this);
    } catch {
      if (!this.#isKept) this.#show('This could not be loaded.');
    }
  }
}

for (const name of ATTRIBUTES) {
  Object.defineProperty(Rail.prototype, name.replace(/-(.)/, (match) => match[1].toUpperCase()), {
    __proto__: null,
    get() { return this.getAttribute(name); },
    set(value) {
      if (value === true) value = '';
      if (this.toggleAttribute(name, value !== false && value != null)) this.setAttribute(name, value);
    },
  });
}

own('addEventListener').call(document, 'readystatechange', look);
// Before elements are made of what stands there: it is laid out as it was
// drawn, and would be laid out anew afterwards.
look();

for (const kind of KINDS) {
  if (!isSecond) customElements.define(PREFIX + kind, class extends Rail {});
}
const { placed } = customElements.get(PREFIX + 'popular');

/** Puts rails where the script tag stands, each kind once a page, set as the tag is. */
const place = (kinds) => {
  for (const kind of kinds) {
    if (!KINDS.includes(kind)) console.warn('newsrail: data-rails: there is no ' + kind);
    else if (!placed.has(kind)) {
      placed.add(kind);
      const element = create(PREFIX + kind);
      for (const name of ATTRIBUTES) {
        const value = script.getAttribute('data-' + name);
        if (value != null) element.setAttribute(name, value);
      }
      script.before(element);
    }
  }
  look();
};

const placeDefault = () => {
  if (!all(selector(KINDS) + ',script[data-rails]')[0]) place(BUNDLES[1][1]);
};

const rails = script?.getAttribute('data-rails');
if (!script?.closest('body')) {
  if (rails) console.warn('newsrail: data-rails: not in <body>');
} else if (rails != null) {
  place(rails.match(/\S+/g) ?? []);
} else if (own('readyState') === 'loading') {
  addEventListener('DOMContentLoaded', placeDefault);
} else {
  placeDefault();
}
