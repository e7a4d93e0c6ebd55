/** The documents' site in dist/docs: every element at work in it, a search that finds, and no link that leads nowhere. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { posix, join } from 'node:path';
import { after, before, test } from 'node:test';
import { filesIn } from '../../tools/integrity.mjs';
import { live, outward, toIndex } from '../../tools/book/live.mjs';
import { launch, openPage } from './browser.mjs';
import { BUNDLE, serveSite } from './recipes.mjs';

const BOOK = join(BUNDLE, 'docs');

let browser;
let site;
before(async () => {
  browser = await launch();
  site = await serveSite({ folders: [BUNDLE] });
});
after(async () => {
  await browser.close();
  await site.stop();
});

test('an example that is marked so is put to work, and a link out of the documents leads to the repository', () => {
  const example = '```html,live\n<newsrail-popular feed="https://paper.example/feed.json">\n\n</newsrail-popular>\n```\n';
  const shown = live(example, 'publish/elements/popular.md');
  assert.ok(shown.startsWith('<div class="at-work">\n<newsrail-popular feed="../../../samples/feed.json">\n</newsrail-popular>\n</div>\n\n```html,live'), shown);
  assert.ok(shown.endsWith('<script async src="../../../newsrail.js"></script>\n'), shown);
  assert.equal(live('```html\n<p>\n```\n', 'weight.md'), '```html\n<p>\n```\n');
  assert.equal(toIndex('[a](recipes/README.md#top) [b](https://code.example/README.md)'), '[a](recipes/index.md#top) [b](https://code.example/README.md)');
  assert.equal(outward('[a](../Makefile) [b](weight.md) [c](../none.md)', 'releasing.md', 'https://code.example'), '[a](https://code.example/blob/main/Makefile) [b](weight.md) [c](../none.md)');
});

const pages = (await filesIn(BOOK)).filter((name) => name.endsWith('.html'));
const elements = pages.filter((name) => /^publish\/elements\/(?!index)/.test(name));

test('there is a page for each element', () => assert.equal(elements.length, 10));

for (const name of ['index.html', ...elements]) {
  test(`what is live is at work: ${name}`, async () => {
    const { page, complaints } = await openPage(browser, `${site.origin}/docs/${name}`);
    const rooms = page.locator('.at-work');
    const count = await rooms.count();
    assert.ok(count > 0);
    for (let at = 0; at < count; at++) {
      await rooms.nth(at).scrollIntoViewIfNeeded();
      // A slot has nothing of newsrail's to show, and a site's own script puts something into it.
      await page.waitForFunction((at) => {
        const element = document.querySelectorAll('.at-work')[at].firstElementChild;
        const shown = element.shadowRoot?.querySelector('a[href], input, [part=place]');
        return shown && element.checkVisibility() && (element.localName !== 'newsrail-slot' || element.textContent.startsWith('Yours'));
      }, at);
    }
    assert.deepEqual(complaints, []);
    await page.close();
  });
}

test('a form sends nothing, a headline leads nowhere, and both are told below the element', async () => {
  const { page } = await openPage(browser, `${site.origin}/docs/publish/elements/subscribe.html`);
  const posts = [];
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
  const form = page.locator('newsrail-subscribe');
  await form.locator('input[type=email]').fill('reader@paper.example');
  await form.locator('input[type=checkbox]').first().check();
  await form.locator('button').last().click();
  await page.getByText('This page sends nothing.').waitFor();
  await page.locator('.at-work output', { hasText: 'newsrail-sign-up-result {"outcome":"accepted"}' }).waitFor();
  assert.deepEqual(posts, []);
  await page.goto(`${site.origin}/docs/publish/elements/popular.html`);
  await page.locator('newsrail-popular h3 a').first().click();
  await page.locator('.at-work output', { hasText: 'newsrail-select {"id":' }).waitFor();
  assert.match(page.url(), /elements\/popular\.html$/);
  await page.close();
});

test('the site is searched, and what is found is a page of it', async () => {
  const { page } = await openPage(browser, `${site.origin}/docs/`);
  await page.click('#mdbook-search-toggle');
  await page.locator('#mdbook-searchbar').pressSequentially('half-life');
  await page.locator('#mdbook-searchresults a[href*="publish/"]').first().waitFor();
  await page.close();
});

test('every link within the site leads to a page and a heading', async () => {
  const texts = new Map(await Promise.all(pages.map(async (name) => [name, await readFile(join(BOOK, name), 'utf8')])));
  const files = new Set(await filesIn(BOOK));
  const dead = [];
  let count = 0;
  for (const [name, text] of texts) {
    // A page that is shown for any address has its links from the site's root.
    if (name === '404.html') continue;
    const [, main] = text.match(/<main>([^]*?)<\/main>/) ?? [];
    for (const [, href] of (main ?? '').replace(/<div class="at-work">[^]*?<\/div>/g, '').matchAll(/<a [^>]*?href="([^"]*)"/g)) {
      if (/^[a-z]+:/.test(href)) continue;
      count++;
      const [path, heading] = href.split('#');
      const target = path ? posix.join(posix.dirname(name), path) : name;
      const found = files.has(target) && (!heading || texts.get(target)?.includes(`id="${decodeURIComponent(heading)}"`));
      if (!found) dead.push(`${name}: ${href}`);
    }
  }
  assert.ok(count > 200, `only ${count} links were found`);
  assert.deepEqual(dead, []);
});
