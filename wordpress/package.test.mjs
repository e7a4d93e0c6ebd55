// What is packed: node --test wordpress/package.test.mjs. The e2e tests install it.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { unzipSync } from 'fflate';
import { contents, zip } from './package.mjs';
import { made } from './pot.mjs';
import { surface } from '../npm/surface.mjs';
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

/** The words of each attribute in the plugin's table. */
const choices = () => {
  const [, table] = /function choices\(\): array \{\n(.*?)\n\}/s.exec(plugin('includes/choices.php'));
  const parts = table.split(/^\t\t'([a-z]+)'\s*=> array\($/m).slice(1);
  return Object.fromEntries(parts.flatMap((name, at) =>
    at % 2 ? [] : [[name, [...parts[at + 1].matchAll(/^\t{4}'([a-z-]+)'\s*=> /gm)].map(([, word]) => word)]]));
};

test('settings and blocks offer what the elements take', () => {
  const { elements } = surface();
  const known = (kind) => Object.fromEntries(elements.find(({ name }) => name === `newsrail-${kind}`).attributes.map(({ name, values }) => [name, values]));
  const { provider } = known('subscribe');
  const { layout, meta, read, theme } = known('popular');
  const words = Object.fromEntries(Object.entries({ layout, meta, read, theme, provider }).map(([name, values]) => [name, values.words]));
  assert.deepEqual(choices(), words);
  for (const kind of ['popular', 'more-like-this', 'subscribe']) {
    const { attributes } = JSON.parse(plugin(`blocks/${kind}/block.json`));
    for (const [name, { enum: offered }] of Object.entries(attributes)) {
      assert.ok(name === 'lang' || known(kind)[name], `${kind}: ${name}`);
      if (name in words && offered) assert.deepEqual(offered, ['', ...words[name]], `${kind}: ${name}`);
    }
    for (const name of kind === 'subscribe' ? ['theme', 'lang'] : ['layout', 'meta', 'read', 'theme', 'lang']) {
      assert.ok(attributes[name], `${kind}: ${name}`);
    }
  }
});

test('what is kept on a site is what deleting the plugin takes away', () => {
  const uninstall = plugin('uninstall.php');
  for (const [file, constant] of [['settings', 'OPTION'], ['counts', 'COUNTS_TRANSIENT']]) {
    const [, name] = new RegExp(`const ${constant} = '(.+)';`).exec(plugin(`includes/${file}.php`));
    assert.ok(uninstall.includes(`'${name}'`), name);
  }
});
