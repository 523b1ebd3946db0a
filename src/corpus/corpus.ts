/** The door of `corpus`: files of any known format in, an immutable set of articles out. */
import fs, { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Reader } from '../nlp/nlp.ts';
import { makeArticle, makeCorpus } from './article.ts';
import { compare, copies, isCopy, type Sketch, sketch } from './copies.ts';
import { createFileReader, type FileReader, LARGEST_FILE, TOO_LARGE } from './files.ts';
import type { Article, Corpus, Failure, Loaded, Parsed } from './types.ts';

export { compare, copies, createFileReader, isCopy, type Sketch, sketch };

/** There is nothing to read at the path that was given; the message is one plain sentence. */
export class KnowledgeError extends Error {}

/**
 * Reads a folder of articles (and its folders), or one file. Files that cannot be read are reported; the others load.
 * An article's id is its file's path below the folder without the ending, or what its record says.
 * Throws KnowledgeError when the path is not there.
 */
export async function loadKnowledge(place: string, reader: Reader): Promise<Loaded> {
  const info = await stat(place).catch(() => null);
  if (!info) throw new KnowledgeError(`There is no folder or file of articles at "${place}".`);
  const root = info.isDirectory() ? place : path.dirname(place);
  const names = info.isDirectory() ? await filesIn(place) : [path.basename(place)];
  const articles = new Map<string, Article>();
  const failures: Failure[] = [];
  const files = createFileReader(reader);
  for (const name of names) {
    const parsed = await readFrom(root, name, files);
    failures.push(...parsed.failures);
    for (const article of parsed.articles) {
      if (articles.has(article.id)) failures.push({ file: name, reason: `the id "${article.id}" is taken already` });
      else articles.set(article.id, article);
    }
  }
  await files.close();
  return { corpus: makeCorpus([...articles.values()]), failures };
}

/**
 * Reads one file that is at hand: text, Markdown, HTML, PDF, DOCX, JSON, JSON Lines, RSS, Atom, or a ZIP of those.
 * Its content says which; its name (of at most a path below some folder) gives the article's id and decides in doubt.
 * Never rejects: what cannot be read is a failure with its reason in one plain clause.
 */
export async function readFile(bytes: Uint8Array, name: string, reader: Reader): Promise<Parsed> {
  const files = createFileReader(reader);
  const parsed = await files.read(bytes, name);
  await files.close();
  return parsed;
}

/** Articles from texts that are at hand already; for tests and tools. */
export function corpusOf(records: readonly Parameters<typeof makeArticle>[0][]): Corpus {
  return makeCorpus(records.map((record) => makeArticle(record)));
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !/^readme\b/i.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

async function readFrom(root: string, name: string, files: FileReader): Promise<Parsed> {
  const refuse = (reason: string): Parsed => ({ articles: [], failures: [{ file: name, reason }] });
  const place = path.join(root, name);
  try {
    if ((await stat(place)).size > LARGEST_FILE) return refuse(TOO_LARGE);
    return await files.read(await fs.readFile(place), name);
  } catch (error) {
    return refuse(`it cannot be opened (${codeOf(error)})`);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
