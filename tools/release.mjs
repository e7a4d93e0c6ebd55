/**
 * Puts all that is published of a version into release/newsrail-VERSION/:
 *
 *   newsrail-VERSION.zip, .tar.gz       the bundle that a publisher serves, and the configurator
 *   newsrail-npm-VERSION.tgz            the npm package
 *   newsrail-wordpress-VERSION.zip      the plugin for WordPress
 *   newsrail-cli-VERSION-HOST.tar.gz    the native command
 *   newsrail-docs-VERSION.zip           the documents' site, with the bundle that its live elements load
 *   sbom/NAME.cdx.json                  what each program and the command are made of, as CycloneDX
 *   integrity.json                      `integrity` of each file of the bundle
 *   CHANGELOG.md                        what has changed
 *   SHA256SUMS                          of all of these
 *
 *   node tools/release.mjs [VERSION]
 *
 * Without a version it is a trial, with what CHANGELOG.md has under Unreleased, if
 * there is anything. Of one commit it writes the same bytes each time.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { tarball, zip } from './archive.mjs';
import { changes } from './changes.mjs';
import { FILES as CONFIGURATOR } from './configure.mjs';
import { filesIn, integrity } from './integrity.mjs';
import { sbom } from './sbom.mjs';

const fail = (reason) => {
  console.error(`release: ${reason}; docs/releasing.md says how a version is cut`);
  process.exit(1);
};
const say = (text) => console.error(`release: ${text}`);

const cargo = await readFile('Cargo.toml', 'utf8');
const version = cargo.match(/^version = "(.*)"/m)[1];
// A tag has a letter before its version.
const wanted = process.argv[2]?.replace(/^v/, '');
if (wanted !== undefined && wanted !== version) fail(`Cargo.toml is of version ${version}, not ${wanted}`);
const changelog = await readFile('CHANGELOG.md', 'utf8');
// Right after a version is cut, nothing is under Unreleased, and a trial is of that version.
const section = (wanted === undefined && changes(changelog, 'Unreleased')) || changes(changelog, version);
if (!section) fail(`CHANGELOG.md has nothing under ${version}`);
if (wanted === undefined) say(`a trial of ${version}: make release VERSION=${version} is the release`);

const targets = resolve(process.env.CARGO_TARGET_DIR ?? 'target');
const folder = resolve('release', `newsrail-${version}`);
const host = execFileSync('rustc', ['-vV'], { encoding: 'utf8' }).match(/^host: (.*)$/m)[1];
const named = (what) => join(folder, what);

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const staging = await mkdtemp(join(tmpdir(), 'newsrail-release-'));

say('the bundle');
const bundle = join(staging, 'bundle');
const files = (await readdir('dist')).filter((name) => /^newsrail.*\.(js|wasm)$/.test(name));
await mkdir(bundle);
for (const name of files) await cp(join('dist', name), join(bundle, name));
for (const name of ['LICENSE', 'LICENSE-MIT', 'LICENSE-APACHE', 'dist/THIRD-PARTY.txt']) await cp(name, join(bundle, name.replace('dist/', '')));
// Beside the bundle, which its page loads, with the sample that it begins with; no partner's page loads any of it.
const configurator = (await filesIn('dist')).filter((name) => CONFIGURATOR.test(name) || name === 'configure-THIRD-PARTY.txt' || name.startsWith('samples/'));
if (!configurator.includes('configure.html')) fail('dist/ has no configurator');
for (const name of configurator) await cp(join('dist', name), join(bundle, name));
const hashes = JSON.stringify(await integrity(bundle, files.sort()), null, 2) + '\n';
await writeFile(join(bundle, 'integrity.json'), hashes);
await writeFile(named('integrity.json'), hashes);
await zip(named(`newsrail-${version}.zip`), bundle, await filesIn(bundle), `newsrail-${version}`);
await tarball(named(`newsrail-${version}.tar.gz`), bundle, await filesIn(bundle), `newsrail-${version}`);

say('the npm package');
await cp(join(targets, 'npm', `newsrail-${version}.tgz`), named(`newsrail-npm-${version}.tgz`));

say('the plugin for WordPress');
await cp(join(targets, 'package/newsrail-wordpress.zip'), named(`newsrail-wordpress-${version}.zip`));

say('the native command');
const command = join(staging, 'command');
await mkdir(command);
await cp(join(targets, 'native/newsrail'), join(command, 'newsrail'));
for (const name of ['LICENSE', 'LICENSE-MIT', 'LICENSE-APACHE']) await cp(name, join(command, name));
await tarball(named(`newsrail-cli-${version}-${host}.tar.gz`), command, await filesIn(command), `newsrail-cli-${version}`);

say('the documents');
const site = (await filesIn('dist')).filter((name) => /^(docs|samples)\//.test(name) || files.includes(name) || name === 'THIRD-PARTY.txt');
if (!site.includes('docs/index.html')) fail('dist/docs is not built: make docs');
await zip(named(`newsrail-docs-${version}.zip`), 'dist', site, `newsrail-docs-${version}`);

say('what they are made of');
await sbom(named('sbom'));

await writeFile(named('CHANGELOG.md'), section);
const sums = await Promise.all((await filesIn(folder)).map(async (name) =>
  `${createHash('sha256').update(await readFile(named(name))).digest('hex')}  ${name}\n`));
await writeFile(named('SHA256SUMS'), sums.join(''));
await rm(staging, { recursive: true });
console.log(folder);
