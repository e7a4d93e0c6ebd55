/**
 * Has Lighthouse look at newsrail's own pages, the configurator and the standalone page,
 * as a telephone on a slow line does, and prints its scores. Fails where accessibility or
 * best practices are below 100, or performance, the best of three, below 95.
 *
 *   node tests/lighthouse/run.mjs [DIST]
 *
 * Files are served as a server for the public serves them: compressed, and to be kept.
 */
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const dist = process.argv[2] ?? 'dist';

/** The least that each score may be, of 100. */
const LEAST = { performance: 95, accessibility: 100, 'best-practices': 100 };

/** How often a page is looked at for its performance at most: a busy machine is slow, and never too quick. */
const TRIES = 3;

const PAGES = ['configure.html', 'index.html', 'index.html?id=chandlers-bridge-reopens'];

const TYPES = { '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' };

/** Files as they are sent, by their path. */
const sent = new Map();
const compressed = async (path) => {
  if (!sent.has(path)) {
    const body = await readFile(path);
    sent.set(path, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }));
  }
  return sent.get(path);
};

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://127.0.0.1');
  const path = join(dist, normalize(pathname));
  try {
    const body = await compressed(path);
    const isHashed = /-[0-9a-f]{8,}/.test(path);
    response.writeHead(200, {
      'content-type': TYPES[extname(path)] ?? 'text/plain',
      'content-encoding': 'br',
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'access-control-allow-origin': '*',
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));

const chromePath = process.env.CHROMIUM
  ?? execFileSync('/bin/sh', ['-c', 'command -v chromium || command -v chromium-browser || command -v google-chrome'], { encoding: 'utf8' }).trim();
const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', '--no-sandbox', '--no-proxy-server'] });

/** One look at a page: its scores, and what is amiss for the two that must be whole. */
const look = async (page) => {
  const url = `http://127.0.0.1:${server.address().port}/${page}`;
  const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: Object.keys(LEAST), logLevel: 'silent' });
  if (lhr.runtimeError) throw new Error(`${page}: ${lhr.runtimeError.message}`);
  const scores = Object.fromEntries(Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(score * 100)]));
  const figures = ['first-contentful-paint', 'largest-contentful-paint', 'speed-index', 'total-blocking-time', 'cumulative-layout-shift'].map((name) => lhr.audits[name].displayValue);
  const amiss = ['accessibility', 'best-practices'].flatMap((name) => lhr.categories[name].auditRefs)
    .map(({ id }) => lhr.audits[id]).filter(({ score }) => score !== null && score < 1)
    .map(({ id, title, details }) => `  ${id}: ${title} ${JSON.stringify(details?.items?.slice(0, 3) ?? '')}`);
  return { scores, figures, amiss };
};

console.log('page'.padEnd(44), ...Object.keys(LEAST).map((name) => name.padStart(15)), '  FCP, LCP, speed index, blocked, shift');
let failed = false;
for (const page of PAGES) {
  let best;
  for (let at = 0; at < TRIES && !(best?.scores.performance >= LEAST.performance); at++) {
    const found = await look(page);
    if (!best || found.scores.performance > best.scores.performance) best = found;
  }
  console.log(page.padEnd(44), ...Object.keys(LEAST).map((name) => String(best.scores[name]).padStart(15)), ' ', best.figures.join(', '));
  if (best.amiss.length) console.log(best.amiss.join('\n'));
  failed ||= Object.entries(LEAST).some(([name, least]) => best.scores[name] < least);
}
await chrome.kill();
server.close();
process.exit(failed ? 1 : 0);
