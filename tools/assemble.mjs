/**
 * Trunk's last step: turns what Trunk has staged (newsrail.js, the glue that
 * wasm-bindgen writes, and newsrail_bg.wasm) into what a page loads.
 *
 *   newsrail.js                         the loader, which knows the names of the others
 *   newsrail-HASH.js, .wasm             lists and sign-up
 *   newsrail-page-HASH.js, .wasm        the same and the elements that an article page is made of
 *   newsrail-site-HASH.js, .wasm        the same and those of a news site
 *   ….style.js                          beside each of those three: what its elements look like
 *   newsrail-formats-HASH.js, .wasm     the readers of further formats
 *   newsrail-post-HASH.js, .wasm        what posts a sign-up or a reply
 *   newsrail-languages-HASH.js          what ranking knows of languages beside English
 *   THIRD-PARTY.txt                     whose work is in them (of a release)
 *
 * Each is the same crate with other features. Those of a release are built
 * here: Trunk builds the crate as a library for Rust too, and cargo does then
 * not optimise it as one piece, whatever the profile says. The last two are made
 * first, since the glue of the others has their names in it. While developing
 * there is one bundle with all in it, which is taken for each of them.
 *
 * HASH is of the files' content, so they may be cached for ever. Trunk's
 * own hash would not do: it is taken before wasm-bindgen and wasm-opt.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { contributors } from './crates.mjs';
import { compiled, thirdParty } from './licences.mjs';
import { minify, optimise } from './optimise.mjs';
import { rename } from './rename.mjs';

const staging = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === 'release';
const target = ['chrome111', 'firefox113', 'safari16.4'];
const targets = process.env.CARGO_TARGET_DIR ?? 'target';
const triple = 'wasm32-unknown-unknown';

const WIDGET = ['mount', 'start', 'beside'];
/** What goes into the glue of those beside what Rust exports. */
const AHEAD = `export { watch } from '${join(process.cwd(), 'src/ahead.js')}';`;
const READER = ['convert'];
const SENDER = ['post'];

/** Stands in a glue for the bundle's own name, until it is known. */
const SELF = 'newsrail-self';

const run = (tool, ...options) => execFileSync(tool, options, { stdio: ['ignore', 'ignore', 'inherit'] });

/** Runs what the loader has compiled: wasm-bindgen's own way is for whoever brings an address, bytes or a response. */
const RUN = `
export const run = async (module) => {
  const instance = await WebAssembly.instantiate(module, __wbg_get_imports());
  __wbg_finalize_init(instance, module);
};
`;

const definitions = (names) => Object.fromEntries(Object.entries(names).map(([name, file]) => [name, JSON.stringify(file)]));

/** The names of the bundles that are made, as the sources have them. */
const names = {};

/** Writes a script that is nothing but a text; its name. */
const textScript = async (name, file) => {
  const script = `export default ${JSON.stringify(await readFile(file, 'utf8'))}`;
  const named = `${name}-${createHash('sha256').update(script).digest('hex').slice(0, 8)}`;
  await writeFile(join(staging, named + '.js'), script);
  return named;
};

/** What each bundle is made of, for tools/weigh.mjs to print. */
const made = {};

/** The packages that the bundles are built from. */
const packages = new Map();

/** The script that has the style sheet of some elements. */
const styleOf = async (sheets) => {
  const style = await build({
    stdin: { contents: sheets.map((sheet) => `@import './${sheet}.css';`).join(''), resolveDir: 'style', loader: 'css' },
    bundle: true, minify: release, charset: 'utf8', target, write: false, logLevel: 'warning',
  });
  const { outputFiles: [script] } = await build({
    entryPoints: ['src/style.js'], define: definitions({ STYLE: style.outputFiles[0].text.trim() }),
    bundle: true, format: 'esm', minify: release, charset: 'utf8', target, write: false, logLevel: 'warning',
  });
  return script.contents;
};

