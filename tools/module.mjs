/**
 * The scripts of the npm package, which a bundler carries into an app: the same
 * sources, but for what finds the files beside one. A bundler knows a file only where
 * its name stands as a whole, so these have plain names and web/module/ has them.
 */
import { resolve } from 'node:path';
import { TAGS } from './locales.mjs';

/** The names of the package's files, as the sources ask for them. */
export const MODULE_NAMES = { LISTS: 'lists', PAGE: 'page', FORMS: 'forms', FORMATS: 'formats', LATENT: 'latent', AHEAD: 'ahead', SEEN: 'seen', LOOKS: 'looks', LANGUAGES: 'languages' };

/** What stands in whose place. */
const INSTEAD = new Map([
  ['loader/files.js', 'module/files.js'],
  ['loader/script.js', 'module/script.js'],
  ['host/files.js', 'module/beside.js'],
].map((pair) => pair.map((file) => resolve('web', file))));

/** The programs that say texts. */
const SAYING = ['lists', 'page', 'forms'];

/** What web/module/files.js has of the languages: how each program's texts are imported. */
const texts = () => {
  const names = SAYING.flatMap((which) => TAGS.map((tag) => `${which}-${tag}`));
  return `export const texts = {\n${names.map((name) => `  '${name}': () => import('./${name}.js'),\n`).join('')}};\n`;
};

/** For esbuild: takes what stands in another's place, and leaves the package's own files to the bundler. */
export const forBundlers = {
  name: 'for-bundlers',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path, importer, namespace, resolveDir }) => {
      if (path === './texts.js' && importer === resolve('web/module/files.js')) return { path, namespace: 'texts' };
      if (namespace === 'texts' || [...INSTEAD.values()].includes(importer)) return { path, external: true };
      const instead = INSTEAD.get(resolve(resolveDir, path));
      return instead && { path: instead };
    });
    onLoad({ filter: /^/, namespace: 'texts' }, () => ({ contents: texts() }));
  },
};
