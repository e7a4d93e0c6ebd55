/**
 * Every block of code in the documents is code: scripts and styles parse, JSON is JSON,
 * commands are those of the Makefile and of the native command, and HTML names elements
 * and attributes that there are. HTML to be pasted is run by tests/package/blocks.test.mjs,
 * scripts, styles and data by scripts.test.mjs there, what a recipe has by
 * recipes.test.mjs, what an analytics tool has by tests/e2e.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { transformSync } from 'esbuild';
import { surface } from '../npm/surface.mjs';
import { filesIn } from './integrity.mjs';

const PROJECT = new URL('../', import.meta.url).pathname;
const read = (name) => readFileSync(join(PROJECT, name), 'utf8');

const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'npm/README.md', ...(await filesIn(join(PROJECT, 'docs'))).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];

/** All blocks: the document, the language and the code of each. */
const blocks = documents.flatMap((name) => [...read(name).matchAll(/^```(\S*)\n([^]*?)^```$/gm)].map(([, language, code]) => ({ name, language, code })));
const of = (...languages) => {
  const found = blocks.filter(({ language }) => languages.includes(language));
  assert.ok(found.length, `no block of ${languages}`);
  return found;
};

/** Languages that nothing here reads; recipes run the last five. */
const OTHERS = ['', 'http', 'nginx', 'toml', 'go-html-template', 'njk', 'astro'];

test('every block has a language that is looked at', () => {
  const known = ['js', 'jsx', 'ts', 'tsx', 'css', 'json', 'sh', 'html', 'html,live', ...OTHERS];
  assert.deepEqual(blocks.filter(({ language }) => !known.includes(language)).map(({ name, language }) => `${name}: ${language}`), []);
});

test('scripts and styles parse', () => {
  for (const { name, language, code } of of('js', 'jsx', 'ts', 'tsx', 'css')) {
    try {
      const { warnings } = transformSync(code, { loader: language, jsx: 'preserve', logLevel: 'silent' });
      assert.deepEqual(warnings.map(({ text }) => text), []);
    } catch (error) {
      assert.fail(`${name}: ${error.message}\n${code}`);
    }
  }
});

test('JSON is JSON', () => {
  for (const { name, code } of of('json')) {
    assert.doesNotThrow(() => JSON.parse(code), `${name}\n${code}`);
  }
});

test('commands are there', () => {
  const targets = new Set([...read('Makefile').matchAll(/^([a-z][a-z0-9-]*):/gm)].map(([, target]) => target));
  const help = execFileSync('cargo', ['run', '--quiet', '--locked', '--package', 'newsrail-cli', '--', '--help'], { cwd: PROJECT, encoding: 'utf8' });
  const commands = new Set([...help.matchAll(/^  ([a-z]+)  /gm)].map(([, command]) => command));
  assert.ok(commands.has('check'), help);
  let count = 0;
  for (const { name, code } of of('sh')) {
    for (const [, target] of code.matchAll(/^make ([a-z-]+)/gm)) {
      count++;
      assert.ok(targets.has(target), `${name}: make ${target}`);
    }
    for (const [, command] of code.matchAll(/(?:^|-- |\| )newsrail ([a-z]+)/gm)) {
      count++;
      assert.ok(commands.has(command), `${name}: newsrail ${command}`);
    }
  }
  assert.ok(count > 8, `only ${count} commands`);
});

test('HTML names elements and attributes that there are', () => {
  const { elements } = surface();
  const attributes = new Map(elements.map(({ name, attributes }) => [name, attributes.map((one) => one.name)]));
  const any = new Set(elements.flatMap((element) => attributes.get(element.name)));
  const ofHtml = /^(id|class|style|lang|dir|hidden|slot|text-[a-z-]+|@?on[a-z-]+)$/;
  const ofTag = ['rails', 'base', 'bundle'];
  let count = 0;
  for (const { name, code } of of('html', 'html,live')) {
    for (const [tag, element, rest] of code.matchAll(/<(newsrail-[a-z-]+|script)((?:\s[^>"]*(?:"[^"]*"[^>"]*)*)?)>/g)) {
      for (const [, attribute] of rest.replace(/"[^"]*"/g, '""').matchAll(/\s([^\s="]+)/g)) {
        count++;
        if (element !== 'script') assert.ok(attributes.get(element)?.includes(attribute) || ofHtml.test(attribute), `${name}: ${attribute} in ${tag}`);
        else if (attribute.startsWith('data-')) assert.ok([...any, ...ofTag].includes(attribute.slice(5)) || attribute.startsWith('data-text-'), `${name}: ${attribute} in ${tag}`);
      }
    }
  }
  assert.ok(count > 40, `only ${count} attributes`);
});

test('the pages of the elements have the tables that they are made of', () => {
  execFileSync('node', ['tools/elements.mjs', '--check'], { cwd: PROJECT, stdio: ['ignore', 'pipe', 'inherit'] });
});
