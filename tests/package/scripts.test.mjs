/** The scripts, styles and data in the documents for publishers, each at work as it stands there. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { headlinesOf, launch, lookAt } from './browser.mjs';
import { BUNDLE, PAPER, blocksIn, serveSite } from './recipes.mjs';

/** A publisher's document's blocks of a language. */
const blocks = (name, language) => blocksIn(`docs/publish/${name}.md`, language);

let browser;
let site;
/** What the site has beside the bundle and the sample newspaper. */
const pages = {};
before(async () => {
  browser = await launch();
  site = await serveSite({ folders: [BUNDLE, PAPER], pages });
});
after(async () => {
  await browser.close();
  await site.stop();
});

/** Opens a page with this body and newsrail, and looks at it; it complains of nothing. */
const onPage = async (body, look) => {
  pages['/page'] = `<!doctype html><html lang="en"><title>A page</title><link rel="canonical" href="/here"><body>${body}<script async src="/newsrail.js"></script>`;
  await lookAt(browser, `${site.origin}/page`, look);
};

/** A script of a page. */
const script = (code) => `<script type="module">${code}</script>`;

test('a page hears what lists show, and takes sign-ups upon itself', async () => {
  const [listen, signUp] = blocks('events', 'js');
  const body = `<newsrail-popular feed="/feed.json" count="2"></newsrail-popular><newsrail-subscribe subscribe="/sign-up"></newsrail-subscribe>
    <script>
      const heard = [];
      console.log = (...words) => heard.push(words);
      const added = [];
      const myNewsletter = { add: async (...asked) => added.push(asked) };
      ${listen}${signUp}
    </script>`;
  await onPage(body, async (page) => {
    await headlinesOf(page, 'newsrail-popular');
    const heard = await page.evaluate(() => heard.map(([target, basis, items]) => [target.localName, basis, items.length]));
    assert.deepEqual(heard, [['newsrail-popular', 'popular', 2]]);
    await page.locator('newsrail-subscribe #email').fill('reader@paper.example');
    await page.locator('newsrail-subscribe [type=submit]').click();
    await page.locator('newsrail-subscribe #message').filter({ hasText: /\w/ }).waitFor();
    assert.deepEqual(await page.evaluate(() => added), [['reader@paper.example', []]]);
  });
});

test('a page hands articles over, and waits until the list is ready', async () => {
  const [hand, wait] = blocks('scripting', 'js');
  const body = `<newsrail-more-like-this></newsrail-more-like-this>${script(`${hand}${wait}window.isReady = true;`)}`;
  await onPage(body, async (page) => {
    await page.waitForFunction(() => window.isReady);
    assert.deepEqual(await headlinesOf(page, 'newsrail-more-like-this'), ['The bridge reopens']);
  });
});

test('comments are read, and a reply has no field that the documents do not have', async () => {
  const [answer, sent] = blocks('comments', 'json');
  pages['/comments'] = answer;
  await onPage('<newsrail-reply comments="/comments" article="bridge"></newsrail-reply>', async (page) => {
    const reply = page.locator('newsrail-reply');
    await reply.locator('.comments').filter({ hasText: 'Ana' }).filter({ hasText: 'Yes' }).waitFor();
    const posted = page.waitForRequest((request) => request.method() === 'POST');
    const documented = JSON.parse(sent);
    for (const name of ['comment', 'name', 'email']) await reply.locator(`#${name}`).fill(documented[name]);
    await reply.locator('[type=submit]').click();
    const body = (await posted).postDataJSON();
    assert.equal(body.comment, documented.comment);
    for (const [name, value] of Object.entries(body)) assert.equal(value, documented[name], name);
  });
});

test('counts of readers make a list popular', async () => {
  const [counts] = blocks('feeds', 'json');
  const [{ url, views }] = JSON.parse(counts);
  assert.ok(views > 1);
  pages['/counts'] = counts.replace('https://paper.example', site.origin);
  const item = (path) => ({ id: path, url: `${site.origin}${path}`, title: `At ${path}`, date_published: '2026-11-20T10:00:00Z' });
  pages['/three.json'] = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: ['/ferry', '/tram', new URL(url).pathname].map(item) });
  await onPage('<newsrail-popular feed="/three.json" popular="/counts" half-life="0"></newsrail-popular>', async (page) => {
    const [first] = await headlinesOf(page, 'newsrail-popular');
    assert.equal(first, 'At /bridge');
  });
});

test('styles lead into an element', async () => {
  const all = blocks('styling', 'css');
  assert.equal(all.length, 3);
  await onPage(`<style>${all.join('\n')}</style><newsrail-popular feed="/feed.json" images meta="kicker"></newsrail-popular><newsrail-front feed="/feed.json"></newsrail-front>`, async (page) => {
    await headlinesOf(page, 'newsrail-popular');
    const styleOf = (element, inside, name) => page.evaluate(([element, inside, name]) => getComputedStyle(document.querySelector(element).shadowRoot.querySelector(inside))[name], [element, inside, name]);
    assert.equal(await styleOf('newsrail-popular', '[part=heading]', 'fontFamily'), 'Georgia, serif');
    assert.equal(await styleOf('newsrail-popular', 'h3', 'webkitLineClamp'), '3');
    await page.waitForFunction(() => document.querySelector('newsrail-front').shadowRoot?.querySelector('[part=kicker]'));
    assert.equal(await styleOf('newsrail-front', '[part=kicker]', 'color'), 'rgb(155, 28, 31)');
  });
});
