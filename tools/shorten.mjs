/**
 * Short names between a glue and its WebAssembly, in the same order on both
 * sides.
 *
 * wasm-bindgen names what passes between the two by what it is, for a person
 * to read, and by a hash. Nobody reads it in a release, and the digits of a
 * hash do not compress. Names that are counted up do, and so do functions that
 * stand beside others like them.
 */

const MODULE = './newsrail_bg.js';

/** An import of the text format, its module, its name and the rest. */
const IMPORT = /^ \(import "([^"]+)" "([^"]+)"(.*)\n/gm;
const EXPORT = /^( \(export ")([^"]+)(?=")/gm;

/** The object of all that wasm-bindgen gives to the WebAssembly, and one function of it. */
const GIVEN = /(const import0 = \{\n {8}__proto__: null,\n)([^]*?)(?=^ {4}\};\n)/m;
const ONE = /^ {8}(\w+)(: [^]*?(?:^ {8}\}(?:, arguments\); \})?|\w),\n)/gm;

/** Both with the functions of the project's own modules among those of wasm-bindgen: a module is otherwise passed as an object of its own. */
const together = (wat, glue) => {
  let imports = '';
  let given = '';
  const text = wat.replace(IMPORT, (line, module, name, rest) => {
    if (module === MODULE) return line;
    imports += `import { ${name} as own_${name} } from '${module}';\n`;
    given += `        own_${name}_: own_${name},\n`;
    return ` (import "${MODULE}" "own_${name}_"${rest}\n`;
  });
  const rest = glue.replace(/^import \* as import\d+ from .*\n/gm, '').replace(/^ +"\.\/snippets\/.*\n/gm, '');
  return [text, imports + rest.replace(GIVEN, (_, start, functions) => start + functions + given)];
};

/**
 * The same module, in the text format, and glue with short names. The glue must
 * be as wasm-bindgen wrote it: one object of imports, whose keys are their
 * names, and exports that are members of `wasm`.
 */
export const shorten = (wat, glue) => {
  let [text, script] = together(wat, glue);
  const short = new Map();
  const shortOf = (name) => {
    if (!short.has(name)) short.set(name, `_${short.size.toString(36)}`);
    return short.get(name);
  };
  script = script.replace(GIVEN, (_, start, functions) => {
    const all = [...functions.matchAll(ONE)];
    if (all.map(([one]) => one).join('') !== functions) throw new Error('a glue that tools/shorten.mjs does not know');
    const likeBeside = all.sort(([, , one], [, , other]) => (one < other ? -1 : 1));
    return start + likeBeside.map(([, name, rest]) => `        ${shortOf(name)}${rest}`).join('');
  });
  const imports = new Map([...text.matchAll(IMPORT)].map(([, , name, rest]) => [name, rest]));
  const inOrder = [...short].filter(([name]) => imports.has(name)).map(([name, now]) => ` (import "_" "${now}"${imports.get(name)}\n`);
  if (inOrder.length !== imports.size) throw new Error('an import that the glue does not have');
  let next = 0;
  text = text.replace(IMPORT, () => inOrder[next++]).replace(EXPORT, (_, before, name) => before + shortOf(name));
  return [text, script.replace(`"${MODULE}": import0`, '_: import0').replace(/\bwasm\.(\w+)\b/g, (all, name) => (short.has(name) ? `wasm.${short.get(name)}` : all))];
};
