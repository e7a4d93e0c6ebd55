/**
 * What the host page feels: an article page without lists, with each peer's two,
 * with one, four and fifty of newsrail's, and with a feed of a thousand
 * articles, on a phone.
 */
import { PACES, settle, visit } from '../lib/browser.mjs';
import { median, megabytes, ms, quartiles, short } from '../lib/numbers.mjs';
import { progress, section, table } from '../lib/report.mjs';
import { longestTasks } from '../lib/trace.mjs';
import { PEERS, withLists } from '../pages/peers.mjs';

/** How long a page is watched after its lists are painted. */
const REST = 1200;

/** What stands on the page: whose lists, how many, and out of which feed. */
const lists = (count) => ({ peer: withLists(count), count });
const CASES = [
  { name: 'none', title: 'without', ...lists(0) },
  ...PEERS.map((peer) => ({ name: peer.name, title: `2 lists, ${peer.title}`, peer, count: 2, feed: 'hundred' })),
  { name: 'one', title: '1 list', ...lists(1) },
  { name: 'four', title: '4 lists', ...lists(4) },
  { name: 'fifty', title: '50 lists', ...lists(50) },
  { name: 'thousand', title: '2 lists, 1,000 articles', ...lists(2), feed: 'thousand' },
];

/** The bytes of all WebAssembly memories of a page. */
const wasmMemory = async (session) => {
  const { result: prototype } = await session.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId, returnByValue: true,
    functionDeclaration: 'function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0) }',
  });
  return result.value;
};

/** Down the page and past all its lists, which load as they come near. */
const readThrough = async (page) => {
  const further = () => {
    scrollBy(0, innerHeight * 0.8);
    return scrollY + innerHeight < document.documentElement.scrollHeight - 1;
  };
  let goes = true;
  while (goes) {
    goes = await page.evaluate(further);
    await page.waitForTimeout(250);
  }
};

/** A first visit to a page of some name, which is read through: what `watch` makes of it. */
const visited = async (browser, site, assets, { peer, count, feed = 'fourHundred' }, name, watch) => {
  const { page, session } = await browser.open(PACES.slow);
  const [script] = assets.get(peer.name);
  const url = site.page({ name, peer, script, feed, picture: true });
  const read = async () => {
    let painted = 0;
    if (count && count <= 4) painted = await visit(page, url);
    else await page.goto(url);
    await page.waitForTimeout(REST);
    if (count > 2) await readThrough(page);
    return painted;
  };
  const seen = await watch({ page, session, url, read });
  await page.close();
  return seen;
};

/** What the reader sees, and what the page holds then. */
const felt = (count) => async ({ page, session, read }) => {
  const painted = await read();
  const { largest, blocking, shift } = await settle(page, 0);
  if (count !== 2) await expectFull(page, count);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize } = await session.send('Runtime.getHeapUsage');
  return { painted, largest, shift, blocking, heap: usedSize, dom: embedderHeapUsedSize, wasm: await wasmMemory(session) };
};

/** The longest tasks, of a visit for that alone: a trace slows down what it watches. Now and then it has lost the page. */
const taskTimes = async (see, name) =>
  await see(name, ({ session, url, read }) => longestTasks(session, url, read)) ?? taskTimes(see, `${name}-again`);

/** Every list that was asked for has its five items. */
const expectFull = async (page, count) => {
  const full = await page.evaluate(() => [...document.querySelectorAll('newsrail-popular, newsrail-more-like-this')]
    .filter(({ shadowRoot }) => shadowRoot.querySelectorAll('li').length === 5).length);
  if (full !== count) throw new Error(`${full} of ${count} lists are full`);
};

export const host = async (browser, site, assets, runs) => {
  const taken = Object.fromEntries(CASES.map(({ name }) => [name, []]));
  const tasks = Object.fromEntries(CASES.map(({ name }) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const which of CASES) {
      const { name, count } = which;
      const see = (called, watch) => visited(browser, site, assets, which, called, watch);
      taken[name].push(await see(`host-${name}-${run}`, felt(count)));
      // A median of half as many tells tasks apart well enough.
      if (run % 2 === 0) tasks[name].push(await taskTimes(see, `tasks-${name}-${run}`));
    }
    progress(`what the host page feels, ${run + 1} of ${runs}: LCP ${CASES.map(({ name }) => `${name} ${Math.round(median(taken[name].map(({ largest }) => largest)))}`).join(', ')}`);
  }
  const figures = Object.fromEntries(CASES.map(({ name }) => {
    const of = (visits, parts) => Object.fromEntries(parts.map((part) => [part, median(visits.map((one) => one[part]))]));
    return [name, {
      ...of(taken[name], ['painted', 'largest', 'shift', 'blocking', 'heap', 'dom', 'wasm']), ...of(tasks[name], ['longest', 'script']),
      spread: quartiles(taken[name].map((run) => run.largest)),
    }];
  }));
  return { figures, text: report(figures, runs) };
};

const report = (figures, runs) => section(
  'What the host page feels',
  `The article page with a lead picture of 93 kB, first visit at ${PACES.slow.title}, median of ${runs}, and of every other one more for the tasks, which are traced; a feed of 100 articles beside the peers, and of 400 for 1, 4 and 50 of newsrail’s lists. Blocking is what tasks took beyond 50 ms each. Of the longest task on the main thread is said how long it was, and how long the longest was in which the peer’s script ran, with WebAssembly’s compilation and whatever else was in that task.`,
  table(['', 'painted', 'LCP', 'half of them', 'blocking', 'longest task', 'with script', 'shift'], CASES.map(({ name, title }) => {
    const { painted, largest, spread, blocking, longest, script, shift } = figures[name];
    return [title, painted ? ms(painted) : '', ms(largest), spread.map(Math.round).join(' to '), ms(blocking), ms(longest), ms(script), short(shift)];
  })),
  'Memory after a collection: JavaScript’s objects, the browser’s own for the document, and WebAssembly’s. Four lists and fifty have been scrolled through.',
  table(['', 'JavaScript', 'document', 'WebAssembly'], CASES.map(({ name, title }) => {
    const { heap, dom, wasm } = figures[name];
    return [title, megabytes(heap), megabytes(dom), megabytes(wasm)];
  })),
);
