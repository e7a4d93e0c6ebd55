/** The texts of locales/: every language says all that English says, and in its own plural forms. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { LOCALES, TAGS, flat, locale, tableOf } from './locales.mjs';

const LANGUAGES = ['ar', 'cs', 'da', 'de', 'el', 'en', 'es', 'fi', 'fr', 'he', 'hi', 'it', 'ja', 'ko', 'nl', 'pl', 'pt', 'ru', 'sv', 'tr', 'uk', 'zh', 'zh-Hant'];

/** What each program says: as tools/assemble.mjs has it. */
const PROGRAMS = [['common', 'lists', 'looks'], ['common', 'sign-up'], ['common', 'lists', 'looks', 'page']];

/** The most bytes of a file, after brotli. */
const MOST = 2048;

const english = await locale('en');
const each = async (check) => {
  for (const tag of LANGUAGES) check(tag, await locale(tag));
};
const placeholders = (text) => (text.match(/\{.*?\}/g) ?? []).sort();
const isPlural = (text) => typeof text === 'object';

test('there is a file for each language', () => {
  assert.deepEqual([...TAGS, 'en'].sort(), LANGUAGES);
});

test('the loader knows every language, and finds none in a part of a name', () => {
  const names = TAGS.map((tag) => new Intl.Locale(tag).language);
  assert.deepEqual(LOCALES.split(' '), [...new Set(names)]);
  for (const other of ['en', 'nb', 'fil', 'a', 'r c']) assert.ok(!LOCALES.split(' ').includes(other), other);
  // web/loader/texts.js looks for a language of two or more letters in this text.
  assert.match(LOCALES, /^[a-z]{2}( [a-z]{2})*$/);
});

test('every language has the same keys in the same order', () => each((tag, groups) => {
  const keys = (of) => Object.entries(of).map(([group, texts]) => [group, Object.keys(texts)]);
  assert.deepEqual(keys(groups), keys(english), tag);
}));

test('no two texts have one key', () => {
  const keys = Object.values(english).flatMap(Object.keys);
  assert.equal(new Set(keys).size, keys.length);
  const flatKeys = Object.keys(flat(english));
  assert.equal(new Set(flatKeys).size, Object.values(english).flatMap((texts) => Object.keys(flat({ texts }))).length);
  for (const key of keys) assert.match(key, /^[a-z]+(-[a-z]+)*$/);
});

test('every text is one, without markup or blanks around it', () => each((tag, groups) => {
  for (const [key, text] of Object.entries(flat(groups))) {
    assert.ok(typeof text === 'string' && text.trim() === text && text, `${tag}: ${key}`);
    assert.doesNotMatch(text, /<[a-z!/]|&\w+;|[\p{Cc}]/iu, `${tag}: ${key}`);
  }
}));

test('every text has the placeholders that it has in English', () => each((tag, groups) => {
  for (const [group, texts] of Object.entries(groups)) {
    for (const [key, text] of Object.entries(texts)) {
      const wanted = english[group][key];
      assert.equal(isPlural(text), isPlural(wanted), `${tag}: ${key}`);
      if (!isPlural(text)) assert.deepEqual(placeholders(text), placeholders(wanted), `${tag}: ${key}`);
    }
  }
}));

/** How many of the numbers below a thousand take each form in a language. */
const numbers = (tag) => {
  const rules = new Intl.PluralRules(tag);
  const counts = new Map();
  for (let number = 0; number < 1000; number += 1) {
    const category = rules.select(number);
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return counts;
};

test('every plural has the categories of its language, and names the number unless it is the only one', () => each((tag, groups) => {
  const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
  const of = numbers(tag);
  let count = 0;
  for (const [group, texts] of Object.entries(groups)) {
    for (const [key, forms] of Object.entries(texts).filter(([, text]) => isPlural(text))) {
      count += 1;
      assert.deepEqual(Object.keys(forms).sort(), [...categories].sort(), `${tag}: ${key}`);
      const wanted = placeholders(english[group][key].other);
      for (const [category, form] of Object.entries(forms)) {
        const found = placeholders(form);
        const isOnly = of.get(category) === 1;
        if (isOnly && !found.includes('{count}')) found.push('{count}');
        assert.deepEqual(found.sort(), wanted, `${tag}: ${key}: ${category}`);
      }
    }
  }
  assert.ok(count > 1, 'there are plurals');
}));

/** WCAG 2.5.3: who says the label that they see must reach the button. */
test('the button that answers a reply is named by what stands on it', () => each((tag, { page }) => {
  const words = new RegExp(`(?<!\\p{L})${page.reply}(?!\\p{L})`, 'iu');
  const named = new RegExp(page.reply, 'iu');
  const isSpaced = !['ja', 'ko', 'zh', 'zh-Hant'].includes(tag);
  assert.match(page['reply-to'], isSpaced ? words : named, tag);
}));

test('signs are those of print: no typewriter quotes or dots, and French keeps its signs to their words', () => each((tag, groups) => {
  for (const [key, text] of Object.entries(flat(groups))) {
    assert.doesNotMatch(text, /['"]|\.\.\./, `${tag}: ${key}`);
    if (tag === 'fr') assert.doesNotMatch(text.replaceAll(/\{\w+\}/g, 'x'), /(^|[^\u00a0\u202f]) ?(?<![\u00a0\u202f])[:;?!»]|«(?!\u00a0)/, `${tag}: ${key}`);
  }
}));

test('a language is loaded as it is in its file, by all that a program says and no more', async () => {
  for (const groups of PROGRAMS) {
    const script = await tableOf('de', groups);
    const { default: table } = await import('data:text/javascript,' + encodeURIComponent(script));
    assert.equal(Object.getPrototypeOf(table), null);
    assert.deepEqual({ ...table }, { tag: 'de', ...flat(await locale('de'), groups) });
  }
});

test('no file has more than 2 KB', async () => {
  for (const tag of TAGS) {
    for (const groups of PROGRAMS) {
      const { length } = brotliCompressSync(await tableOf(tag, groups));
      assert.ok(length <= MOST, `${tag} ${groups}: ${length}`);
    }
  }
});
