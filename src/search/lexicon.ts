/**
 * The stems of a segment in typed arrays: all of them one after the other in UTF-8, in order of their numbers, and a hash
 * table to find them by (open addressing; FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/). A tenth of a Map's memory,
 * and it goes to a file and back as it is.
 */
export interface Lexicon {
  readonly bytes: Uint8Array;
  /** Stem `i` is `bytes[starts[i]]` … `bytes[starts[i + 1]]`, the last excluded. */
  readonly starts: Uint32Array;
  /** Numbers of stems plus one, 0 where free; as long as a power of two, at most half full. */
  readonly table: Uint32Array;
}

/** Numbers stems in the order they come in. They must be distinct. Yields now and then. */
export function* lexiconOf(stems: Iterable<string>): Generator<void, Lexicon> {
  const encoder = new TextEncoder();
  const writer = lexiconWriter(STRIDE);
  for (const stem of stems) if (writer.add(isPlain(stem) ? asBytes(stem) : encoder.encode(stem)) % STRIDE === 0) yield;
  return writer.finish();
}

/** Stems added between two chances to pause. */
const STRIDE = 1 << 12;

/** Collects stems in UTF-8. `add` returns the number of a stem, a new one if it was not added before. */
export function lexiconWriter(size: number) {
  let bytes = new Uint8Array(Math.max(64, size * 8));
  let starts = new Uint32Array(Math.max(16, size + 1));
  let table = new Uint32Array(tableLength(size));
  let count = 0;
  return {
    add(stem: Uint8Array): number {
      const slot = slotOf({ bytes, starts, table }, stem);
      if (table[slot] !== 0) return table[slot]! - 1;
      const end = starts[count]! + stem.length;
      if (end > bytes.length) bytes = enlarged(bytes, new Uint8Array(2 * end));
      if (count + 2 > starts.length) starts = enlarged(starts, new Uint32Array(2 * starts.length));
      bytes.set(stem, starts[count]!);
      count += 1;
      starts[count] = end;
      table[slot] = count;
      if (2 * count > table.length) table = tableOf(bytes, starts, count);
      return count - 1;
    },
    finish: (): Lexicon => ({
      bytes: bytes.slice(0, starts[count]!),
      starts: starts.slice(0, count + 1),
      table,
    }),
  };
}

/** The number of a stem, or undefined when it is not among them. */
export function numberOf(lexicon: Lexicon, stem: string): number | undefined {
  const number = lexicon.table[slotOf(lexicon, isPlain(stem) ? asBytes(stem) : new TextEncoder().encode(stem))]!;
  return number === 0 ? undefined : number - 1;
}

function isPlain(stem: string): boolean {
  for (let at = 0; at < stem.length; at += 1) if (stem.charCodeAt(at) > 127) return false;
  return true;
}

/** Quicker than an encoder, for the few characters of a stem. */
function asBytes(stem: string): Uint8Array {
  const bytes = new Uint8Array(stem.length);
  for (let at = 0; at < stem.length; at += 1) bytes[at] = stem.charCodeAt(at);
  return bytes;
}

/** Stem `number` in UTF-8: a view, not a copy. */
export function stemBytes({ bytes, starts }: Lexicon, number: number): Uint8Array {
  return bytes.subarray(starts[number]!, starts[number + 1]!);
}

/** The slot that holds the stem, or the free one where it belongs. */
function slotOf({ bytes, starts, table }: Lexicon, stem: Uint8Array): number {
  const mask = table.length - 1;
  let slot = hash(stem, 0, stem.length) & mask;
  for (; table[slot] !== 0; slot = (slot + 1) & mask) {
    const from = starts[table[slot]! - 1]!;
    if (starts[table[slot]!]! - from !== stem.length) continue;
    let same = 0;
    while (same < stem.length && bytes[from + same] === stem[same]) same += 1;
    if (same === stem.length) return slot;
  }
  return slot;
}

function tableOf(bytes: Uint8Array, starts: Uint32Array, count: number): Uint32Array<ArrayBuffer> {
  const table = new Uint32Array(tableLength(count));
  for (let number = 0; number < count; number += 1) {
    let slot = hash(bytes, starts[number]!, starts[number + 1]!) & (table.length - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
    table[slot] = number + 1;
  }
  return table;
}

function tableLength(count: number): number {
  return 2 ** Math.ceil(Math.log2(2 * count + 16));
}

function hash(bytes: Uint8Array, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let at = start; at < end; at += 1) value = Math.imul(value ^ bytes[at]!, 0x01000193);
  return value ^ (value >>> 15);
}

function enlarged<List extends Uint8Array | Uint32Array>(values: List, larger: List): List {
  larger.set(values);
  return larger;
}
