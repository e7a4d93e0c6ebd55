// Sends every form, handles every element as a reader does, and says what on the page
// is not of newsrail's own making; how many lists there are; and how many bodies were
// written as HTML and read again as the same tree.
const IN_BODIES = ['a', 'abbr', 'b', 'blockquote', 'br', 'caption', 'cite', 'code', 'dd', 'del', 'div', 'dl', 'dt', 'em', 'figcaption', 'figure', 'h2', 'h3', 'h4', 'h5',
  'h6', 'hr', 'i', 'img', 'ins', 'kbd', 'li', 'mark', 'ol', 'p', 'pre', 'q', 's', 'small', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'];
const OWN = [...IN_BODIES, 'article', 'aside', 'bdi', 'button', 'fieldset', 'footer', 'form', 'h1', 'header', 'input', 'label', 'legend', 'nav', 'section', 'slot', 'span', 'textarea', 'time'];
const ATTRIBUTES = /^(alt|aria-[a-z]+|autocomplete|class|colspan|datetime|decoding|dir|disabled|enterkeyhint|for|height|hidden|href|id|inputmode|loading|name|maxlength|novalidate|part|placeholder|rel|required|role|rows|rowspan|spellcheck|src|tabindex|target|type|value|width)$/;
const OF_BODIES = /^(alt|class|colspan|dir|height|href|loading|rel|rowspan|src|tabindex|width)$/;

const roots = () => [...document.querySelectorAll('*')].filter(({ localName, shadowRoot }) => localName.startsWith('newsrail-') && shadowRoot);

/** Ends when nothing has changed on the page, and nothing has run, for some turns in a row. */
const still = async () => {
  for (let same = 0, before; same < 3;) {
    await new Promise((go) => setTimeout(go, 50));
    const texts = roots().map(({ shadowRoot }) => shadowRoot.textContent);
    const now = `${self.hits.length} ${performance.getEntriesByType('resource').length} ${texts.map((text) => text.length)}`;
    const isSending = texts.some((text) => text.includes('Sending…'));
    same = now === before && !isSending ? same + 1 : 0;
    before = now;
  }
};

for (const { shadowRoot } of roots()) {
  const form = shadowRoot.querySelector('form');
  if (!form) continue;
  for (const field of form.querySelectorAll('input, textarea')) {
    if (field.closest('[aria-hidden], [hidden]') || field.type === 'hidden' || field.tabIndex < 0) continue;
    field.value = field.type === 'email' || field.id === 'email' ? 'reader@paper.example' : field.type === 'search' ? field.value : field.id === 'website' ? '' : 'Some words';
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }
  form.requestSubmit();
}
await still();

const wrong = [];
let trees = 0;
for (const host of roots()) {
  for (const element of everyElement(host.shadowRoot)) {
    const body = element.parentElement?.closest('.body');
    const at = `${host.localName}: ${element.outerHTML.slice(0, 300)}`;
    if (!(body ? IN_BODIES : OWN).includes(element.localName) && element.localName !== 'newsrail-subscribe') wrong.push(`element ${at}`);
    for (const { name, value } of element.attributes) {
      if (element.localName !== 'newsrail-subscribe' && !(body ? OF_BODIES : ATTRIBUTES).test(name)) wrong.push(`attribute ${name} ${at}`);
      if (body && name === 'class' && !['embed', 'scroll'].includes(value)) wrong.push(`class ${at}`);
    }
    const address = element.href ?? element.src;
    const schemes = host.localName === 'newsrail-share' ? /^(https?|mailto):/ : /^https?:/;
    if (typeof address === 'string' && address && !schemes.test(new URL(address, location).href)) wrong.push(`address ${at}`);
    if (element.hasAttribute('href') && !schemes.test(element.getAttribute('href'))) wrong.push(`address as written ${at}`);
  }
  for (const body of host.shadowRoot.querySelectorAll('.body')) {
    body.normalize();
    const again = new DOMParser().parseFromString(`<div>${body.innerHTML}</div>`, 'text/html').body.firstChild;
    const before = document.importNode(body, true);
    const tree = (node) => node.localName
      ? [node.localName, [...node.attributes].map(({ name, value }) => name + '=' + value), [...node.childNodes].map(tree)]
      : node.data.replaceAll('\0', '').replace(/\r\n?/g, '\n'); // HTML can write neither: its parser drops a NUL, and a carriage return is a line break.
    const [one, other] = [[...before.childNodes], [...again.childNodes]].map((nodes) => JSON.stringify(nodes.map(tree)));
    if (one !== other) wrong.push(`another tree ${host.localName}: ${one.slice(0, 600)} became ${other.slice(0, 600)}`);
    else if (body.firstChild) trees++;
    // What would run of it runs here.
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const { contentWindow: inside, contentDocument: page } = frame;
    page.open();
    // No script comes first in a frame of the page's own making, but in Chromium.
    inside.hits = [];
    for (const name of ['hit', 'alert', 'confirm', 'prompt', 'print']) inside[name] = () => { inside.hits.push(name); };
    (page.ownWrite ?? page.write).call(page, body.innerHTML);
    page.close();
    handle([...page.querySelectorAll('*')]);
    self.hits.push(...inside.hits);
    frame.remove();
  }
}
handle(roots().flatMap(({ shadowRoot }) => everyElement(shadowRoot)));
await still();
wrong.push(...self.hits.map((what) => `has run: ${what}`), ...self.violations.map((what) => `would be forbidden: ${what}`));
const lists = [...document.querySelectorAll('newsrail-popular, newsrail-more-like-this')].filter(({ shadowRoot }) => shadowRoot.querySelector('section')).length;
return { wrong: wrong.slice(0, 20), lists, trees };
