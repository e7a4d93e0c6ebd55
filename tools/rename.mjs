/**
 * Short names between a glue and its WebAssembly: those that binaryen's pass
 * `--minify-imports-and-exports-and-modules` has given, as it prints them.
 *
 * wasm-bindgen names what passes between the two by what it is, for a person to
 * read, and by a hash, whose digits do not compress.
 */

const GLUE = './newsrail_bg.js';

/** Where the glue names what it gives to the WebAssembly, and what it calls there. */
const GIVEN = /(?<=^ {8})\w+(?=: )/gm;
const CALLED = /(?<=\bwasm\.)\w+\b/g;

const STRANGE = 'a glue that tools/rename.mjs does not know: ';

/** A glue, as wasm-bindgen wrote it, with the names of the module that binaryen has made. */
export const rename = (glue, { imports, exports }, module) => {
  const scripts = new Map([...glue.matchAll(/^import \* as (import\d+) from "(.*)"$/gm)].map(([, name, from]) => [from, name]));
  const given = new Map(imports.filter(([from]) => from === GLUE).map(([, name, short]) => [name, short]));
  const called = new Map(exports);
  // What a script of the project's own gives joins the others: it would be an object of its own.
  const own = imports.filter(([from]) => from !== GLUE).map(([from, name, short]) => {
    if (!scripts.has(from)) throw new Error(STRANGE + from);
    return `        ${short}: ${scripts.get(from)}.${name},\n`;
  });
  const left = new Set(given.keys());
  const text = glue.replace(GIVEN, (name) => {
    left.delete(name);
    return given.get(name) ?? name;
  });
  for (const name of left) throw new Error(STRANGE + name);
  const [{ module: short }] = WebAssembly.Module.imports(new WebAssembly.Module(module));
  return text
    .replace(CALLED, (name) => {
      if (!called.has(name)) throw new Error(STRANGE + name);
      return called.get(name);
    })
    .replace(/^ {8}"\.\/snippets\/.*\n/gm, '')
    .replace(`"${GLUE}": import0`, `${short}: import0`)
    .replace(/^ {4}const import0 = \{\n {8}__proto__: null,\n/m, (start) => start + own.join(''));
};
