/** The files beside newsrail.js, by their names. A bundler's build has web/module/files.js in its place. */
import { base } from './script.js';

/** How often each script could not be had. */
const failures = { __proto__: null };

/**
 * The Promise of a script: a bundle's glue, its WebAssembly not yet there. Firefox and
 * Safari know until the page is left that one could not be had, so that another try asks
 * for another address.
 */
export const scriptOf = async (name) => {
  const times = failures[name] ?? 0;
  try {
    return await import(base + name + '.js' + (times ? '?' + times : ''));
  } catch (error) {
    failures[name] = times + 1;
    throw error;
  }
};

/** The address of a bundle's WebAssembly. */
export const wasmOf = (name) => base + name + '.wasm';
