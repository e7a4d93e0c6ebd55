/** The files beside newsrail.js, by their names. A bundler's build has web/module/files.js in its place. */
import { base } from './script.js';

/** The Promise of a script: a bundle's glue, its WebAssembly not yet there. */
export const scriptOf = (name) => import(base + name + '.js');

/** The address of a bundle's WebAssembly. */
export const wasmOf = (name) => base + name + '.wasm';
