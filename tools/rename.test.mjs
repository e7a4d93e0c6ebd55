/** What a release does to a module and its glue: they still work together, and do the same. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { minify, optimise } from './optimise.mjs';
import { rename } from './rename.mjs';

const SCRIPT = './snippets/newsrail-0123456789abcdef/web/host/clock.js';

/** One function of wasm-bindgen's and one of the project's own go in; a function and the memory come out. */
const MODULE = `(module
  (import "./newsrail_bg.js" "__wbg_add_0123456789abcdef" (func $add (param i32 i32) (result i32)))
  (import "${SCRIPT}" "hour" (func $hour (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 8) "\\05")
  (func (export "later") (param i32) (result i32)
    (call $add (call $add (local.get 0) (call $hour)) (i32.load8_u (i32.const 8)))))`;

/** As wasm-bindgen lays it out. */
const GLUE = `import * as import1 from "${SCRIPT}"

export function later(by) {
    const ret = wasm.later(by);
    return ret;
}
export function size() {
    return wasm.memory.buffer.byteLength;
}
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_add_0123456789abcdef: function(arg0, arg1) {
            const ret = arg0 + arg1;
            return ret;
        },
    };
    return {
        __proto__: null,
        "./newsrail_bg.js": import0,
        "${SCRIPT}": import1,
    };
}
let wasm;
export const run = (bytes) => {
    wasm = new WebAssembly.Instance(new WebAssembly.Module(bytes), __wbg_get_imports()).exports;
};
`;

const folder = mkdtempSync(join(tmpdir(), 'newsrail-tools-'));
process.on('exit', () => rmSync(folder, { recursive: true }));
const at = (name) => join(folder, name);
writeFileSync(at('made.wat'), MODULE);
execFileSync('wasm-as', [at('made.wat'), '-o', at('made.wasm')]);
mkdirSync(dirname(at(SCRIPT)), { recursive: true });
writeFileSync(at(SCRIPT), 'export const hour = () => 60;');

const names = await minify(at('made.wasm'), at('short.wasm'));
await optimise(at('short.wasm'), at('small.wasm'));
const small = readFileSync(at('small.wasm'));

const works = async (name, glue, wasm) => {
  writeFileSync(at(name), glue);
  const { run, later, size } = await import(at(name));
  run(wasm);
  return [later(7), later(-65), size()];
};

test('a module and its glue do the same before and after', async () => {
  assert.ok(WebAssembly.validate(small));
  const before = await works('before.mjs', GLUE, readFileSync(at('made.wasm')));
  assert.deepEqual(before, [72, 0, 65536]);
  assert.deepEqual(await works('after.mjs', rename(GLUE, names, small), small), before);
});

test('nothing long passes between them', () => {
  const module = new WebAssembly.Module(small);
  const passing = [...WebAssembly.Module.imports(module).flatMap(({ module, name }) => [module, name]), ...WebAssembly.Module.exports(module).map(({ name }) => name)];
  assert.equal(passing.length, 6);
  for (const name of passing) assert.ok(name.length <= 2, name);
  assert.doesNotMatch(rename(GLUE, names, small), /__wbg_add|wasm\.(later|memory)|"\.\/newsrail_bg/);
});

test('a glue that is laid out in another way is refused', () => {
  assert.throws(() => rename(GLUE.replace(/^ {8}__wbg_add/m, '      __wbg_add'), names, small), /__wbg_add_0123456789abcdef/);
  assert.throws(() => rename(GLUE.replace('wasm.later', 'wasm.earlier'), names, small), /earlier/);
  assert.throws(() => rename(GLUE.replace('import1 from', 'other from'), names, small), /clock\.js/);
});
