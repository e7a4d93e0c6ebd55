/**
 * Lists for the page that the reader goes to next.
 *
 * As a link to another article is pressed, the program that is there chooses
 * what the lists would show beside that one; it is kept for the tab, until the
 * next page is there. That one shows it at once, with no program loaded yet; what
 * its own program chooses then takes its place, which is the same as long as the
 * feed is.
 *
 * It is kept as a text of steps and not as JSON, which would go through a `toJSON`
 * that a page may have put on all arrays. It is no HTML either: whatever writes to
 * the page's storage shall not write into the page, so lists are built of known
 * elements and attributes alone.
 */

const KEY = 'newsrail';

/** What another version has written is none of ours. */
const SELF = import.meta.url;

/** Between the parts of what is kept, and between the steps of a list. */
const [PART, STEP] = ['\0', '\x01'];

const ELEMENTS = /^(section|h[23]|[ou]l|li|div|a|p|img)$/;
const ATTRIBUTES = /^(class|part|dir|role|alt|loading|decoding|aria-label)$/;

const withoutFragment = (url) => url.split('#')[0];

/** What tells an element's settings from others': its tag and the script's, but for which article is read. */
const settings = (...nodes) => nodes.map((node) => node?.outerHTML.split('>')[0].replace(/ (data-)?article="[^"]*"/, '')).join();

/** A node as steps: `<` and its name, `@` an attribute and its value, `"` a text, `>` its end. */
const steps = (node) => (node.data === undefined
  ? ['<' + node.localName, ...Array.from(node.attributes, ({ name, value }) => `@${name}=${value}`), ...[...node.childNodes].flatMap(steps), '>']
  : ['"' + node.data]);

/** The nodes that some steps tell of. */
const build = (list) => {
  const top = new DocumentFragment();
  let node = top;
  for (const step of list.split(STEP)) {
    const said = step.slice(1);
    if (step[0] === '<') {
      node.append(document.createElement(ELEMENTS.test(said) ? said : 'div'));
      node = node.lastChild;
    } else if (step[0] === '@') {
      const [name] = said.split('=', 1);
      const value = said.slice(name.length + 1);
      if (ATTRIBUTES.test(name) || (/^(href|src)$/.test(name) && /^https?:/.test(value))) node.setAttribute(name, value);
    } else if (step[0] === '>') node = node.parentNode;
    else node.append(said);
  }
  return top;
};

/** Shows what was chosen for this page in the elements with the same settings, if no program was quicker; whether it did. */
const show = (script) => {
  const [self, url, style, ...lists] = sessionStorage[KEY].split(PART);
  delete sessionStorage[KEY];
  if (self !== SELF || url !== withoutFragment(location.href)) return false;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  for (const element of document.querySelectorAll('newsrail-popular,newsrail-more-like-this')) {
    const at = lists.indexOf(settings(element, script));
    const root = element.shadowRoot;
    if (at < 0 || root?.firstElementChild.localName !== 'slot') continue;
    root.adoptedStyleSheets.push(sheet);
    root.replaceChildren(build(lists[at + 1]));
    lists.splice(at, 2);
  }
  return !lists.length;
};

/** Keeps what `beside` chooses for the article that a pressed link leads to. */
const keep = (beside, script, event) => {
  const link = event.composedPath().find(({ localName }) => localName === 'a');
  const url = withoutFragment(link?.href ?? '');
  if (link?.origin !== location.origin || url === withoutFragment(location.href)) return;
  // The press has done it, and this is the click.
  if (sessionStorage[KEY]?.split(PART)[1] === url) return;
  const chosen = beside(url);
  if (!chosen[0]) return;
  const style = Array.from(chosen[0].shadowRoot.adoptedStyleSheets[1].cssRules, ({ cssText }) => cssText).join('');
  const parts = [SELF, url, style];
  for (let at = 0; at < chosen.length; at += 2) parts.push(settings(chosen[at], script), steps(chosen[at + 1]).join(STEP));
  sessionStorage[KEY] = parts.join(PART);
};

/** Shows what was kept for this page, and tells whether that was all; given a program, keeps what that chooses for the next. */
export default (script, program) => {
  if (!program) return show(script);
  for (const type of ['pointerdown', 'click']) {
    addEventListener(type, (event) => {
      try {
        keep(program.beside, script, event);
      } catch {
        // There is no room, or no permission: the next page is like any other.
      }
    }, { __proto__: null, capture: true, passive: true });
  }
};
