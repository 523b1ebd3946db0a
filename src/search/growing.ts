/** A list of whole numbers below 2³² that grows, for a few values a sentence. */
export interface Growing {
  readonly length: number;
  push(value: number): void;
  values(): Uint32Array<ArrayBuffer>;
}

export function growing(): Growing {
  let values = new Uint32Array(256);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === values.length) {
        const larger = new Uint32Array(length * 2);
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      length += 1;
    },
    values: () => values.slice(0, length),
  };
}

/** Values in a chunk of `Pairs`: a power of two. */
const CHUNK = 1 << 16;

/**
 * A long list of pairs (a term, and what is posted for it), in chunks, so that growing it never copies what is there. A
 * chunk is full when the next one begins.
 */
export interface Pairs {
  readonly length: number;
  push(term: number, value: number): void;
  /** Adds to the value of an earlier pair. */
  add(at: number, by: number): void;
  value(at: number): number;
  chunks(): Iterable<{ readonly terms: Uint32Array; readonly values: Uint32Array }>;
}

export function pairs(): Pairs {
  const terms: Uint32Array[] = [];
  const values: Uint32Array[] = [];
  let length = 0;
  let room = 0;
  let lastTerms = new Uint32Array(0);
  let lastValues = new Uint32Array(0);
  return {
    get length() {
      return length;
    },
    push(term, value) {
      if (room === 0) {
        lastTerms = new Uint32Array(CHUNK);
        lastValues = new Uint32Array(CHUNK);
        terms.push(lastTerms);
        values.push(lastValues);
        room = CHUNK;
      }
      lastTerms[CHUNK - room] = term;
      lastValues[CHUNK - room] = value;
      room -= 1;
      length += 1;
    },
    add(at, by) {
      values[Math.floor(at / CHUNK)]![at % CHUNK]! += by;
    },
    value: (at) => values[Math.floor(at / CHUNK)]![at % CHUNK]!,
    *chunks() {
      for (const [order, chunk] of terms.entries()) {
        const end = order === terms.length - 1 ? CHUNK - room : CHUNK;
        yield { terms: chunk.subarray(0, end), values: values[order]!.subarray(0, end) };
      }
    },
  };
}
