/** Indexes kept in a folder between one start and the next. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Corpus } from '../corpus/types.ts';
import { fingerprint } from './snapshot.ts';

/** Characters below which a collection is indexed faster than a file is worth. */
export const WORTH_KEEPING = 2_000_000;
/** Files that nobody has written for so long are of collections that are gone, in milliseconds. */
const OLD = 30 * 24 * 60 * 60 * 1_000;
const FILE = /^[0-9a-f]{24}\.index(?:\.[0-9a-f-]{36})?$/;

/** The file for a corpus: another one wherever a snapshot would not fit. */
export function fileFor(folder: string, corpus: Corpus): string {
  return path.join(folder, `${fingerprint(corpus).slice(0, 24)}.index`);
}

/** What a file holds; null when there is none, or it cannot be read. */
export function readKept(file: string): Promise<Uint8Array | null> {
  return readFile(file).catch(() => null);
}

/**
 * Writes a searcher's index beside its place and moves it there, so that nobody ever finds half of one; then clears away
 * what has been there for a month. Throws what the file system throws.
 */
export async function keep(file: string, chunks: readonly Uint8Array[], now: number): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  const beside = `${file}.${randomUUID()}`;
  try {
    const handle = await open(beside, 'wx');
    try {
      for (const chunk of chunks) await handle.write(chunk);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  for (const name of await readdir(folder)) {
    const place = path.join(folder, name);
    if (FILE.test(name) && place !== file && now - (await stat(place)).mtimeMs > OLD) await rm(place, { force: true });
  }
}

/** In characters. */
export function sizeOf({ articles }: Corpus): number {
  return articles.reduce((sum, { text }) => sum + text.length, 0);
}
