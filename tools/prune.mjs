/**
 * Leaves out of a module what wasm-bindgen has left in it.
 *
 * It is told of every kind of closure that its crates could pass by functions
 * that name a shim each, in the function table. Those functions are gone after
 * it has run; the table still names the shims, so that binaryen keeps them.
 * What shims are in use, JavaScript calls by their export. Nothing calls one
 * through the table.
 */

const TABLE = /^ \(elem .*$/m;
const SHIM = /\$"wasm_bindgen\[\w+\]::convert::closures::_::invoke::<[^"]*"/g;

/** The same module, in the text format, with another function of the table in each shim's place. */
export const prune = (wat) =>
  wat.replace(TABLE, (table) => {
    const [other] = table.match(/\$"(?!wasm_bindgen\[)[^"]*"/);
    return table.replace(SHIM, () => other);
  });
