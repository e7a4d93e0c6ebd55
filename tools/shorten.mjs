/**
 * Short names between a glue and its WebAssembly.
 *
 * wasm-bindgen names what passes between the two by what it is, for a person
 * to read, and by a hash. Nobody reads it in a release, and the digits of a
 * hash do not compress.
 */

/** A line of the text format that names what passes, up to the name and behind it. */
const PASSED = /^( *\((?:import "\.\/newsrail_bg\.js"|export) ")([^"]+)(?=")/gm;

/**
 * The same module, in the text format, and glue with short names. The glue must
 * be as wasm-bindgen wrote it: one object of imports, whose keys are their
 * names, and exports that are members of `wasm`.
 */
export const shorten = (wat, glue) => {
  const short = new Map();
  const text = wat.replace(PASSED, (_, before, name) => {
    if (!short.has(name)) short.set(name, `_${short.size.toString(36)}`);
    return before + short.get(name);
  });
  const names = [...short.keys()].join('|');
  const used = new RegExp(`^(\\s*)(${names})(?=:)|\\bwasm\\.(${names})\\b`, 'gm');
  return [text, glue.replace(used, (_, space, key, member) => (key ? space + short.get(key) : `wasm.${short.get(member)}`))];
};
