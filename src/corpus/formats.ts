/** One function for each format: what a file holds → articles, and the lines of it that are not. */

import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { parse as parseYaml, YAMLParseError } from 'yaml';
import { z } from 'zod';
import type { Reader } from '../nlp/nlp.ts';
import type { Span } from '../nlp/types.ts';
import { makeArticle } from './article.ts';
import type { Extract } from './extract.ts';
import { dayIn, readLayout } from './layout.ts';
import type { Article, Failure, Format, Parsed } from './types.ts';

/** `id` from the file's name, the name to report failures by, and the text. */
export interface File {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** In UTF-16 code units, some 600 pages. What is longer is no article, and reading it would keep the questions waiting. */
const LONGEST_TEXT = 2_000_000;
const TOO_LONG = 'its text is longer than two million characters';

const fact = z.string().trim().min(1).nullish();
const FrontMatter = z.object({
  title: fact,
  published: z.union([z.string(), z.date()]).nullish(),
  date: z.union([z.string(), z.date()]).nullish(),
  source: fact,
  url: z.url({ protocol: /^https?$/ }).nullish(),
  author: fact,
});
const Stretch = z.object({ start: z.int().min(0), end: z.int().min(0) });
const Line = z
  .object({
    id: z.string().min(1).max(200),
    text: z.string().min(1).max(LONGEST_TEXT, TOO_LONG),
    title: z.string().nullish(),
    published: z.string().nullish(),
    source: z.string().nullish(),
    url: z.string().nullish(),
    author: z.string().nullish(),
    /** As an export writes them, so that what it holds is read as it was before. */
    dateline: z.object({ place: Stretch, agency: Stretch.nullable(), span: Stretch }).nullish(),
    furniture: z.array(Stretch).max(10_000).nullish(),
  })
  .refine(({ text, dateline, furniture }) => {
    const whole = { start: 0, end: text.length };
    const spans = (furniture ?? []).toSorted((a, b) => a.start - b.start);
    if (spans.some((span, at) => !holds(whole, span) || span.start < (spans[at - 1]?.end ?? 0))) return false;
    return !dateline || Object.values(dateline).every((span) => span === null || holds(whole, span));
  }, 'its dateline or furniture is not in the text');

function holds(whole: Span, { start, end }: Span): boolean {
  return start <= end && start >= whole.start && end <= whole.end;
}

/** A record of a file: where it stands there, and how to get at it, which may throw. */
interface Step {
  readonly where: string;
  readonly read: () => unknown;
}

/** More than a news archive holds in 25 MB; a file of millions of scraps is not one. */
const MOST_RECORDS = 100_000;
/** Milliseconds after which others get their turn. */
const TURN = 10;
/** So many are reported, no more. */
export const MOST_FAILURES = 1_000;

const FENCED = /^---[^\S\n]*\n(?<matter>[\s\S]*?)\n---[^\S\n]*(?:\n|$)/u;
const HEADING = /^#{1,6}[^\S\n]+(?<title>[^\n]+?)[^\S\n#]*$/gmu;

/** Plain text, as copied from a page. */
export function parseText(file: File, reader: Reader): Parsed {
  if (file.text.length > LONGEST_TEXT) return refused(file, TOO_LONG);
  if (file.text.trim() === '') return refused(file, 'the file is empty');
  return {
    articles: [makeArticle({ id: file.id, text: file.text, format: 'text', ...readLayout(file.text, reader) })],
    failures: [],
  };
}

/** Markdown, with or without YAML front matter. Front matter and headings are furniture. */
export function parseMarkdown(file: File, reader: Reader): Parsed {
  if (file.text.length > LONGEST_TEXT) return refused(file, TOO_LONG);
  const fence = FENCED.exec(file.text);
  let found: z.infer<typeof FrontMatter> = {};
  if (fence) {
    try {
      found = FrontMatter.parse(parseYaml(fence.groups?.['matter'] ?? '') ?? {});
    } catch (error) {
      return refused(file, `its front matter cannot be read (${firstLine(error)})`);
    }
  }
  const body = fence?.[0].length ?? 0;
  if (file.text.slice(body).trim() === '') return refused(file, 'there is no text below its front matter');
  const furniture: Span[] = fence ? [{ start: 0, end: body }] : [];
  let heading: string | undefined;
  for (const match of file.text.slice(body).matchAll(HEADING)) {
    heading ??= match.groups?.['title'];
    furniture.push({ start: body + match.index, end: body + match.index + match[0].length });
  }
  const day = found.published ?? found.date;
  const published = day === null || day === undefined ? null : publicationDay(day, reader);
  if (day && !published) return refused(file, `its date "${String(day)}" is not a day`);
  const facts = { ...found, title: found.title ?? heading ?? '', published };
  return {
    articles: [makeArticle({ ...withoutUnknown(facts), id: file.id, text: file.text, format: 'markdown', furniture })],
    failures: [],
  };
}

/** JSON Lines, one article a line; every text is taken to the letter. A bad line leaves the others standing. */
export function parseJsonLines(file: File, reader: Reader): Promise<Parsed> {
  return readRecords(file, linesOf(file.text), 'jsonl', reader);
}

function* linesOf(text: string): Generator<Step> {
  let start = 0;
  for (let number = 1; start < text.length; number += 1) {
    const end = text.indexOf('\n', start) === -1 ? text.length : text.indexOf('\n', start);
    const line = text.slice(start, end);
    if (line.trim() !== '') yield { where: `line ${number}`, read: () => JSON.parse(line) };
    start = end + 1;
  }
}

/** JSON: one record of the same shape as a line of JSON Lines, an array of them, or `{"articles": […]}`. */
export async function parseJson(file: File, reader: Reader): Promise<Parsed> {
  let value: unknown;
  try {
    value = JSON.parse(file.text);
  } catch {
    const lines = /^\s*\{[^\n]*\n\s*\{/u.test(file.text);
    return lines ? await parseJsonLines(file, reader) : refused(file, 'it is not JSON');
  }
  const records = Array.isArray(value) ? value : articlesOf(value);
  return await readRecords(file, stepsOf(records ?? [value]), 'json', reader);
}

function* stepsOf(records: readonly unknown[]): Generator<Step> {
  for (const [index, record] of records.entries()) yield { where: `article ${index + 1}`, read: () => record };
}

function articlesOf(value: unknown): readonly unknown[] | null {
  if (typeof value !== 'object' || value === null || !('articles' in value)) return null;
  return Array.isArray(value.articles) ? value.articles : null;
}

async function readRecords(file: File, records: Iterable<Step>, format: Format, reader: Reader): Promise<Parsed> {
  let since = performance.now();
  const articles: Article[] = [];
  const failures: Failure[] = [];
  const seen = new Set<string>();
  for (const { where, read } of records) {
    if (performance.now() - since > TURN) {
      await breathe();
      since = performance.now();
    }
    if (articles.length >= MOST_RECORDS || failures.length >= MOST_FAILURES) {
      const reason = 'it has too many records, or too many bad ones; what follows was not read';
      failures.push({ file: `${file.name}, ${where}`, reason });
      break;
    }
    try {
      const { published, ...facts } = Line.parse(read());
      if (seen.has(facts.id)) throw new Error(`the id "${facts.id}" is there twice`);
      const day = published ? publicationDay(published, reader) : null;
      if (published && !day) throw new Error(`published "${published}" is not a day`);
      seen.add(facts.id);
      articles.push(makeArticle({ ...withoutUnknown(facts), id: facts.id, text: facts.text, published: day, format }));
    } catch (error) {
      failures.push({ file: `${file.name}, ${where}`, reason: firstLine(error) });
    }
  }
  if (articles.length === 0 && failures.length === 0) return refused(file, 'the file is empty');
  return { articles, failures };
}

/** What was extracted from a page, a document or a feed. Its text is stored as extracted, once and for all. */
export function articlesFrom(
  file: Pick<File, 'id' | 'name'>,
  extracts: readonly Extract[],
  format: Format,
  reader: Reader,
): Parsed {
  const articles = new Map<string, Article>();
  const failures: Failure[] = [];
  for (const extract of extracts) {
    if (extract.text.length > LONGEST_TEXT) {
      failures.push({ file: file.name, reason: TOO_LONG });
      continue;
    }
    const layout = readLayout(extract.text, reader, extract);
    const id = extract.key === null ? file.id : `${file.id}/${digest(extract.key)}`;
    const article = makeArticle({
      id,
      text: extract.text,
      format,
      title: extract.title ?? layout.title,
      published: (extract.published && publicationDay(extract.published, reader)) || layout.published,
      source: extract.source ?? layout.source,
      url: extract.url,
      author: extract.author ?? layout.author,
      dateline: layout.dateline,
      furniture: layout.furniture,
    });
    // A feed that has an item twice means the first, its newest.
    if (!articles.has(id)) articles.set(id, article);
  }
  return { articles: [...articles.values()], failures };
}

/** Short, and the same for the same item as long as its publisher calls it the same. */
function digest(key: string): string {
  return createHash('sha256').update(key, 'utf8').digest('hex').slice(0, 12);
}

function publicationDay(day: string | Date, reader: Reader): string | null {
  if (day instanceof Date) return Number.isNaN(day.getTime()) ? null : day.toISOString().slice(0, 10);
  const iso = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(day.trim())?.[1];
  if (iso) return Number.isNaN(Date.parse(iso)) ? null : iso;
  return dayIn(day, reader);
}

function withoutUnknown<T extends object>(facts: T): { [K in keyof T]: Exclude<T[K], null | undefined> } {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], null | undefined>;
  };
}

/** Nothing in this file is an article. */
export function refused(file: Pick<File, 'name'>, reason: string): Parsed {
  return { articles: [], failures: [{ file: file.name, reason }] };
}

function firstLine(error: unknown): string {
  if (error instanceof z.ZodError) {
    const issue = error.issues[0];
    return issue ? `${issue.path.join('.') || 'the record'}: ${issue.message}` : 'it has the wrong shape';
  }
  if (error instanceof SyntaxError) return 'it is not JSON';
  if (error instanceof YAMLParseError || error instanceof Error) return error.message.split('\n')[0] ?? 'unknown';
  return 'unknown';
}
