/**
 * An index as bytes, so that a restart takes it back instead of reading all articles again. Layout, in the byte order of
 * the machine (a snapshot is no format for travelling):
 *
 *     mark, CRC-32 of all that follows, length of the table, 0   (four 32-bit numbers)
 *     table: JSON, what fits to what and where each array lies, padded to 8 bytes
 *     the arrays of one segment, each at a multiple of 8 bytes
 */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Corpus } from '../corpus/types.ts';
import { READING, type Reader } from '../nlp/nlp.ts';
import { type Collection, collect } from './collection.ts';
import { merge } from './merge.ts';
import { makeSegment, type Segment } from './segment.ts';
import { type View, viewOf } from './view.ts';

/** Names the layout above and the order of bytes; another number for every change of the arrays or of what they mean. */
const MARK = 0x76626d02;
const HEAD = 16;
/** Where that begins which the sum is of. */
const SUMMED = 8;

const KINDS = {
  offsets: Uint32Array,
  postings: Uint32Array,
  titleOffsets: Uint32Array,
  titleArticle: Uint32Array,
  passagesHolding: Uint32Array,
  articlesHolding: Uint32Array,
  frequent: Uint32Array,
  windowStart: Uint32Array,
  windowPostings: Uint16Array,
  windowPlace: Uint32Array,
  passageOf: Uint32Array,
  sentenceLength: Uint16Array,
  sentenceStart: Uint32Array,
  sentenceSize: Uint16Array,
  articleOf: Uint32Array,
  passageLength: Uint32Array,
  passageStart: Uint32Array,
  articleLength: Uint32Array,
  titleLength: Uint16Array,
  articleStart: Uint32Array,
  articlePassage: Uint32Array,
  bytes: Uint8Array,
  starts: Uint32Array,
  table: Uint32Array,
  places: Int32Array,
} as const;
type Name = keyof typeof KINDS;
const NAMES = Object.keys(KINDS) as Name[];

interface Table {
  /** What the index was made of; see `fingerprint`. */
  readonly corpus: string;
  /** Values in each array, in the order of NAMES. */
  readonly lengths: readonly number[];
}

/** The bytes of a collection, in chunks; most of them are views of its arrays. */
export function toBytes(collection: Collection): Uint8Array[] {
  const { segment, places } = single(collection.views);
  const arrays = { ...segment, ...segment.lexicon, places };
  const table: Table = { corpus: fingerprint(collection.corpus), lengths: NAMES.map((name) => arrays[name].length) };
  const chunks = [padded(new TextEncoder().encode(JSON.stringify(table)), 0x20)];
  const size = chunks[0]!.length;
  for (const name of NAMES) chunks.push(...withPadding(bytesOf(arrays[name])));
  chunks.unshift(bytesOf(Uint32Array.of(size, 0)));
  let sum = 0;
  for (const chunk of chunks) sum = crc32(chunk, sum);
  return [bytesOf(Uint32Array.of(MARK, sum)), ...chunks];
}

/** The collection that was written, if the bytes are whole and fit the corpus and the reader; its arrays are views of them. */
export function fromBytes(bytes: Uint8Array, corpus: Corpus, reader: Reader): Collection | null {
  if (bytes.length < HEAD) return null;
  // Views of 32-bit numbers must begin at a multiple of four bytes; a slice begins at 0.
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const [mark, sum, size] = new Uint32Array(aligned.buffer, aligned.byteOffset, HEAD / 4);
  if (mark !== MARK || crc32(aligned.subarray(SUMMED)) !== sum || size === undefined) return null;
  const { corpus: made, lengths } = JSON.parse(new TextDecoder().decode(aligned.subarray(HEAD, HEAD + size))) as Table;
  if (made !== fingerprint(corpus)) return null;
  let at = aligned.byteOffset + HEAD + size;
  const arrays: Record<string, unknown> = {};
  for (const [order, name] of NAMES.entries()) {
    const length = lengths[order]!;
    const Kind = KINDS[name];
    arrays[name] = new Kind(aligned.buffer as ArrayBuffer, at, length);
    at += roundUp(length * Kind.BYTES_PER_ELEMENT);
  }
  const {
    places,
    bytes: stems,
    starts,
    table,
    ...rest
  } = arrays as { [Key in Name]: InstanceType<(typeof KINDS)[Key]> };
  const articles = Array.from(places, (place) => corpus.articles[place]!);
  const segment = makeSegment(articles, { bytes: stems, starts, table }, rest);
  return isReadAlike(segment, reader) ? collect(corpus, [viewOf(segment, places)]) : null;
}

/** The views as one that misses nothing of its segment. */
function single(views: readonly View[]): View {
  const [first] = views;
  if (first && views.length === 1 && first.live.articles === first.places.length) return first;
  const steps = merge(views);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Stands for everything that an index is made of: how text is read, and what of each article, in their order. */
export function fingerprint({ articles }: Corpus): string {
  const hash = createHash('sha256').update(`reading ${READING}\n`);
  for (const { hash: text, title, furniture } of articles) {
    hash.update(JSON.stringify([text, title, furniture.map(({ start, end }) => [start, end])]));
  }
  return hash.digest('hex');
}

/** Whether the reader of today cuts a few of the articles as the index has them: a change of reading may be forgotten. */
function isReadAlike(segment: Segment, reader: Reader): boolean {
  const last = segment.articles.length - 1;
  return [0, last >> 1, last].every((number) => {
    const article = segment.articles[number];
    if (!article) return true;
    const spans = segment.spansOf(number);
    const { sentences } = reader.segment(article);
    const first = segment.articleStart[number]!;
    return (
      spans.length === sentences.length &&
      sentences.every(({ start, end }, at) => {
        const terms = reader.terms(article.text, { start, end }).length;
        return spans[at]?.start === start && spans[at].end === end && segment.sentenceLength[first + at] === terms;
      })
    );
  });
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function withPadding(bytes: Uint8Array): Uint8Array[] {
  const rest = roundUp(bytes.length) - bytes.length;
  return rest === 0 ? [bytes] : [bytes, new Uint8Array(rest)];
}

function padded(bytes: Uint8Array, filling: number): Uint8Array {
  const whole = new Uint8Array(roundUp(bytes.length)).fill(filling);
  whole.set(bytes);
  return whole;
}

function roundUp(length: number): number {
  return Math.ceil(length / 8) * 8;
}
