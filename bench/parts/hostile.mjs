/**
 * What a page goes through when somebody means it harm: articles, comments and
 * feeds that are made to keep the main thread busy, at a size and at half of it,
 * unthrottled.
 */
import { createServer } from 'node:http';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settle } from '../lib/browser.mjs';
import { bytes, median, ms } from '../lib/numbers.mjs';
import { dist } from '../lib/paths.mjs';
import { progress, section, table } from '../lib/report.mjs';

/** How long a page is watched after it shows what was asked for. */
const REST = 1000;

/** How long one may take until then before it is given up. */
const PATIENCE = 180_000;

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

const filled = (part, length) => part.repeat(length / part.length);
const many = (count, of) => Array.from({ length: count }, (_, at) => of(at));

const feed = (items, more = {}) => ({ version: 'https://jsonfeed.org/version/1.1', title: 'The Paper', ...more, items });
const item = (at, more = {}) => ({ id: `${at}`, url: `/story-${at}`, title: `Story ${at}`, ...more });

/** An article whose text is the one part again and again, so many bytes of it. */
const article = (title, part, size) => ({
  title: `article, ${title}`, size, unit: 'bytes', element: '<newsrail-article feed="/answer" article="0"></newsrail-article>',
  shown: '.article .byline', answer: (size) => feed([item(0, { content_html: filled(part, size) })]),
});

/** An article with so many replies. */
const replies = (title, size, list, unit = 'replies') => ({
  title: `replies, ${title}`, size, unit, element: '<newsrail-reply article="0" comments="/answer"></newsrail-reply>',
  shown: '.comments li', answer: list,
});

/** A list of so much from a feed. */
const list = (title, size, unit, answer) => ({
  title: `list, ${title}`, size, unit, element: '<newsrail-popular feed="/answer"></newsrail-popular>', shown: 'li a[href]', answer,
});

const reply = (at, parent, content = 'Well said.') => ({ id: at + 1, parent, name: `Reader ${at}`, date: '2026-11-20', content });

const CASES = [
  article('paragraphs', '<p>a', 512 * KILOBYTE),
  article('items of one list', '<li>a', 512 * KILOBYTE),
  article('embeds', '<embed src=/a> ', 512 * KILOBYTE),
  article('unknown tags', '<x>', 4 * MEGABYTE),
  article('unknown references', '&zzz;', 4 * MEGABYTE),
  list('unknown tags in a headline', 4 * MEGABYTE, 'bytes', (size) => feed([item(0, { title: filled('<x>', size) }), item(1)])),
  list('a head as long as the items', 4 * MEGABYTE, 'bytes', (size) => feed(many(size / 2 / 100, (at) => item(at, { summary: 'x'.repeat(40) })), { filler: 'x'.repeat(size / 2) })),
  list('authors in JSON-LD by reference', 10_000, 'things', (size) => ({
    '@graph': many(size / 2, (at) => [
      { '@type': 'NewsArticle', headline: `Story ${at}`, url: `/story-${at}`, author: { '@id': `#person-${at}` } }, { '@id': `#person-${at}`, name: `Reporter ${at}` },
    ]).flat(),
  })),
  replies('each of its own', 20_000, (size) => many(size, (at) => reply(at, 0))),
  replies('each to the one before', 10_000, (size) => many(size, (at) => reply(at, at))),
  replies('all to the first', 10_000, (size) => many(size, (at) => reply(at, at && 1))),
  replies('one of paragraphs', 512 * KILOBYTE, (size) => [reply(0, 0, filled('<p>a', size))], 'bytes'),
];

const TYPES = { js: 'text/javascript', wasm: 'application/wasm' };

/** A site of all that was built, whose every page has one element, and whose feed and comments are one answer. */
const startSite = async () => {
  const files = new Map();
  for (const name of await readdir(dist)) {
    const type = TYPES[name.split('.').pop()];
    if (type) files.set(`/${name}`, { type, body: await readFile(join(dist, name)) });
  }
  const json = (body) => ({ type: 'application/json', body });
  const server = createServer((request, response) => {
    const { type, body } = files.get(request.url.split('?')[0]) ?? { type: 'text/plain', body: '' };
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    /** The address of a page with an element and what it reads. */
    page: (element, answer) => {
      files.set('/answer', json(JSON.stringify(answer)));
      files.set('/', {
        type: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="en"><title>Page</title><link rel="icon" href="data:,"><body>${element}<script async src="/newsrail.js"></script>`,
      });
      return `http://hostile.localhost:${server.address().port}/`;
    },
    stop: () => server.close(),
  };
};

/** The longest task of a first visit, until the element shows what it has and some time after. */
const longest = async (browser, site, { element, shown, answer }, size) => {
  const { page } = await browser.open();
  await page.goto(site.page(element, answer(size)));
  await page.waitForFunction(
    (shown) => document.querySelector('newsrail-article, newsrail-popular, newsrail-reply').shadowRoot?.querySelector(shown),
    shown, { timeout: PATIENCE },
  );
  const { longest } = await settle(page, REST);
  await page.close();
  return longest;
};

export const hostile = async (browser, runs) => {
  const site = await startSite();
  const figures = {};
  try {
    for (const which of CASES) {
      const measured = async (size) => {
        const taken = [];
        for (let run = 0; run < runs; run++) taken.push(await longest(browser, site, which, size));
        return median(taken);
      };
      figures[which.title] = { half: await measured(which.size / 2), whole: await measured(which.size) };
      progress(`${which.title}: longest task ${ms(figures[which.title].half)} of half, ${ms(figures[which.title].whole)} of all`);
    }
  } finally {
    site.stop();
  }
  return {
    figures,
    text: section(
      'What harms a page',
      `The longest task on the main thread, unthrottled, of a page with one element that reads what was made to keep it busy, and half as much of that; median of ${runs}. Tasks below 50 ms are not told apart and say 0. Of what is longer than anybody writes only the beginning is shown, and the console says so.`,
      table(['', 'made of', 'half', 'all'], CASES.map(({ title, size, unit }) => [title, `${bytes(size)} ${unit}`, ms(figures[title].half), ms(figures[title].whole)])),
    ),
  };
};
