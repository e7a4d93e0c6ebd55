/** One version number: every place that bears it says what Cargo.toml says. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { changes } from './changes.mjs';

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const [, version] = /^\[workspace\.package\]\nversion = "(.+)"$/m.exec(read('Cargo.toml'));
const blocks = ['popular', 'more-like-this', 'subscribe'].map((kind) => `wordpress/newsrail/blocks/${kind}/block.json`);

/** The places of docs/releasing.md: a file, and what stands around the number in it. */
const PLACES = [
  ['wordpress/newsrail/newsrail.php', /^ \* Version: +(\S+)$/gm],
  ['wordpress/newsrail/newsrail.php', /'NEWSRAIL_VERSION', '([^']+)'/g],
  ['wordpress/newsrail/readme.txt', /^Stable tag: (\S+)$/gm],
  ['wordpress/newsrail/languages/newsrail.pot', /"Project-Id-Version: newsrail (\S+)\\n"/g],
  ...blocks.map((path) => [path, /"version": "([^"]+)"/g]),
];

test('every place that bears the version says the same one', () => {
  for (const [path, around] of PLACES) {
    assert.deepEqual([...read(path).matchAll(around)].map(([, found]) => found), [version], `${path}: ${around}`);
  }
});

test('Cargo.lock has all of the project in that version', () => {
  // What comes from elsewhere names its source behind its version.
  const own = [...read('Cargo.lock').matchAll(/^name = "(newsrail[\w-]*)"\nversion = "(.+)"\n(?!source)/gm)];
  assert.ok(own.length > 1);
  for (const [, name, found] of own) assert.equal(found, version, name);
});

test('no manifest of the project has a number of its own', () => {
  const [, members] = /^members = \[(.*)\]$/m.exec(read('Cargo.toml'));
  for (const member of members.match(/[\w/-]+(?=")/g).filter((name) => !name.endsWith('/'))) {
    assert.match(read(`${member}/Cargo.toml`), /^version\.workspace = true$/m, member);
  }
});

test('the changes of the version are written down, for publishers and for those who take the plugin', () => {
  const section = changes(read('CHANGELOG.md'), version);
  assert.match(section?.split('\n')[0] ?? '', /^## \S+ — \d{4}-\d{2}-\d{2}$/);
  assert.ok(read('wordpress/newsrail/readme.txt').split('== Changelog ==')[1].includes(`\n= ${version} =\n`));
});

test('docs/releasing.md names every place', () => {
  const document = read('docs/releasing.md');
  for (const [path] of PLACES) {
    const named = path.replace(/blocks\/[^/]+\//, 'blocks/*/');
    assert.ok(document.includes(`\`${named}\``), named);
  }
});
