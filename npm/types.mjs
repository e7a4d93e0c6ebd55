/** TypeScript's types of the public surface: for the DOM, for React's JSX and for Vue's templates. */
import { camel } from './surface.mjs';

const pascal = (name) => camel('-' + name).replace('Newsrail', '');
const classOf = ({ name }) => `Newsrail${pascal(name)}Element`;
const settingsOf = ({ name }) => `Newsrail${pascal(name)}Settings`;
const detailOf = ({ name }) => `Newsrail${pascal(name)}Detail`;
const union = (words) => words.map((word) => `'${word}'`).join(' | ');
const doc = (text, indent = '  ') => `${indent}/** ${text.replaceAll('*/', '*\\/')} */\n`;

const HEAD = `// Made by npm/types.mjs out of newsrail's tables and documents.\n`;

/** What may be given for an attribute. Whatever it is, a value outside its set is complained of in the console and not used. */
const given = (values) => ({
  'text': 'string',
  'switch': 'NewsrailSwitch',
  'number': 'number | `${number}`' + (values.word ? ` | '${values.word}'` : ''),
  'fraction': 'number | `${number}`',
  'one of': values.words && union(values.words),
  'some of': 'string',
})[values.is];

/** What a property answers, null where nothing is set. A number's word answers NaN. */
export const answered = (values) => `${{ 'switch': 'boolean', 'number': 'number', 'fraction': 'number' }[values.is] ?? 'string'} | null`;

const fieldType = (is) => ({
  'text': 'string',
  'text or null': 'string | null',
  'number': 'number',
  'number or null': 'number | null',
  'one of': is.words && union(is.words),
  'texts': 'string[]',
  'texts, if any': 'string[]',
  'items': 'NewsrailSelectDetail[]',
  'about': 'string[] | number | undefined',
  'respond': is.outcomes && `(outcome: ${union(is.outcomes)}, message?: string) => void`,
})[is.is];

/** The one method, which every element has. */
export const FORGETS = 'Forgets what the reader has opened from lists with `read`, on this site.';

const told = ({ values, byDefault }) => `${values}. Default: ${byDefault}.`;

/** An article as a page hands it over: an item of a JSON Feed, with what only newsrail reads of it. */
const ARTICLE = `/** An item of a JSON Feed, as \`articles\` takes it (jsonfeed.org/version/1.1). */
export interface NewsrailArticle {
  id?: string | number;
  url?: string;
  external_url?: string;
  title?: string;
  summary?: string;
  content_html?: string;
  content_text?: string;
  image?: string;
  banner_image?: string;
  /** RFC 3339. */
  date_published?: string;
  date_modified?: string;
  authors?: { name?: string; url?: string; avatar?: string }[];
  tags?: string[];
  language?: string;
  /** How often it was read, and what stands beside it. */
  _newsrail?: { views?: number; section?: string; kicker?: string; dateline?: string; image_alt?: string; image_caption?: string };
  [extension: \`_\${string}\`]: unknown;
}
`;

/** What every element has beside its attributes. */
const MEMBERS = `  /** Articles that the element shows in place of a feed's; null for none. */
  get articles(): NewsrailArticle[] | null | undefined;
  set articles(items: readonly NewsrailArticle[] | null | undefined);
  /** Resolves once the element shows something, or it is known that it cannot. */
  readonly ready: Promise<unknown>;
  /** Has the element's feeds asked for anew. */
  reload(): void;
`;

const settings = (element) => {
  const lines = element.attributes.map(({ name, values, about }) => {
    const type = `${given(values)} | null`;
    const property = `${doc(told(about))}  ${camel(name)}?: ${type};\n`;
    return camel(name) === name ? property : `${property}${doc(told(about))}  '${name}'?: ${type};\n`;
  });
  return `/** What \`<${element.name}>\` is set to, by property or attribute. */\nexport interface ${settingsOf(element)} {\n${lines.join('')}  /** Articles that the element shows in place of a feed's. */\n  articles?: readonly NewsrailArticle[] | null;\n}\n`;
};

