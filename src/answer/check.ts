import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Span } from '../nlp/types.ts';
import type { Searcher } from '../search/types.ts';
import { cite } from './cite.ts';
import { diffWords, type Word } from './diff.ts';
import { speakerOf } from './quote.ts';
import type { CheckResult } from './types.ts';

/** Articles and sentences that are compared word by word; the search puts the likeliest first. */
const ARTICLES_SCANNED = 40;
const SENTENCES_COMPARED = 8;
/** From this share of words in common on, a text is an altered quotation and not another text. */
const ALIKE = 0.6;
/** Words compared at most: the comparison takes time in proportion to the product of both lengths. */
const LONGEST = 400;

/**
 * Says whether a text stands in the articles: to the letter (but for white space and the style of quotation marks),
 * altered (with the words that differ), or not at all.
 */
export function check(text: string, searcher: Searcher, reader: Reader): CheckResult {
  const wanted = plain(text).text.replace(/^["'\s]+|["'\s]+$/gu, '');
  const terms = [...new Set(reader.terms(text).map(({ stem }) => stem))].map((stem) => ({ stem, weight: 1 }));
  const nothing: CheckResult = { verdict: 'not found', match: null, speaker: null, diff: [] };
  if (!/[\p{L}\p{N}]/u.test(wanted)) return nothing;
  const hits = searcher.search(terms, { limit: SENTENCES_COMPARED, articles: ARTICLES_SCANNED });
  const scanned = terms.length === 0 ? searcher.corpus.articles : hits.articles.map(({ article }) => article);
  for (const article of scanned) {
    const span = find(article, wanted);
    if (!span) continue;
    const diff = [['=', article.text.slice(span.start, span.end)]] as const;
    return { verdict: 'exact', match: cite(article, span), speaker: speakerAt(article, span, reader), diff };
  }

  const said = words(wanted).slice(0, LONGEST);
  let best: { article: Article; span: Span; share: number; diff: CheckResult['diff'] } | null = null;
  for (const { article, sentence } of hits.sentences.slice(0, SENTENCES_COMPARED)) {
    const sentences = searcher.sentences(article);
    const from = sentences[Math.max(0, sentence - 1)]!.start;
    const to = sentences[Math.min(sentences.length - 1, sentence + 1)]!.end;
    const compared = diffWords(words(article.text.slice(from, to)).slice(0, LONGEST), said);
    if (!compared || (best && compared.share <= best.share)) continue;
    const { start, end } = compared.span;
    best = { article, span: { start: from + start, end: from + end }, share: compared.share, diff: compared.diff };
  }
  if (!best || best.share < ALIKE) return nothing;
  const match = cite(best.article, best.span);
  return { verdict: 'altered', match, speaker: speakerAt(best.article, best.span, reader), diff: best.diff };
}

function speakerAt(article: Article, span: Span, reader: Reader): string | null {
  const reading = reader.read(article);
  const around = reading.quotations.filter((quotation) => quotation.start < span.end && quotation.end > span.start);
  const most = around.sort((a, b) => overlap(b, span) - overlap(a, span))[0];
  return most ? speakerOf(article, reading, most).name : null;
}

function overlap(a: Span, b: Span): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

/** Where `wanted`, a plain text, stands in an article as words of its own; null when it does not. */
function find(article: Article, wanted: string): Span | null {
  const { text, offsets } = plain(article.text);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (isWord(text[at - 1]) && isWord(wanted[0])) continue;
    if (isWord(text[end]) && isWord(wanted.at(-1))) continue;
    return { start: offsets[at]!, end: offsets[end - 1]! + 1 };
  }
  return null;
}

function isWord(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
}

const STRAIGHT: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‑': '-',
  '–': '-',
  '—': '-',
};

/** A text with one kind of quotation mark and dash and single spaces; `offsets[i]` is where its sign `i` came from. */
function plain(text: string): { text: string; offsets: Uint32Array } {
  const offsets = new Uint32Array(text.length);
  const signs: string[] = [];
  let blank = true;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    const white = /\s/u.test(sign);
    if (white && blank) continue;
    blank = white;
    offsets[signs.length] = at;
    signs.push(white ? ' ' : (STRAIGHT[sign] ?? sign));
  }
  return { text: signs.join(''), offsets };
}

function words(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*/gu), (match) => ({
    text: match[0],
    key: match[0].toLowerCase().replaceAll('’', "'"),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
