/**
 * Takes out of a glue what wasm-bindgen has written for browsers that newsrail
 * is not for (tools/assemble.mjs has its oldest), for callers that it has not,
 * and in more words than are needed. What is not found is left as it is: then
 * the glue is heavier, and does the same.
 */
const GIVE_STRING = `
function giveString(to, text, malloc, realloc) {
    const ptr = text == null ? 0 : passStringToWasm0(text, malloc, realloc);
    getDataViewMemory0().setInt32(to + 4, WASM_VECTOR_LEN, true);
    getDataViewMemory0().setInt32(to, ptr, true);
}
`;

const RULES = [
  // Every browser has it.
  [/\(typeof FinalizationRegistry === 'undefined'\)\s*\? \{[^\n]*\}\s*: new/g, 'new'],
  [/if \(!\('encodeInto' in cachedTextEncoder\)\) \{.*?\n\}\n/s, ''],
  [/const ret = typeof globalThis === 'undefined' \? undefined : globalThis;/, 'const ret = globalThis;'],
  // Asked only where there is no globalThis.
  [/const ret = typeof (global|self|window) === 'undefined' \? undefined : \1;\n.*/g, 'return 0;'],
  [/let result;\s*try \{\s*result = (arg0 instanceof \w+);\s*\} catch \(_\) \{\s*result = false;\s*\}\s*const ret = result;/g, 'const ret = $1;'],
  [/^if \(Symbol\.dispose\) .*$/gm, ''],
  // Memory that has grown has another buffer, which is all there is to look for.
  [/cachedDataViewMemory0 === null \|\| .*?(wasm\.\w+\.buffer)\)\) \{/, 'cachedDataViewMemory0?.buffer !== $1) {'],
  // No page passes two gigabytes of text.
  [/let (cachedTextDecoder = .*)\ncachedTextDecoder\.decode\(\);[^]*?function decodeText\(bytes\) \{[^]*?\n    \}/, 'const $1\nfunction decodeText(bytes) {'],
  // A string always comes with what makes room for more of it.
  [/    if \(realloc === undefined\) \{[^]*?\n    \}\n/, ''],
  [/\(ptr \/ 1, ptr \/ 1 \+ len\)/, '(ptr, ptr + len)'],
  // It is run once, and nobody asks for these.
  [/^ {4}(wasmInstance|wasmModule|cached\w+Memory0) = \w+;\n/gm, ''],
  // A text that is given back, or none.
  [/(?:const|var) ptr(\d) = (?:isLikeNone\(ret\) \? 0 : )?passStringToWasm0\(ret, (.*)\);\n.*\n.*\n.*setInt32\(.*, ptr\1, true\);/g, 'giveString(arg0, ret, $2);'],
  [/^function passStringToWasm0/m, GIVE_STRING + '$&'],
  // What may throw, and all that is passed, said shorter.
  [/^( +\w+): function\(\) \{ return handleError\(function \((.*)\) \{$/gm, '$1($2) { return handleError(() => {'],
  [/^( +\}), arguments\); \},$/gm, '$1); },'],
  [/function handleError\(f, args\) \{\n    try \{\n        return f\.apply\(this, args\);/, 'function handleError(f) {\n    try {\n        return f();'],
  [/^( +\w+): function\(/gm, '$1('],
];

export const trim = (glue) => RULES.reduce((text, [found, instead]) => text.replace(found, instead), glue);
