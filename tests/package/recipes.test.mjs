/** The documents' recipes, each with what it is for: written, built and opened as it stands. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { emptyFolder, removeApps, run, start, write } from './apps.mjs';
import { assertLists, headlinesOf, launch, openPage } from './browser.mjs';
import { ARTICLES, BUNDLE, PAPER, blocksOf, filesOf, install, serveSite, writeArticles, writeRecipe } from './recipes.mjs';

let browser;
let cdn;
let paper;
before(async () => {
  browser = await launch();
  cdn = await serveSite({ folders: [BUNDLE] });
  paper = await serveSite({ folders: [PAPER] });
});
after(async () => {
  await browser.close();
  await cdn.stop();
  await paper.stop();
  await removeApps();
});

/** A recipe's text with the origins of this machine for the documents'. */
const here = (text) => text.replaceAll('https://cdn.example', cdn.origin).replaceAll('https://paper.example', paper.origin);

/** Serves one page; what stops it after `look` has looked. */
const withPage = async (html, look, headers) => {
  const site = await serveSite({ pages: { '/': html }, headers });
  try {
    return await look(`${site.origin}/`);
  } finally {
    await site.stop();
  }
};

/** Serves what a generator has made, and looks for both lists on its first article. */
const assertBuilt = async (folder, path) => {
  const site = await serveSite({ folders: [folder] });
  try {
    const all = await assertLists(browser, `${site.origin}${path}`, ARTICLES[0].title);
    assert.equal(all.length, 10);
  } finally {
    await site.stop();
  }
};

/** Whether a command can be run here. */
const has = (...command) => run('.', ...command).then(() => true, () => false);

test('plain HTML', async () => {
  await withPage(here(filesOf('html')['index.html']), async (address) => {
    const all = await assertLists(browser, address);
    assert.equal(all.length, 10);
  });
});

test('consent: nothing is loaded before it, and the list comes with it', async () => {
  const html = here(filesOf('consent')['page.html']);
  const [platform, forget] = blocksOf('consent', 'js');
  await withPage(`<!doctype html><title>A page</title><body>${html}`, async (address) => {
    const { page, complaints } = await openPage(browser, address);
    assert.ok(await page.getByText('Most read today').isVisible());
    assert.deepEqual(await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.endsWith('/favicon.ico'))), []);
    await page.click('#agree');
    assert.equal((await headlinesOf(page, 'newsrail-popular')).length, 5);
    await page.evaluate(forget);
    // The platform says first that its dialog is shown, and then what was agreed to.
    const calls = await page.evaluate((code) => {
      const calls = [];
      let hear;
      const bring = () => calls.push('bring');
      const tell = (eventStatus, agreed) => hear({ eventStatus, listenerId: 7, purpose: { consents: { 1: agreed } } }, true);
      new Function('__tcfapi', 'bring', code)((name, version, callback, id) => {
        calls.push(name);
        if (id === undefined) hear = callback;
      }, bring);
      tell('cmpuishown', true);
      tell('useractioncomplete', false);
      calls.push('agreed');
      tell('useractioncomplete', true);
      return calls;
    }, platform);
    assert.deepEqual(calls, ['addEventListener', 'agreed', 'removeEventListener', 'bring']);
    assert.deepEqual(complaints, []);
    await page.close();
  });
});

test('a content security policy', async () => {
  const [policy] = blocksOf('policy', 'http').map((line) => here(line).trim().replace('Content-Security-Policy: ', ''));
  const tag = here(filesOf('html')['index.html']).replace(/ style="[^"]*"/, '');
  await withPage(tag, (address) => assertLists(browser, address), { 'Content-Security-Policy': policy });
  const [nonced] = blocksOf('policy', 'html');
  const [nonce] = nonced.match(/(?<=nonce=")[^"]*/);
  const strict = policy.replace(/script-src [^;]*/, `script-src 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'`);
  await withPage(`<!doctype html><title>A page</title><body>${here(nonced)}`, async (address) => {
    const { page, complaints } = await openPage(browser, address);
    assert.equal((await headlinesOf(page, 'newsrail-popular')).length, 5);
    assert.deepEqual(complaints, []);
    await page.close();
  }, { 'Content-Security-Policy': strict });
});

test('Eleventy', async () => {
  const app = await emptyFolder();
  await install(app, 'eleventy', { '@11ty/eleventy': '3.1.8' });
  await writeRecipe(app, 'eleventy');
  await writeArticles(app, '.', 'layout: article.njk\ntags: post\n');
  await run(app, 'npx', 'eleventy');
  await assertBuilt(join(app, '_site'), '/bridge/');
});

test('Astro', async () => {
  const app = await emptyFolder();
  await install(app, 'astro', { astro: '5.9.4' });
  await writeRecipe(app, 'astro');
  await writeArticles(app, 'src/posts');
  await run(app, 'env', 'ASTRO_TELEMETRY_DISABLED=1', 'npx', 'astro', 'build');
  await assertBuilt(join(app, 'dist'), '/bridge/');
});

