// What is packed: node --test wordpress/package.test.mjs. The e2e tests install it.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { unzipSync } from 'fflate';
import { contents, zip } from './package.mjs';
import { made } from './pot.mjs';
import { COUNT_LEAST, COUNT_MOST, WORDPRESS_POSTS } from '../web/shared.js';

const plugin = (path) => readFileSync(new URL(`newsrail/${path}`, import.meta.url), 'utf8');

/** A folder with files of these names in place of what `make dist` builds. */
const withDist = (names, use) => {
  const dist = mkdtempSync(join(tmpdir(), 'newsrail-dist-'));
  try {
    for (const name of names) writeFileSync(join(dist, name), name);
    return use(dist);
  } finally {
    rmSync(dist, { recursive: true });
  }
};

const BUNDLE = ['newsrail.js', 'newsrail-0.wasm', 'THIRD-PARTY.txt', 'index.html', 'page.js'];

test('the zip has the plugin, the bundle alone, and the licences, all in one folder', () => {
  const files = withDist(BUNDLE, (dist) => unzipSync(zip(contents(dist))));
  const paths = Object.keys(files);
  assert.deepEqual(paths, paths.toSorted());
  assert.ok(paths.every((path) => path.startsWith('newsrail/')), paths.join());
  const bundle = paths.filter((path) => path.startsWith('newsrail/bundle/')).map((path) => path.slice(16));
  assert.deepEqual(bundle, ['THIRD-PARTY.txt', 'newsrail-0.wasm', 'newsrail.js']);
  for (const path of ['newsrail.php', 'uninstall.php', 'readme.txt', 'languages/newsrail.pot', 'LICENSE-MIT']) {
    assert.ok(paths.includes(`newsrail/${path}`), path);
  }
});

test('the same files give the same bytes, whatever the order they come in', () => {
  const files = withDist(BUNDLE, contents);
  const turned = Object.fromEntries(Object.entries(files).reverse());
  assert.deepEqual(zip(files), zip(turned));
});

test('a folder without a bundle is refused, with what is missing', () => {
  assert.throws(() => withDist(['index.html'], contents), /has no newsrail\.js: make dist/);
});

test('the template of translations is what the sources say', () => {
  assert.equal(plugin('languages/newsrail.pot'), made(), 'node wordpress/pot.mjs');
});

test('title and description of each block can be translated', () => {
  const template = plugin('languages/newsrail.pot').replaceAll('"\n"', '');
  for (const kind of readdirSync(new URL('newsrail/blocks/', import.meta.url)).filter((name) => !name.includes('.'))) {
    const block = JSON.parse(plugin(`blocks/${kind}/block.json`));
    for (const part of ['title', 'description']) {
      assert.ok(template.includes(`msgctxt "block ${part}"\nmsgid "${block[part]}"`), `${kind}: ${block[part]}`);
    }
  }
});

test('the plugin knows what the loader knows', () => {
  assert.ok(plugin('includes/elements.php').includes(`const POSTS = '${WORDPRESS_POSTS}';`));
  const settings = plugin('includes/settings.php');
  assert.match(settings, new RegExp(`COUNT_LEAST = ${COUNT_LEAST};`));
  assert.match(settings, new RegExp(`COUNT_MOST  = ${COUNT_MOST};`));
  assert.ok(settings.includes(`from ${COUNT_LEAST} to ${COUNT_MOST}.`));
});

test('what is kept on a site is what deleting the plugin takes away', () => {
  const uninstall = plugin('uninstall.php');
  for (const [file, constant] of [['settings', 'OPTION'], ['counts', 'COUNTS_TRANSIENT']]) {
    const [, name] = new RegExp(`const ${constant} = '(.+)';`).exec(plugin(`includes/${file}.php`));
    assert.ok(uninstall.includes(`'${name}'`), name);
  }
});
