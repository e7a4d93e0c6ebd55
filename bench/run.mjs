/**
 * Measures newsrail against what a publisher would take instead. The Makefile
 * has built what this needs and run criterion; see `make bench`.
 *
 *   node bench/run.mjs [--quick] [--work]
 *
 * Prints its tables and writes them to RESULTS.md; a quick run, which is for
 * trying things, writes to the build folder instead, and so does one of nothing but
 * reading, indexing, learning and asking.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { aheadAssets, formsAssets, latentAssets, peersAssets, script } from './lib/assets.mjs';
import { launch } from './lib/browser.mjs';
import { loadEngine } from './lib/engine.mjs';
import { feedOf } from './lib/feeds.mjs';
import { bench, scratch } from './lib/paths.mjs';
import { progress } from './lib/report.mjs';
import { startSite } from './lib/site.mjs';
import { first } from './parts/first.mjs';
import { host } from './parts/host.mjs';
import { hostile } from './parts/hostile.mjs';
import { paint } from './parts/paint.mjs';
import { weight } from './parts/weight.mjs';
import { work } from './parts/work.mjs';
import { verdict } from './verdict.mjs';

const quick = process.argv.includes('--quick');
const workAlone = process.argv.includes('--work');
const runs = quick ? 1 : 9;

const versions = async (browser) => {
  const locked = JSON.parse(await readFile(join(bench, 'package-lock.json'), 'utf8')).packages;
  const { devDependencies } = JSON.parse(await readFile(join(bench, 'package.json'), 'utf8'));
  const packages = Object.keys(devDependencies).map((name) => `${name} ${locked[`node_modules/${name}`].version}`);
  return [browser, `Node.js ${process.versions.node}`, execFileSync('rustc', ['--version'], { encoding: 'utf8' }).trim(), ...packages].join(', ');
};

await mkdir(scratch, { recursive: true });
const busyBefore = loadavg()[1];
const { engine, glue, wasm } = await loadEngine();
const assets = await peersAssets();
const ahead = await aheadAssets();
const latent = await latentAssets();
const module = await script('work', 'pages/engine/main.js', 'esm', { 'newsrail-engine': glue });
const feeds = new Map([['hundred', 100], ['fourHundred', 400], ['thousand', 1000]].map(([name, count]) => [name, feedOf(engine, count)]));
const site = await startSite([...[...assets.values()].flat(), ...ahead, ...latent, module, wasm], feeds);
const browser = await launch();
try {
  const parts = { work: await work(site, module, engine, quick ? 2 : 9) };
  if (!workAlone) {
    parts.weight = weight(assets, await formsAssets(), ahead, latent);
    parts.paint = await paint(browser, site, assets, runs);
    parts.first = await first(browser, site, assets, runs);
    parts.host = await host(browser, site, assets, runs);
    parts.hostile = await hostile(browser, quick ? 1 : 3);
  }
  const figures = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.figures]));
  // Before anything is made of them: a whole run takes half an hour.
  await writeFile(join(scratch, 'figures.json'), JSON.stringify(figures, null, 2));
  const [{ model }] = cpus();
  const text = [
    '# What newsrail costs, and what else would',
    `Written by \`make bench\` on ${new Date().toISOString().slice(0, 10)}; every figure is of that one run. ${cpus().length} × ${model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}; load ${busyBefore.toFixed(1)} before and ${loadavg()[1].toFixed(1)} after. ${await versions(browser.version)}.`,
    'All pages are the same article with the same feed of 100 articles (headline, summary, tags), which is fetched from an origin of its own; the text is made, not a newspaper’s. Nothing is preloaded on any of them, but where it is said. The peers are bundled and minified, one script each.',
    ...['weight', 'paint', 'first', 'host', 'hostile', 'work'].flatMap((name) => parts[name]?.text ?? []), verdict(figures),
  ].join('\n\n');
  console.log(`\n${text}`);
  await writeFile(quick || workAlone ? join(scratch, 'RESULTS.md') : join(bench, 'RESULTS.md'), `${text}\n`);
} finally {
  await browser.close();
  site.stop();
}
progress('done');
