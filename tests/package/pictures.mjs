/** Takes the pictures of newsrail's own pages in dist/ for the documents, into docs/pictures/. */
import { join } from 'node:path';
import { launch } from './browser.mjs';
import { BUNDLE, serveSite } from './recipes.mjs';

const FOLDER = new URL('../../docs/pictures/', import.meta.url).pathname;

const LAYOUTS = ['list', 'numbered', 'compact', 'text', 'cards', 'carousel'];

/** A list in each layout, on the sample newspaper. */
const layouts = `<!doctype html><html lang=en><meta charset=utf-8><title>Layouts</title>
  <style>
    body { display: grid; grid-template-columns: repeat(4, 1fr); gap: 1.5rem 2rem; margin: 1.5rem; font: 15px/1.5 system-ui, sans-serif }
    div:nth-child(n + 5) { grid-column: span 2; min-width: 0 }
    code { display: block; margin-bottom: .5rem; color: #555 }
  </style>
  ${LAYOUTS.map((layout) => `<div><code>layout="${layout}"</code><newsrail-popular layout=${layout} count=4 images></newsrail-popular></div>`).join('')}
  <script async data-feed=samples/feed.json src=newsrail.js></script>`;

/** Whether all lists of a document are there, with what stands in them. */
const areListed = () => [...document.querySelectorAll('newsrail-popular')].every(({ shadowRoot }) => {
  const pictures = [...shadowRoot?.querySelectorAll('img') ?? []];
  return shadowRoot?.querySelector('h3 a') && pictures.every((picture) => picture.complete || picture.loading === 'lazy' && picture.getBoundingClientRect().left > innerWidth);
});

/** Each picture: its page, and what is there once the page is whole. */
const PICTURES = {
  'front-page.png': ['index.html', () => document.querySelector('newsrail-front')?.shadowRoot?.querySelectorAll('h2, h3').length > 5],
  'layouts.png': ['layouts', areListed],
  'configurator.png': ['configure.html', () => {
    const lists = document.querySelector('iframe')?.contentDocument?.querySelectorAll('newsrail-popular, newsrail-more-like-this') ?? [];
    return lists.length && [...lists].every((list) => list.shadowRoot?.querySelector('h3 a'));
  }],
};

const browser = await launch();
const site = await serveSite({ pages: { '/layouts': layouts }, folders: [BUNDLE] });
try {
  for (const [name, [path, isWhole]] of Object.entries(PICTURES)) {
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 }, reducedMotion: 'reduce' });
    await page.goto(`${site.origin}/${path}`);
    await page.waitForFunction(isWhole);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(FOLDER, name) });
    await page.close();
  }
} finally {
  await site.stop();
  await browser.close();
}
