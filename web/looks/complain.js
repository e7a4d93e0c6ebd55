/** What an attribute says that cannot be used, once for each element, however often its list is made. */
import { warnOf } from '../host/console.js';

/** By element: what has been said of it. */
const said = new WeakMap();

/** Says that a word is not known, and what is used instead; as src/host/console.rs says it. */
export const complain = (element, attribute, word, used) => {
  const line = `${attribute}="${word}" is not known; using "${used}"`;
  const lines = said.get(element) ?? new Set();
  if (!lines.has(line)) warnOf(element, line);
  said.set(element, lines.add(line));
};
