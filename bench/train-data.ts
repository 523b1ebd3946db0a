/** The question sets that BENCH_DATA names, as what training and measuring need of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Span } from '../src/nlp/types.ts';

const Article = z.object({
  id: z.string(),
  title: z.string().default(''),
  text: z.string(),
  published: z.string().nullable().default(null),
});
const Query = z.object({ id: z.string(), question: z.string(), asked: z.string().default('2026-01-01') });
const Place = z.object({ article: z.string(), start: z.number(), end: z.number() });
const Gold = z.object({
  id: z.string(),
  full: z.string().optional(),
  cut: z.string().optional(),
  articles: z.array(z.string()).default([]),
  spans: z.array(Place).optional(),
  sentences: z.array(Place).optional(),
  answers: z.array(z.string()).optional(),
});
const Pair = z.object({
  qid: z.string(),
  question: z.string(),
  sentence: z.string(),
  label: z.number(),
  title: z.string().default(''),
});
const Cut = z.object({
  article: z.string(),
  drop: z.boolean().default(false),
  remove: z.array(z.tuple([z.number(), z.number()])).default([]),
});

export type Gold = z.infer<typeof Gold>;
export type Record = z.infer<typeof Article>;

/** One collection of articles and the questions over it. `cut` is the collection without the answers of some questions. */
export interface Part {
  readonly name: string;
  readonly full: readonly Record[];
  readonly cut: readonly Record[];
  readonly questions: readonly { readonly query: z.infer<typeof Query>; readonly gold: Gold }[];
}

/** The parts of a question set, one after the other so that only one is held at a time. */
export function* readSet(data: string, name: string): Generator<Part> {
  const folder = path.join(data, 'ask', name);
  const { parts = ['.'] } = z
    .object({ parts: z.array(z.string()).optional() })
    .parse(JSON.parse(readFileSync(path.join(folder, 'set.json'), 'utf8')));
  for (const part of parts) yield readPart(path.join(folder, part), part);
}

/** Questions with sentences that are marked as answering or not, in shuffled order: each question's are an article of paragraphs. */
export function* readPairs(data: string): Generator<Part> {
  const folder = path.join(data, 'pairs');
  for (const file of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const rows = Map.groupBy(lines(path.join(folder, file), Pair), ({ qid }) => qid);
    const full: Record[] = [];
    const questions: Part['questions'][number][] = [];
    for (const [qid, pairs] of rows) {
      const id = `${file} ${qid}`;
      const [{ question, title }] = pairs as [z.infer<typeof Pair>];
      const sentences: z.infer<typeof Place>[] = [];
      let text = '';
      for (const { sentence, label } of pairs) {
        const words = untokenised(sentence);
        const start = text === '' ? 0 : text.length + 2;
        text = text === '' ? words : `${text}\n\n${words}`;
        if (label === 1) sentences.push({ article: id, start, end: text.length });
      }
      full.push({ id, title, text, published: null });
      if (sentences.length === 0) continue;
      const query = Query.parse({ id, question: untokenised(question) });
      questions.push({ query, gold: { id, full: 'answerable', articles: [id], sentences } });
    }
    yield { name: file, full, cut: [], questions };
  }
}

/** Text as it was before it was cut into tokens, nearly. */
function untokenised(text: string): string {
  return text
    .replace(/-LRB- ?/g, '(')
    .replace(/ ?-RRB-/g, ')')
    .replace(/ ?`` ?/g, ' "')
    .replace(/ ''/g, '"')
    .replace(/ (?=[.,;:?!%](?: |$)|'s\b|n't\b|'(?:re|ve|ll|d)\b)/g, '')
    .replace(/\$ (?=\d)/g, '$')
    .trim();
}

function readPart(folder: string, name: string): Part {
  const full = lines(path.join(folder, 'articles.jsonl.gz'), Article);
  const queries = new Map(lines(path.join(folder, 'questions.jsonl.gz'), Query).map((query) => [query.id, query]));
  const cuts = new Map(lines(path.join(folder, 'cut.jsonl.gz'), Cut).map((cut) => [cut.article, cut]));
  const cut = full.flatMap((article) => {
    const change = cuts.get(article.id);
    if (!change) return [article];
    return change.drop ? [] : [{ ...article, text: without(article.text, change.remove) }];
  });
  const questions = lines(path.join(folder, 'gold.jsonl.gz'), Gold).flatMap((gold) => {
    const query = queries.get(gold.id);
    return query ? [{ query, gold }] : [];
  });
  return { name, full, cut, questions };
}

function without(text: string, remove: readonly (readonly [number, number])[]): string {
  return remove
    .toSorted((a, b) => b[0] - a[0])
    .reduce((rest, [start, end]) => rest.slice(0, start) + rest.slice(end), text);
}

function lines<T>(file: string, shape: z.ZodType<T>): T[] {
  if (!existsSync(file)) return [];
  const text = gunzipSync(readFileSync(file)).toString('utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [shape.parse(JSON.parse(line))]));
}

const OUTER = /[\s"'“”‘’.,;:!?()[\]]/;

/**
 * Whether a sentence is right: it covers an answer of the gold article (outer punctuation aside), or four fifths of a
 * sentence that is one, or, where only answer strings are known, holds one.
 */
export function isRight(gold: Gold, article: Record, span: Span): boolean {
  if (!gold.articles.includes(article.id)) return false;
  const { text } = article;
  const covered = (gold.spans ?? []).some((place) => {
    if (place.article !== article.id) return false;
    let { start, end } = place;
    while (start < end && OUTER.test(text[start]!)) start += 1;
    while (end > start && OUTER.test(text[end - 1]!)) end -= 1;
    return span.start <= start && span.end >= end;
  });
  if (covered) return true;
  const whole = (gold.sentences ?? []).some(
    ({ article: id, start, end }) =>
      id === article.id && Math.min(end, span.end) - Math.max(start, span.start) >= 0.8 * (end - start),
  );
  if (whole || gold.spans || gold.sentences) return whole;
  const words = ` ${folded(text.slice(span.start, span.end))} `;
  return (gold.answers ?? []).some((answer) => folded(answer) !== '' && words.includes(` ${folded(answer)} `));
}

/** Lower case without accents, possessives, articles and punctuation. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/'s\b/g, ' ')
    .replace(/[^a-z0-9$%.' ]+/g, ' ')
    .replace(/\b(?:the|an?)\b/g, ' ')
    .replace(/(?<!\d)\.|\.(?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
