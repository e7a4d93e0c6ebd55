/**
 * newsrail's readers and engine as a module of their own, out of what cargo
 * made of bench/engine.rs: through the same wasm-bindgen and wasm-opt as a
 * release.
 */
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { optimise } from '../../tools/optimise.mjs';
import { asset } from './assets.mjs';
import { scratch, target } from './paths.mjs';

const NAME = 'engine_bg.wasm';

/** The engine running here; its glue, for a page; and its WebAssembly, as a file of the CDN's. */
export const loadEngine = async () => {
  const built = join(target, 'wasm32-unknown-unknown', 'release', 'engine.wasm');
  execFileSync('wasm-bindgen', ['--target', 'web', '--no-typescript', '--out-dir', scratch, '--out-name', 'engine', built], { stdio: 'inherit' });
  await writeFile(join(scratch, 'package.json'), '{"type":"module"}'); // for Node, which runs it too
  const file = join(scratch, NAME);
  optimise(file, file);
  const bytes = await readFile(file);
  const glue = join(scratch, 'engine.js');
  const engine = await import(pathToFileURL(glue));
  engine.initSync({ module: bytes });
  return { engine, glue, wasm: asset(NAME, bytes, 'no-cache') };
};
