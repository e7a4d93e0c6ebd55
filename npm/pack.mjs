/**
 * Makes the npm package of what `make dist` has built:
 *
 *   index.js, lists.js, lists.wasm, …   ES modules, for bundlers and browsers
 *   cdn/newsrail.js, …                  the bundle with its classic script, for CDNs
 *   index.d.ts, react.d.ts, vue.d.ts    types, custom-elements.json and integrity.json
 *
 *   node npm/pack.mjs [DIST [FOLDER]]
 *
 * Without names: from dist/ into target/npm/. On standard output: the tarball.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { filesIn, integrity } from '../tools/integrity.mjs';
import { manifest } from './manifest.mjs';
import { surface } from './surface.mjs';
import { forDom, forReact, forVue } from './types.mjs';

const targets = resolve(process.env.CARGO_TARGET_DIR ?? 'target');
const [dist = 'dist', folder = join(targets, 'npm')] = process.argv.slice(2);
const modules = join(targets, 'module');
const content = join(folder, 'newsrail');

const field = (toml, name) => toml.match(new RegExp(`^${name} = "(.*)"`, 'm'))[1];
const json = (value) => JSON.stringify(value, null, 2) + '\n';

const cargo = await readFile('Cargo.toml', 'utf8');
const repository = field(cargo, 'repository');

/** Who renders on a server gets nothing; everybody else the elements. */
const entry = (types) => ({ types, node: './server.js', default: './index.js' });

const described = {
  name: 'newsrail',
  version: field(cargo, 'version'),
  description: 'Popular, More like this and more for any news page: custom elements in WebAssembly',
  keywords: ['news', 'related', 'popular', 'custom-elements', 'web-components', 'wasm'],
  license: field(cargo, 'license'),
  repository: { type: 'git', url: `git+${repository}.git` },
  homepage: repository,
  type: 'module',
  exports: {
    '.': entry('./index.d.ts'),
    './react': entry('./react.d.ts'),
    './vue': entry('./vue.d.ts'),
    './cdn/*': './cdn/*',
    './custom-elements.json': './custom-elements.json',
    './integrity.json': './integrity.json',
    './package.json': './package.json',
  },
  types: './index.d.ts',
  unpkg: './cdn/newsrail.js',
  jsdelivr: './cdn/newsrail.js',
  customElements: './custom-elements.json',
};

const built = (await readdir(modules).catch(() => [])).sort();
if (!built.includes('index.js')) throw new Error(`${modules} has no module: run make dist first`);
const bundle = (await readdir(dist)).filter((name) => /^newsrail.*\.(js|wasm)$|^THIRD-PARTY\.txt$/.test(name)).sort();

await rm(folder, { recursive: true, force: true });
await mkdir(join(content, 'cdn'), { recursive: true });
for (const name of built) await cp(join(modules, name), join(content, name));
for (const name of bundle) await cp(join(dist, name), join(content, 'cdn', name));
for (const name of ['npm/server.js', 'npm/README.md', 'CHANGELOG.md', 'LICENSE', 'LICENSE-MIT', 'LICENSE-APACHE']) {
  await cp(name, join(content, name.replace('npm/', '')));
}
const tables = surface();
await writeFile(join(content, 'index.d.ts'), forDom(tables));
await writeFile(join(content, 'react.d.ts'), forReact(tables));
await writeFile(join(content, 'vue.d.ts'), forVue(tables));
await writeFile(join(content, 'custom-elements.json'), json(manifest(tables)));
await writeFile(join(content, 'package.json'), json(described));
const scripts = (await filesIn(content)).filter((name) => /\.(js|wasm)$/.test(name));
await writeFile(join(content, 'integrity.json'), json(await integrity(content, scripts)));

const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder, content], { encoding: 'utf8' }));
console.log(join(folder, filename));