test('Next.js', async () => {
  const app = await emptyFolder();
  await install(app, 'nextjs', { next: '16.4.6', react: '19.3.1', 'react-dom': '19.3.1' });
  await writeRecipe(app, 'nextjs');
  const articles = ARTICLES.map(({ text, ...article }) => ({ ...article, html: `<p>${text}</p>` }));
  await write(app, 'app/articles.js', `export const articles = ${JSON.stringify(articles)};`);
  await write(app, 'app/layout.js', 'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }');
  await run(app, 'env', 'NEXT_TELEMETRY_DISABLED=1', 'npx', 'next', 'build');
  const { address, stop } = await start(app, 'env', 'NEXT_TELEMETRY_DISABLED=1', 'npx', 'next', 'start', '--hostname', '127.0.0.1', '--port', '0');
  try {
    const all = await assertLists(browser, `${address}bridge`, ARTICLES[0].title);
    assert.equal(all.length, 10);
  } finally {
    stop();
  }
});

test('Hugo', async (context) => {
  if (!await has('hugo', 'version')) return context.skip('there is no hugo on the PATH');
  const app = await emptyFolder();
  await writeRecipe(app, 'hugo');
  await writeArticles(app, 'content');
  await write(app, 'layouts/home.html', '<!doctype html><title>{{ .Title }}</title>');
  await mkdir(join(app, 'static/newsrail'), { recursive: true });
  for (const name of await readdir(BUNDLE)) {
    if (name.startsWith('newsrail')) await cp(join(BUNDLE, name), join(app, 'static/newsrail', name));
  }
  await run(app, 'hugo', '--baseURL', '/');
  await assertBuilt(join(app, 'public'), '/bridge/');
});

/** A port that is free now. */
const freePort = () => new Promise((found) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => found(port));
  });
});

test('nginx', async (context) => {
  const nginx = (await has('nginx', '-v')) ? 'nginx' : '/usr/sbin/nginx';
  if (!await has(nginx, '-v')) return context.skip('there is no nginx');
  const folder = await emptyFolder();
  const files = filesOf('nginx');
  const ports = { 'cdn.conf': await freePort(), 'feed.conf': await freePort() };
  await cp(PAPER, join(folder, 'paper'), { recursive: true });
  await mkdir(join(folder, 'newsrail/0.1.0'), { recursive: true });
  for (const name of await readdir(BUNDLE)) {
    if (name.startsWith('newsrail')) await cp(join(BUNDLE, name), join(folder, 'newsrail/0.1.0', name));
  }
  const servers = Object.entries(files).map(([name, text]) => text.replace('listen 80;', `listen 127.0.0.1:${ports[name]};`).replaceAll('/srv/', `${folder}/`));
  assert.equal(servers.length, 2);
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
  await write(folder, 'nginx.conf', `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; user root; events {} http { include /etc/nginx/mime.types; access_log off; ${paths} ${servers.join('\n')} }`.replace(process.getuid() ? ' user root;' : '', ''));
  const server = spawn(nginx, ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], { stdio: 'inherit' });
  const ended = new Promise((over) => server.on('exit', over));
  const [host, feed] = [`http://127.0.0.1:${ports['cdn.conf']}`, `http://127.0.0.1:${ports['feed.conf']}`];
  try {
    const asked = async (url) => {
      for (;;) {
        const answer = await fetch(url).catch(() => undefined);
        if (answer) return answer;
        if (server.exitCode !== null) throw new Error(await readFile(join(folder, 'error.log'), 'utf8'));
        await new Promise((next) => setTimeout(next, 50));
      }
    };
    const script = await asked(`${host}/0.1.0/newsrail.js`);
    assert.equal(script.status, 200);
    assert.equal(script.headers.get('access-control-allow-origin'), '*');
    assert.equal(script.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.equal(script.headers.get('content-encoding'), 'gzip');
    const program = (await readdir(BUNDLE)).find((name) => /^newsrail-[0-9a-f]+\.wasm$/.test(name));
    const wasm = await asked(`${host}/0.1.0/${program}`);
    assert.equal(wasm.headers.get('content-type'), 'application/wasm');
    assert.equal(wasm.headers.get('content-encoding'), 'gzip');
    const none = await asked(`${host}/0.1.0/none.js`);
    assert.equal(none.status, 404);
    assert.equal(none.headers.get('cache-control'), null);
    const list = await asked(`${feed}/feed.json`);
    assert.equal(list.headers.get('access-control-allow-origin'), '*');
    assert.ok(list.headers.get('etag'));
    const [tag] = blocksOf('nginx', 'html');
    const html = tag.replaceAll('https://cdn.example', host).replaceAll('https://paper.example', feed);
    await withPage(`<!doctype html><title>A page</title><body>${html}`, (address) => assertLists(browser, address));
  } finally {
    server.kill();
    await ended;
  }
});
