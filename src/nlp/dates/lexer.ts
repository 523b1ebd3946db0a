/** A sentence into lexemes: words, numbers of every shape and marks, each with its kind. Linear in the text. */
import type { Span } from '../types.ts';
import { LEXICON } from './lexicon.ts';
import { centuryYear, integerKind, mergeNumberWords, mixedNumber } from './numbers.ts';
import { KINDS, type Kind } from './words.ts';

export interface Lexeme extends Span {
  readonly kind: Kind;
  readonly lower: string;
  readonly value: number;
  readonly code: string;
  /** Written with a capital letter: a name, a headline, or the first word of a sentence. */
  readonly capital: boolean;
}

/** The lexemes of one sentence, and the same as a string of one letter each. */
export interface Lexed {
  readonly lexemes: readonly Lexeme[];
  readonly letters: string;
}

/** A word, a run of digits, or any other mark. Digits after a letter belong to the word ("Q1", "B52"): they are no number. */
const PIECE = /(\p{L}[\p{L}\p{M}\p{N}_]*)|(\d+)|[^\s]/gu;

interface Shape {
  readonly kind: Kind;
  readonly pattern: RegExp;
  readonly value: (written: string) => number;
}

/** Tried in this order where a digit stands: a date holds numbers, a clock time could be a fraction, and so on down. */
const SHAPES: readonly Shape[] = [
  { kind: 'ISODATE', pattern: /\d{4}-\d{2}-\d{2}(?![\d-])/y, value: () => 0 },
  { kind: 'ISODATE', pattern: /\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})(?![\d/])/y, value: () => 0 },
  { kind: 'DECADE', pattern: /(?:1\d|20)\d0['’]?s\b/y, value: (written) => Number(written.slice(0, 4)) },
  { kind: 'DECADE', pattern: /[2-9]0['’]?s\b/y, value: (written) => 1900 + Number(written.slice(0, 2)) },
  { kind: 'CLOCK', pattern: /(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])/y, value: () => 0 },
  { kind: 'CLOCK', pattern: /(?:0?\d|1[0-2])\.[0-5]\d(?=\s?[ap]\.?m\b)/y, value: () => 0 },
  { kind: 'ORDINAL', pattern: /\d{1,3}(?:st|nd|rd|th)\b/y, value: (written) => Number.parseInt(written, 10) },
  { kind: 'FRACTION', pattern: /\d{1,4}[ -]\d\/\d(?![\d/])/y, value: mixedNumber },
  { kind: 'FRACTION', pattern: /\d{1,6}\.\d{1,6}(?!\d|\.\d)/y, value: Number },
  { kind: 'INT', pattern: /\d{1,3}(?:,\d{3})+(?!\d)/y, value: (written) => Number(written.replaceAll(',', '')) },
];
const AMPM = /\s?([ap])(?:\.\s?m\.?|m\b\.?)/iy;
const HOURS = /\s?(?:hrs|hours)\b/y;
const MONEY_SIGNS = new Set('$£€¥#₤');
const MONEY = /[$£€¥#₤]\s?\d[\d,.]*/y;
const APOSTROPHES = new Set("'’`");
const POSSESSIVE = /['’]s\b/y;
const SHORT_YEAR = /['’`]\d\d(?:s\b)?(?!\w)/y;
const ERA = /B\.\s?C\.?(?:\s?E\.?)?|BCE?\b/y;
const HOLIDAY =
  /New Year['’]s (?:Day|Eve)\b|(?:Labou?r|Memorial|Independence|Veterans['’]?|Columbus|Presidents['’]?|Valentine['’]s|Boxing|Armistice|Bastille|Canada|Australia|Christmas|Thanksgiving|Election|April Fools?['’]?|Martin Luther King(?:,? Jr\.?)?) Day\b|Christmas Eve\b|Good Friday\b|Easter (?:Sunday|Monday)\b/y;
const HOLIDAY_STARTS = new Set(
  (
    'new labor labour memorial independence veterans columbus presidents valentine boxing armistice bastille canada ' +
    'australia christmas thanksgiving election april martin good easter'
  ).split(' '),
);
/** Read with a capital letter only: the same word in lower case is a verb, slang, or a word of another language. */
const CAPITALISED: ReadonlySet<Kind> = new Set([
  'MONTH',
  'MONTHABBR',
  'WEEKDAY',
  'WEEKDAYS',
  'WEEKDAYABBR',
  'HOLIDAY',
  'ZONE',
]);
const MARKS: Readonly<Record<string, Kind>> = {
  '.': 'DOT',
  ',': 'COMMA',
  '-': 'HYPHEN',
  '–': 'HYPHEN',
  '—': 'HYPHEN',
  '(': 'OPEN',
  '[': 'OPEN',
};

export function lex(text: string, { start, end }: Span): Lexed {
  const lexemes: Lexeme[] = [];
  let at = start;
  /** What the pattern matches right here, inside the sentence. */
  const here = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    return match !== null && pattern.lastIndex <= end ? match[0] : null;
  };
  const push = (length: number, kind: Kind, value = 0, code = '') => {
    const written = text.slice(at, at + length);
    const lower = written.toLowerCase();
    const capital = written[0] !== lower[0];
    lexemes.push({ start: at, end: at + length, kind, value, code, lower, capital });
    at += length;
  };
  const pushWord = (word: string) => {
    const lower = word.toLowerCase();
    const holiday = HOLIDAY_STARTS.has(lower) ? here(HOLIDAY) : null;
    if (holiday !== null) return push(holiday.length, 'HOLIDAY');
    const era = lower.startsWith('b') && lower.length < 4 ? here(ERA) : null;
    if (era !== null) return push(era.length, 'ERA');
    const entry = LEXICON.get(lower);
    if (entry === undefined || (CAPITALISED.has(entry.kind) && lower[0] === word[0])) return push(word.length, 'OTHER');
    return push(word.length, entry.kind, entry.value, entry.code);
  };
  const pushNumber = (digits: string) => {
    for (const { kind, pattern, value } of SHAPES) {
      const match = here(pattern);
      if (match !== null) return push(match.length, kind, value(match), match);
    }
    return push(digits.length, integerKind(digits), Number(digits.slice(0, 9)), digits);
  };
  const pushHalfOfDay = () => {
    const match = here(AMPM) ?? (lexemes.at(-1)?.kind === 'CLOCK' ? here(HOURS) : null);
    if (match === null) return;
    const written = match.trimStart();
    at += match.length - written.length;
    push(written.length, 'AMPM', 0, written[0]!.toLowerCase());
  };
  const pushMark = (mark: string) => {
    const money = MONEY_SIGNS.has(mark) ? here(MONEY) : null;
    if (money !== null) return push(money.length, 'MONEY');
    const year = APOSTROPHES.has(mark) ? here(SHORT_YEAR) : null;
    if (year !== null) {
      return push(year.length, year.endsWith('s') ? 'DECADE' : 'SHORTYEAR', centuryYear(Number(year.slice(1, 3))));
    }
    return here(POSSESSIVE) === null ? push(mark.length, MARKS[mark] ?? 'OTHER') : push(2, 'POSS');
  };

  while (at < end) {
    PIECE.lastIndex = at;
    const piece = PIECE.exec(text);
    if (piece === null || piece.index >= end) break;
    at = piece.index;
    const [mark, word, digits] = piece;
    if (word !== undefined) pushWord(word.slice(0, end - at));
    else if (digits !== undefined) {
      pushNumber(digits.slice(0, end - at));
      pushHalfOfDay();
    } else pushMark(mark);
  }
  const merged = mergeNumberWords(lexemes);
  return { lexemes: merged, letters: merged.map(({ kind }) => KINDS[kind]).join('') };
}
