/**
 * In place of web/loader/files.js, for the package that bundlers take: they carry a
 * file only where its name stands as a whole in `import` or `new URL`. Those of the
 * languages' texts are written by the build (tools/module.mjs).
 */
import { texts } from './texts.js';

const scripts = {
  __proto__: null,
  ...texts,
  lists: () => import('./lists.js'),
  page: () => import('./page.js'),
  forms: () => import('./forms.js'),
  formats: () => import('./formats.js'),
  latent: () => import('./latent.js'),
  ahead: () => import('./ahead.js'),
  looks: () => import('./looks.js'),
};

const wasm = {
  __proto__: null,
  lists: () => new URL('./lists.wasm', import.meta.url),
  page: () => new URL('./page.wasm', import.meta.url),
  forms: () => new URL('./forms.wasm', import.meta.url),
  formats: () => new URL('./formats.wasm', import.meta.url),
  latent: () => new URL('./latent.wasm', import.meta.url),
};

/** The Promise of a script: a bundle's glue, its WebAssembly not yet there. */
export const scriptOf = (name) => scripts[name]();

/** The address of a bundle's WebAssembly. */
export const wasmOf = (name) => wasm[name]().href;
