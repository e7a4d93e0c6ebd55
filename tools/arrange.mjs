/**
 * Numbers the locals of a module's functions anew, and puts the functions into
 * another order, so that the module compresses better. What it does and how
 * long it is stays the same.
 */
import { brotliCompressSync, constants } from 'node:zlib';
import { FUNCTION, LOCAL, read, write } from './module.mjs';

/** How long the pieces of code are by which locals are numbered. */
const PIECES = [3, 5, 8];
const LONGEST = PIECES.at(-1);

/** In how many rounds that is done. */
const ROUNDS = 3;

/** Slots for the counts of a length's pieces: two pieces in one slot are rare, and harmless. */
const SLOTS = 1 << 20;

/** What is found so often is as good as free. */
const ENOUGH = 63;

/** What a piece counts by how often it is found. */
const KNOWN = Float64Array.from({ length: ENOUGH + 1 }, (_, times) => Math.log2(1 + times));

/** How long the pieces are that functions which are alike have in common, and how much a long function has against it. */
const ALIKE = [4, 5];
const BIASES = [.5, .7];

/** What more functions have than so many tells nothing. */
const COMMON = 300;

/** A hash of one number more. */
const step = (hash, one) => Math.imul(hash ^ one, 0x9e3779b1) ^ hash >>> 13;

/** How often each piece of code occurs in some functions. */
class Counts {
  constructor(functions) {
    this.counts = PIECES.map(() => new Int32Array(SLOTS));
    for (const { code } of functions) this.add(code, 1);
  }
  /** Has `each` see the counts, of one length, and the slot of every piece that begins at this place. */
  pieces(code, start, each) {
    let hash = 0;
    let next = start;
    for (let which = 0; which < PIECES.length; which++) {
      const end = start + PIECES[which];
      if (end > code.length) return;
      for (; next < end; next++) hash = step(hash, code[next]);
      each(this.counts[which], (hash ^ hash >>> 15) & (SLOTS - 1));
    }
  }
  add(code, times) {
    for (let start = 0; start < code.length; start++) this.pieces(code, start, (counts, slot) => { counts[slot] += times; });
  }
  /** How well the pieces are known that have one of these places in them. */
  known(code, places) {
    let known = 0;
    let start = 0;
    for (const place of places) {
      for (start = Math.max(start, place - LONGEST + 1); start <= place; start++) {
        this.pieces(code, start, (counts, slot) => { known += KNOWN[Math.min(ENOUGH, counts[slot])]; });
      }
    }
    return known;
  }
}

/** Gives two locals each other's number wherever that makes a function's code more like all other code. */
const number = ({ params, locals, code }, counts) => {
  counts.add(code, -1);
  const uses = locals.map(() => []);
  code.forEach((one, at) => one >= LOCAL && uses[one - LOCAL].push(at));
  const swap = (one, other) => {
    for (const at of uses[one]) code[at] = LOCAL + other;
    for (const at of uses[other]) code[at] = LOCAL + one;
    [uses[one], uses[other]] = [uses[other], uses[one]];
  };
  for (let one = params; one < locals.length; one++) {
    for (let other = one + 1; other < locals.length; other++) {
      if (locals[one] !== locals[other]) continue;
      const known = () => counts.known(code, uses[one]) + counts.known(code, uses[other]);
      const before = known();
      swap(one, other);
      if (known() <= before) swap(one, other);
    }
  }
  counts.add(code, 1);
};

/** How many pieces of a length each function has, and how many it shares with each other one. */
const likeness = (functions, length) => {
  const having = new Map();
  const sizes = functions.map(({ code }, at) => {
    // Whatever it calls counts as the same.
    const bare = code.map((one) => (one >= FUNCTION && one < LOCAL ? FUNCTION : one));
    const pieces = new Set();
    for (let start = 0; start + length <= bare.length; start++) {
      let hash = 0;
      for (let next = start; next < start + length; next++) hash = step(hash, bare[next]);
      pieces.add(hash);
    }
    for (const piece of pieces) {
      if (having.has(piece)) having.get(piece).push(at);
      else having.set(piece, [at]);
    }
    return pieces.size;
  });
  const shared = functions.map(() => new Int32Array(functions.length));
  for (const all of having.values()) {
    if (all.length <= COMMON) for (const one of all) for (const other of all) shared[one][other]++;
  }
  return [sizes, shared];
};

/** An order in which each function is followed by the one, of those that are left, that is most like it. */
const inOrder = ([sizes, shared], bias) => {
  let last = sizes.indexOf(Math.min(...sizes));
  const order = [last];
  const left = new Set(sizes.keys());
  left.delete(last);
  while (left.size > 0) {
    let most = -1;
    let next;
    for (const other of left) {
      const alike = shared[last][other] / (sizes[other] + 20) ** bias;
      if (alike > most) [most, next] = [alike, other];
    }
    order.push(last = next);
    left.delete(next);
  }
  return order;
};

const weight = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;

/** The same module, arranged: of some orders the one that weighs least. */
export const arrange = (bytes) => {
  const module = read(bytes);
  const counts = new Counts(module.functions);
  for (let round = 0; round < ROUNDS; round++) {
    for (const one of module.functions) number(one, counts);
  }
  let best = bytes;
  for (const length of ALIKE) {
    const alike = likeness(module.functions, length);
    for (const bias of BIASES) {
      const arranged = write(module, inOrder(alike, bias));
      if (weight(arranged) < weight(best)) best = arranged;
    }
  }
  return best;
};
