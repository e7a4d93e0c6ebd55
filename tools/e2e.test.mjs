// What tools/e2e.mjs reads of the list of skipped tests and of cargo's output.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { counted, named, skipped } from './e2e.mjs';

test('a skipped test has an engine and a reason', () => {
  assert.deepEqual(skipped('# said above\nwebkit  page::a  no print\n'), [
    { engine: 'webkit', test: 'page::a', reason: 'no print' },
  ]);
  assert.throws(() => skipped('webkit page::a'), /not "engine test reason"/);
  assert.throws(() => skipped('safari page::a no print'), /not "engine test reason"/);
});

test('what ran is counted by the closing line', () => {
  const line = 'test result: FAILED. 10 passed; 2 failed; 0 ignored; 0 measured; 98 filtered out';
  assert.deepEqual(counted(`running 12 tests\n${line}\n`), { passed: 10, failed: 2 });
  assert.equal(counted('error: could not compile'), null);
});

test('a test that cargo ignores is not waited for', () => {
  const all = 'page::a: test\npictures: test\n\n2 tests, 0 benchmarks\n';
  assert.deepEqual(named(all, 'pictures: test\n\n1 test, 0 benchmarks\n'), ['page::a']);
  assert.deepEqual(named(all), ['page::a', 'pictures']);
});
