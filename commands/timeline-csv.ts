import type { TimelineEntry, TimelineSentence } from '../src/answer/types.ts';
import { caution, webAddress } from './timeline-parts.ts';

/** Makes spreadsheets read the file as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

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
  return BYTE_ORDER_MARK + [COLUMNS, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
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

/**
 * What a spreadsheet would run as a formula is made text by an apostrophe, in ASCII and in the full width that East Asian
 * spreadsheets take for the same (https://owasp.org/www-community/attacks/CSV_Injection).
 */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r]/u;

function cell(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
