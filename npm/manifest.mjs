/** The custom elements manifest, which editors and catalogues of components read. */
import { camel } from './surface.mjs';
import { FORGETS, answered } from './types.mjs';

const TYPES = {
  'text': () => 'string',
  'switch': () => 'boolean',
  'number': ({ word }) => (word ? `number | '${word}'` : 'number'),
  'fraction': () => 'number',
  'one of': ({ words }) => words.map((word) => `'${word}'`).join(' | '),
  'some of': () => 'string',
};

/** What every element has beside its attributes. */
const MEMBERS = [
  { kind: 'field', name: 'articles', type: { text: 'NewsrailArticle[] | null' }, description: 'Articles that the element shows in place of a feed\'s.' },
  { kind: 'field', name: 'ready', readonly: true, type: { text: 'Promise<unknown>' }, description: 'Resolves once the element shows something, or it is known that it cannot.' },
  { kind: 'method', name: 'reload', return: { type: { text: 'void' } }, description: 'Has the element\'s feeds asked for anew.' },
  { kind: 'method', name: 'forgetRead', return: { type: { text: 'void' } }, description: FORGETS },
];

const declaration = (events, properties) => (element) => ({
  kind: 'class',
  customElement: true,
  name: camel('-' + element.name) + 'Element',
  tagName: element.name,
  description: element.about,
  superclass: { name: 'HTMLElement' },
  attributes: element.attributes.map(({ name, values, about }) => ({
    name, fieldName: camel(name), type: { text: TYPES[values.is](values) }, description: about.values, default: about.byDefault,
  })),
  members: [...element.attributes.map(({ name, values, about }) => ({
    kind: 'field', name: camel(name), attribute: name, reflects: true, type: { text: answered(values) }, description: about.values,
  })), ...MEMBERS],
  events: events.filter(({ name }) => element.events.includes(name)).map(({ name, about }) => ({ name, type: { text: 'CustomEvent' }, description: about })),
  slots: [{ name: '', description: 'What stands there until newsrail has something better, and whenever anything fails.' }],
  cssProperties: properties.map(({ name, syntax, default: byDefault, about }) => ({ name, syntax, default: byDefault, description: about })),
  cssParts: element.parts.map(({ name, about }) => ({ name, description: about })),
});

/** The manifest of a surface. */
export const manifest = ({ elements, events, properties }) => ({
  schemaVersion: '2.1.0',
  readme: 'README.md',
  modules: [{
    kind: 'javascript-module',
    path: 'index.js',
    declarations: elements.map(declaration(events, properties)),
    exports: elements.map(({ name }) => ({
      kind: 'custom-element-definition', name, declaration: { name: camel('-' + name) + 'Element', module: 'index.js' },
    })),
  }],
});
