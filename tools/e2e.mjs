// Runs the end-to-end tests in the engines that it is given, one after the other,
// and counts for each what passed, failed and was skipped.
//
//   node tools/e2e.mjs chromium                       all of them
//   node tools/e2e.mjs chromium firefox:smoke NAME…   some in the second one
//
// A test that an engine is not asked to pass is listed, with the reason, in
// tests/e2e/skipped.txt. It is an error to list one that there is not. What cargo ignores
// unless it is asked for by name is no test of what there is: it makes pictures.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const ENGINES = ['chromium', 'firefox', 'webkit'];
/** What a smoke is: whether the tests' own footing holds, and the lists on a partner's page. */
const SMOKE = ['support_smoke::', 'partner::'];
const CARGO = ['test', '--features', 'e2e', '--test', 'e2e'];

/** `[{ engine, test, reason }]` of the text of skipped.txt. */
export const skipped = (text) =>
  text.split('\n').filter((line) => line && !line.startsWith('#')).map((line) => {
    const [, engine, test, reason] = line.match(/^(\S+)\s+(\S+)\s+(\S.*)$/) ?? [];
    if (!ENGINES.includes(engine)) throw new Error(`tests/e2e/skipped.txt: not "engine test reason": ${line}`);
    return { engine, test, reason };
  });

/** What a run of cargo counted, by its own closing line; null where there is none. */
export const counted = (output) => {
  const found = output.match(/^test result: .* (\d+) passed; (\d+) failed; /m);
  return found && { passed: Number(found[1]), failed: Number(found[2]) };
};

/** Runs cargo; gives its status and what it printed, which is also shown unless `quiet`. */
const cargo = (options, engine, quiet) => new Promise((done) => {
  const child = spawn('cargo', [...CARGO, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NEWSRAIL_ENGINE: engine },
  });
  let output = '';
  child.stdout.on('data', (bytes) => {
    output += bytes;
    if (!quiet) process.stdout.write(bytes);
  });
  child.on('close', (status) => done({ status, output }));
});

/** The names in a list of cargo's, without those that it also lists as `ignored`. */
export const named = (output, ignored = '') => {
  const names = (text) => [...text.matchAll(/^(\S+): test$/gm)].map(([, test]) => test);
  const left = names(ignored);
  return names(output).filter((test) => !left.includes(test));
};

const run = async (wanted, names, left) => {
  const listed = async (...options) => (await cargo(['--', '--list', ...options], 'chromium', true)).output;
  const tests = named(await listed(), await listed('--ignored'));
  if (!tests.length) return 1;
  for (const { test } of left) {
    if (!tests.includes(test)) throw new Error(`tests/e2e/skipped.txt: there is no test ${test}`);
  }
  const table = [];
  for (const [engine, part] of wanted) {
    const mine = left.filter((one) => one.engine === engine);
    const asked = tests.filter((test) => (part !== 'smoke' || SMOKE.some((name) => test.startsWith(name)))
      && (!names.length || names.some((name) => test.includes(name))));
    const these = asked.filter((test) => !mine.some((one) => one.test === test));
    const skips = mine.filter(({ test }) => asked.includes(test));
    console.log(`\n${engine}: ${these.length} of ${tests.length} tests, ${skips.length} skipped`);
    for (const { test, reason } of skips) console.log(`skipped in ${engine}: ${test}: ${reason}`);
    const { status, output } = these.length
      ? await cargo(['--', '--exact', ...these], engine)
      : { status: 0, output: 'test result: ok. 0 passed; 0 failed; ' };
    const { passed = 0, failed = these.length } = counted(output) ?? {};
    // None may be lost between what was asked for and what ran.
    const isGood = status === 0 && passed === these.length;
    const closing = output.match(/^test result: .*$/m)?.[0] ?? 'no closing line of cargo\'s';
    table.push({ engine, passed, failed, skipped: skips.length, isGood, closing });
  }
  console.log('\nengine     passed  failed  skipped');
  for (const row of table) {
    console.log([row.engine.padEnd(9), ...[row.passed, row.failed, row.skipped].map((n) => String(n).padStart(7))].join(' '));
  }
  for (const { engine, closing } of table) console.log(`${engine}: ${closing}`);
  return table.every(({ isGood }) => isGood) ? 0 : 1;
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const isEngine = (word) => ENGINES.includes(word.split(':')[0]);
  const words = process.argv.slice(2);
  const wanted = words.filter(isEngine).map((word) => word.split(':'));
  const names = words.filter((word) => !isEngine(word));
  if (!wanted.length || wanted.some(([, part]) => part && part !== 'smoke')) {
    console.error('usage: node tools/e2e.mjs chromium|firefox|webkit[:smoke]… [NAME…]');
    process.exit(2);
  }
  const text = readFileSync(new URL('../tests/e2e/skipped.txt', import.meta.url), 'utf8');
  process.exitCode = await run(wanted, names, skipped(text));
}
