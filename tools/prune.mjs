/**
 * Leaves out of a module what wasm-bindgen has left in it.
 *
 * It is told of every kind of closure that its crates could pass by functions
 * that name a shim each, in the function table. Those functions are gone after
 * it has run; the table still names the shims, so that binaryen keeps them.
 * What shims are in use, JavaScript calls by their export. Nothing calls one
 * through the table.
 *
 * And what wasm-bindgen says where a program of its users is wrong in itself: a
 * release says nothing of its panics, and these end it in the same way.
 */

const TABLE = /^ \(elem .*$/m;
const SHIM = /\$"wasm_bindgen\[\w+\]::convert::closures::_::invoke::<[^"]*"/g;

const PANICS = [
  'attempted to take ownership of Rust value while it was borrowed',
  'recursive use of an object detected which would lead to unsafe aliasing in rust',
  'closure invoked recursively or after being dropped',
  'null pointer passed to rust',
  'FnOnce called more than once',
];

/** As many bytes that compress to next to nothing. */
const silent = (wat) => PANICS.reduce((text, panic) => text.replace(panic, (said) => ' '.repeat(said.length)), wat);

/** The same module, in the text format, with another function of the table in each shim's place. */
export const prune = (wat) =>
  silent(wat).replace(TABLE, (table) => {
    const [other] = table.match(/\$"(?!wasm_bindgen\[)[^"]*"/);
    return table.replace(SHIM, () => other);
  });
