/**
 * Which crates a module's bytes are of, and of newsrail's own which rooms, by
 * the names that the compiler gave its functions.
 *
 * Reads the binary format: https://webassembly.github.io/spec/core/binary/modules.html
 * and, for the section `name`, its appendix on custom sections.
 */

const [CUSTOM, IMPORT, CODE, DATA] = [0, 2, 10, 11];
const FUNCTION = 0;

/** Reads numbers, names and parts from bytes, one after the other. */
const reader = (bytes, at = 0, end = bytes.length) => {
  const self = {
    done: () => at >= end,
    number: () => {
      let [value, shift, byte] = [0, 0, 0];
      do {
        byte = bytes[at++];
        value += (byte & 127) * 2 ** shift;
        shift += 7;
      } while (byte > 127);
      return value;
    },
    part: () => {
      const length = self.number();
      at += length;
      return reader(bytes, at - length, at);
    },
    name: () => {
      const length = self.number();
      at += length;
      return new TextDecoder().decode(bytes.subarray(at - length, at));
    },
    length: () => end - at,
  };
  return self;
};

/** The functions among a module's imports, which binaryen writes before all others. */
const imports = (section) => {
  let functions = 0;
  for (let left = section.number(); left > 0; left -= 1) {
    section.name();
    section.name();
    if (section.number() !== FUNCTION) break;
    section.number();
    functions += 1;
  }
  return functions;
};

/** Generic code of the standard library counts for the crate that it is made for. */
const crateOf = (name) => {
  const crates = [...name.matchAll(/\b(\w+)\[[0-9a-f]{16}\]/g)].map(([, crate]) => crate);
  const std = ['core', 'alloc', 'std'];
  return crates.find((crate) => !std.includes(crate)) ?? (crates.length ? 'std' : 'without a name');
};

const roomOf = (name) => name.match(/\bnewsrail\[[0-9a-f]{16}\]::(\w+)/)?.[1];

/** Bytes before compression, most first: by crate, data beside them, and by room. */
export const contributors = (wasm) => {
  const names = new Map();
  const sizes = [];
  const [crates, rooms] = [new Map(), new Map()];
  const add = (to, name, size) => to.set(name, (to.get(name) ?? 0) + size);
  let imported = 0;
  const module = reader(wasm, 8);
  while (!module.done()) {
    const id = module.number();
    const section = module.part();
    if (id === IMPORT) imported = imports(section);
    if (id === DATA) add(crates, 'data', section.length());
    if (id === CODE) for (let left = section.number(); left > 0; left -= 1) sizes.push(section.part().length());
    if (id === CUSTOM && section.name() === 'name') {
      while (!section.done()) {
        const kind = section.number();
        const part = section.part();
        if (kind === 1) for (let left = part.number(); left > 0; left -= 1) names.set(part.number(), part.name());
      }
    }
  }
  sizes.forEach((size, at) => {
    const name = names.get(imported + at) ?? '';
    add(crates, crateOf(name), size);
    const room = roomOf(name);
    if (room) add(rooms, room, size);
  });
  const sorted = (found) => [...found].sort((a, b) => b[1] - a[1]);
  return { crates: sorted(crates), rooms: sorted(rooms) };
};
