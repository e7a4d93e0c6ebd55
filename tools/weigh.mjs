/**
 * Prints what a partner page loads for the two lists and the form, and fails
 * above the budget.
 *
 *   node tools/weigh.mjs DIST
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Bytes after brotli 11. */
const BUDGET = { loader: 3 * 1024, total: 112 * 1024 };

const dist = process.argv[2] ?? 'dist';
const files = readdirSync(dist).filter((name) => /^newsrail(-[0-9a-f]{8})?\.(js|wasm)$/.test(name)).sort();
if (files.length !== 3) {
  console.error(`${dist} should hold loader, glue and wasm, but holds: ${files.join(', ') || 'none of them'}`);
  process.exit(1);
}

const row = (name, ...sizes) => console.log(name.padEnd(26), ...sizes.map((size) => String(size).padStart(10)));
row('file', 'raw', 'gzip 9', 'brotli 11');
const total = [0, 0, 0];
let loader = 0;
for (const name of files) {
  const bytes = readFileSync(join(dist, name));
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  const sizes = [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli.length];
  sizes.forEach((size, at) => { total[at] += size; });
  if (name === 'newsrail.js') loader = brotli.length;
  row(name, ...sizes);
}
row('total', ...total);
row('budget', '', '', BUDGET.total);

const over = [
  loader > BUDGET.loader && `the loader has ${loader} bytes, ${BUDGET.loader} are allowed`,
  total[2] > BUDGET.total && `the whole has ${total[2]} bytes, ${BUDGET.total} are allowed`,
].filter(Boolean);
for (const line of over) console.error(`over budget: ${line}`);
process.exit(over.length ? 1 : 0);
