/** Old browsers by MDN's data: what was shipped once and is missing there is found. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inScript, inStyle, lacking, listed } from './floors.mjs';

const missing = (found) => found.filter(([, feature]) => lacking(feature).length).map(([name]) => name);

test('what a style sheet has of newer browsers is found', () => {
  assert.deepEqual(missing(inStyle("a:has(b) { content: '✓' / ''; color: red }")), [':has', 'content: … / …']);
  assert.deepEqual(missing(inStyle('@starting-style { a { text-wrap: pretty } }')), ['@starting-style', 'text-wrap', 'text-wrap: pretty']);
  assert.deepEqual(missing(inStyle('a { color: light-dark(red, blue) } a::details-content { top: 0 }')), ['light-dark()', '::details-content']);
  assert.deepEqual(missing(inStyle("a:hover::before { content: '✓'; color: color-mix(in srgb, red 10%, blue) }")), []);
});

test('what a script has of newer browsers is found, and what is its own is not', () => {
  assert.deepEqual(missing(inScript('if (url.searchParams.size) go();')), ['searchParams.size']);
  assert.deepEqual(missing(inScript('Promise.withResolvers(); [].toSpliced(1)')), ['Promise.withResolvers', 'toSpliced']);
  assert.deepEqual(missing(inScript('place.moveBefore(one, null); new CloseWatcher()')), ['moveBefore', 'CloseWatcher']);
  assert.deepEqual(missing(inScript('const watch = { moveBefore() {} }; watch.moveBefore(); new Map().size')), []);
});

test('a reason belongs to a name', () => {
  assert.deepEqual(listed('# why\n:has -- rows without it\n'), { ':has': 'rows without it' });
});
