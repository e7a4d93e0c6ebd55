/**
 * Lists that the tab keeps for the page that the reader goes to next: web/ahead.js
 * writes them, the loader shows them. They are in `sessionStorage.newsrail`, as JSON:
 *
 *   { "url": "https://…", "lists": [[settings, tree], …] }
 *
 * A tree is `[name, [[attribute, value], …], child, …]`, and a text is itself. It
 * is no HTML, and what is not of a list's own making is shown in no part: every
 * script of the page may write into its storage.
 */
import { writtenOn } from './host/settings.js';

/** What lists are made of (src/ui/rail.rs): elements, and attributes with their values. */
const ELEMENTS = ['a', 'div', 'h2', 'h3', 'img', 'li', 'ol', 'p', 'section', 'span', 'time', 'ul'];
const ATTRIBUTES = /^(aria-label=.*|class=(rail ((numbered|cards( carousel)?|compact|lines) )?(light|dark|scheme)?|picture|reason|text|meta|paid|reads?)|aria-level=\d|alt=.*|datetime=[\d-]+|decoding=async|dir=auto|(href|src)=https?:\/\/.*|loading=lazy|part=(rail|heading|list|item|headline|excerpt|reason|picture|meta|paid)|rel=sponsored|role=list|sizes=auto,15em|srcset=https?:\/\/\S+ \d+w(, https?:\/\/\S+ \d+w)*|style=(object-position: \d+% \d+%|counter-set: place \d+);)$/s;

/** The tree of a node. */
export const treeOf = (node) =>
  node.localName
    ? [node.localName, Array.from(node.attributes, ({ name, value }) => [name, value]), ...Array.from(node.childNodes, treeOf)]
    : node.data;

/** The node of a tree, of elements that `create` makes; throws where it has what no list has. */
const nodeOf = (tree, create) => {
  if (typeof tree === 'string') return tree;
  const [name, attributes, ...children] = tree;
  if (!ELEMENTS.includes(name)) throw name;
  const node = create(name);
  for (const [name, value] of attributes) {
    if (!ATTRIBUTES.test(name + '=' + value)) throw name;
    // A page may forbid styles in markup, and not these.
    if (name === 'style') node.style.cssText = value;
    else node.setAttribute(name, value);
  }
  node.append(...children.map((child) => nodeOf(child, create)));
  return node;
};

/** What tells an element's settings from others', but for which article is read: as they are written on it, or else on the script tag; and its language. */
export const settingsKey = (element, script) => JSON.stringify([
  element.localName,
  element.closest('[lang]')?.lang,
  ...element.constructor.observedAttributes.map((name) => name === 'article' || writtenOn(element, name, script)),
]);

/** The node of the first list that is kept for an element set like this one, once; throws where there is none. */
export const takeList = (lists, element, script, create) => {
  const key = settingsKey(element, script);
  const list = lists.find(([of]) => of === key);
  list[0] = '';
  return nodeOf(list[1], create);
};
