// What of the strings is not shown as it is, and what is wider than the page.
const [strings] = arguments;
/** As a browser lays it out: control characters as blanks, and any blanks as one. */
const shown = (text) => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ').replace(/[\s\ufeff]+/g, ' ').trim();
const wrong = [];
let looked = 0;
const compare = (what, node, string) => {
  looked++;
  const [is, shall] = [shown(node?.textContent ?? '(nothing)'), shown(string)];
  if (is !== shall) wrong.push([what, is, shall]);
};
strings.forEach((string, number) => {
  // A headline of nothing is none: an address takes its place.
  if (!shown(string)) return;
  const root = document.querySelector(`newsrail-article[article=a${number}]`).shadowRoot;
  compare('headline', root.querySelector('h1'), string);
  compare('text', root.querySelector('.body p'), string);
  compare('caption', root.querySelector('figcaption'), string);
  const byline = shown(root.querySelector('.byline')?.textContent ?? '');
  looked++;
  if (!byline.includes(shown(string))) wrong.push(['byline', byline, shown(string)]);
});
for (const { shadowRoot } of document.querySelectorAll('newsrail-popular')) {
  for (const link of shadowRoot.querySelectorAll('h3 a')) compare('in a list', link, strings[new URL(link.href).pathname.slice(1)]);
}
for (const { shadowRoot } of document.querySelectorAll('*')) {
  if (!shadowRoot) continue;
  for (const element of shadowRoot.querySelectorAll('*')) {
    if (element.closest('.scroll, .hidden, [hidden]')) continue;
    const { right, width } = element.getBoundingClientRect();
    if (width && right > 320.5) wrong.unshift(['wide', element.outerHTML.slice(0, 200), right]);
  }
}
if (document.documentElement.scrollWidth > 320) wrong.push(['wide', 'the page', document.documentElement.scrollWidth]);
return { wrong: wrong.slice(0, 40), looked };
