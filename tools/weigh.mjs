/**
 * Prints what a page loads, and fails above the budget of a role: the lists
 * and the form; a page with newsrail's further elements, and a news site of
 * them, each of which loads another bundle in place of the lists'; and what a feed
 * in a further format adds to any of them, and a reader who signs up or replies.
 *
 *   node tools/weigh.mjs DIST
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const LOADER = /^newsrail\.js$/;
const bundle = (name) => new RegExp(`^${name}-[0-9a-f]{8}(\\.style)?\\.(js|wasm)$`);
const LISTS = bundle('newsrail');
const PAGE = bundle('newsrail-page');
const SITE = bundle('newsrail-site');
const FORMATS = bundle('newsrail-formats');
const POST = bundle('newsrail-post');
const LANGUAGES = /^newsrail-languages-[0-9a-f]{8}\.js$/;

/** What is loaded together, and how many bytes it may have after brotli 11. */
const ROLES = [
  ['loader', [LOADER], 3 * 1024 + 200],
  ['lists', [LOADER, LISTS], 64 * 1024 + 1200],
  ['page', [LOADER, PAGE], 88 * 1024],
  ['site', [LOADER, SITE], 92.5 * 1024],
  ['formats', [FORMATS], 44 * 1024],
  ['post', [POST], 12.5 * 1024],
  ['languages', [LANGUAGES], 2 * 1024],
];

const dist = process.argv[2] ?? 'dist';
const files = readdirSync(dist).filter((name) => /^newsrail.*\.(js|wasm)$/.test(name)).sort();
const SIZES = [[LOADER, 1], [LISTS, 3], [PAGE, 3], [SITE, 3], [FORMATS, 2], [POST, 2], [LANGUAGES, 1]];
if (files.length !== 15 || SIZES.some(([role, size]) => files.filter((name) => role.test(name)).length !== size)) {
  console.error(`${dist} should hold the loader, three bundles of three files, two of two and one of languages, but holds: ${files.join(', ') || 'none of them'}`);
  process.exit(1);
}

const row = (name, ...columns) => console.log(name.padEnd(30), ...columns.map((column) => String(column).padStart(10)));
row('file', 'raw', 'gzip 9', 'brotli 11');
const weights = new Map();
for (const name of files) {
  const bytes = readFileSync(join(dist, name));
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  weights.set(name, brotli.length);
  row(name, bytes.length, gzipSync(bytes, { level: 9 }).length, brotli.length);
}

/** Before compression, as tools/assemble.mjs has counted them. */
const made = JSON.parse(readFileSync(join(process.env.CARGO_TARGET_DIR ?? 'target', 'contributors.json')));
const largest = (parts) => parts.slice(0, 5).map(([name, bytes]) => `${name} ${bytes}`).join(', ');
console.log('\nthe largest parts of each, in bytes before compression: crates, and rooms of newsrail');
for (const [name, { crates, rooms }] of Object.entries(made)) {
  console.log(`${name.padEnd(18)}${largest(crates)}\n${' '.repeat(18)}${largest(rooms)}`);
}

row('\nrole', '', 'brotli 11', 'budget');
let over = 0;
for (const [role, parts, budget] of ROLES) {
  const total = files.filter((name) => parts.some((part) => part.test(name))).reduce((sum, name) => sum + weights.get(name), 0);
  row(role, '', total, budget);
  if (total > budget) {
    over += 1;
    console.error(`over budget: ${role} has ${total} bytes, ${budget} are allowed`);
  }
}
process.exit(over ? 1 : 0);
