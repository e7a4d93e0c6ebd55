/**
 * Prints what a page loads, and fails where it is too much: the lists must
 * be lighter than what a publisher would take instead, InstantSearch's two lists
 * and the search client that its documentation has installed. Every other
 * program may weigh 5 % more than in the last release; tools/released.json has
 * those figures, each with the reason of its last change. What a program says in one
 * further language may weigh 2 KB.
 *
 *   node tools/weigh.mjs DIST
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { script } from '../bench/lib/assets.mjs';
import { FILES as CONFIGURATOR } from './configure.mjs';
import { TAGS } from './locales.mjs';

const LOADER = /^newsrail\.js$/;
const bundle = (name) => new RegExp(`^${name}-[0-9a-f]{8}\\.(js|wasm)$`);
const LISTS = bundle('newsrail');
const PAGE = bundle('newsrail-page');
const FORMATS = bundle('newsrail-formats');
const FORMS = bundle('newsrail-forms');
const LATENT = bundle('newsrail-latent');
const LANGUAGES = /^newsrail-languages-[0-9a-f]{8}\.js$/;
/** What one of three programs says in a language. */
const TEXTS = /^newsrail(-page|-forms)?-[0-9a-f]{8}-[a-zA-Z-]+\.js$/;
const AHEAD = /^newsrail-ahead-[0-9a-f]{8}\.js$/;
const SEEN = /^newsrail-seen-[0-9a-f]{8}\.js$/;
const LOOKS = /^newsrail-looks-[0-9a-f]{8}\.js$/;

/**
 * What is loaded together: the loader with the lists; in place of those a page
 * with newsrail's further elements, or a news site of them; and what a form to sign
 * up adds to any of them, a feed in a further format, or one of many articles.
 */
const ROLES = {
  loader: [LOADER],
  lists: [LOADER, LISTS],
  page: [LOADER, PAGE],
  formats: [FORMATS],
  forms: [FORMS],
  latent: [LATENT],
  languages: [LANGUAGES],
  ahead: [AHEAD],
  seen: [SEEN],
  looks: [LOOKS],
};

/** The most bytes of a program's texts in one language. */
const TEXTS_MOST = 2048;

/** How much heavier than in the last release anything may be. */
const GROWTH = 1.05;

const dist = process.argv[2] ?? 'dist';
const files = readdirSync(dist).filter((name) => /^newsrail.*\.(js|wasm)$/.test(name)).sort();
const SIZES = [[LOADER, 1], [LISTS, 2], [PAGE, 2], [FORMATS, 2], [FORMS, 2], [LATENT, 2], [LANGUAGES, 1], [AHEAD, 1], [SEEN, 1], [LOOKS, 1], [TEXTS, 3 * TAGS.length]];
if (files.length !== SIZES.reduce((sum, [, size]) => sum + size, 0) || SIZES.some(([role, size]) => files.filter((name) => role.test(name)).length !== size)) {
  console.error(`${dist} should hold the loader, five programs of two files, one each of languages, lists ahead, what is seen and layouts, and the texts of three programs in ${TAGS.length} languages, but holds: ${files.join(', ') || 'none of them'}`);
  process.exit(1);
}

// What stands beside them is not weighed: no partner's page loads it. All of it is known.
const strange = readdirSync(dist).filter((name) => /\.(js|mjs|wasm)$/.test(name) && !files.includes(name) && name !== 'page.js' && !CONFIGURATOR.test(name));
if (strange.length) {
  console.error(`${dist} has files that nobody knows: ${strange.join(', ')}`);
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
  if (!TEXTS.test(name)) row(name, bytes.length, gzipSync(bytes, { level: 9 }).length, brotli.length);
}

/** Before compression, as tools/assemble.mjs has counted them. */
const made = JSON.parse(readFileSync(join(process.env.CARGO_TARGET_DIR ?? 'target', 'contributors.json')));
const largest = (parts) => parts.slice(0, 5).map(([name, bytes]) => `${name} ${bytes}`).join(', ');
console.log('\nthe largest parts of each, in bytes before compression: crates, and rooms of newsrail');
for (const [name, { crates, rooms }] of Object.entries(made)) {
  console.log(`${name.padEnd(18)}${largest(crates)}\n${' '.repeat(18)}${largest(rooms)}`);
}

const released = JSON.parse(readFileSync(new URL('released.json', import.meta.url)));
const { brotli: { length: instead } } = await script('instantsearch', 'pages/instantsearch/main.js');
const limits = new Map(Object.entries(released).map(([role, { bytes }]) => [role, Math.floor(bytes * GROWTH)]));
limits.set('lists', instead - 1);

row('\nrole', '', 'brotli 11', 'at most', 'free');
let over = 0;
for (const [role, parts] of Object.entries(ROLES)) {
  const total = files.filter((name) => parts.some((part) => part.test(name))).reduce((sum, name) => sum + weights.get(name), 0);
  const limit = limits.get(role);
  row(role, '', total, ...(limit ? [limit, limit - total] : []));
  if (total > limit) {
    over += 1;
    console.error(`too heavy: ${role} has ${total} bytes, ${limit} are allowed`);
  }
}
for (const program of ['', '-forms', '-page']) {
  const of = [...weights].filter(([name]) => TEXTS.test(name) && (name.match(TEXTS)[1] ?? '') === program).sort(([, a], [, b]) => b - a);
  const [[heaviest, bytes]] = of;
  row(`texts${program}, heaviest`, heaviest.replace(/.*?[0-9a-f]{8}-|\.js$/g, ''), bytes, TEXTS_MOST, TEXTS_MOST - bytes);
  if (bytes > TEXTS_MOST) {
    over += 1;
    console.error(`too heavy: ${heaviest} has ${bytes} bytes, ${TEXTS_MOST} are allowed`);
  }
}
console.log(`\nInstantSearch's two lists and its search client have ${instead} bytes`);
process.exit(over ? 1 : 0);
