/**
 * The functions of a WebAssembly module as lists of numbers, and back: what is
 * needed to number and to order them anew, and no more (WebAssembly Core
 * Specification 2.0, chapter 5).
 */

/** A number in a function's code that is no byte: a function, or above that a local, each by its index. */
export const FUNCTION = 1 << 20;
export const LOCAL = 1 << 21;

const leb = (number) => {
  const bytes = [];
  for (; number > 127; number >>>= 7) bytes.push(number & 127 | 128);
  return [...bytes, number];
};

const list = (items) => [leb(items.length), ...items].flat();

/** Reads numbers and pieces from bytes, one after the other. */
export class Reader {
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
  take(length) {
    return this.bytes.subarray(this.at, (this.at += length));
  }
  /** As long as the number before it says. */
  piece() {
    return this.take(this.number());
  }
  each(one) {
    return Array.from({ length: this.number() }, one);
  }
}

/** How many numbers follow an instruction; others than these are named in `instruction`. */
const follows = (code) => {
  if (code >= 0x28 && code <= 0x3e || code === 0x11) return 2;
  if (code >= 0x02 && code <= 0x04 || code === 0x0c || code === 0x0d || code >= 0x23 && code <= 0x26 || code >= 0x3f && code <= 0x42 || code === 0xd0) return 1;
  if (code <= 0x01 || code === 0x05 || code === 0x0b || code === 0x0f || code === 0x1a || code === 0x1b || code >= 0x45 && code <= 0xc4 || code === 0xd1) return 0;
  throw new Error(`an instruction that tools/module.mjs does not know: ${code}`);
};

/** Behind 0xfc: conversions, then memory and tables. */
const followsPrefix = (code) => (code < 8 ? 0 : [8, 10, 12, 14].includes(code) ? 2 : 1);

/** Adds the next instruction to a function's code. */
const instruction = (reader, code) => {
  const start = reader.at;
  const op = reader.byte();
  if (op === 0x10 || op === 0xd2) code.push(op, FUNCTION + reader.number());
  else if (op >= 0x20 && op <= 0x22) code.push(op, LOCAL + reader.number());
  else {
    if (op === 0x43 || op === 0x44) reader.take(op === 0x43 ? 4 : 8);
    else if (op === 0x1c) reader.each(() => reader.byte());
    else {
      const operands = op === 0x0e ? reader.number() + 1 : op === 0xfc ? followsPrefix(reader.number()) : follows(op);
      for (let left = operands; left > 0; left--) reader.number();
    }
    code.push(...reader.bytes.subarray(start, reader.at));
  }
};

const readFunction = (bytes, params) => {
  const reader = new Reader(bytes);
  const locals = Array(params).fill(0);
  reader.each(() => locals.push(...Array(reader.number()).fill(reader.byte())));
  const code = [];
  while (reader.at < bytes.length) instruction(reader, code);
  return { params, locals, code: Int32Array.from(code) };
};

/** A module's sections, each with its number. */
export const sectionsOf = (bytes) => {
  const reader = new Reader(bytes, 8);
  const sections = [];
  while (reader.at < bytes.length) sections.push([reader.byte(), reader.piece()]);
  return sections;
};

/** A module's sections, how many functions it imports, and each function of its own: how many parameters it has, the types of all its locals, and its code. */
export const read = (bytes) => {
  const sections = sectionsOf(bytes);
  const section = (id) => new Reader(sections.find(([other]) => other === id)[1]);
  const types = section(1);
  const params = types.each(() => {
    types.byte();
    const count = types.number();
    types.take(count);
    types.piece();
    return count;
  });
  const imports = section(2);
  let imported = 0;
  imports.each(() => {
    imports.piece();
    imports.piece();
    if (imports.byte() !== 0) throw new Error('an import that is no function');
    imports.number();
    imported++;
  });
  const declared = section(3);
  const typeOf = declared.each(() => declared.number());
  const codes = section(10);
  const functions = codes.each((_, at) => ({ type: typeOf[at], ...readFunction(codes.piece(), params[typeOf[at]]) }));
  return { sections, imported, functions };
};

const writeFunction = ({ params, locals, code }, index) => {
  const groups = [];
  for (const type of locals.slice(params)) {
    const last = groups.at(-1);
    if (last?.[1] === type) last[0]++;
    else groups.push([1, type]);
  }
  const bytes = list(groups.map(([count, type]) => [...leb(count), type]));
  for (const one of code) {
    if (one < FUNCTION) bytes.push(one);
    else bytes.push(...leb(one < LOCAL ? index(one - FUNCTION) : one - LOCAL));
  }
  return [...leb(bytes.length), ...bytes];
};

/** The same module with its functions in this order, each by its place before. */
export const write = ({ sections, imported, functions }, order) => {
  const places = new Map(order.map((before, now) => [before + imported, now + imported]));
  const index = (before) => places.get(before) ?? before;
  const ordered = order.map((at) => functions[at]);
  const renamed = {
    3: () => list(ordered.map(({ type }) => leb(type))),
    7: (reader) => list(reader.each(() => {
      const name = reader.piece();
      const kind = reader.byte();
      const at = reader.number();
      return [...leb(name.length), ...name, kind, ...leb(kind === 0 ? index(at) : at)];
    })),
    9: (reader) => list(reader.each(() => {
      const start = reader.at;
      if (reader.number() !== 0) throw new Error('a table that is filled in a way that tools/module.mjs does not know');
      instruction(reader, []);
      reader.byte();
      const offset = reader.bytes.subarray(start, reader.at);
      return [...offset, ...list(reader.each(() => leb(index(reader.number()))))];
    })),
    10: () => list(ordered.map((one) => writeFunction(one, index))),
  };
  if (sections.some(([id]) => id === 8)) throw new Error('a function that is called at the start');
  const bytes = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  for (const [id, body] of sections) {
    const now = renamed[id]?.(new Reader(body)) ?? body;
    bytes.push(id, ...leb(now.length));
    for (const byte of now) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
};
