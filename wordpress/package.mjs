// Packs the plugin: node package.mjs [--dist FOLDER] [--out FILE]. The zip has the
// plugin, the bundle that `make dist` has built, and the licences. The same
// files give the same bytes.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';

const here = dirname(fileURLToPath(import.meta.url));
const project = dirname(here);

// Zip has no time before this one, and a fixed one keeps the bytes the same.
// Its months, as JavaScript's, begin at 0, and it knows no zone.
const TIME = new Date(1980, 0, 1, 0, 0, 0);

/** The files below a folder, their paths parted by slashes, in order of their names. */
const below = (folder, path = '') => readdirSync(join(folder, path), { withFileTypes: true })
  .flatMap((entry) => {
    const name = path ? `${path}/${entry.name}` : entry.name;
    return entry.isDirectory() ? below(folder, name) : [name];
  })
  .sort();

/**
 * What stands in the zip: bytes by path. Throws where the bundle is not whole or
 * the plugin does not bear the version of the project.
 */
export const contents = (dist) => {
  const files = {};
  for (const path of below(join(here, 'newsrail'))) files[path] = readFileSync(join(here, 'newsrail', path));
  const bundle = readdirSync(dist).filter((name) => name.startsWith('newsrail') || name === 'THIRD-PARTY.txt');
  for (const name of ['newsrail.js', 'THIRD-PARTY.txt']) {
    if (!bundle.includes(name)) throw new Error(`${dist} has no ${name}: make dist`);
  }
  for (const name of bundle) files[`bundle/${name}`] = readFileSync(join(dist, name));
  for (const name of ['LICENSE-MIT', 'LICENSE-APACHE']) files[name] = readFileSync(join(project, name));
  const version = /^version = "(.+)"/m.exec(readFileSync(join(project, 'Cargo.toml'), 'utf8'))[1];
  const named = {
    'newsrail.php': [`* Version:           ${version}\n`, `'NEWSRAIL_VERSION', '${version}'`],
    'readme.txt': [`Stable tag: ${version}\n`],
    ...Object.fromEntries(Object.keys(files).filter((path) => path.endsWith('block.json')).map((path) => [path, [`"version": "${version}"`]])),
  };
  for (const [path, texts] of Object.entries(named)) {
    for (const text of texts) {
      if (!files[path].includes(text)) throw new Error(`${path} has not: ${text.trim()}`);
    }
  }
  return files;
};

/** The zip's bytes. All stands in one folder, as WordPress wants it. */
export const zip = (files) => zipSync(
  Object.fromEntries(Object.keys(files).sort().map((path) => [`newsrail/${path}`, files[path]])),
  { level: 9, mtime: TIME },
);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { dist: { type: 'string' }, out: { type: 'string' } } });
  const out = resolve(values.out ?? join(process.env.CARGO_TARGET_DIR ?? join(project, 'target'), 'package/newsrail-wordpress.zip'));
  const files = contents(resolve(values.dist ?? join(project, 'dist')));
  const bytes = zip(files);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, bytes);
  console.log(`${out}: ${Object.keys(files).length} files, ${bytes.length} bytes`);
}
