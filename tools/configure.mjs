/**
 * The configurator, an application that Trunk builds its usual way: into a folder of its
 * own, since Trunk empties the one that it builds into, and from there into the site.
 */
import { execFile } from 'node:child_process';
import { cp, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** What its files are called: its page, and a script and a program with a hash in their names. */
export const FILES = /^configure(-[0-9a-f]{1,16}(\.js|_bg\.wasm)|\.html)$/;

/** Has Trunk build it; its files go into `site`. */
export const configurator = async (site, targets, release) => {
  const folder = resolve(targets, 'configure');
  // Trunk tells its hooks of the build that they are part of, and would take that for options.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TRUNK_')));
  // What the page's program has brought there would be taken for the configurator's.
  await rm(resolve(targets, 'wasm-bindgen', release ? 'release' : 'debug', 'snippets'), { recursive: true, force: true });
  const options = ['build', '--config', 'configure/Trunk.toml', '--dist', folder, ...(release ? ['--release'] : [])];
  try {
    await promisify(execFile)('trunk', options, { env, maxBuffer: Infinity });
  } catch ({ stdout = '', stderr = '', message }) {
    throw new Error(`the configurator could not be built\n${stdout}${stderr || message}`);
  }
  const files = await readdir(folder);
  const strange = files.filter((name) => !FILES.test(name));
  if (strange.length) throw new Error(`the configurator has files that nobody knows: ${strange.join(', ')}`);
  for (const name of files) await cp(join(folder, name), join(site, name));
};
