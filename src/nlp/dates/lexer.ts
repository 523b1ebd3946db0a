/** A sentence into lexemes: words, numbers of every shape and marks, each with its kind. Linear in the text. */
import type { Span } from '../types.ts';
import { LEXICON } from './lexicon.ts';
import { KINDS, type Kind } from './words.ts';

export interface Lexeme extends Span {
  readonly kind: Kind;
  readonly lower: string;
  readonly value: number;
  readonly code: string;
  /** Written with a capital letter, and no word of the lexicon: a name, or the first word of a sentence. */
  readonly capital: boolean;
}

/** The lexemes of one sentence, and the same as a string of one letter each. */
export interface Lexed {
  readonly lexemes: readonly Lexeme[];
  readonly letters: string;
}

// A word, a run of digits, or any other mark. Digits after a word belong to it ("Q1", "B52") and are no number.
const PIECE = /(\p{L}[\p{L}\p{M}\p{N}_]*)|(\d+)|[^\s]/gu;
const SHAPES: readonly { readonly kind: Kind; readonly at: RegExp; readonly value: (written: string) => number }[] = [
  { kind: 'ISODATE', at: /\d{4}-\d{2}-\d{2}(?![\d-])/y, value: () => 0 },
  { kind: 'ISODATE', at: /\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})(?![\d/])/y, value: () => 0 },
  { kind: 'DECADE', at: /(?:1\d|20)\d0['’]?s\b/y, value: (m) => Number(m.slice(0, 4)) },
  { kind: 'DECADE', at: /[2-9]0['’]?s\b/y, value: (m) => 1900 + Number(m.slice(0, 2)) },
  { kind: 'CLOCK', at: /(?:[01]?\d|2[0-4])[:][0-5]\d(?::[0-5]\d)?(?![\d:])/y, value: () => 0 },
  { kind: 'CLOCK', at: /(?:0?\d|1[0-2])\.[0-5]\d(?=\s?[ap]\.?m\b)/y, value: () => 0 },
  { kind: 'ORDINAL', at: /\d{1,3}(?:st|nd|rd|th)\b/y, value: (m) => Number.parseInt(m, 10) },
  { kind: 'FRACTION', at: /\d{1,4}[ -]\d\/\d(?![\d/])/y, value: mixedNumber },
  { kind: 'FRACTION', at: /\d{1,6}\.\d{1,6}(?!\d|\.\d)/y, value: Number },
  { kind: 'INT', at: /\d{1,3}(?:,\d{3})+(?!\d)/y, value: (m) => Number(m.replaceAll(',', '')) },
];
const AMPM = /\s?([ap])(?:\.\s?m\.?|m\b\.?)/iy;
const HOURS = /\s?(?:hrs|hours)\b/y;
const MONEY_SIGNS = new Set('$£€¥#₤');
const POSSESSIVE = /['’]s\b/y;
const MONEY = /[$£€¥#₤]\s?\d[\d,.]*/y;
const SHORT_YEAR = /['’`](\d\d)(s\b)?(?![\d\w])/y;
const ERA = /\s?(?:B\.\s?C\.?(?:\s?E\.?)?|BCE?\b)/y;
const SPECIAL_DAY =
  /(?:New Year['’]s (?:Day|Eve)|(?:Labou?r|Memorial|Independence|Veterans['’]?|Columbus|Presidents['’]?|Valentine['’]s|Boxing|Armistice|Bastille|Canada|Australia|Christmas|Thanksgiving|Election) Day|Martin Luther King(?:,? Jr\.?)? Day|Christmas Eve|Good Friday|Easter (?:Sunday|Monday)|Halloween|April Fools?['’]? Day)\b/y;
const SPECIAL_STARTS = new Set(
  'new labor labour memorial independence veterans columbus presidents valentine boxing armistice bastille canada australia christmas thanksgiving election martin good easter april'.split(
    ' ',
  ),
);
/** Read with a capital letter only: the same word in lower case is a verb, or slang. */
const CAPITALISED: ReadonlySet<Kind> = new Set<Kind>([
  'MONTH',
  'MONTHABBR',
  'WEEKDAY',
  'WEEKDAYS',
  'WEEKDAYABBR',
  'HOLIDAY',
  'ZONE',
  'ERA',
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
  const stuck = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    return match !== null && pattern.lastIndex <= end ? match[0] : null;
  };
  const push = (length: number, kind: Kind, value = 0, code = '') => {
    const written = text.slice(at, at + length);
    const lower = written.toLowerCase();
    lexemes.push({
      start: at,
      end: at + length,
      kind,
      value,
      code,
      lower,
      capital: kind === 'OTHER' && written[0] !== lower[0],
    });
    at += length;
  };
  const pushWord = (word: string) => {
    const lower = word.toLowerCase();
    const special = SPECIAL_STARTS.has(lower) ? stuck(SPECIAL_DAY) : null;
    if (special !== null) return push(special.length, 'HOLIDAY', 0, 'special');
    const era = lower === 'b' || lower === 'bc' || lower === 'bce' ? stuck(ERA) : null;
    if (era !== null) return push(era.length, 'ERA', -1);
    const entry = LEXICON.get(lower);
    if (entry === undefined || (CAPITALISED.has(entry.kind) && lower[0] === word[0])) return push(word.length, 'OTHER');
    push(word.length, entry.kind, entry.value, entry.code);
  };
  const pushNumber = (digits: string) => {
    for (const shape of SHAPES) {
      const match = stuck(shape.at);
      if (match !== null) {
        push(match.length, shape.kind, shape.value(match), match);
        return;
      }
    }
    push(digits.length, digits.length > 9 ? 'OTHER' : integerKind(digits), Number(digits.slice(0, 9)), digits);
  };
  const pushAmPm = () => {
    const match = stuck(AMPM) ?? (lexemes.at(-1)?.kind === 'CLOCK' ? stuck(HOURS) : null);
    if (match === null) return;
    const skip = match.length - match.trimStart().length;
    at += skip;
    push(match.length - skip, 'AMPM', 0, match.trim()[0]!.toLowerCase());
  };
  while (at < end) {
    PIECE.lastIndex = at;
    const piece = PIECE.exec(text);
    if (piece === null || piece.index >= end) break;
    at = piece.index;
    if (piece[1] !== undefined) pushWord(piece[1].slice(0, end - at));
    else if (piece[2] !== undefined) {
      pushNumber(piece[2]);
      pushAmPm();
    } else {
      const money = MONEY_SIGNS.has(piece[0]) ? stuck(MONEY) : null;
      const year = piece[0] === "'" || piece[0] === '’' || piece[0] === '`' ? stuck(SHORT_YEAR) : null;
      if (money !== null) push(money.length, 'MONEY');
      else if (year !== null)
        push(year.length, year.endsWith('s') ? 'DECADE' : 'SHORTYEAR', centuryYear(Number(year.slice(1, 3))));
      else pushMark(piece[0]);
    }
  }
  const merged = mergeNumberWords(lexemes);
  return { lexemes: merged, letters: merged.map(({ kind }) => KINDS[kind]).join('') };

  function pushMark(mark: string): void {
    if (stuck(POSSESSIVE) !== null) push(2, 'POSS');
    else push(mark.length, MARKS[mark] ?? 'OTHER');
  }
}

/** "2 1/2" is 2.5. */
function mixedNumber(written: string): number {
  const [whole = 0, over = 0, under = 1] = written.split(/[ /-]/).map(Number);
  return whole + over / under;
}

function integerKind(digits: string): Kind {
  const value = Number(digits);
  if (digits.length <= 2 && value >= 1 && value <= 31) return 'SHORTINT';
  return digits.length === 4 && value >= 1000 && value < 2100 ? 'YEARLIKE' : 'INT';
}

/** '45 is 1945, '08 is 2008: two digits stand for the hundred years that end in 2029. */
export function centuryYear(twoDigits: number): number {
  return twoDigits < 30 ? 2000 + twoDigits : 1900 + twoDigits;
}

/**
 * "twenty-four", "a hundred", "two thousand", "nineteen ninety-one" become one lexeme. At most six words are looked at,
 * so that a list of number words costs no more than any other text.
 */
function mergeNumberWords(lexemes: readonly Lexeme[]): Lexeme[] {
  const merged: Lexeme[] = [];
  for (let i = 0; i < lexemes.length; i += 1) {
    const first = lexemes[i]!;
    if (first.kind !== 'NUMWORD') {
      merged.push(first);
      continue;
    }
    const parts = [first.value];
    let last = i;
    while (parts.length < 6) {
      const next = lexemes[last + 1];
      const joined =
        next?.kind === 'HYPHEN' || (next?.kind === 'AND' && parts.at(-1)! >= 100) ? lexemes[last + 2] : next;
      if (joined?.kind !== 'NUMWORD' || !joins(parts.at(-1)!, joined.value)) break;
      parts.push(joined.value);
      last = joined === next ? last + 1 : last + 2;
    }
    const year = yearInWords(parts);
    merged.push({
      ...first,
      end: lexemes[last]!.end,
      kind: year === null ? 'NUMWORD' : 'YEARWORDS',
      value: year ?? numberInWords(parts),
    });
    i = last;
  }
  return merged;
}

/** Whether two number words in a row are one number: "twenty four", "two hundred", "nineteen ninety"; not "two three". */
function joins(left: number, right: number): boolean {
  if (right >= 100) return left < right;
  if (left >= 100) return true;
  return left >= 20 && left % 10 === 0 ? right < 10 : left >= 13 && right >= 10;
}

function yearInWords(parts: readonly number[]): number | null {
  const [century = 0, tens = 0, ones = 0] = parts;
  const plausible = century >= 13 && century <= 20 && tens >= 10 && tens < 100 && parts.length <= 3;
  return plausible ? century * 100 + tens + ones : null;
}

function numberInWords(parts: readonly number[]): number {
  let total = 0;
  let current = 0;
  for (const part of parts) {
    if (part === 1000) {
      total += Math.max(current, 1) * 1000;
      current = 0;
    } else if (part === 100) current = Math.max(current, 1) * 100;
    else current += part;
  }
  return total + current;
}
