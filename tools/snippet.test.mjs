import assert from 'node:assert/strict';
import { test } from 'node:test';
import { preloads } from './snippet.mjs';

test('the lists’ glue and WebAssembly are preloaded, and nothing else', () => {
  const names = ['newsrail.js', 'newsrail-0a1b2c3d.wasm', 'newsrail-0a1b2c3d-de.js', 'newsrail-ahead-0a1b2c3d.js', 'newsrail-page-0a1b2c3d.wasm', 'newsrail-0a1b2c3d.js'];
  assert.deepEqual(preloads(names, '/n/'), [
    '<link rel="modulepreload" crossorigin href="/n/newsrail-0a1b2c3d.js">',
    '<link rel="preload" as="fetch" crossorigin href="/n/newsrail-0a1b2c3d.wasm">',
  ]);
});
