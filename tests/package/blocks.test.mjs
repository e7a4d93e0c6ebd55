/**
 * Every block of HTML in the documents that is not live on the documents' site and is no
 * recipe's own test (recipes.test.mjs): pasted into a page, each element shows something,
 * and the page complains of nothing.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { filesIn } from '../../tools/integrity.mjs';
import { launch, lookAt } from './browser.mjs';
import { BUNDLE, PAPER, blocksIn, serveSite } from './recipes.mjs';

const PROJECT = new URL('../../', import.meta.url).pathname;

/** What recipes.test.mjs runs, and the block that has a version and a hash to be filled in. */
const ELSEWHERE = /^docs\/publish\/(recipes\/(html|consent|policy|nginx)|npm)\.md$/;

const names = ['README.md', ...(await filesIn(join(PROJECT, 'docs'))).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];
const blocks = names.filter((name) => !ELSEWHERE.test(name)).flatMap((name) =>
  blocksIn(name, 'html').map((html, at) => ({ name: `${name}, block ${at + 1}`, html })));

const { items } = JSON.parse(readFileSync(join(PAPER, 'feed.json'), 'utf8'));
const [read, ...others] = items;

/** The newspaper in the words of Ghost's Content API. */
const posts = (origin) => JSON.stringify({
  posts: items.map(({ id, title, summary, date_published: date }) => ({ id, title, url: `${origin}/${id}`, excerpt: summary, published_at: date })),
  meta: { pagination: { page: 1, next: null } },
});

/** The list that a search engine has made for the article. */
const related = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Related', items: others.slice(0, 5) });

/** What a block says beyond a list's or a form's being there, in the words of the page. */
const SAYS = {
  'docs/publish/newsletters.md, block 1': 'One letter a day.',
  'docs/publish/recipes/ghost.md, block 1': 'Subscribe',
  'docs/publish/search-engines.md, block 1': others[0].title,
  'docs/publish/texts.md, block 1': 'Meistgelesen',
  'docs/publish/texts.md, block 2': 'Most wanted',
};

let browser;
let cdn;
let paper;
/** What the newspaper's server has beside its feed: the page of a test, and answers. */
const pages = { [`/related/${read.id}`]: related };
before(async () => {
  browser = await launch();
  cdn = await serveSite({ folders: [BUNDLE] });
  paper = await serveSite({ folders: [PAPER], pages });
  pages['/ghost/api/content/posts/'] = posts(paper.origin);
});
after(async () => {
  await browser.close();
  await cdn.stop();
  await paper.stop();
});

/** A page of a site whose head says which feed it has and which article it is, with a block of the documents. */
const pageOf = (block) => {
  const html = block.replaceAll('https://cdn.example', cdn.origin).replaceAll('https://paper.example', paper.origin);
  const [, root = '<html lang="en">', body] = /^(<html[^>]*>)?([^]*)$/.exec(html);
  const lists = /newsrail/.test(body) ? '' : '<newsrail-popular></newsrail-popular>';
  const tag = body.includes('<script') ? '' : `<script async src="${cdn.origin}/newsrail.js"></script>`;
  return `<!doctype html>${root}<title>A page</title>
    <link rel="canonical" href="${new URL(read.url, paper.origin + '/feed.json')}">
    <link rel="alternate" type="application/feed+json" href="${paper.origin}/feed.json">
    <body>${body}${lists}${tag}`;
};

test('there are blocks', () => assert.ok(blocks.length >= 9, `only ${blocks.length}`));

for (const { name, html } of blocks) {
  test(`what is to be pasted shows what it says: ${name}`, async () => {
    pages['/'] = pageOf(html);
    await lookAt(browser, `${paper.origin}/`, async (page) => {
      await page.waitForFunction(() => {
        const elements = [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('newsrail-'));
        elements.find(({ shadowRoot }) => !shadowRoot?.querySelector('.rail'))?.scrollIntoView();
        return elements.length && elements.every(({ shadowRoot }) => shadowRoot?.querySelector('h3 a, input'));
      });
      const said = await page.evaluate(() => [...document.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot?.textContent).join(' '));
      assert.ok(said.includes(SAYS[name] ?? ''), said);
    });
  });
}
