/** Where things are. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const bench = join(dirname(fileURLToPath(import.meta.url)), '..');
export const root = join(bench, '..');
export const dist = join(root, 'dist');
export const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
/** What the bench builds for itself. */
export const scratch = join(target, 'bench');
