/**
 * Writes how the months are called in the languages of news sites, from what Node.js
 * knows of the Unicode CLDR: core/src/text/date/months.txt, a line for each month, its
 * names with blanks between them.
 *
 *   node tools/months.mjs > core/src/text/date/months.txt
 *
 * Names are as core/src/text/fold.rs folds them, without case and accents. English ones are in
 * core/src/text/date/months.rs. A name that two languages give to different months is
 * left out: a wrong date is worse than none.
 */
const LANGUAGES = 'de fr es pt it nl pl cs sv da fi tr el ru uk ar he hi'.split(' ');

/** Vowel signs of Devanagari tell words apart; points and accents do not. */
const folded = (name) => name.normalize('NFD').replace(/[\p{M}--[\u0900-\u0dff]]/gv, '').toLowerCase().replace(/ı/g, 'i').replace(/ł/g, 'l').replace(/\.$/, '').normalize('NFC');

/** The months that have a name. */
const months = new Map();
for (const language of LANGUAGES) {
  for (const options of [{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }, { month: 'short', day: 'numeric' }]) {
    const format = new Intl.DateTimeFormat(language + '-u-ca-gregory-nu-latn', { ...options, timeZone: 'UTC' });
    for (let month = 0; month < 12; month += 1) {
      const { value } = format.formatToParts(Date.UTC(2026, month, 3)).find(({ type }) => type === 'month');
      const name = folded(value);
      if (/^[\p{L}\p{M}]{2,}$/u.test(name)) months.set(name, (months.get(name) ?? new Set()).add(month));
    }
  }
}

const lines = Array.from({ length: 12 }, () => []);
for (const [name, [month, ...others]] of months) {
  if (others.length === 0) lines[month].push(name);
}
console.log(lines.map((names) => names.sort().join(' ')).join('\n'));
