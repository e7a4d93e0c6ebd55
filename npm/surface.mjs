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

/** Which elements a part is on, as the table of parts has it. */
const partsOn = (where, elements) => {
  if (/^(all but article and slot|where `rail` is)$/.test(where)) return elements.filter((name) => !/-(article|slot)$/.test(name));
  return where.split(', ').flatMap((word) => {
    if (word === 'lists') return ['newsrail-popular', 'newsrail-more-like-this'];
    const name = 'newsrail-' + (word === 'front page' ? 'front' : word.replaceAll(' ', '-'));
    if (!elements.includes(name)) throw new Error(`docs/publish/styling.md: no element is called ${word}`);
    return [name];
  });
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

/** Elements with their attributes, events and parts, and all events, each with its words: plain ones, or what `words` makes of the documents' Markdown, given with the name of its document. */
export const surface = (words = plain) => {
  const tables = JSON.parse(execFileSync('cargo', ['run', '--quiet', '--locked', '--package', 'newsrail-surface'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] }));
  const [attributes, elements, events] = ['attributes', 'embed', 'events'].map((name) => rows(document(name), (cell) => words(cell, name)));
  const [, partsOfAll] = document('styling').match(/(\| Part \|[^]*?)\n## /);
  const parts = rows(partsOfAll, (cell) => words(cell, 'styling'));
  const names = tables.elements.map(({ name }) => name);
  const valuesOf = new Map(tables.attributes.map(({ name, values }) => [name, values]));
  return {
    elements: tables.elements.map((element) => ({
      ...element,
      about: rowOf(elements, `<${element.name}>`)[0],
      attributes: element.attributes.map((name) => ({ name, values: valuesOf.get(name), about: toldOf(attributes, name, element.name) })),
      parts: parts.filter(({ cells: [, where] }) => partsOn(where, names).includes(element.name))
        .flatMap(({ names: [name], cells: [about] }) => ({ name, about })),
    })),
    events: tables.events.map((event) => ({ ...event, about: rowOf(events, event.name)[0] })),
  };
};
