/**
 * The scripts of the npm package, which a bundler carries into an app: the same
 * sources, but for what finds the files beside one. A bundler knows a file only where
 * its name stands as a whole, so these have plain names and web/module/ has them.
 */
import { resolve } from 'node:path';

/** The names of the package's files, as the sources ask for them. */
export const MODULE_NAMES = { LISTS: 'lists', PAGE: 'page', FORMS: 'forms', FORMATS: 'formats', AHEAD: 'ahead', LANGUAGES: 'languages' };

/** What stands in whose place. */
const INSTEAD = new Map([
  ['loader/files.js', 'module/files.js'],
  ['loader/script.js', 'module/script.js'],
  ['host/files.js', 'module/beside.js'],
].map((pair) => pair.map((file) => resolve('web', file))));

/** For esbuild: takes what stands in another's place, and leaves the package's own files to the bundler. */
export const forBundlers = {
  name: 'for-bundlers',
  setup: ({ onResolve }) => onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path, importer, resolveDir }) => {
    if ([...INSTEAD.values()].includes(importer)) return { path, external: true };
    const instead = INSTEAD.get(resolve(resolveDir, path));
    return instead && { path: instead };
  }),
};
