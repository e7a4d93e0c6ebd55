/**
 * All that the pages load, compressed once: newsrail as `make dist` left it,
 * the peers' scripts bundled and minified as a publisher would.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { PEERS } from '../pages/peers.mjs';
import { bench, dist } from './paths.mjs';

const TARGET = ['chrome111', 'firefox113', 'safari16.4'];

const TYPES = {
  js: 'text/javascript', wasm: 'application/wasm', json: 'application/feed+json', html: 'text/html; charset=utf-8', png: 'image/png',
};

/** What the lists are made of. */
const LISTS = /^newsrail(-[0-9a-f]{8})?\.(js|wasm)$/;

/** What is loaded besides where there is a form to sign up, or a reader wants one. */
const FORMS = /^newsrail-forms-[0-9a-f]{8}\.(js|wasm)$/;

/** What keeps lists for the next page, once the lists' program runs. */
const AHEAD = /^newsrail-ahead-[0-9a-f]{8}\.js$/;

/** What learns more of a feed of a hundred articles and more, once the lists are there. */
const LATENT = /^newsrail-latent-[0-9a-f]{8}\.(js|wasm)$/;

const FOR_EVER = 'public, max-age=31536000, immutable';
const AN_HOUR = 'public, max-age=3600';

/** A file as it is served: what a browser gets is the brotli, unless it is a picture. */
export const asset = (name, bytes, cache) => {
  const type = TYPES[name.split('.').pop()];
  const body = Buffer.from(bytes);
  const brotli = type === TYPES.png ? undefined : brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
  return { name, type, body, brotli, cache };
};

export const gzipped = ({ body }) => gzipSync(body, { level: 9 }).length;

/** A script of the bench's own: bundled for browsers, named by its content. */
export const script = async (name, entry, format = 'iife', alias = {}) => {
  const { outputFiles: [file] } = await build({
    entryPoints: [join(bench, entry)], absWorkingDir: bench, bundle: true, minify: true, format, target: TARGET, write: false,
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    alias, jsx: 'automatic', jsxImportSource: name, logLevel: 'warning', legalComments: 'none',
  });
  const hash = createHash('sha256').update(file.contents).digest('hex').slice(0, 8);
  return asset(`${name}-${hash}.js`, file.contents, FOR_EVER);
};

const built = async (which, count) => {
  const names = (await readdir(dist)).filter((name) => which.test(name)).sort((a, b) => a.length - b.length || a.localeCompare(b));
  if (names.length !== count) throw new Error(`${dist} should hold what make dist builds`);
  return Promise.all(names.map(async (name) => asset(name, await readFile(join(dist, name)), name === 'newsrail.js' ? AN_HOUR : FOR_EVER)));
};

/** What a form to sign up takes beyond what the lists have loaded. */
export const formsAssets = () => built(FORMS, 2);

/** What the lists' program asks for once it runs: no list waits for it. */
export const aheadAssets = () => built(AHEAD, 1);

/** What learns more of the feed that these pages have. */
export const latentAssets = () => built(LATENT, 2);

/** Per peer its files, the one that the page names first. */
export const peersAssets = async () => {
  const assets = new Map();
  for (const { name } of PEERS) {
    const entry = `pages/${name}/main.${['preact', 'react'].includes(name) ? 'jsx' : 'js'}`;
    // InstantSearch brings a Preact of its own, an older one.
    const alias = name === 'preact' ? { preact: 'preact-11' } : {};
    assets.set(name, name === 'newsrail' ? await built(LISTS, 3) : [await script(name, entry, 'iife', alias)]);
  }
  return assets;
};
