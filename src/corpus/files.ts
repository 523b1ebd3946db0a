/** One way in for every file: what it is by its content, then the reader for it. Nothing in a file can throw past here. */
import type { Reader } from '../nlp/nlp.ts';
import type { Member } from './archive.ts';
import { decode } from './charset.ts';
import { endingOf, formatOf, magicOf } from './detect.ts';
import { createExtractor, type Job } from './extractor.ts';
import {
  articlesFrom,
  MOST_FAILURES,
  parseJson,
  parseJsonLines,
  parseMarkdown,
  parseText,
  refused,
} from './formats.ts';
import type { Article, Failure, Parsed } from './types.ts';
import { UnreadableError } from './unreadable.ts';

/** No file may be larger, in bytes; the largest attachment that Discord takes without a paid plan is smaller. */
export const LARGEST_FILE = 25 * 2 ** 20;
export const TOO_LARGE = 'it is larger than 25 MB';
const LONGEST_ID = 200;
/** Members of a ZIP that are read at once; each may have 20 MB. */
const READ_AHEAD = 4;

const READ_HERE = 'text, Markdown, HTML, PDF, DOCX, JSON, RSS, Atom and ZIP files';
const TEXTS = { text: parseText, markdown: parseMarkdown, json: parseJson, jsonl: parseJsonLines } as const;

export interface FileReader {
  /** Never rejects: what cannot be read is a failure with its reason. `name` is a path below the folder, or a bare name. */
  read(bytes: Uint8Array, name: string): Promise<Parsed>;
  /** Ends the worker, if there is one. */
  close(): Promise<void>;
}

/** A reader for many files in a row: they share one worker, which starts with the first file that needs it. */
export function createFileReader(reader: Reader): FileReader {
  const extractor = createExtractor();

  const extract = async (job: Job, name: string, id: string): Promise<Parsed> =>
    articlesFrom({ id, name }, await extractor.extract(job), job.format, reader);

  const readText = async (bytes: Uint8Array, name: string, id: string): Promise<Parsed> => {
    let text: string;
    try {
      text = await decode(bytes);
    } catch (error) {
      throw (await kindOf(bytes)) ?? error;
    }
    const format = formatOf(text, name);
    if (format === 'xml') throw new UnreadableError('it is XML, but neither a page nor a feed');
    if (format === 'html' || format === 'feed') return extract({ format, text }, name, id);
    return TEXTS[format]({ id, name, text }, reader);
  };

  const readMember = async (member: Member, name: string, id: string): Promise<Parsed> => {
    if (member.read === null) throw new UnreadableError(member.refusal ?? 'it cannot be read');
    return readAny(await member.read(), name, id, true);
  };

  const readZip = async (bytes: Uint8Array, name: string, id: string, inside: boolean): Promise<Parsed> => {
    const { openArchive } = await import('./archive.ts');
    const { docx, members } = await openArchive(bytes);
    if (docx) return extract({ format: 'docx', bytes }, name, id);
    if (inside) throw new UnreadableError('it is a ZIP inside a ZIP, which is not opened');
    if (members.length === 0) throw new UnreadableError('there is no file in this ZIP');
    const articles = new Map<string, Article>();
    const failures: Failure[] = [];
    const read = (member: Member): Promise<Parsed> => {
      const place = placeOf(name, member);
      return guarded(place, () => readMember(member, place, `${id}/${idOf(member.name)}`));
    };
    // The next members are unpacked and parsed while these are taken in, but never all of them.
    const ahead = members.slice(0, READ_AHEAD).map(read);
    for (const [index, member] of members.entries()) {
      const parsed = await ahead.shift()!;
      const next = members[index + READ_AHEAD];
      if (next) ahead.push(read(next));
      const place = placeOf(name, member);
      if (failures.length < MOST_FAILURES) failures.push(...parsed.failures);
      for (const article of parsed.articles) {
        if (articles.has(article.id)) failures.push({ file: place, reason: `the id "${article.id}" is taken already` });
        else articles.set(article.id, article);
      }
    }
    return { articles: [...articles.values()], failures };
  };

  const readAny = (bytes: Uint8Array, name: string, id: string, inside: boolean): Promise<Parsed> => {
    const magic = magicOf(bytes);
    if (magic === 'pdf') return extract({ format: 'pdf', bytes }, name, id);
    return magic === 'zip' ? readZip(bytes, name, id, inside) : readText(bytes, name, id);
  };

  return {
    read: (bytes, name) =>
      guarded(name, () => {
        if (bytes.byteLength > LARGEST_FILE) throw new UnreadableError(TOO_LARGE);
        return readAny(bytes, name, idOf(name), false);
      }),
    close: () => extractor.close(),
  };
}

/** An id from a name: without its ending, and without anything that could lead out of a folder. */
export function idOf(name: string): string {
  const ending = endingOf(name);
  const bare = ending === '' ? name : name.slice(0, -ending.length);
  const steps = bare.replace(/\p{Cc}/gu, '').split(/[\\/]/u);
  const id = steps.filter((step) => !/^\.*$/u.test(step)).join('/');
  // Where the cut falls, neither half a character nor a slash is left.
  return id.slice(0, LONGEST_ID).replace(/(?:\/\.*|[\ud800-\udbff])$/, '') || 'file';
}

function placeOf(archive: string, member: Member): string {
  return `${archive}, ${member.name}`;
}

async function guarded(name: string, read: () => Promise<Parsed>): Promise<Parsed> {
  try {
    return await read();
  } catch (error) {
    return refused({ name }, error instanceof UnreadableError ? error.message : 'it is damaged');
  }
}

/** A refusal that names what the file is, for files known by their first bytes. */
async function kindOf(bytes: Uint8Array): Promise<UnreadableError | null> {
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!type) return null;
  if (type.ext === 'cfb') return new UnreadableError('it is a file of an old Office; saved as .docx it can be read');
  return new UnreadableError(`it is a file of the kind ${type.ext.toUpperCase()}; what is read here are ${READ_HERE}`);
}
