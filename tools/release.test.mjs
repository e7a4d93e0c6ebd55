/** What a release is put together by. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { unzipSync } from 'fflate';
import { tarball, zip } from './archive.mjs';
import { changes } from './changes.mjs';
import { filesIn, integrity } from './integrity.mjs';

const CHANGELOG = `# Changelog

## Unreleased

## 0.2.0 (2026-12-01)

### Added

- Something.

## 0.1.0

- The rest.
`;

test('the section of a version is its own, and an empty one is none', () => {
  assert.equal(changes(CHANGELOG, '0.2.0'), '## 0.2.0 (2026-12-01)\n\n### Added\n\n- Something.\n');
  assert.equal(changes(CHANGELOG, '0.1.0'), '## 0.1.0\n\n- The rest.\n');
  assert.equal(changes(CHANGELOG, 'Unreleased'), undefined);
  assert.equal(changes(CHANGELOG, '0.1'), undefined);
});

const folders = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const folderOf = async (time) => {
  const folder = await mkdtemp(join(tmpdir(), 'newsrail-archive-'));
  folders.push(folder);
  for (const [name, text] of [['b.js', 'second'], ['a.js', 'first']]) {
    await writeFile(join(folder, name), text);
    await utimes(join(folder, name), time, time);
  }
  await chmod(join(folder, 'a.js'), 0o755);
  return folder;
};

test('archives of the same files have the same bytes, whenever and wherever they are made', async () => {
  const [one, other] = [await folderOf(1e9), await folderOf(1.5e9)];
  for (const archive of [zip, tarball]) {
    await archive(join(one, 'made'), one, ['a.js', 'b.js'], 'version');
    await archive(join(other, 'made'), other, ['b.js', 'a.js'], 'version');
    assert.deepEqual(await readFile(join(one, 'made')), await readFile(join(other, 'made')), archive.name);
    if (archive === zip) {
      assert.deepEqual(Object.keys(unzipSync(await readFile(join(one, 'made')))), ['version/a.js', 'version/b.js']);
    } else {
      const listed = execFileSync('tar', ['tzvf', join(one, 'made')], { encoding: 'utf8' });
      assert.match(listed, /^-rwxr-xr-x.*version\/a\.js\n-rw-r--r--.*version\/b\.js\n$/);
    }
  }
});

test('the hash of a file is what a browser would compute', async () => {
  const folder = await folderOf(1e9);
  const listed = await integrity(folder, await filesIn(folder));
  const wanted = execFileSync('sh', ['-c', `openssl dgst -sha384 -binary '${join(folder, 'a.js')}' | openssl base64 -A`], { encoding: 'utf8' });
  assert.deepEqual(Object.keys(listed), ['a.js', 'b.js']);
  assert.equal(listed['a.js'], 'sha384-' + wanted);
});

test('a version that Cargo.toml does not have is not released', () => {
  let said;
  try {
    execFileSync('node', ['tools/release.mjs', '9.9.9'], { cwd: new URL('..', import.meta.url), stdio: 'pipe' });
  } catch ({ stderr }) {
    said = `${stderr}`;
  }
  assert.match(said, /Cargo\.toml is of version .*, not 9\.9\.9/);
});