/** Turns a glue and its WebAssembly in a folder, and style sheets, into a bundle; its name. */
const bundle = async (name, folder, exports, { beside = '', sheets } = {}) => {
  const script = join(folder, 'newsrail.js');
  const file = join(folder, 'newsrail_bg.wasm');
  let glueText = (await readFile(script, 'utf8')) + RUN;
  if (release) {
    const [short, named] = ['short.wasm', 'named.wasm'].map((name) => join(folder, name));
    const shortNames = minify(file, short);
    optimise(short, file, named);
    glueText = rename(glueText, shortNames, await readFile(file));
    made[name] = contributors(await readFile(named));
    await Promise.all([short, named].map((name) => rm(name)));
  }
  await writeFile(script, glueText);
  // One file of it and of the scripts beside what asks for them.
  const { outputFiles: [glue] } = await build({
    stdin: { contents: `export { run, ${exports} } from './newsrail.js'; ${beside}`, resolveDir: folder }, define: definitions(names),
    bundle: true, format: 'esm', minify: release, target, pure: ['FinalizationRegistry'], write: false, logLevel: 'warning',
    // wasm-bindgen names a script twice where another's functions stand between its.
    logOverride: { 'duplicate-object-key': 'silent' },
  });
  const wasm = await readFile(file);
  if (!WebAssembly.validate(wasm)) throw new Error(`${name}: what binaryen wrote is no WebAssembly that this machine takes`);
  const style = sheets ? await styleOf(sheets) : '';
  const hash = createHash('sha256').update(glue.contents).update(wasm).update(style).digest('hex').slice(0, 8);
  const named = `${name}-${hash}`;
  await rm(join(folder, 'newsrail.js'));
  // They are in the glue now.
  await rm(join(folder, 'snippets'), { recursive: true, force: true });
  await rm(file);
  await writeFile(join(staging, named + '.js'), glue.text.replaceAll(SELF, named));
  await writeFile(join(staging, named + '.wasm'), wasm);
  if (sheets) await writeFile(join(staging, named + '.style.js'), style);
  return named;
};

/** Builds the crate with some features, for browsers alone. */
const variant = async (name, features, exports, more) => {
  const started = Date.now();
  const messages = execFileSync('cargo', [
    'rustc', '--release', '--lib', '--crate-type', 'cdylib', '--locked', '--offline', '--quiet', '--message-format', 'json-render-diagnostics',
    '--target', triple, '--no-default-features', '--features', features,
  ], { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', maxBuffer: Infinity });
  for (const [manifest, one] of compiled(messages, triple)) {
    if (!packages.get(manifest)?.linked) packages.set(manifest, one);
  }
  const folder = join(staging, name);
  const built = join(targets, triple, 'release', 'newsrail.wasm');
  run('wasm-bindgen', '--target', 'web', '--no-typescript', '--out-dir', folder, '--out-name', 'newsrail', built);
  const named = await bundle(name, folder, exports, more);
  await rm(folder, { recursive: true });
  console.log(`${named} built in ${Math.round((Date.now() - started) / 1000)} s`);
  return named;
};

if (release) {
  await rm(join(staging, 'newsrail.js'));
  await rm(join(staging, 'newsrail_bg.wasm'));
  await rm(join(staging, 'snippets'), { recursive: true, force: true });
  names.LANGUAGES = await textScript('newsrail-languages', 'src/text/languages.txt');
  names.FORMATS = await variant('newsrail-formats', 'formats', READER);
  names.POST = await variant('newsrail-post', 'post', SENDER);
  names.SITE = await variant('newsrail-site', 'widget,site', WIDGET, { beside: AHEAD, sheets: ['widget', 'elements', 'site'] });
  names.PAGE = await variant('newsrail-page', 'widget,page', WIDGET, { beside: AHEAD, sheets: ['widget', 'elements'] });
  names.LISTS = await variant('newsrail', 'widget', WIDGET, { beside: AHEAD, sheets: ['widget'] });
  await writeFile(join(targets, 'contributors.json'), JSON.stringify(made));
  await writeFile(join(staging, 'THIRD-PARTY.txt'), await thirdParty(packages));
} else {
  names.FORMATS = names.POST = SELF;
  names.LISTS = names.PAGE = names.SITE = await bundle('newsrail', staging, [...WIDGET, ...READER, ...SENDER], { beside: AHEAD, sheets: ['widget', 'elements', 'site'] });
}

const { outputFiles: [loader] } = await build({
  entryPoints: ['src/loader.js'], define: definitions(names), bundle: true, format: 'iife', minify: release, target, write: false, logLevel: 'warning',
});
await writeFile(join(staging, 'newsrail.js'), loader.contents);
