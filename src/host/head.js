/** What src/formats.rs asks of the page. */

/** The paragraphs of the page's first article element. */
const text = () => [...document.querySelector('article')?.querySelectorAll('p') ?? []].map((p) => p.textContent).join('\n\n');

/**
 * All that the page says of itself, as `Head::read` of src/feed/page.rs takes
 * it: fields with a NUL between them, four to each thing. No page has a NUL,
 * and JSON would go through a `toJSON` that a page may have put on all arrays.
 */
export const head = () => {
  const fields = ['page', document.documentElement.lang, document.title, location.href, 'text', '', '', text()];
  for (const node of document.querySelectorAll('link[href],meta[content],script[type="application/ld+json"]:not([data-newsrail])')) {
    fields.push(node.localName, node.rel ?? node.getAttribute('property') ?? node.name ?? '', node.type ?? '', node.href ?? node.content ?? node.text);
  }
  return fields.join('\0');
};
