/** What a page or a publisher can check a file by: the hash that `integrity` takes. */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The names of all files in a folder and below, in order. */
export const filesIn = async (folder) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
};

/** `sha384-…` of each file, by its name. */
export const integrity = async (folder, names) => Object.fromEntries(await Promise.all(names.map(async (name) =>
  [name, 'sha384-' + createHash('sha384').update(await readFile(join(folder, name))).digest('base64')])));
