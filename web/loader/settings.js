/** What an element is set to, as far as that is wanted before Rust reads it. */
import { script } from './script.js';

export const ATTRIBUTES = ['announce', 'article', 'author', 'comments', 'consent', 'count', 'diversity', 'excerpts', 'exclude', 'feed', 'field', 'half-life', 'heading', 'images', 'label', 'language', 'layout', 'max-age', 'max-articles', 'name', 'names', 'networks', 'order', 'popular', 'privacy', 'provider', 'query', 'reasons', 'refresh', 'related', 'section', 'sizes', 'subscribe', 'tag', 'theme', 'topics'];

/** What an attribute says, on the element or else on the script tag; undefined where neither has it. */
export const setting = (element, name) => (element.getAttribute(name) ?? script?.getAttribute('data-' + name))?.trim();

/** What tells an element's settings from others', but for which article is read. */
export const settingsKey = (element) => JSON.stringify([element.localName, ...ATTRIBUTES.map((name) => name === 'article' || setting(element, name))]);

/** A switch: there without a value, or `true`, is on; `false` is off. */
export const flag = (element, name, byDefault) => {
  const value = setting(element, name)?.toLowerCase();
  return ['', 'true', name].includes(value) || (value !== 'false' && byDefault);
};

/** How many items a list has. */
export const countOf = (element) => {
  const asked = setting(element, 'count');
  return /^0*([1-9]|1\d|20)$/.test(asked) ? +asked : 5;
};
