/** The door of `corpus`: files of any known format in, an immutable set of articles out. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Reader } from '../nlp/nlp.ts';
import { makeArticle, makeCorpus } from './article.ts';
import { type File, type Parsed, parseJsonLines, parseMarkdown, parseText } from './formats.ts';
import type { Article, Corpus, Failure, Loaded } from './types.ts';

const FORMATS: Readonly<Record<string, (file: File, reader: Reader) => Parsed>> = {
  '.txt': parseText,
  '.md': parseMarkdown,
  '.jsonl': parseJsonLines,
};

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
  for (const name of names) {
    const parsed = await parseFile(root, name, reader);
    failures.push(...parsed.failures);
    for (const article of parsed.articles) {
      if (articles.has(article.id)) failures.push({ file: name, reason: `the id "${article.id}" is taken already` });
      else articles.set(article.id, article);
    }
  }
  return { corpus: makeCorpus([...articles.values()]), failures };
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

async function parseFile(root: string, name: string, reader: Reader): Promise<Parsed> {
  const ending = path.extname(name).toLowerCase();
  const parse = FORMATS[ending];
  const refuse = (reason: string): Parsed => ({ articles: [], failures: [{ file: name, reason }] });
  if (!parse) return refuse(`only ${Object.keys(FORMATS).join(', ')} files are read`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path.join(root, name)));
  } catch (error) {
    return refuse(error instanceof TypeError ? 'it is not UTF-8 text' : `it cannot be opened (${codeOf(error)})`);
  }
  if (text.includes('\0')) return refuse('it is not text');
  const id = name.slice(0, -ending.length).split(path.sep).join('/');
  return parse({ id, name, text }, reader);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
