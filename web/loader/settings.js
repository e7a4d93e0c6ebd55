/**
 * What an element is set to, as far as that is wanted before Rust reads it.
 * core/src/config has the same rules, and tests/browser/loader.rs runs the same
 * cases through both.
 */
import { words } from '../host/links.js';
import { COUNT_DEFAULT, COUNT_LEAST, COUNT_MOST, LAYOUTS, NETWORKS, NETWORKS_DEFAULT } from '../shared.js';
import { script } from './script.js';

/** What an attribute says on the element, or else on the script tag, its words with a blank between them; undefined where neither has it. */
export const setting = (element, name) => words(element.getAttribute(name) ?? script?.getAttribute('data-' + name))?.join(' ');

/** The same with small letters A to Z; every other letter stays, as in Rust. */
const keyword = (element, name) => setting(element, name)?.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** A switch: there without a value, or `true`, is on; `false` is off. */
export const flag = (element, name, byDefault) => {
  const value = keyword(element, name);
  return ['', 'true', name].includes(value) || (value !== 'false' && byDefault);
};

/** How a list's items stand. */
export const layoutOf = (element) => LAYOUTS.find((layout) => layout === keyword(element, 'layout')) ?? LAYOUTS[0];

/** Whether a list has a line below each headline. */
export const hasMeta = (element) => Boolean(setting(element, 'meta'));

/** How many items a list has. */
export const countOf = (element) => {
  const asked = setting(element, 'count');
  return +(/^\d+$/.test(asked) && asked >= COUNT_LEAST && asked <= COUNT_MOST ? asked : COUNT_DEFAULT);
};

/** How many topics a form to sign up has. */
export const topicsOf = (element) => setting(element, 'topics')?.split(',').filter((topic) => /[^ ]/.test(topic)).length;

/** The ways to share that an element offers. */
export const networksOf = (element) => {
  const named = words(keyword(element, 'networks'));
  return named?.[0] ? NETWORKS.filter((network) => named.includes(network)) : NETWORKS.slice(0, NETWORKS_DEFAULT);
};

/** The sizes of a slot, `320x100 600:728x90`: each a match with the least width of the viewport, if it says one, and its height. */
export const sizesOf = (element) => (words(setting(element, 'sizes')) ?? [])
  .map((size) => /^(?:(\d{1,4}):)?\d{1,4}x(\d{1,4})$/.exec(size))
  .filter(Boolean);
