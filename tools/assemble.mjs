/**
 * Trunk's last step: turns what Trunk has staged (newsrail.js, the glue that
 * wasm-bindgen writes, and newsrail_bg.wasm) into what a page loads.
 *
 *   newsrail.js         the loader, which knows the names of the other two
 *   newsrail-HASH.js    the glue
 *   newsrail-HASH.wasm
 *
 * HASH is of the two files' content, so they may be cached for ever. Trunk's
 * own hash would not do: it is taken before wasm-bindgen and wasm-opt.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, transform } from 'esbuild';

const staging = process.env.TRUNK_STAGING_DIR;
const minify = process.env.TRUNK_PROFILE === 'release';
const target = ['chrome111', 'firefox113', 'safari16.4'];

const glueFile = join(staging, 'newsrail.js');
const wasmFile = join(staging, 'newsrail_bg.wasm');

/** Never all of them: binaryen then writes imports that no browser reads yet. */
const FEATURES = [
  'bulk-memory', 'bulk-memory-opt', 'nontrapping-float-to-int', 'sign-ext',
  'mutable-globals', 'reference-types', 'multivalue',
].map((feature) => `--enable-${feature}`);

const binaryen = (tool, ...options) =>
  execFileSync(tool, [wasmFile, ...FEATURES, ...options, '--output', wasmFile], { stdio: ['ignore', 'ignore', 'inherit'] });

/**
 * Takes out what only the streams of `wasm-streams` need. Leptos depends on it,
 * wasm-bindgen exports its classes, and what is exported cannot be optimised
 * away before the bundle is whole.
 */
const dropStreams = async () => {
  const module = new WebAssembly.Module(await readFile(wasmFile));
  const names = WebAssembly.Module.exports(module).map((entry) => entry.name);
  const kept = names.filter((name) => !name.includes('intounderlying'));
  const graph = join(staging, 'exports.json');
  const roots = [{ name: 'page', root: true, reaches: kept }, ...kept.map((name) => ({ name, export: name }))];
  await writeFile(graph, JSON.stringify(roots));
  binaryen('wasm-metadce', '--graph-file', graph);
  await rm(graph);
};

if (minify) {
  await dropStreams();
  binaryen('wasm-opt', '-Oz', '--converge', '--strip-debug', '--strip-producers');
}

// Bundled for the sake of its unused parts only: the streams' classes again.
const { outputFiles: [glue] } = await build({
  stdin: { contents: "export { default, mount, start } from './newsrail.js'", resolveDir: staging },
  bundle: true, format: 'esm', minify, target, pure: ['FinalizationRegistry'], write: false, logLevel: 'warning',
});
const wasm = await readFile(wasmFile);
const hash = createHash('sha256').update(glue.contents).update(wasm).digest('hex').slice(0, 8);
const names = { GLUE: `newsrail-${hash}.js`, WASM: `newsrail-${hash}.wasm` };

await rm(glueFile);
// They are in the glue now.
await rm(join(staging, 'snippets'), { recursive: true });
await writeFile(join(staging, names.GLUE), glue.contents);
await rename(wasmFile, join(staging, names.WASM));

const define = Object.fromEntries(Object.entries(names).map(([name, file]) => [name, JSON.stringify(file)]));
const loader = await transform(await readFile('src/loader.js', 'utf8'), { minify, define, target });
await writeFile(join(staging, 'newsrail.js'), loader.code);
