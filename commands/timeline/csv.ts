import type { TimelineEntry, TimelineSentence } from '../../src/answer/types.ts';
import { toTable } from '../shared/csv.ts';
import { caution, webAddress } from './parts.ts';

const COLUMNS = [
  'date',
  'precision',
  'sentence',
  'read from',
  'marked',
  'title',
  'source',
  'published',
  'url',
  'article',
  'start',
  'end',
  'sha256',
] as const;

/**
 * A timeline as CSV (RFC 4180): a line a sentence. The last four columns prove it: the article's text has that SHA-256 (in
 * UTF-8), and its characters from `start` to `end` (UTF-16 code units) are the sentence.
 */
export function toCsv(entries: readonly TimelineEntry[]): string {
  const lines = entries.flatMap(({ date, precision, sentences }) =>
    sentences.map((sentence) => [date, precision, ...cells(sentence)]),
  );
  return toTable([COLUMNS, ...lines]);
}

function cells(sentence: TimelineSentence): readonly string[] {
  const { article, start, end, text } = sentence.citation;
  return [
    text,
    sentence.when?.citation.text ?? '',
    caution(sentence) ?? '',
    article.title,
    article.source ?? '',
    article.published ?? '',
    webAddress(article.url) ?? '',
    article.id,
    `${start}`,
    `${end}`,
    article.hash,
  ];
}
