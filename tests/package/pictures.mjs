/** Takes the pictures of newsrail's own pages in dist/ for the documents, into docs/pictures/. */
import { join } from 'node:path';
import { launch } from './browser.mjs';
import { BUNDLE, serveSite } from './recipes.mjs';

const FOLDER = new URL('../../docs/pictures/', import.meta.url).pathname;

/** Each picture: its page, and what is there once the page is whole. */
const PICTURES = {
  'front-page.png': ['index.html', () => document.querySelector('newsrail-front')?.shadowRoot?.querySelectorAll('h2, h3').length > 5],
  'configurator.png': ['configure.html', () => {
    const lists = document.querySelector('iframe')?.contentDocument?.querySelectorAll('newsrail-popular, newsrail-more-like-this') ?? [];
    return lists.length && [...lists].every((list) => list.shadowRoot?.querySelector('h3 a'));
  }],
};

const browser = await launch();
const site = await serveSite({ folders: [BUNDLE] });
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
