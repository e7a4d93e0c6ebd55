// Runs before the first byte of every page, so that no shift is missed, and
// offers what it saw as `window.newsrailLayoutShifts()`.
(() => {
  const seen = [];

  // `newsrail-popular > li.item`: through shadow roots up to the page itself.
  const name = (node) => {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const id = element.id ? `#${element.id}` : '';
    const classes = [...(element.classList ?? [])].map((item) => `.${item}`).join('');
    const root = element.getRootNode();
    const host = root instanceof ShadowRoot ? `${name(root.host)} > ` : '';
    return `${host}${element.nodeName.toLowerCase()}${id}${classes}`;
  };

  // Chromium does not say which element inside a shadow root moved: the one that
  // is seen in the middle of where it moved to is it, or lies in it.
  const at = ({ x, y, width, height }) => {
    const seen = (root) => root.elementFromPoint(x + width / 2, y + height / 2);
    let element = seen(document);
    while (element?.shadowRoot && seen(element.shadowRoot)) element = seen(element.shadowRoot);
    return element;
  };

  const mover = ({ node, currentRect }) => {
    const element = node ?? at(currentRect);
    return element ? name(element) : 'an element that is gone';
  };

  const place = ({ x, y, width, height }) => `${x},${y} ${width}×${height}`;

  const note = (entries) => {
    for (const entry of entries) {
      if (entry.hadRecentInput) continue;
      seen.push({
        score: entry.value,
        moved: entry.sources.map(
          (source) => `${mover(source)} from ${place(source.previousRect)} to ${place(source.currentRect)}`,
        ),
      });
    }
  };

  if (PerformanceObserver.supportedEntryTypes?.includes('layout-shift')) {
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    window.newsrailLayoutShifts = () => {
      note(observer.takeRecords());
      return seen;
    };
    return;
  }

  // Elsewhere the place of every element is looked at in each frame. As in
  // Chromium, what was not seen before or is not seen after has not moved, less
  // than three pixels are none, and half a second after an act of the reader's
  // nothing counts.
  let before = new Map();
  let acted = -Infinity;
  for (const type of ['pointerdown', 'keydown', 'resize']) {
    addEventListener(type, () => { acted = performance.now() }, true);
  }
  // Markup may bear a name of the document's.
  const querySelectorAll = (root) => (root === document ? Document : DocumentFragment).prototype.querySelectorAll;
  const all = function* (root) {
    for (const element of querySelectorAll(root).call(root, '*')) {
      yield element;
      if (element.shadowRoot) yield* all(element.shadowRoot);
    }
  };
  const area = ({ width, height }) => width * height;
  const isSeen = ({ x, y, width, height }) =>
    width > 0 && height > 0 && x < innerWidth && y < innerHeight && x + width > 0 && y + height > 0;
  const look = () => {
    const now = new Map();
    for (const element of all(document)) {
      const box = element.getBoundingClientRect();
      now.set(element, { box, scroll: [scrollX, scrollY] });
      const old = before.get(element);
      if (!old || performance.now() - acted < 500 || !isSeen(box) || !isSeen(old.box)) continue;
      const [x, y] = [box.x - old.box.x + scrollX - old.scroll[0], box.y - old.box.y + scrollY - old.scroll[1]];
      const far = Math.max(Math.abs(x), Math.abs(y));
      if (far < 3) continue;
      seen.push({
        score: (far / Math.max(innerWidth, innerHeight)) * Math.min(1, (area(box) + area(old.box)) / (innerWidth * innerHeight)),
        moved: [`${name(element)} from ${place(old.box)} to ${place(box)}`],
      });
    }
    before = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  window.newsrailLayoutShifts = () => seen;
})();
