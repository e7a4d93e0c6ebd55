/**
 * Which crates a module's bytes are of, and of newsrail's own which rooms, by
 * the names that the compiler gave its functions.
 *
 * Reads the binary format: https://webassembly.github.io/spec/core/binary/modules.html
 * and, for the section `name`, its appendix on custom sections.
 */

/** Reads numbers and pieces from bytes, one after the other. */
class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  byte() {
    return this.bytes[this.at++];
  }
  number() {
    let number = 0;
    for (let shift = 0, byte = 128; byte & 128; shift += 7) number |= ((byte = this.byte()) & 127) << shift;
    return number >>> 0;
  }
  /** As long as the number before it says. */
  piece() {
    const length = this.number();
    return this.bytes.subarray(this.at, (this.at += length));
  }
  each(one) {
    return Array.from({ length: this.number() }, one);
  }
}

/** A module's sections, each with its number. */
const sectionsOf = (bytes) => {
  const reader = new Reader(bytes, 8);
  const sections = [];
  while (reader.at < bytes.length) sections.push([reader.byte(), reader.piece()]);
  return sections;
};

const [CUSTOM, IMPORT, CODE, DATA] = [0, 2, 10, 11];
const FUNCTION = 0;

/** The functions among a module's imports, which binaryen writes before all others. */
const imports = (section) => {
  let functions = 0;
  for (let left = section.number(); left > 0; left -= 1) {
    section.piece();
    section.piece();
    if (section.number() !== FUNCTION) break;
    section.number();
    functions += 1;
  }
  return functions;
};

const text = (bytes) => new TextDecoder().decode(bytes);

/** A hash is written without zeros before it. Generic code of the standard library counts for the crate that it is made for. */
const crateOf = (name) => {
  const crates = [...name.matchAll(/\b(\w+)\[[0-9a-f]+\]/g)].map(([, crate]) => crate);
  const std = ['core', 'alloc', 'std'];
  return crates.find((crate) => !std.includes(crate)) ?? (crates.length ? 'std' : 'without a name');
};

const roomOf = (name) => name.match(/\bnewsrail(?:_\w+)?\[[0-9a-f]+\]::(\w+)/)?.[1];

/** Bytes before compression, most first: by crate, data beside them, and by room. */
export const contributors = (wasm) => {
  const names = new Map();
  const sizes = [];
  const [crates, rooms] = [new Map(), new Map()];
  const add = (to, name, size) => to.set(name, (to.get(name) ?? 0) + size);
  let imported = 0;
  for (const [id, body] of sectionsOf(wasm)) {
    const section = new Reader(body);
    if (id === IMPORT) imported = imports(section);
    if (id === DATA) add(crates, 'data', body.length);
    if (id === CODE) section.each(() => sizes.push(section.piece().length));
    if (id === CUSTOM && text(section.piece()) === 'name') {
      while (section.at < body.length) {
        const kind = section.byte();
        const part = new Reader(section.piece());
        if (kind === 1) part.each(() => names.set(part.number(), text(part.piece())));
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
