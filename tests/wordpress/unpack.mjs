// Lays out WordPress: node unpack.mjs FOLDER.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';

// The newest stable release in the package.
const VERSION = 'wp-6.5';

const folder = resolve(process.argv[2]);
const here = dirname(fileURLToPath(import.meta.url));
const builds = join(here, 'node_modules/@wp-playground/wordpress-builds');

// Node itself has no zip reader, and many machines have no `unzip`.
const zip = readFileSync(join(builds, 'src/wordpress', `${VERSION}.zip`));
for (const [name, bytes] of Object.entries(unzipSync(zip))) {
  const path = join(folder, name);
  if (!path.startsWith(folder + sep)) throw new Error(`${name} leads out of ${folder}`);
  if (name.endsWith('/')) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

// The zip holds what PHP reads. The scripts, styles and fonts that a visitor's
// browser asks for lie beside it; those of the back office stay there.
for (const part of ['wp-content', 'wp-includes']) {
  cpSync(join(builds, 'public', VERSION, part), join(folder, part), { recursive: true });
}
