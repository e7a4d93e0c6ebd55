/** What each program and the native command are made of, by cargo-cyclonedx. */
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The crates that are published, built, and where each is built for. */
const PUBLISHED = [
  ['programs/lists', 'wasm32-unknown-unknown'],
  ['programs/page', 'wasm32-unknown-unknown'],
  ['programs/forms', 'wasm32-unknown-unknown'],
  ['programs/formats', 'wasm32-unknown-unknown'],
  ['programs/latent', 'wasm32-unknown-unknown'],
  ['cli', undefined],
];

/** Beside each manifest of the workspace, where the tool writes. */
const NAME = 'newsrail-sbom';

/** Writes NAME.cdx.json of each into a folder. Its time is that of the commit, so that it is the same each time. */
export const sbom = async (folder) => {
  await mkdir(folder, { recursive: true });
  const time = execFileSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' }).trim();
  for (const [crate, target] of PUBLISHED) {
    const manifest = join(crate, 'Cargo.toml');
    execFileSync('cargo', [
      'cyclonedx', '--format', 'json', '--spec-version', '1.5', '--manifest-path', manifest, '--override-filename', NAME,
      '--no-build-deps', ...(target ? ['--target', target] : []),
    ], { env: { ...process.env, SOURCE_DATE_EPOCH: time }, stdio: ['ignore', 'ignore', 'inherit'] });
    const written = join(crate, NAME + '.json');
    // A reference has the folder in which it was made.
    const text = (await readFile(written, 'utf8')).replaceAll(process.cwd(), '/newsrail');
    if (!JSON.parse(text).components?.length) throw new Error(`cargo-cyclonedx found nothing in ${crate}`);
    await writeFile(join(folder, crate.split('/').at(-1) + '.cdx.json'), text);
  }
  // It may write of the whole workspace where one crate was asked for.
  const manifests = execFileSync('git', ['ls-files', '*Cargo.toml'], { encoding: 'utf8' }).trim().split('\n');
  for (const manifest of manifests) await rm(join(dirname(manifest), NAME + '.json'), { force: true });
};
