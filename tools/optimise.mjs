/** wasm-opt as a release is put through it, in place. */
import { execFileSync } from 'node:child_process';

/** Never all of them: binaryen then writes imports that no browser reads yet. */
const FEATURES = [
  'bulk-memory', 'bulk-memory-opt', 'nontrapping-float-to-int', 'sign-ext',
  'mutable-globals', 'reference-types', 'multivalue',
].map((feature) => `--enable-${feature}`);

export const optimise = (file) => execFileSync(
  'wasm-opt',
  [file, ...FEATURES, '-Oz', '--converge', '--strip-debug', '--strip-producers', '--output', file],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);
