/**
 * The public surface, with what the documents say of each part of it: names and
 * values are those of Rust's tables (npm/surface), words those of docs/publish.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const document = (name) => readFileSync(new URL(`docs/publish/${name}.md`, root), 'utf8');

/** Markdown's links and emphasis as plain text; code keeps its ticks. */
const plain = (text) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').trim();

/** The rows of a document's tables whose first cell is code: the names in it, and the other cells, as `words` makes them of Markdown. */
const rows = (text, words = plain) => text.split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.slice(2, -2).split(' | '))
  .map(([first, ...cells]) => ({ names: [...first.matchAll(/`([^`]+)`/g)].map(([, name]) => name), cells: cells.map(words) }));

/** The one row of a name. */
const rowOf = (table, name) => {
  const found = table.find(({ names }) => names.includes(name));
  if (!found) throw new Error(`the documents have no row of ${name}`);
  return found.cells;
};

/** What an attribute does on an element: a row may be of that element alone. */
const toldOf = (table, attribute, element) => {
  const own = `on \`<${element}>\`, `;
  const all = table.filter(({ names }) => names.includes(attribute));
  const found = all.find(({ cells: [values] }) => values.startsWith(own)) ?? all[0];
  if (!found) throw new Error(`docs/publish/attributes.md has no row of ${attribute}`);
  const [values, byDefault] = found.cells;
  return { values: values.replace(own, ''), byDefault };
};

/** A name in camel case, as a property has it. */
export const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** Elements with their attributes, events and parts, all events, and all custom properties, each with its words: plain ones, or what `words` makes of the documents' Markdown, given with the name of its document. */
export const surface = (words = plain) => {
  const tables = JSON.parse(execFileSync('cargo', ['run', '--quiet', '--locked', '--package', 'newsrail-surface'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] }));
  const [attributes, elements, events, styling] = ['attributes', 'embed', 'events', 'styling'].map((name) => rows(document(name), (cell) => words(cell, name)));
  const valuesOf = new Map(tables.attributes.map(({ name, values }) => [name, values]));
  return {
    elements: tables.elements.map((element) => ({
      ...element,
      about: rowOf(elements, `<${element.name}>`)[0],
      attributes: element.attributes.map((name) => ({ name, values: valuesOf.get(name), about: toldOf(attributes, name, element.name) })),
      parts: element.parts.map((name) => ({ name, about: rowOf(styling, name)[0] })),
    })),
    events: tables.events.map((event) => ({ ...event, about: rowOf(events, event.name)[0] })),
    properties: tables.properties.map((property) => ({ ...property, about: rowOf(styling, property.name)[2] })),
  };
};
