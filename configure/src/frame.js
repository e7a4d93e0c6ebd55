({ page, own, handedOver }) => {
  // A feed that no address has is answered from where the browser keeps it.
  const { fetch } = self;
  self.fetch = async (asked, options) => {
    const found = handedOver.find(({ url }) => url === asked);
    if (!found) return fetch(asked, options);
    const { body } = await fetch(found.blob);
    return new Response(body, { headers: { 'content-type': 'application/feed+json', 'cache-control': 'no-store' } });
  };

  // What is near is so in this page's own window, wherever its frame stands.
  self.IntersectionObserver = class extends IntersectionObserver {
    constructor(look, options) {
      super(look, { root: document, ...options });
    }
  };

  const lines = [];
  for (const level of ['warn', 'error']) {
    const say = console[level];
    console[level] = (...said) => {
      if (String(said[0]).startsWith('newsrail:')) lines.push(String(said[0]));
      say.apply(console, said);
      tell();
    };
  }

  /** The height that the loader holds for an element, or that an element of no fixed height has. */
  const heldBy = (element) => {
    const rules = [...element.shadowRoot?.adoptedStyleSheets[0]?.cssRules ?? []];
    const wider = rules.filter(({ media }) => media).map((rule) => [parseInt(rule.media.mediaText.match(/\d+/)), rule.cssRules[0].style.minHeight]);
    const { minHeight, fontSize } = getComputedStyle(element);
    const held = parseFloat((parseFloat(minHeight) / parseFloat(fontSize)).toFixed(2));
    if (/share$/.test(element.localName)) return [`${Math.ceil(element.offsetHeight / parseFloat(getComputedStyle(element).fontSize) * 4) / 4}em`, wider];
    // Nobody knows how high these are before they are there.
    if (/(article|front)$/.test(element.localName)) return ['100vh', wider];
    return [held && !wider[0] ? `${held}em` : '', wider];
  };

  let waiting;
  const tell = () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      const space = {}, wider = {};
      for (const element of document.querySelectorAll('*')) {
        const [, kind] = /^newsrail-(.+)/.exec(element.localName) ?? [];
        if (!kind || !element.shadowRoot) continue;
        const [held, from] = heldBy(element);
        if (held) space[kind] = held;
        if (from.length) wider[kind] = from;
      }
      const files = performance.getEntriesByType('resource').map(({ name }) => name)
        .filter((name) => name.startsWith(own)).map((name) => name.slice(own.length))
        .filter((name) => /^newsrail-.*\.(js|wasm)$/.test(name) && !/^newsrail-(ahead|languages)-/.test(name));
      const height = document.body?.offsetHeight ?? 0;
      parent.postMessage(JSON.stringify({ page, height, space, wider, files: [...new Set(files)], lines }), '*');
    }, 50);
  };

  new PerformanceObserver(tell).observe({ type: 'resource', buffered: true });
  for (const event of ['load', 'newsrail-load', 'newsrail-error']) addEventListener(event, tell);
  addEventListener('DOMContentLoaded', () => new ResizeObserver(tell).observe(document.body));
}
