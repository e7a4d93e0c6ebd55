/**
 * What a publisher can do for a first visit: have the lists written into the page by
 * `newsrail render`, or have their program preloaded by lines in the head.
 */
import { PACES, settle, visit } from '../lib/browser.mjs';
import { median, ms, quartiles, short, times } from '../lib/numbers.mjs';
import { rendered } from '../lib/render.mjs';
import { progress, section, table } from '../lib/report.mjs';
import { PEERS, withLists } from '../pages/peers.mjs';
import { preloads } from '../../tools/snippet.mjs';

/** How long a page is watched after its lists are painted: on a first visit its program comes in that time. */
const REST = 3000;

const newsrail = PEERS.find(({ name }) => name === 'newsrail');

const cases = (assets) => [
  { name: 'none', title: 'without', peer: withLists(0) },
  { name: 'lists', title: '2 lists', peer: newsrail },
  { name: 'preloaded', title: '2 lists, preloaded', peer: preloaded(assets) },
  { name: 'light', title: '2 lists, rendered', peer: newsrail, options: [] },
  { name: 'shadow', title: '2 lists, rendered with --shadow', peer: newsrail, options: ['--shadow'] },
];

/** A page with the lines that `make dist` prints in its head. */
const preloaded = (assets) => ({
  ...newsrail,
  script: ({ script }) => preloads(assets.map(({ name }) => name), script.replace(/[^/]*$/, '')).join('\n'),
});

/** The headlines of both lists, wherever they stand. */
const headlines = () => ['popular', 'more'].map((id) => {
  const list = document.getElementById(id);
  const trees = [list.shadowRoot, list].filter(Boolean);
  return trees.map((tree) => [...tree.querySelectorAll('h3 a')].map(({ textContent }) => textContent)).find(({ length }) => length);
});

/** Whether both lists are the program's. */
const isTakenOver = () => ['popular', 'more'].every((id) => {
  const list = document.getElementById(id);
  return list.shadowRoot?.querySelector('h3 a') && ![list, list.shadowRoot].some((tree) => tree.querySelector('[data-newsrail]'));
});

/** One first visit. */
const once = async (browser, site, [script], { name, peer, options }, run) => {
  const { page } = await browser.open(PACES.slow);
  const url = site.page({ name: `first-${name}-${run}`, peer, script, write: options && ((html, at, articles) => rendered(html, at, articles, options)) });
  let painted;
  let before;
  if (name === 'none') await page.goto(url);
  else {
    painted = await visit(page, url);
    before = await page.evaluate(headlines);
    await page.waitForFunction(isTakenOver);
  }
  const { first, shift } = await settle(page, REST);
  if (before && JSON.stringify(before) !== JSON.stringify(await page.evaluate(headlines))) throw new Error(`${name}: the program shows other items: ${JSON.stringify([before, await page.evaluate(headlines)])}`);
  await page.close();
  return { first, painted, shift };
};

export const first = async (browser, site, assets, runs) => {
  const files = assets.get('newsrail');
  const all = cases(files);
  const taken = Object.fromEntries(all.map(({ name }) => [name, []]));
  for (let run = 0; run < runs; run++) {
    // Another one begins each time, so that none always comes after the same.
    for (let turn = 0; turn < all.length; turn++) {
      const which = all[(turn + run) % all.length];
      taken[which.name].push(await once(browser, site, files, which, run));
    }
    progress(`first visit, ${run + 1} of ${runs}: ${all.map(({ name }) => `${name} ${Math.round(median(taken[name].map(({ painted, first }) => painted ?? first)))}`).join(', ')}`);
  }
  const figures = Object.fromEntries(all.map(({ name }) => {
    const of = (part) => median(taken[name].map((one) => one[part]));
    const painted = name === 'none' ? undefined : of('painted');
    const spread = quartiles(taken[name].map((one) => one.painted ?? one.first));
    return [name, { first: of('first'), painted, spread, shift: Math.max(...taken[name].map(({ shift }) => shift)) }];
  }));
  return { figures, text: report(figures, all, runs) };
};

const report = (figures, all, runs) => section(
  'What a publisher can do for a first visit',
  `The article page of which nothing is cached, at ${PACES.slow.title}, median of ${runs}. Rendered pages have their lists from \`newsrail render\`; in each run the program has taken them over, with the same items. Preloaded is the program, by the two lines that \`make dist\` prints. First is the page’s own first contentful paint, painted the frame that has five items in both lists; the largest shift of any run.`,
  table(['', 'first', 'painted', 'half of them', 'without', 'shift'], all.map(({ name, title }) => {
    const { first, painted, spread, shift } = figures[name];
    return [title, ms(first), painted ? ms(painted) : '', spread.map(Math.round).join(' to '), times((painted ?? first) / figures.none.first), short(shift)];
  })),
);
