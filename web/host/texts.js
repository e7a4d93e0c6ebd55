/**
 * What newsrail says, in the language of the element that says it: a publisher's own
 * text, else the language's, else the English one, which Rust has.
 */
import { errorOf, warn } from './console.js';
import { written } from './settings.js';
import { turn } from './turn.js';

/** How many milliseconds an element waits for its texts when all else is there. */
const LATEST = 1000;

/** No texts: those of English, which are in the programs. */
const ENGLISH = { __proto__: null };

/** The loader's (web/loader/texts.js): the texts for an element, a Promise of them, or nothing where there is no file of the language. Those that could not be had are empty. */
let find = () => {};

/** Called when elements may have come into another language. */
let changed;

/** What each element has said its texts in. It goes on with that while others are on their way. */
const shown = new WeakMap();

/** The elements that need not be asked again before a language changes: 300 comments are said at once. */
let settled = new WeakSet();

/** The lines that have been written. */
const told = new Set();

const tell = (line) => {
  if (!told.has(line)) warn(line);
  told.add(line);
};

/** Takes the loader's function. */
export const setTexts = (loader) => {
  find = loader;
};

/** From now on calls when elements may have come into another language. */
export const onLanguage = (call) => {
  changed = call;
};

const languages = new MutationObserver(() => {
  settled = new WeakSet();
  changed();
});

/** Looks for other languages in all trees that an element is in: its own, and those around a host. */
const observe = (element) => {
  for (let root = element.getRootNode(); root; root = root.host?.getRootNode()) {
    languages.observe(root, { __proto__: null, attributeFilter: ['lang'], subtree: true });
  }
};

/** The element, or the host of its tree, that says in which language it is. */
const placeOf = (element) => {
  const { host } = element.getRootNode();
  return host && !element.closest('[lang]') ? placeOf(host) : element;
};

/**
 * Resolves in a task of its own, once the texts for an element are there. One that does not
 * get them does not wait for ever: it says them when they come. Rejects for an element in
 * another document, where no style sheet of this one may be.
 */
export const ready = async (element) => {
  if (element.ownerDocument !== document) {
    errorOf(element, 'is in another document than newsrail.js, and shows nothing there');
    throw element;
  }
  const texts = find(element, placeOf(element));
  if (texts?.then) await Promise.race([texts, new Promise((go) => setTimeout(go, LATEST))]);
  await turn();
};

/** The language that a page says an element is in; nothing where it says none. */
export const langOf = (element) => placeOf(element).closest('[lang]')?.lang;

/** The texts for an element, of which `tag` is the language. */
const textsOf = (element) => {
  if (settled.has(element)) return shown.get(element);
  const texts = find(element, placeOf(element));
  if (!shown.has(element)) observe(element);
  if (texts?.then) {
    texts.then(changed);
    return shown.get(element) ?? ENGLISH;
  }
  const lang = texts?.tag ? '' : langOf(element);
  if (lang && !/^en\b/i.test(lang)) tell(`${texts ? 'could not be loaded' : 'there are none'}: the texts in "${lang}"; the English ones are used`);
  shown.set(element, texts ?? ENGLISH);
  settled.add(element);
  return texts ?? ENGLISH;
};

/** The language of the texts for an element. */
export const tagOf = (element) => textsOf(element).tag ?? 'en';

/** What a publisher has written in place of a text: on the element, on the list that it is in, or on the script tag. */
const own = (element, key) => {
  const name = 'text-' + key;
  const text = written(element, name) ?? element.getRootNode().host?.getAttribute(name);
  if (!text?.trim()) return;
  if (!/<[a-z!/]/i.test(text)) return text;
  tell(`${name}="${text}" has markup in it; the usual text is used`);
};

/** A text, what is to be replaced in it as it stands. */
const pattern = (element, key, english) => {
  const texts = textsOf(element);
  const text = own(element, key) ?? texts[key];
  if (typeof text === 'string') return text;
  if (texts.tag) tell(`the texts in ${texts.tag} have no ${key}; the English one is used`);
  return english;
};

/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;

/** A value as a language has it. One that may be written in the other direction keeps it to itself. */
const localised = (tag, value) => {
  if (Array.isArray(value)) return new Intl.ListFormat(tag, { __proto__: null, style: 'narrow' }).format(value.map((part) => localised(tag, part)));
  if (typeof value !== 'string') return value.toLocaleString(tag);
  return RIGHT_TO_LEFT.test(value) || /^(ar|he)/.test(tag) ? `\u2068${value}\u2069` : value;
};

/** A text with a value in it; with none as it stands. */
export const said = (element, key, english, value) => {
  const text = pattern(element, key, english);
  return value === undefined ? text : text.replace(/\{\w+\}/, () => localised(tagOf(element), value));
};

/** The form of a text that a number takes, with the number and a value in it. */
export const counted = (element, key, one, other, count, value) => {
  const texts = textsOf(element);
  const { tag = 'en' } = texts;
  const category = new Intl.PluralRules(tag).select(count);
  // Browsers differ in the rarer forms of some languages.
  const form = `${key}-${category}` in texts || tag === 'en' ? category : 'other';
  return pattern(element, `${key}-${form}`, form === 'one' ? one : other)
    .replace('{count}', localised(tag, count))
    .replace(/\{\w+\}/, () => localised(tag, value));
};
