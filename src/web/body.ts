/** What an answer may contain, and reading it: cut off at the limits, before and after it is unpacked. */
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type Headers, header } from './headers.ts';
import { refuse, refuseSize, SAVE_IT } from './refusal.ts';
import { type Accept, WebRefusal } from './types.ts';

const TEXTS =
  /^(?:text\/(?:html|plain|xml|markdown|x-markdown|json)|application\/(?:xhtml\+xml|xml|json|x-ndjson|jsonl|[\w.-]+\+(?:xml|json)))$/u;
const FILES =
  /^application\/(?:pdf|x-pdf|zip|x-zip-compressed|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)$/u;
/** Says nothing: whoever reads the bytes finds out. */
const BYTES = /^(?:application|binary)\/octet-stream$/u;

/** What the server is told is welcome. */
export const welcome: Readonly<Record<Accept, string>> = {
  page: 'text/html,application/xhtml+xml;q=0.9,application/pdf;q=0.8,text/*;q=0.8,application/xml;q=0.7,*/*;q=0.1',
  feed: 'application/atom+xml,application/rss+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.1',
  file: '*/*',
};

/** The only ways to pack that are asked for. */
export const PACKINGS = 'gzip, br';

/**
 * The type that an answer says it has, in lower case and without parameters; null if it says none.
 * @throws WebRefusal `type` for pictures, films and all else that holds no article
 */
export const typeOf = (headers: Headers, accept: Accept): string | null => {
  const type = header(headers, 'content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === '') return null;
  if (TEXTS.test(type) || BYTES.test(type) || (accept !== 'feed' && FILES.test(type))) return type;
  throw refuse('type');
};

export interface BodyLimits {
  readonly bytes: number;
  readonly unpacked: number;
}

/**
 * Reads a body to its end and unpacks it.
 * @throws WebRefusal `size` as soon as it is known to be too large, `type` for a packing that was not asked for
 */
export const readBody = async (
  body: Readable,
  headers: Headers,
  limits: BodyLimits,
  signal: AbortSignal,
): Promise<Uint8Array> => {
  if (Number(header(headers, 'content-length')) > limits.bytes) throw refuseSize(limits.bytes);
  const parts: Buffer[] = [];
  await collect(parts, body, headers, limits, signal);
  return Buffer.concat(parts);
};

/** Reads the beginning of a body, of at most so many bytes, and leaves the rest. */
export const readStart = async (
  body: Readable,
  headers: Headers,
  most: number,
  signal: AbortSignal,
): Promise<Uint8Array> => {
  const parts: Buffer[] = [];
  try {
    await collect(parts, body, headers, { bytes: most, unpacked: most }, signal);
  } catch (error) {
    if (!(error instanceof WebRefusal) || error.reason !== 'size') throw error;
  }
  return Buffer.concat(parts);
};

const collect = async (
  parts: Buffer[],
  body: Readable,
  headers: Headers,
  { bytes, unpacked }: BodyLimits,
  signal: AbortSignal,
): Promise<void> => {
  const unpack = unpackerOf(headers);
  const keep = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const part of source) parts.push(part);
  };
  if (unpack) await pipeline(body, meter(bytes), unpack, meter(unpacked), keep, { signal });
  else await pipeline(body, meter(Math.min(bytes, unpacked)), keep, { signal });
};

/** Tiny pieces cost more time than their bytes: each counts as this many at least, so that a body cannot be a million of them. */
const LEAST_PIECE = 256;

const meter = (limit: number): Transform => {
  let size = 0;
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      size += Math.max(part.length, LEAST_PIECE);
      if (size > limit) done(refuseSize(limit));
      else done(null, part);
    },
  });
};

const unpackerOf = (headers: Headers) => {
  const packing = header(headers, 'content-encoding')?.trim().toLowerCase() ?? '';
  if (packing === '' || packing === 'identity') return null;
  if (packing === 'gzip' || packing === 'x-gzip') return createGunzip();
  if (packing === 'br') return createBrotliDecompress();
  if (packing === 'deflate') return createInflate();
  throw refuse('type', { message: `That site packs its pages in a way that I cannot unpack. ${SAVE_IT}` });
};
