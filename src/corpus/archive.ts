/** A ZIP, opened without trust: limits on entries, sizes and ratios, and names that never become paths. */
import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { UnreadableError } from './unreadable.ts';

const MEGABYTE = 2 ** 20;
const MOST_ENTRIES = 2_000;
const LARGEST_ENTRY = 20 * MEGABYTE;
const LARGEST_SUM = 200 * MEGABYTE;
/** News text shrinks to a third or a fifth. Past the first megabyte nothing honest shrinks to a hundredth. */
const HIGHEST_RATIO = 100;

export interface Member {
  /** As the ZIP names it, with slashes; for display and for making ids. */
  readonly name: string;
  /** Null when the limits or the ZIP itself forbid to read it; then `refusal` says why. */
  readonly read: (() => Promise<Uint8Array>) | null;
  readonly refusal: string | null;
}

export interface Archive {
  /** True for a Word document, which is a ZIP too. */
  readonly docx: boolean;
  readonly members: readonly Member[];
}

/** Reads the directory of a ZIP. Throws UnreadableError if it is damaged or breaks the limits for the whole. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const entries: Entry[] = [];
  let zip: ZipFile;
  try {
    // yauzl itself checks each entry's true size against the stated one while it inflates.
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true });
    if (zip.entryCount > MOST_ENTRIES) throw new UnreadableError(`this ZIP has more than ${MOST_ENTRIES} files`);
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    const escaping = error instanceof Error && /absolute path|relative path|invalid characters/u.test(error.message);
    throw new UnreadableError(escaping ? 'this ZIP names files outside of itself' : 'it is not a whole ZIP');
  }
  const files = entries.filter(({ fileName }) => !fileName.endsWith('/'));
  const sum = files.reduce((total, { uncompressedSize }) => total + uncompressedSize, 0);
  if (sum > LARGEST_SUM) throw new UnreadableError(`this ZIP unpacks to more than ${LARGEST_SUM / MEGABYTE} MB`);
  const names = new Set(files.map(({ fileName }) => fileName));
  const docx = names.has('[Content_Types].xml') && names.has('word/document.xml');
  const members = files.filter(({ fileName }) => docx || !isLitter(fileName)).map((entry) => memberOf(zip, entry));
  const refusal = members.find((member) => member.refusal !== null)?.refusal;
  if (docx && refusal) throw new UnreadableError(refusal);
  return { docx, members };
}

function memberOf(zip: ZipFile, entry: Entry): Member {
  const name = entry.fileName;
  const refusal = refusalOf(entry);
  if (refusal) return { name, read: null, refusal };
  const read = async (): Promise<Uint8Array> => {
    try {
      return await buffer(await zip.openReadStreamPromise(entry));
    } catch {
      throw new UnreadableError('it is damaged inside the ZIP');
    }
  };
  return { name, read, refusal: null };
}

function refusalOf(entry: Entry): string | null {
  const { uncompressedSize: full, compressedSize: packed } = entry;
  if (entry.isEncrypted()) return 'it is protected by a password';
  if (!entry.canDecodeFileData()) return 'it is packed in a way that is not read here';
  if (full > LARGEST_ENTRY) return `it unpacks to more than ${LARGEST_ENTRY / MEGABYTE} MB`;
  if (full > MEGABYTE && full > packed * HIGHEST_RATIO) return 'it unpacks to more than a hundred times its size';
  return null;
}

/** What file managers add, hidden files, and notes about the files. */
function isLitter(name: string): boolean {
  const last = name.slice(name.lastIndexOf('/') + 1);
  return /(?:^|\/)__MACOSX\//u.test(name) || last.startsWith('.') || /^(?:readme\b|thumbs\.db$)/iu.test(last);
}
