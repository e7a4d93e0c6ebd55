/**
 * From navigation until both lists stand painted, each peer in turn: a first
 * visit to a site of which nothing is cached, then another article of it.
 */
import { PACES, settle, visit } from '../lib/browser.mjs';
import { median, ms, quartiles, times } from '../lib/numbers.mjs';
import { progress, section, table } from '../lib/report.mjs';
import { PEERS } from '../pages/peers.mjs';

/** How long a page is left alone before it is looked at, or left for the next. */
const REST = 1200;

/** One peer, one pace: both visits. */
const once = async (browser, site, peer, pace, name, script) => {
  const { page } = await browser.open(PACES[pace]);
  const [first, second] = [3, 8].map((at) => site.page({ name, peer, script, at }));
  const cold = await visit(page, first);
  const seen = await settle(page, REST);
  const warm = await visit(page, second);
  const again = await settle(page, 200);
  await page.close();
  return { cold, warm, loads: { cold: seen.loads, warm: again.loads } };
};

export const paint = async (browser, site, assets, runs) => {
  const results = {};
  for (const pace of Object.keys(PACES)) {
    const taken = Object.fromEntries(PEERS.map(({ name }) => [name, []]));
    for (let run = 0; run < runs; run++) {
      // Another one begins each time, so that none always comes after the same.
      for (let turn = 0; turn < PEERS.length; turn++) {
        const peer = PEERS[(turn + run) % PEERS.length];
        taken[peer.name].push(await once(browser, site, peer, pace, `${peer.name}-${pace}-${run}`, assets.get(peer.name)[0]));
      }
      const so = (which) => PEERS.map(({ name }) => `${name} ${Math.round(median(taken[name].map((run) => run[which])))}`).join(', ');
      progress(`lists painted, ${PACES[pace].title}, ${run + 1} of ${runs}: cold ${so('cold')}; warm ${so('warm')}`);
    }
    results[pace] = taken;
  }
  return report(results, runs);
};

const middle = (taken, of) => median(taken.map(of));

const report = (results, runs) => {
  const figures = { waits: waits(results) };
  const rows = [];
  for (const [pace, taken] of Object.entries(results)) {
    figures[pace] = {};
    for (const { name, title } of PEERS) {
      const both = ['cold', 'warm'].map((which) => middle(taken[name], (run) => run[which]));
      figures[pace][name] = { cold: both[0], warm: both[1] };
      const floor = figures[pace].plain;
      const spread = ['cold', 'warm'].map((which) => quartiles(taken[name].map((run) => run[which])).map(Math.round).join(' to '));
      rows.push([
        `${title}, ${PACES[pace].title}`, ms(both[0]), spread[0], times(both[0] / floor.cold), ms(both[1]), spread[1], times(both[1] / floor.warm),
      ]);
    }
  }
  return {
    figures,
    text: [section(
      'Time until both lists are painted',
      `From navigation to the frame that has five items in both lists, median of ${runs}, with the middle half of them, and against hand-written JavaScript. Cold is a first visit to a site of which nothing is cached; warm is another article of it, in the same tab, a second later. Scripts may be cached for ever, the loader for an hour, the feed for five minutes. Only the renderer’s main thread is slowed down to a quarter. The page has no picture, whose bytes all peers would wait for alike.`,
      table(['', 'cold', 'half of them', 'floor', 'warm', 'half of them', 'floor'], rows),
    ), section(
      'What newsrail waits for',
      'When each file was asked for and there, in milliseconds after navigation, medians.',
      table(['', 'asked for', 'there'], figures.waits.map(({ title, asked, there }) => [title, asked ?? '', there])),
    )].join('\n\n'),
  };
};

/** The way of newsrail's files, at both paces and both visits. */
const waits = (results) => Object.entries(results).flatMap(([pace, taken]) => ['cold', 'warm'].flatMap((which) => {
  const runs = taken.newsrail;
  const files = [['loader', /newsrail\.js$/], ['glue', /newsrail-\w+\.js$/], ['WebAssembly', /\.wasm$/], ['feed', /\.json$/]];
  const rows = files.map(([what, pattern]) => {
    const of = (part) => runs.flatMap((run) => run.loads[which].filter(({ name }) => pattern.test(name)).slice(0, 1).map((load) => load[part]));
    return {
      pace, which, what, title: `${PACES[pace].title}, ${which}: ${what}`,
      asked: Math.round(median(of('startTime'))), there: Math.round(median(of('responseEnd'))),
    };
  });
  const there = Math.round(middle(runs, (run) => run[which]));
  return [...rows, { pace, which, what: 'painted', title: `${PACES[pace].title}, ${which}: painted`, there }];
}));
