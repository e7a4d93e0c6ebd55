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

  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });

  window.newsrailLayoutShifts = () => {
    note(observer.takeRecords());
    return seen;
  };
})();
