/** A release's way through binaryen. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Never all of them: binaryen then writes imports that no browser reads yet. */
const FEATURES = [
  'bulk-memory', 'bulk-memory-opt', 'nontrapping-float-to-int', 'sign-ext',
  'mutable-globals', 'reference-types', 'multivalue',
].map((feature) => `--enable-${feature}`);

/**
 * Smallest after brotli, not before: a function that is inlined where it is
 * called once is a few bytes less code, and less like its neighbours.
 * Rust's data begins above its stack, so nothing is at the low addresses.
 */
const ONCE = ['-Oz', '--low-memory-unused', '--one-caller-inline-max-function-size=20', '--always-inline-max-function-size=6'];

/**
 * The relooper finds shorter ways through a function than LLVM wrote down. What the last
 * passes do to a code that is small already makes it more alike, and smaller compressed.
 * Alignments are hints that no engine reads. Sorted by their names, functions of one
 * module or type stand together, and are like their neighbours.
 */
const SMALL = [
  ...ONCE, '--flatten', '--rereloop', '-Oz', '-Oz',
  '--simplify-locals-notee-nostructure', '--precompute-propagate', '--optimize-instructions', '--vacuum', '--reorder-locals', '--dealign', '--reorder-functions-by-name',
];

const BARE = ['--strip-debug', '--strip-producers', '--strip-target-features'];

/** Runs binaryen; what it says on its standard output. Several runs may go on at a time, each on one core. */
const run = async (from, to, ...options) => {
  const { stdout } = await promisify(execFile)('wasm-opt', [from, ...FEATURES, ...options, '--output', to], { maxBuffer: Infinity });
  return stdout;
};

/**
 * Gives what passes between WebAssembly and glue short names; says which names
 * imports and exports had and have: `{ imports, exports }`. A step of its own,
 * whose standard output is those names and nothing else.
 */
export const minify = async (from, to) => JSON.parse(await run(from, to, '--minify-imports-and-exports-and-modules', '--debuginfo'));

/** WebAssembly to what ships. */
export const optimise = (from, to) => run(from, to, ...SMALL, ...BARE);

/**
 * WebAssembly near to what ships that has its functions' names, to tell whose bytes
 * they are. Once through binaryen is near enough: the largest crates' figures differ
 * by less than 4 %, in a fifth of the time.
 */
export const optimiseWithNames = (from, to) => run(from, to, ...ONCE, '--debuginfo');
