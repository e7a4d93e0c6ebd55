// Lays out WordPress: node unpack.mjs FOLDER [VERSION].
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';

// By default the newest stable release in the package.
const version = `wp-${process.argv[3] ?? '6.5'}`;

const folder = resolve(process.argv[2]);
const here = dirname(fileURLToPath(import.meta.url));
const builds = join(here, 'node_modules/@wp-playground/wordpress-builds');

// Node itself has no zip reader, and many machines have no `unzip`.
const zip = readFileSync(join(builds, 'src/wordpress', `${version}.zip`));
for (const [name, bytes] of Object.entries(unzipSync(zip))) {
  const path = join(folder, name);
  if (!path.startsWith(folder + sep)) throw new Error(`${name} leads out of ${folder}`);
  if (name.endsWith('/')) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

// The zip holds what PHP reads. The scripts, styles and fonts that a browser asks
// for lie beside it.
for (const part of ['wp-admin', 'wp-content', 'wp-includes']) {
  cpSync(join(builds, 'public', version, part), join(folder, part), { recursive: true });
}
