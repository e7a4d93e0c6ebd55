/** Archives whose bytes follow from the files in them alone: no time, no owner, one order. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { create } from 'tar';

/** A zip knows no time before 1980, and means that of the machine's zone. */
const ZIP_TIME = new Date(1980, 0, 1);

/** Unix's rights for a zip: those of a file, or of a command. */
const rights = (mode) => ((mode & 0o111 ? 0o100755 : 0o100644) << 16) >>> 0;

/** Writes a zip of these files of a folder, each below `prefix`. */
export const zip = async (file, folder, names, prefix) => {
  const entries = await Promise.all([...names].sort().map(async (name) => {
    const path = join(folder, name);
    const [bytes, { mode }] = await Promise.all([readFile(path), stat(path)]);
    return [`${prefix}/${name}`, [bytes, { level: 9, mtime: ZIP_TIME, os: 3, attrs: rights(mode) }]];
  }));
  await writeFile(file, zipSync(Object.fromEntries(entries)));
};

/** Writes a tar.gz of them. */
export const tarball = (file, folder, names, prefix) => create({
  file, cwd: folder, prefix, gzip: { level: 9 }, portable: true, mtime: new Date(0), noDirRecurse: true, umask: 0o022,
}, [...names].sort());

