/** What was to be reached, and whether it was. */
import { bytes, ms, short, times } from './lib/numbers.mjs';
import { section, table } from './lib/report.mjs';

/** Whether a measured value keeps within its bound, and if not, which measurement says why. */
const atMost = (what, value, bound, write, why) => ({ what, value: write(value), bound: `at most ${write(bound)}`, kept: value <= bound, why });
const atLeast = (what, value, bound, write, why) => ({ what, value: write(value), bound: `at least ${write(bound)}`, kept: value >= bound, why });

/** What reading, indexing, learning and asking may take. */
const ofWork = (work) => {
  const of = (name, size) => work.engines[`${name} ${size}`];
  const [own, large] = [of('newsrail', 1000), of('newsrail', 10000)];
  const others = ['MiniSearch', 'lunr', 'Orama', 'FlexSearch'].map((name) => of(name, 1000).build);
  const builder = () => `newsrail takes ${ms(own.build)}, ${ms(work.nativeBuild)} natively: what ships is built for size`;
  return [
    atMost('1 MB JSON Feed of 1,000 items, native', work.nativeJson, 15, ms),
    atMost('the same in Chromium', work.json, 40, ms),
    atMost('index of 1,000 articles in Chromium', own.build, 12, ms),
    atMost('one query of 1,000, feedback and what was learnt included, in Chromium', own.ask, 0.1, ms),
    atMost('learning of 1,000 articles, work in Chromium', own.learn, 60, ms),
    atMost('learning of 10,000 articles, work in Chromium', large.learn, 400, ms),
    atMost('longest turn of learning, which is given 8 ms', Math.max(own.turn, large.turn), 16, ms),
    atMost('index of 10,000 against 1,000', large.build / own.build, 12, times),
    atMost('query of 10,000 against 1,000', large.ask / own.ask, 10, times),
    atMost('memory of the index with what is learnt against its text, 1,000 articles', own.memory / own.text, 3, times, () => `of 10,000 articles it is ${times(large.memory / large.text)}: terms that are new with each article weigh less there`),
    atLeast('fastest builder of the four against newsrail, 1,000 articles', Math.min(...others) / own.build, 3, times, builder),
    atLeast('MiniSearch’s query against newsrail’s, 1,000 articles', of('MiniSearch', 1000).ask / own.ask, 10, times),
  ];
};

/** What the pages of a site may take. */
const ofPages = ({ weight, paint, first, host, hostile }) => {
  const { slow, free } = paint;
  const memory = (name) => host[name].heap + host[name].wasm;
  const noise = Math.max(...['none', 'four'].map((name) => host[name].spread[1] - host[name].spread[0]));
  const ours = Math.max(...['newsrail', 'one', 'four', 'fifty', 'thousand'].map((name) => host[name].script));
  const wait = (pace, which, what) => paint.waits.find((wait) => wait.pace === pace && wait.which === which && wait.what === what);
  const way = (pace, which) => {
    const [wasm, painted] = ['WebAssembly', 'painted'].map((what) => wait(pace, which, what));
    return `WebAssembly is asked for at ${wasm.asked} ms, there at ${wasm.there} and the lists painted at ${painted.there}; hand-written JavaScript is done at ${Math.round(paint[pace].plain[which])}`;
  };
  const slowLine = (bound) => () => `${way('slow', 'cold')}; the bound is ${ms(bound)}. On a line of 200 kB/s its ${bytes(weight.totals.newsrail)} bytes alone take ${Math.round(weight.totals.newsrail / 200)} ms, InstantSearch’s ${Math.round(weight.totals.instantsearch / 200)} ms`;
  const noTask = () => `with 50 lists ${ms(host.fifty.script)}, with 1,000 articles ${ms(host.thousand.script)}, with 2 lists and 100 articles ${ms(host.newsrail.script)}: half of such a task is V8 compiling what is called for the first time; all elements on a page are defined in one`;
  const picture = () => `the loader’s ${bytes(weight.loader)} bytes come before the picture’s on the same line, ${Math.round(weight.loader / 200)} ms; everything else waits until that is drawn. With one list it is ${ms(host.one.largest - host.none.largest)} later, with fifty ${ms(host.fifty.largest - host.none.largest)}`;
  const late = () => `without newsrail ${ms(first.none.first)}, rendered ${ms(first.light.painted)}, with --shadow ${ms(first.shadow.painted)}`;
  const sooner = () => `${ms(first.lists.painted)} without, ${ms(first.preloaded.painted)} with them: the bytes on the line are the same`;
  const harm = Math.max(...Object.values(hostile).map(({ whole }) => whole));
  const worst = () => `it is that of ${Object.keys(hostile).find((title) => hostile[title].whole === harm)}`;
  return [
    atMost('two lists and the form, against InstantSearch’s two lists and its client, brotli', weight.totals.newsrail, weight.totals.instantsearch, bytes),
    atMost('cold, throttled, against hand-written', slow.newsrail.cold / slow.plain.cold, 1.35, times, slowLine(1.35 * slow.plain.cold)),
    atMost('cold, throttled, against InstantSearch', slow.newsrail.cold / slow.instantsearch.cold, 0.85, times, slowLine(0.85 * slow.instantsearch.cold)),
    atMost('warm, by a link, throttled, against hand-written', slow.newsrail.warm / slow.plain.warm, 1.1, times, () => way('slow', 'warm')),
    atMost('warm, by a link, no throttle, against hand-written', free.newsrail.warm / free.plain.warm, 1.1, times, () => way('free', 'warm')),
    atMost('warm, by its address, throttled, against hand-written', slow.newsrail.again / slow.plain.again, 1.1, times, () => way('slow', 'again')),
    atMost('warm, by its address, no throttle, against hand-written', free.newsrail.again / free.plain.again, 1.1, times, () => way('free', 'again')),
    atMost('first visit, throttled, rendered: both lists against the first paint of the page without newsrail', Math.max(first.light.painted, first.shadow.painted) / first.none.first, 1.05, times, late),
    atMost('layout shift of a rendered page as its program takes over', Math.max(first.light.shift, first.shadow.shift), 0, short),
    atLeast('first visit, throttled, preloaded: how much sooner both lists are, in percent', 100 * (1 - first.preloaded.painted / first.lists.painted), 15, short, sooner),
    atMost('largest contentful paint, later with 4 lists than without; the bound is the noise, the middle half of its runs', host.four.largest - host.none.largest, noise, ms, picture),
    atMost('layout shift, 1 to 50 lists', Math.max(...['one', 'four', 'fifty', 'thousand'].map((name) => host[name].shift)), 0.004, short),
    atMost('longest task of newsrail’s at 4 ×, 1 to 50 lists, up to 1,000 articles', ours, 50, ms, noTask),
    atMost('longest task, unthrottled, of what was made to harm a page', harm, 200, ms, worst),
    atMost('memory of a page with 50 lists against one, JavaScript’s and WebAssembly’s', memory('fifty') / memory('one'), 1.5, times),
  ];
};

/** The verdict of a run, or of that part alone in which work is measured. */
export const verdict = ({ work, ...pages }) => {
  const checks = ofWork(work);
  if (pages.paint) checks.push(...ofPages(pages));
  const missed = checks.filter(({ kept }) => !kept);
  return section(
    'What was to be reached',
    `${checks.length - missed.length} of ${checks.length} bounds are kept in this run.`,
    table(['', 'measured', 'bound', 'kept'], checks.map(({ what, value, bound, kept }) => [what, value, bound, kept ? 'yes' : 'NO'])),
    ...missed.filter(({ why }) => why).map(({ what, why }) => `Not kept: ${what}. ${why()}.`),
  );
};
