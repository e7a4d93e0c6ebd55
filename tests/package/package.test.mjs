/** The npm package as others have it: its tarball in fresh apps, type-checked, built and run in a browser. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import Ajv from 'ajv';
import { chromium } from 'playwright-core';
import { filesIn, integrity } from '../../tools/integrity.mjs';
import { emptyFolder, fresh, giveFeed, removeApps, run, serve, start, tarball, write } from './apps.mjs';

const executablePath = process.env.CHROMIUM
  ?? execFileSync('/bin/sh', ['-c', 'command -v chromium || command -v chromium-browser || command -v google-chrome'], { encoding: 'utf8' }).trim();

let browser;
before(async () => {
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--no-proxy-server'] });
});
after(async () => {
  await browser.close();
  await removeApps();
});

/** Ends what hangs for ever: no busy machine comes near it. */
const HANGS = 1_800_000;

/** Opens a page and waits for its list of three, and for what it says of that if it `tells`; what it showed, asked for and complained of. */
const open = async (address, tells) => {
  const page = await browser.newPage();
  page.setDefaultTimeout(HANGS);
  const complaints = [];
  const asked = [];
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => asked.push(request.url()));
  page.on('response', (response) => response.status() > 399 && !response.url().endsWith('favicon.ico') && complaints.push(`${response.status()} ${response.url()}`));
  await page.goto(address);
  try {
    await page.waitForFunction(() => document.querySelector('newsrail-popular')?.shadowRoot.querySelectorAll('[part=item]').length);
  } catch (error) {
    throw new Error(`${error.message}\n${complaints.join('\n')}\n${asked.join('\n')}`);
  }
  const items = await page.locator('newsrail-popular [part=item]').count();
  const told = tells && await (await page.waitForFunction(() => document.querySelector('#told')?.textContent)).jsonValue();
  await page.close();
  // A browser asks for an icon by itself.
  return { items, told, asked, complaints: complaints.filter((line) => !/favicon|404 \(Not Found\)/.test(line)) };
};

const assertShown = ({ items, asked, complaints }, address) => {
  assert.equal(items, 3);
  assert.deepEqual(complaints, []);
  assert.ok(asked.some((url) => /\.wasm$/.test(url)), asked.join('\n'));
  for (const url of asked) assert.ok(url.startsWith(address) || url.startsWith('data:'), url);
};

test('three commands lead from nothing to lists in a browser', async () => {
  const app = await emptyFolder();
  await write(app, 'index.html', '<!doctype html><newsrail-popular feed="/feed.json" count="3"></newsrail-popular><script type="module">import "newsrail"</script>');
  await giveFeed(app, 'public');
  await run(app, 'npm', 'init', '-y');
  await run(app, 'npm', 'install', await tarball(), 'vite@8.3.8');
  const { address, stop } = await start(app, 'npx', 'vite', '--host', '127.0.0.1');
  try {
    assertShown(await open(address), address);
  } finally {
    stop();
  }
});

test('an app with Vite and React is type-checked, built, and runs under a strict policy', async () => {
  const app = await fresh('vite');
  await giveFeed(app, 'public');
  await run(app, 'npx', 'tsc');
  await run(app, 'npx', 'vite', 'build');
  const { address, stop } = await serve(join(app, 'dist'));
  try {
    const shown = await open(address, true);
    assertShown(shown, address);
    assert.equal(shown.told, '3');
  } finally {
    stop();
  }
});

test('an app with webpack is type-checked, built, and runs under a strict policy', async () => {
  const app = await fresh('webpack');
  await run(app, 'npx', 'tsc');
  await run(app, 'npx', 'webpack');
  await giveFeed(app, 'dist');
  const { address, stop } = await serve(join(app, 'dist'), { types: 'webpack', page: '<!doctype html><body><script src="main.js"></script>' });
  try {
    const shown = await open(address, true);
    assertShown(shown, address);
    assert.equal(shown.told, '3');
  } finally {
    stop();
  }
});

/** esbuild leaves `new URL` as it stands, so the files are put beside what it has built: docs/publish/npm.md has the command. */
test('an app with esbuild is built, and runs with the WebAssembly beside it', async () => {
  const app = await fresh('esbuild');
  await run(app, 'npx', 'esbuild', 'main.js', '--bundle', '--format=esm', '--splitting', '--outdir=dist');
  await run(app, 'sh', '-c', 'cp node_modules/newsrail/*.wasm dist/');
  await giveFeed(app, 'dist');
  const { address, stop } = await serve(join(app, 'dist'), { page: '<!doctype html><body><script type="module" src="main.js"></script>' });
  try {
    assertShown(await open(address), address);
  } finally {
    stop();
  }
});

test('what renders pages on a server can import it', async () => {
  const app = await fresh('esbuild');
  await run(app, 'node', '--input-type=module', '--eval', "import 'newsrail'; import 'newsrail/react'; import 'newsrail/vue'");
});

test('the manifest keeps to its schema, and has what the elements have', async () => {
  const app = await fresh('esbuild');
  const content = join(app, 'node_modules/newsrail');
  const manifest = JSON.parse(await readFile(join(content, 'custom-elements.json'), 'utf8'));
  const schema = JSON.parse(await readFile(createRequire(import.meta.url).resolve('custom-elements-manifest/schema.json'), 'utf8'));
  const validate = new Ajv({ strict: false }).compile(schema);
  assert.ok(validate(manifest), JSON.stringify(validate.errors));
  assert.ok(!validate({ ...manifest, modules: [{}] }));

  const elements = manifest.modules[0].declarations;
  assert.equal(elements.length, 10);
  const { address, stop } = await serve(content, { page: '<!doctype html><script type="module" src="index.js"></script>' });
  try {
    const page = await browser.newPage();
    await page.goto(address);
    const found = await page.evaluate(async (names) => {
      await customElements.whenDefined(names.at(-1));
      return names.map((name) => ({
        observed: customElements.get(name).observedAttributes,
        properties: Object.keys(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(customElements.get(name)).prototype)),
      }));
    }, elements.map(({ tagName }) => tagName));
    const attributes = new Set();
    for (const [index, element] of elements.entries()) {
      for (const { name, fieldName } of element.attributes) {
        attributes.add(name);
        assert.ok(found[index].properties.includes(fieldName), `${element.tagName}.${fieldName}`);
      }
    }
    assert.deepEqual([...attributes].sort(), found[0].observed);
    await page.close();
  } finally {
    stop();
  }
});

test('every file has the hash that the list of hashes gives it', async () => {
  const app = await fresh('esbuild');
  const content = join(app, 'node_modules/newsrail');
  const listed = JSON.parse(await readFile(join(content, 'integrity.json'), 'utf8'));
  const files = (await filesIn(content)).filter((name) => /\.(js|wasm)$/.test(name));
  assert.deepEqual(Object.keys(listed), files);
  assert.deepEqual(listed, await integrity(content, files));
  assert.ok(files.includes('cdn/newsrail.js') && files.includes('lists.wasm'), files.join());
});
