/**
 * From navigation until both lists stand painted, each peer in turn: a first
 * visit to a site of which nothing is cached, then another article of it, by a
 * link, and one more, by its address.
 */
import { PACES, PRESS, follow, settle, visit } from '../lib/browser.mjs';
import { median, ms, quartiles, times } from '../lib/numbers.mjs';
import { progress, section, table } from '../lib/report.mjs';
import { PEERS } from '../pages/peers.mjs';

/** How long a page is left alone before it is looked at, or left for the next. */
const REST = 1200;

/** The visits: what the tables call them. */
const VISITS = { cold: 'cold', warm: 'warm, by a link', again: 'warm, by its address' };

/** One peer, one pace: all visits. */
const once = async (browser, site, peer, pace, name, script) => {
  const { page } = await browser.open(PACES[pace]);
  const [first, second, third] = [3, 8, 13].map((at) => site.page({ name, peer, script, at, next: at + 5 }));
  const times = {};
  const loads = {};
  const note = async (which, painted) => {
    times[which] = await painted;
    loads[which] = (await settle(page, REST)).loads;
  };
  await note('cold', visit(page, first));
  await note('warm', follow(page, second));
  await note('again', visit(page, third));
  await page.close();
  return { ...times, loads };
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
      progress(`lists painted, ${PACES[pace].title}, ${run + 1} of ${runs}: ${Object.entries(VISITS).map(([which, title]) => `${title}: ${so(which)}`).join('; ')}`);
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
      const own = Object.fromEntries(Object.keys(VISITS).map((which) => [which, middle(taken[name], (run) => run[which])]));
      figures[pace][name] = own;
      const floor = figures[pace].plain;
      const spread = (which) => quartiles(taken[name].map((run) => run[which])).map(Math.round).join(' to ');
      rows.push([`${title}, ${PACES[pace].title}`, ...Object.keys(VISITS).flatMap((which) => [ms(own[which]), spread(which), times(own[which] / floor[which])])]);
    }
  }
  return {
    figures,
    text: [section(
      'Time until both lists are painted',
      `From navigation to the frame that has five items in both lists, median of ${runs}, with the middle half of them, and against hand-written JavaScript. Cold is a first visit to a site of which nothing is cached; warm is another article of it, in the same tab, a second later: one by a link on the page, which is pressed for ${PRESS} ms, and one by its address. While a link is pressed newsrail chooses for the page that it leads to; time is counted from the navigation on, for all alike. Scripts may be cached for ever, the loader for an hour, the feed for five minutes. Only the renderer’s main thread is slowed down to a quarter. The page has no picture, whose bytes all peers would wait for alike.`,
      table(['', ...Object.values(VISITS).flatMap((title) => [title, 'half of them', 'floor'])], rows),
    ), section(
      'What newsrail waits for',
      'When each file was asked for and there, in milliseconds after navigation, medians.',
      table(['', 'asked for', 'there'], figures.waits.map(({ title, asked, there }) => [title, asked ?? '', there])),
    )].join('\n\n'),
  };
};

/** The way of newsrail's files, at both paces and all visits. */
const waits = (results) => Object.entries(results).flatMap(([pace, taken]) => Object.keys(VISITS).flatMap((which) => {
  const runs = taken.newsrail;
  const files = [['loader', /newsrail\.js$/], ['glue', /newsrail-\w+\.js$/], ['WebAssembly', /\.wasm$/], ['feed', /\.json$/]];
  const rows = files.map(([what, pattern]) => {
    const of = (part) => runs.flatMap((run) => run.loads[which].filter(({ name }) => pattern.test(name)).slice(0, 1).map((load) => load[part]));
    return {
      pace, which, what, title: `${PACES[pace].title}, ${VISITS[which]}: ${what}`,
      asked: Math.round(median(of('startTime'))), there: Math.round(median(of('responseEnd'))),
    };
  });
  const there = Math.round(middle(runs, (run) => run[which]));
  return [...rows, { pace, which, what: 'painted', title: `${PACES[pace].title}, ${VISITS[which]}: painted`, there }];
}));
