/**
 * Writes the tables of docs/publish/elements/: for each element its attributes, events and
 * parts, of the tables of the public surface and the rows of attributes.md, events.md and
 * styling.md. What stands above the first heading "Attributes" is written by hand.
 *
 *   node tools/elements.mjs           writes what has changed
 *   node tools/elements.mjs --check   writes nothing, and fails where something would be
 */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { camel, surface } from '../npm/surface.mjs';

const FOLDER = fileURLToPath(new URL('../docs/publish/elements/', import.meta.url));

/** A cell of docs/publish/NAME.md, with its links as they are from a folder below. */
const below = (cell, name) => cell.replace(/\]\(([^)]*)\)/g, (link, to) => {
  if (to.startsWith('http')) return link;
  return to.startsWith('#') ? `](../${name}.md${to})` : `](../${to})`;
}).trim();

const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const attributesOf = ({ attributes }) => [
  'Every attribute works as a property of the element too, and as `data-…` on the script tag: see [attributes](../attributes.md).',
  table(['Attribute', 'Property', 'Values', 'Default'], attributes.map(({ name, about: { values, byDefault } }) => [`\`${name}\``, `\`${camel(name)}\``, values, byDefault])),
];

const eventsOf = ({ events }, all) => [
  '[Events](../events.md) says what each field of `detail` has.',
  table(['Event', 'When', '`detail`'], events.map((name) => {
    const { about, detail } = all.find((event) => event.name === name);
    return [`\`${name}\``, about, detail.map((field) => `\`${field.name}\``).join(', ')];
  })),
];

const partsOf = ({ parts }) => [
  '[Styling](../styling.md) says what else leads into an element.',
  table(['Part', 'What it is'], parts.map(({ name, about }) => [`\`${name}\``, about])),
];

/** An element's tables, as they stand in its document. */
const tablesOf = (element, events) => [
  '## Attributes', ...attributesOf(element),
  '## Events', ...eventsOf(element, events),
  '## Parts', ...partsOf(element),
].join('\n\n') + '\n';

const { elements, events } = surface(below);
const names = elements.map(({ name }) => `${name.replace('newsrail-', '')}.md`);
const beside = (await readdir(FOLDER)).filter((name) => name !== 'README.md' && !names.includes(name));
if (beside.length) throw new Error(`no element is called so: ${beside.join(', ')}`);

const old = [];
for (const [at, name] of names.entries()) {
  const path = `${FOLDER}${name}`;
  const text = await readFile(path, 'utf8');
  const made = `${text.split(/^## Attributes$/m)[0].trimEnd()}\n\n${tablesOf(elements[at], events)}`;
  if (made === text) continue;
  old.push(name);
  if (!process.argv.includes('--check')) await writeFile(path, made);
}
if (process.argv.includes('--check') && old.length) {
  console.error(`elements: not as the tables have it: ${old.join(', ')}; node tools/elements.mjs writes them`);
  process.exit(1);
}
