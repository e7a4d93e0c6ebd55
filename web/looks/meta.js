/** The line below a headline: what the attribute `meta` names, in that order. */
import { looks as english } from '../../locales/en.json';
import { create } from '../host/document.js';
import { words } from '../host/links.js';
import { localeOf } from '../host/locale.js';
import { META } from '../shared.js';
import { complain } from './complain.js';

/** A date, as the publisher's clock has it: `at` is in seconds. */
const date = ({ element, tagOf, langOf }, at) => {
  const there = new Date(at * 1000);
  if (at === undefined || isNaN(there)) return;
  const time = create('time');
  time.dateTime = there.toISOString().slice(0, 10);
  time.textContent = there.toLocaleDateString(localeOf(tagOf(element), langOf(element)), { __proto__: null, dateStyle: 'medium', timeZone: 'UTC' });
  return time;
};

/** The minutes that an article takes, in the plural form of the language. */
const minutes = ({ element, said, tagOf }, count) => {
  if (!count) return;
  const form = new Intl.PluralRules(tagOf(element)).select(count);
  return said(element, 'minutes-' + form, english.minutes[form] ?? english.minutes.other, count);
};

/** What each word of `meta` is, of an item as web/host/looks.js has it. */
const FIELDS = {
  __proto__: null,
  'date': (told, [, , , , at]) => date(told, at),
  'section': (told, [, , section]) => section,
  'author': ({ element, said }, [, , , names]) => names?.length && said(element, 'by', english.by, names),
  'reading-time': (told, [, , , , , count]) => minutes(told, count),
  'kicker': (told, [, kicker]) => kicker,
};

/** What the attribute names, in that order and each once; nothing where a layout has no room for it, and items come without. */
const wordsOf = ({ element, items, written }) => {
  if (items.every(({ length }) => length === 1)) return [];
  const found = new Set();
  for (const word of words(written(element, 'meta') ?? '')) {
    const known = META.find((known) => known === word.toLowerCase());
    if (known) found.add(known);
    else complain(element, 'meta', word, 'the others');
  }
  return [...found];
};

/** Puts the line into each item of a list. */
export const meta = (told) => {
  const named = wordsOf(told);
  if (!named[0]) return;
  told.items.forEach((item, at) => {
    const line = create('p');
    line.className = 'meta';
    line.setAttribute('part', 'meta');
    for (const name of named) {
      const said = FIELDS[name](told, item);
      if (!said) continue;
      const part = create('span');
      part.dir = 'auto';
      part.append(said);
      line.append(part);
    }
    const text = told.list.children[at].querySelector('.text');
    const reason = text.querySelector('.reason');
    text.insertBefore(line, reason);
  });
};
