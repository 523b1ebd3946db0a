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

/** Room in a chunk of `Pairs`. */
const CHUNK = 1 << 16;

/** A stretch of pairs in columns, of which the first `size` are filled. */
export interface Chunk {
  readonly terms: Uint32Array;
  readonly values: Uint32Array;
  size: number;
}

/**
 * A long list of pairs (a term, and what is posted for it), in chunks, so that growing it never copies what is there. Pairs
 * are written into the last chunk, whose `size` is raised then.
 */
export interface Pairs {
  readonly length: number;
  readonly chunks: readonly Chunk[];
  /** The last chunk, which has room for so many pairs more. */
  reserve(room: number): Chunk;
}

export function pairs(): Pairs {
  const chunks: Chunk[] = [];
  return {
    get length() {
      return chunks.reduce((sum, { size }) => sum + size, 0);
    },
    chunks,
    reserve(room) {
      const last = chunks.at(-1);
      if (last && last.size + room <= last.terms.length) return last;
      const length = Math.max(CHUNK, room);
      const chunk = { terms: new Uint32Array(length), values: new Uint32Array(length), size: 0 };
      chunks.push(chunk);
      return chunk;
    },
  };
}
