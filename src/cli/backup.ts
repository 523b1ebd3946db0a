import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Store } from '../store/types.ts';
import { StoreError } from '../store/types.ts';

/**
 * Writes a backup. A file of that name is replaced only when the new one is complete.
 * @returns how many values are in it
 * @throws StoreError when the store cannot be read or the file cannot be written
 */
export async function backUp(store: Store, file: string): Promise<number> {
  const part = `${file}.part`;
  let lines = 0;
  const text = async function* (): AsyncGenerator<string> {
    for await (const line of store.dump()) {
      lines++;
      yield `${line}\n`;
    }
  };
  try {
    // An older part may be readable by others, and keeps that when it is written again.
    await rm(part, { force: true });
    await pipeline(text, createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    throw fileTrouble(error, `The backup cannot be written to ${file}`);
  }
  // All lines but the first and the last are values.
  return lines - 2;
}

/**
 * Makes the store what it was when the backup was made.
 * @returns how many values it holds now
 * @throws StoreError when the file cannot be read or is refused, or the store cannot be written
 */
export async function restore(store: Store, file: string): Promise<number> {
  const lines = async function* (): AsyncGenerator<string> {
    const handle = await open(file);
    try {
      yield* handle.readLines();
    } finally {
      await handle.close();
    }
  };
  try {
    return await store.load(lines);
  } catch (error) {
    throw fileTrouble(error, `The backup ${file} cannot be read`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EISDIR: 'it is a folder',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk may only be read',
};

const fileTrouble = (error: unknown, sentence: string): unknown => {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof StoreError || typeof code !== 'string') return error;
  return new StoreError('refused', `${sentence} (${reasons[code] ?? code}).`, error);
};
