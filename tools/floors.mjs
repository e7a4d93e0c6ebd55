// Looks whether browsers at the stated floors have what is shipped: each property, value,
// function, selector and rule of the style sheets, and each name of an interface in the
// scripts, against MDN's data on browsers. Syntax is lowered to the same floors by esbuild.
//
//   node tools/floors.mjs
//
// What a browser may lack, since nothing is lost without it, or another way is at hand, is
// listed in tools/floors.txt with the reason. It is an error to list what is not used.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import { parse } from 'acorn';
import { full } from 'acorn-walk';
import { parse as parseCss, walk } from 'css-tree';
import FLOORS from './floors.json' with { type: 'json' };

const compared = (one, other) => {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  return a[0] - b[0] || (a[1] ?? 0) - (b[1] ?? 0);
};

/** The floors that lack a feature, as `browser version`. */
export const lacking = ({ __compat: { support } }) => Object.entries(FLOORS).flatMap(([name, floor]) => {
  const has = [support[name]].flat().filter((one) => one && !one.flags && !one.prefix && !one.partial_implementation && !one.version_removed);
  const since = has.map(({ version_added: version }) => version).filter(Boolean)
    .map((version) => (version === 'preview' ? '9999' : version.replace('≤', '')));
  if (since.some((version) => compared(version, floor) <= 0)) return [];
  return [`${name} ${since.toSorted(compared)[0] ?? 'never'}`];
});

/** What a style sheet uses: `[[name, feature]]`, for what the data know. */
export const inStyle = (text) => {
  const found = [];
  const note = (name, feature) => feature?.__compat && found.push([name, feature]);
  const { properties, selectors, types, 'at-rules': rules } = bcd.css;
  let property;
  walk(parseCss(text, { parseCustomProperty: true }), {
    enter(node) {
      if (node.type === 'Atrule') note(`@${node.name}`, rules[node.name]);
      if (node.type === 'Feature') note(`@${node.kind} (${node.name})`, rules[node.kind]?.[node.name]);
      if (node.type === 'PseudoClassSelector') note(`:${node.name}`, selectors[node.name]);
      if (node.type === 'PseudoElementSelector') note(`::${node.name}`, selectors[node.name]);
      if (node.type === 'Declaration') {
        property = node.property;
        note(property, properties[property]);
      }
      if (node.type === 'Identifier' && properties[property]) note(`${property}: ${node.name}`, properties[property][node.name]);
      if (node.type === 'Function') note(`${node.name}()`, types[node.name] ?? types.color[node.name]);
      if (node.type === 'Dimension') note(`1${node.unit}`, types.length[node.unit]);
      if (node.type === 'Operator' && node.value === '/' && property === 'content') note('content: … / …', properties.content.alt_text);
    },
    leave(node) {
      if (node.type === 'Declaration') property = undefined;
    },
  });
  return found;
};

/** Every feature by the last part of its name: a member may be of any of several interfaces. */
const MEMBERS = new Map();
const gather = (features) => {
  for (const [name, feature] of Object.entries(features)) {
    if (name === '__compat') continue;
    const last = name.replace(/_(static|event)$/, '');
    if (feature.__compat) MEMBERS.set(last, [...MEMBERS.get(last) ?? [], feature]);
    gather(feature);
  }
};
gather(bcd.api);
gather(bcd.javascript.builtins);

/** What is found under these names of the page's, in the interface that it then is. */
const RECEIVERS = {
  caches: 'CacheStorage', classList: 'DOMTokenList', clipboard: 'Clipboard', document: 'Document', globalThis: 'Window', history: 'History',
  location: 'Location', navigator: 'Navigator', performance: 'Performance', searchParams: 'URLSearchParams', self: 'Window', shadowRoot: 'ShadowRoot',
};

/** The names that scripts give to what is theirs. */
export const namesIn = (texts) => {
  const names = new Set(Object.getOwnPropertyNames(Object.prototype));
  for (const text of texts) {
    full(tree(text), ({ key, name, local }, _, type) => {
      if (type === 'VariablePattern') names.add(name);
      if (local) names.add(local.name);
      if (key) names.add(key.name ?? key.value);
    });
  }
  return names;
};

const tree = (text) => parse(text, { ecmaVersion: 'latest', sourceType: 'module' });

/**
 * What a script uses beside what is `own`: members of interfaces and globals that are known,
 * and names of which no interface has one that old browsers have.
 */
export const inScript = (text, own = namesIn([text])) => {
  const found = [];
  const note = (name, features) => {
    const [best] = features.filter((one) => one?.__compat).toSorted((one, other) => lacking(one).length - lacking(other).length);
    if (best) found.push([name, best]);
  };
  full(tree(text), (node) => {
    if (node.type === 'Identifier' && !own.has(node.name)) {
      note(node.name, [bcd.api.Window[node.name] ?? bcd.api[node.name] ?? bcd.javascript.builtins[node.name]]);
    }
    if (node.type !== 'MemberExpression' || node.computed) return;
    const { object, property: { name } } = node;
    const receiver = object.name ?? object.property?.name;
    const known = bcd.api[RECEIVERS[receiver] ?? receiver] ?? bcd.javascript.builtins[receiver];
    const exact = known && (known[`${name}_static`] ?? known[name]);
    if (exact) note(`${receiver}.${name}`, [exact]);
    else if (!own.has(name)) note(name, MEMBERS.get(name) ?? []);
  });
  return found;
};

/** `{ name: reason }` of the text of floors.txt. */
export const listed = (text) => Object.fromEntries(
  text.split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split(' -- ')));

const FOLDERS = ['style', 'web', 'configure'];

const run = async () => {
  const files = [];
  for (const folder of FOLDERS) {
    const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(css|js)$/.test(name));
    for (const name of names) files.push([join(folder, name), await readFile(join(folder, name), 'utf8')]);
  }
  const own = namesIn(files.filter(([name]) => name.endsWith('.js')).map(([, text]) => text));
  const allowed = listed(await readFile('tools/floors.txt', 'utf8'));
  const left = new Set(Object.keys(allowed));
  const wrong = [];
  let count = 0;
  for (const [file, text] of files) {
    for (const [name, feature] of file.endsWith('.css') ? inStyle(text) : inScript(text, own)) {
      count++;
      const without = lacking(feature);
      if (!without.length) continue;
      left.delete(name);
      if (!allowed[name]) wrong.push(`${file}: ${name} is there from ${without.join(', ')} on`);
    }
  }
  for (const name of left) wrong.push(`tools/floors.txt: ${name} is not used, or every browser has it`);
  const named = `Chromium ${FLOORS.chrome}, Firefox ${FLOORS.firefox}, Safari ${FLOORS.safari}`;
  for (const document of ['README.md', 'docs/publish/embed.md']) {
    if (!(await readFile(document, 'utf8')).includes(named)) wrong.push(`${document} does not name ${named}`);
  }
  for (const line of new Set(wrong)) console.error(line);
  const floors = Object.entries(FLOORS).map((floor) => floor.join(' ')).join(', ');
  console.log(`${count} uses in ${files.length} files held against ${floors}; ${Object.keys(allowed).length} may be missing there`);
  return wrong.length ? 1 : 0;
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await run();
