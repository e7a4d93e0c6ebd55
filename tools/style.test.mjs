/** Style sheets name no side of the page: what stands left in one language stands right in another. */
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import test from 'node:test';

const SIDES = /(?<![-\w])(left|right)\s*:|-(left|right)\s*:|(text-align|float|clear)\s*:\s*(left|right)/;

/** Four values, of which the right and the left one differ. */
const SHORTHAND = /(?<![-\w])(margin|padding|inset|border-width)\s*:\s*(\S+)\s+(\S+)\s+(\S+)\s+(?!\3\s*;)\S+\s*;/;

test('no rule says left or right', async () => {
  const folder = new URL('../style/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.css'));
  assert.ok(names.length > 8, names.join());
  for (const name of names) {
    const rules = (await readFile(new URL(name, folder), 'utf8')).replaceAll(/\/\*.*?\*\//gs, '').split('\n');
    assert.deepEqual(rules.filter((rule) => SIDES.test(rule) || SHORTHAND.test(rule)), [], name);
  }
});

test('such rules would be seen', () => {
  for (const rule of ['  left: 0;', '  margin-left: 1em;', 'a{text-align:right}', '  padding: 0 1.5rem 0 0;', '  border-right: 0;']) {
    assert.ok(SIDES.test(rule) || SHORTHAND.test(rule), rule);
  }
  for (const rule of ['  margin: 0 0 .375rem;', '  padding: 1em 2em 1em 2em;', '  mask-image: linear-gradient(to left, #000);', '  margin-inline-start: 1em;']) {
    assert.ok(!SIDES.test(rule) && !SHORTHAND.test(rule), rule);
  }
});