const properties = (element) => {
  const lines = element.attributes.map(({ name, values, about }) =>
    `${doc(told(about))}  get ${camel(name)}(): ${answered(values)};\n  set ${camel(name)}(value: ${given(values)} | null | undefined);\n`);
  return `${doc(element.about, '')}export interface ${classOf(element)} extends HTMLElement {\n${lines.join('')}${MEMBERS}${doc(FORGETS)}  forgetRead(): void;\n}\n`;
};

const detail = (event) => {
  const lines = event.detail.map(({ name, is }) => `  ${name}${is.is === 'texts, if any' ? '?' : ''}: ${fieldType(is)};\n`);
  return `/** The \`detail\` of \`${event.name}\`. */\nexport interface ${detailOf(event)} {\n${lines.join('')}}\n`;
};

/** The types of the elements, for the DOM. */
export const forDom = ({ elements, events }) => `${HEAD}
/** A switch: there without a value, or true, is on; \`false\` is off; null is the default. */
export type NewsrailSwitch = boolean | '' | 'true' | 'false';

${ARTICLE}
${events.map(detail).join('\n')}
/** Events by name. All bubble out of the elements. */
export interface NewsrailEventMap {
${events.map((event) => `${doc(event.about + (event.cancelable ? ' It can be cancelled.' : ''))}  '${event.name}': CustomEvent<${detailOf(event)}>;\n`).join('')}}

${elements.map((element) => `${properties(element)}\n${settings(element)}`).join('\n')}
declare global {
  interface HTMLElementTagNameMap {
${elements.map((element) => `    '${element.name}': ${classOf(element)};\n`).join('')}  }
  interface GlobalEventHandlersEventMap extends NewsrailEventMap {}
}
`;

/** What JSX and templates have of each element: its type for them, by name. */
const intrinsic = (elements, line) => elements.map((element) => line(element, classOf(element), settingsOf(element))).join('');
const imported = (elements) => `import type {\n${elements.flatMap((element) => [classOf(element), settingsOf(element)]).map((name) => `  ${name},\n`).join('')}  NewsrailEventMap,\n} from './index.js';\nexport type * from './index.js';\n`;

/** The types of the elements in React 19's JSX. */
export const forReact = ({ elements }) => `${HEAD}import type { ClassAttributes, HTMLAttributes } from 'react';
${imported(elements)}
type Handlers = { [Name in keyof NewsrailEventMap as \`on\${Name}\`]?: (event: NewsrailEventMap[Name]) => void };
type Props<Element, Settings> = ClassAttributes<Element> & Omit<HTMLAttributes<Element>, keyof Settings> & Settings & Handlers;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${intrinsic(elements, ({ name }, type, set) => `      '${name}': Props<${type}, ${set}>;\n`)}    }
  }
}
`;

/** The types of the elements in Vue's templates. */
export const forVue = ({ elements }) => `${HEAD}import type { DefineComponent, HTMLAttributes } from 'vue';
${imported(elements)}
type Camel<Name extends string> = Name extends \`\${infer First}-\${infer Rest}\` ? \`\${First}\${Capitalize<Camel<Rest>>}\` : Name;
type Handlers = { [Name in keyof NewsrailEventMap as \`on\${Capitalize<Camel<Name>>}\`]?: (event: NewsrailEventMap[Name]) => void };
type Component<Settings> = DefineComponent<Omit<HTMLAttributes, keyof Settings> & Settings & Handlers>;

declare module 'vue' {
  interface GlobalComponents {
${intrinsic(elements, ({ name }, _, set) => `    '${name}': Component<${set}>;\n`)}  }
}
`.replace(new RegExp(elements.map((element) => `  ${classOf(element)},\\n`).join('|'), 'g'), '');
