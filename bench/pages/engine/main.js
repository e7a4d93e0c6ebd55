/**
 * The page in which parsing, indexing and asking are timed: newsrail's readers
 * and engine, compiled as they ship, and the libraries a site would take. The
 * bench calls what stands in `globalThis.work`.
 */
import { create, insertMultiple, search } from '@orama/orama';
import { Document } from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import RssParser from 'rss-parser/dist/rss-parser.min.js';
import start, * as newsrail from 'newsrail-engine';
import { turn } from '../../../web/host/turn.js';
import { TIME_BUDGET } from '../../../web/shared.js';

const FIELDS = ['title', 'summary'];

/** How many an engine is asked for. */
const COUNT = 5;

const textOf = ({ title, summary }) => `${title} ${summary}`;

/**
 * Per engine how it is built of articles, and how it is asked for those like
 * one: with its headline and summary as text, any of whose words may match,
 * since none of the libraries has a query by document.
 */
const ENGINES = {
  newsrail: (articles) => {
    const engine = new newsrail.Engine(articles.length);
    return { build: () => { engine.build(); return engine; }, ask: (engine, at) => engine.query(at), free: () => engine.free() };
  },
  MiniSearch: (articles) => ({
    build: () => {
      const index = new MiniSearch({ fields: FIELDS });
      index.addAll(articles);
      return index;
    },
    ask: (index, at) => index.search(textOf(articles[at])).slice(0, COUNT).length,
  }),
  lunr: (articles) => ({
    build: () => lunr(function () {
      this.ref('id');
      FIELDS.forEach((field) => this.field(field));
      articles.forEach((article) => this.add(article));
    }),
    ask: (index, at) => index.query((query) => query.term(lunr.tokenizer(textOf(articles[at])))).slice(0, COUNT).length,
  }),
  Orama: (articles) => ({
    build: async () => {
      const index = create({ schema: { title: 'string', summary: 'string' } });
      await insertMultiple(index, articles);
      return index;
    },
    ask: (index, at) => search(index, { term: textOf(articles[at]), limit: COUNT, threshold: 1 }).hits.length,
  }),
  FlexSearch: (articles) => ({
    build: () => {
      const index = new Document({ document: { id: 'id', index: FIELDS } });
      articles.forEach((article) => index.add(article));
      return index;
    },
    ask: (index, at) => index.search(textOf(articles[at]), { suggest: true, limit: COUNT }).length,
  }),
};

/** What the clock can tell, in milliseconds, a hundred times over. */
const PRECISE = 0.5;

/**
 * Runs until it has been timed `least` times, and longer if that was quick;
 * milliseconds each. The first run is a warm-up, and says how many are timed
 * together.
 */
const timed = async (run, least, most = 1500) => {
  const taken = [];
  const end = performance.now() + most;
  let turn = 0;
  const together = async (count) => {
    const begin = performance.now();
    for (let n = 0; n < count; n++) {
      const result = run(turn++);
      if (result?.then) await result;
    }
    return (performance.now() - begin) / count;
  };
  const count = Math.ceil(Math.min(100, PRECISE / Math.max(await together(1), PRECISE / 100)));
  while (taken.length < least || (performance.now() < end && taken.length < 2000)) taken.push(await together(count));
  return taken;
};

/**
 * Learns more of the articles, as `web/learn.js` does it, `least` times; milliseconds of
 * work and of the longest turn, each. What is learnt is kept.
 */
const learnt = async (engine, least) => {
  const works = [], longest = [];
  for (let run = 0; run < least; run++) {
    const learner = engine.learner();
    if (!learner) break;
    let [work, most, done] = [0, 0, false];
    while (!done) {
      const begin = performance.now();
      done = learner.goOn(TIME_BUDGET);
      const took = performance.now() - begin;
      work += took;
      most = Math.max(most, took);
      await turn();
    }
    engine.keep(learner.coordinates());
    works.push(work);
    longest.push(most);
  }
  return { works, longest };
};

const encoded = (text) => new TextEncoder().encode(text);

globalThis.work = {
  ready: start(),

  /** How long an engine takes to index so many articles, to learn more of them, and to find what is like one of them. */
  engine: async (name, count, least) => {
    const articles = JSON.parse(newsrail.short_feed(count)).items;
    const { build, ask, free } = ENGINES[name](articles);
    let index;
    const builds = await timed(async () => { index = await build(); }, least);
    const found = ask(index, 0);
    // Every seventh, so that neighbours in the feed are not asked for in turn.
    const plain = name === 'newsrail' ? index.memory() : 0;
    const { works, longest } = name === 'newsrail' ? await learnt(index, least) : {};
    const asks = await timed((turn) => { ask(index, (turn * 7) % count); }, least * 10);
    const lists = name === 'newsrail' ? await timed((turn) => { index.list((turn * 7) % count); }, least * 10) : [];
    const memory = name === 'newsrail' ? index.memory() : 0;
    const text = articles.reduce((sum, article) => sum + encoded(article.title).length + encoded(article.summary).length, 0);
    free?.();
    return { builds, works, longest, asks, lists, found, plain, memory, text };
  },

  /** How long a feed takes to read, from bytes to values. */
  read: async (how, which, least) => {
    const text = which === 'json' ? newsrail.json_feed() : which === 'rss' ? newsrail.rss() : newsrail.short_feed(which);
    const bytes = encoded(text);
    const ways = {
      'newsrail, lists': () => newsrail.read_usual(bytes),
      'newsrail, formats': () => newsrail.read_any(bytes),
      'JSON.parse': () => JSON.parse(new TextDecoder().decode(bytes)).items.length,
      'rss-parser': async () => (await new RssParser().parseString(new TextDecoder().decode(bytes))).items.length,
    };
    const items = await ways[how]();
    return { taken: await timed(ways[how], least), items, size: bytes.length };
  },
};
