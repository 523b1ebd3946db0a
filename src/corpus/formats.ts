/** One function for each format: what a file holds → articles, and the lines of it that are not. */
import { parse as parseYaml, YAMLParseError } from 'yaml';
import { z } from 'zod';
import type { Reader } from '../nlp/nlp.ts';
import type { Span } from '../nlp/types.ts';
import { makeArticle } from './article.ts';
import { dayIn, readLayout } from './layout.ts';
import type { Article, Failure } from './types.ts';

export interface Parsed {
  readonly articles: readonly Article[];
  readonly failures: readonly Failure[];
}

/** `id` from the file's name, the name to report failures by, and the text. */
export interface File {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

const fact = z.string().trim().min(1).nullish();
const FrontMatter = z.object({
  title: fact,
  published: z.union([z.string(), z.date()]).nullish(),
  date: z.union([z.string(), z.date()]).nullish(),
  source: fact,
  url: z.url({ protocol: /^https?$/ }).nullish(),
  author: fact,
});
const Line = z.object({
  id: z.string().min(1).max(200),
  text: z.string().min(1),
  title: z.string().nullish(),
  published: z.string().nullish(),
  source: z.string().nullish(),
  url: z.string().nullish(),
  author: z.string().nullish(),
});
const FENCED = /^---[^\S\n]*\n(?<matter>[\s\S]*?)\n---[^\S\n]*(?:\n|$)/u;
const HEADING = /^#{1,6}[^\S\n]+(?<title>[^\n]+?)[^\S\n#]*$/gmu;

/** Plain text, as copied from a page. */
export function parseText(file: File, reader: Reader): Parsed {
  if (file.text.trim() === '') return refused(file, 'the file is empty');
  return { articles: [makeArticle({ id: file.id, text: file.text, ...readLayout(file.text, reader) })], failures: [] };
}

/** Markdown, with or without YAML front matter. Front matter and headings are furniture. */
export function parseMarkdown(file: File, reader: Reader): Parsed {
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
    articles: [makeArticle({ ...withoutUnknown(facts), id: file.id, text: file.text, furniture })],
    failures: [],
  };
}

/** JSON Lines, one article a line; every text is taken to the letter. A bad line leaves the others standing. */
export function parseJsonLines(file: File, reader: Reader): Parsed {
  const articles: Article[] = [];
  const failures: Failure[] = [];
  const seen = new Set<string>();
  for (const [index, line] of file.text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const name = `${file.name}, line ${index + 1}`;
    try {
      const { published, ...facts } = Line.parse(JSON.parse(line));
      if (seen.has(facts.id)) throw new Error(`the id "${facts.id}" is there twice`);
      const day = published ? publicationDay(published, reader) : null;
      if (published && !day) throw new Error(`published "${published}" is not a day`);
      seen.add(facts.id);
      articles.push(makeArticle({ ...withoutUnknown(facts), id: facts.id, text: facts.text, published: day }));
    } catch (error) {
      failures.push({ file: name, reason: firstLine(error) });
    }
  }
  if (articles.length === 0 && failures.length === 0) return refused(file, 'the file is empty');
  return { articles, failures };
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

function refused(file: File, reason: string): Parsed {
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
