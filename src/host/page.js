/** What src/host/page.rs asks of the page where Rust would need more bytes for it. */

/** Whether an element is in view, as far as the window goes. */
export const isInView = (element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

/** `kind` and the page's address, where its JSON-LD may tell of articles. */
export const own = (kind) =>
  [...document.querySelectorAll('script[type="application/ld+json"]')].some((node) => /"(headline|itemListElement)"/.test(node.text)) ? kind + location.href.split('#')[0] : undefined;

/** What the page says of its article without JSON-LD, NULs between: headline, section, summary and text, tags. */
export const article = () => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const said = (...names) => all(names.map((name) => `meta[property="${name}"],meta[name="${name}"]`).join()).map((node) => node.content);
  const paragraphs = [...document.querySelector('article')?.querySelectorAll('p') ?? []].map((node) => node.textContent);
  return [
    said('og:title')[0] || document.title, said('article:section')[0],
    [said('og:description', 'description')[0], ...paragraphs].join('\n'), ...said('article:tag'),
  ].join('\0');
};
