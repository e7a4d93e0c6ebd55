/** A release's way through binaryen. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { arrange } from './arrange.mjs';

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

const run = (tool, from, to, ...options) =>
  execFileSync(tool, [from, ...FEATURES, ...options, '--output', to], { stdio: ['ignore', 'ignore', 'inherit'] });

/** WebAssembly to its text format. */
export const disassemble = (from, to) => run('wasm-dis', from, to);

/**
 * WebAssembly, in either format, to what ships; in `named` much the same with
 * its functions' names, where that is wanted. What is to keep its names is not
 * optimised as far.
 */
export const optimise = (from, to, named) => {
  if (named) run('wasm-opt', from, named, ...SMALL, '--debuginfo');
  run('wasm-opt', from, to, ...SMALL, ...BARE);
  writeFileSync(to, arrange(readFileSync(to)));
};
