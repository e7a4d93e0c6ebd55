/** A release's way through binaryen. */
import { execFileSync } from 'node:child_process';

/** Never all of them: binaryen then writes imports that no browser reads yet. */
const FEATURES = [
  'bulk-memory', 'bulk-memory-opt', 'nontrapping-float-to-int', 'sign-ext',
  'mutable-globals', 'reference-types', 'multivalue',
].map((feature) => `--enable-${feature}`);

/**
 * Smallest after brotli, not before: a function that is inlined where it is
 * called once is a few bytes less code, and less like its neighbours.
 * Rust's data begins above its stack, so nothing is at the low addresses. The
 * relooper finds shorter ways through a function than LLVM wrote down, and
 * alignments are hints that no engine reads.
 */
const SMALL = [
  '-Oz', '--converge', '--low-memory-unused', '--one-caller-inline-max-function-size=20', '--always-inline-max-function-size=6',
  '--flatten', '--rereloop', '-Oz', '-Oz', '--dealign',
];

const BARE = ['--strip-debug', '--strip-producers', '--strip-target-features'];

const run = (from, to, ...options) =>
  execFileSync('wasm-opt', [from, ...FEATURES, ...options, '--output', to], { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });

/**
 * Gives what passes between WebAssembly and glue short names; says which names
 * imports and exports had and have: `{ imports, exports }`. A step of its own,
 * since what converges is done more than once.
 */
export const minify = (from, to) => JSON.parse(run(from, to, '--minify-imports-and-exports-and-modules', '--debuginfo'));

/**
 * WebAssembly to what ships; in `named` much the same with its functions' names,
 * where that is wanted. What is to keep its names is not optimised as far.
 */
export const optimise = (from, to, named) => {
  if (named) run(from, named, ...SMALL, '--debuginfo');
  run(from, to, ...SMALL, ...BARE);
};
