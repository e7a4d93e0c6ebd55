/**
 * What parsing, indexing and asking take: natively, as criterion has measured
 * it, and in Chromium beside what a site would take instead.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import FeedParser from 'feedparser';
import { launch, PACES } from '../lib/browser.mjs';
import { bytes, median, ms, times } from '../lib/numbers.mjs';
import { target } from '../lib/paths.mjs';
import { progress, section, table } from '../lib/report.mjs';

const SIZES = [100, 1000, 10000];
const ENGINES = ['newsrail', 'MiniSearch', 'lunr', 'Orama', 'FlexSearch'];

/** Criterion's median of a benchmark, in milliseconds. */
const native = async (...path) => {
  const file = join(target, 'criterion', ...path, 'new', 'estimates.json');
  return JSON.parse(await readFile(file, 'utf8')).median.point_estimate / 1e6;
};

/** The npm package `feedparser`, which reads streams and is at home in Node. */
const feedparser = async (text) => {
  const began = performance.now();
  let items = 0;
  for await (const _ of Readable.from([Buffer.from(text)]).pipe(new FeedParser())) items += 1;
  return [performance.now() - began, items];
};

export const work = async (site, module, engine, least) => {
  const browser = await launch();
  try {
    const { page } = await browser.open(PACES.free);
    await page.goto(site.bare('work', module));
    await page.evaluate(() => globalThis.work.ready);
    const reading = await readings(page, engine, least);
    const engines = await comparisons(page, least);
    return { figures: { ...reading.figures, ...engines.figures }, text: `${reading.text}\n\n${engines.text}` };
  } finally {
    await browser.close();
  }
};

const readings = async (page, engine, least) => {
  const read = async (how, which) => {
    const { taken, items, size } = await page.evaluate(([how, which, least]) => globalThis.work.read(how, which, least), [how, which, least]);
    if (items !== (Number(which) || 1000)) throw new Error(`${how} reads ${items} items of ${which}`);
    progress(`reading ${which}, ${how}: ${ms(median(taken))}`);
    return { took: median(taken), size };
  };
  const rows = [];
  for (const size of SIZES) {
    const [own, parse] = [await read('newsrail, lists', size), await read('JSON.parse', size)];
    rows.push([`JSON Feed, ${bytes(size)} short items`, bytes(own.size), ms(await native('read', `short_${size}`)), ms(own.took), ms(parse.took), '']);
  }
  const [json, parse] = [await read('newsrail, lists', 'json'), await read('JSON.parse', 'json')];
  const nativeJson = await native('read', 'JSON Feed');
  rows.push(['JSON Feed, 1,000 items with bodies', bytes(json.size), ms(nativeJson), ms(json.took), ms(parse.took), '']);
  const [rss, parser] = [await read('newsrail, formats', 'rss'), await read('rss-parser', 'rss')];
  const inNode = [];
  for (let run = 0; run < least + 1; run++) {
    const [took, items] = await feedparser(engine.rss());
    if (items !== 1000) throw new Error(`feedparser reads ${items} items`);
    if (run) inNode.push(took);
  }
  rows.push(['RSS 2.0, 1,000 items with bodies', bytes(rss.size), ms(await native('read', 'RSS')), ms(rss.took), '', `${ms(parser.took)} / ${ms(median(inNode))}`]);
  return {
    figures: { nativeJson, json: json.took },
    text: section(
      'Reading a feed',
      'From bytes to articles: their texts plain, their links checked, their dates numbers. `JSON.parse` makes a tree and no more. Of XML: `rss-parser` in the same page, and `feedparser`, which is made for Node, in Node.',
      table(['', 'bytes', 'native', 'Chromium', 'JSON.parse', 'rss-parser / feedparser'], rows),
    ),
  };
};

const comparisons = async (page, least) => {
  const taken = {};
  const rows = [];
  for (const size of SIZES) {
    for (const name of ENGINES) {
      const few = size === 10000 ? Math.min(3, least) : least;
      const { builds, works, longest, asks, lists, found, plain, memory, text } = await page.evaluate(([name, size, least]) => globalThis.work.engine(name, size, least), [name, size, few]);
      if (!found) throw new Error(`${name} finds nothing`);
      taken[`${name} ${size}`] = { build: median(builds), ask: median(asks), list: lists.length ? median(lists) : 0, learn: works?.length ? median(works) : 0, turn: longest?.length ? Math.max(...longest) : 0, plain, memory, text };
      progress(`${size} articles, ${name}: built in ${ms(median(builds))}, asked in ${ms(median(asks))}`);
    }
    const own = taken[`newsrail ${size}`];
    rows.push([
      `${bytes(size)}: newsrail, native`, ms(await native(`related_${size}`, 'build')), '', ms(await native(`related_${size}`, 'query')), '',
    ]);
    for (const name of ENGINES) {
      const { build, ask } = taken[`${name} ${size}`];
      rows.push([`${bytes(size)}: ${name}`, ms(build), times(build / own.build), ms(ask), times(ask / own.ask)]);
    }
    rows.push([`${bytes(size)}: newsrail, the whole list`, '', '', ms(own.list), times(own.list / own.ask)]);
  }
  const own = (size) => taken[`newsrail ${size}`];
  const memories = SIZES.map((size) => {
    const { plain, memory, text } = own(size);
    return [bytes(size), bytes(text), bytes(plain), times(plain / text), bytes(memory), times(memory / text)];
  });
  const learning = [];
  for (const size of SIZES) {
    const { learn, turn } = own(size);
    learning.push([bytes(size), ms(await native(`related_${size}`, 'learn')), ms(learn), ms(turn)]);
  }
  return {
    figures: { engines: taken, nativeBuild: await native('related_1000', 'build') },
    text: [section(
      'Indexing and asking',
      'In Chromium at its own pace, headline and summary of each article; medians, once warm. All are asked for the five articles most like one, with its headline and summary. newsrail is asked as an element asks it, feedback and what was learnt included; the whole list is what an element shows, with copies last, variety and reasons. The libraries have no query by document, so they are given the text, any of whose words may match. The columns with × say how many times as long as newsrail in Chromium.',
      table(['articles', 'build', '', 'ask', ''], rows),
    ), section(
      'Learning likeness of the second order',
      'The work of the program that learns, in turns of 8 ms between which the page may do something else, and the longest of these turns in any run.',
      table(['articles', 'native', 'Chromium', 'longest turn'], learning),
    ), section(
      'Memory of the index',
      'Bytes, against those of the text that it is of: before more is learnt of the articles, and after.',
      table(['articles', 'text', 'index', '', 'with what is learnt', ''], memories),
    )].join('\n\n'),
  };
};
