import type { Span } from '../nlp/types.ts';

/** A number that is written in a text, and how exactly it is meant. */
export interface Quantity extends Span {
  readonly value: number;
  /** "more than": the value or above; "up to": the value or below; "about": within a tenth. */
  readonly bound: 'exact' | 'least' | 'most' | 'about';
  /** What is counted: `%`, the sign of a currency, or the next word without its plural s; null at the end of a clause. */
  readonly unit: string | null;
}

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const WORDS = new Map([
  ...SMALL.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, place): [string, number] => [word, 20 + 10 * place]),
  ['dozen', 12],
]);
const SCALES = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['m', 1e6],
  ['bn', 1e9],
  ['k', 1e3],
]);

const word = `(?:${[...WORDS.keys()].join('|')})`;
const scale = '(?:hundred|thousand|million|billion|trillion)';
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}.,-])(?<sign>[$£€¥₹]\\s?)?(?:(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?:[ -]?(?<scale>${scale}|bn|m|k))?|(?<words>${word}(?:-${word})?(?:[ -]${scale})*|${scale}s?))(?<unit>\\s?(?:%|per ?cent\\b))?(?![\\p{L}\\p{N}])`,
  'giu',
);
const LEAST = /\b(?:more than|over|at least|above|exceeding|no fewer than)\s*$/iu;
const MOST = /\b(?:up to|fewer than|less than|under|below|at most|no more than)\s*$/iu;
const ABOUT = /\b(?:about|around|some|roughly|nearly|almost|approximately|close to|an estimated)\s*$/iu;

/** The numbers of a text, in digits or words, in text order. Offsets are those of `words`, moved by `start`. */
export function quantities(words: string, start = 0): Quantity[] {
  return Array.from(words.matchAll(NUMBER), (match) => {
    const { sign, digits, scale: times, words: written, unit } = match.groups ?? {};
    const value =
      digits === undefined
        ? inWords(written ?? '')
        : Number(digits.replaceAll(',', '')) * (SCALES.get(times?.toLowerCase() ?? '') ?? 1);
    const before = words.slice(Math.max(0, match.index - 24), match.index);
    const bound = LEAST.test(before) ? 'least' : MOST.test(before) ? 'most' : ABOUT.test(before) ? 'about' : 'exact';
    const at = start + match.index;
    const end = match.index + match[0].length;
    const counted =
      /^[ -]\p{L}+/u
        .exec(words.slice(end, end + 30))?.[0]
        .slice(1)
        .toLowerCase()
        .replace(/s$/, '') ?? null;
    return { start: at, end: start + end, value, bound, unit: sign?.trim() ?? (unit === undefined ? counted : '%') };
  });
}

function inWords(written: string): number {
  let value = 0;
  for (const part of written.toLowerCase().split(/[ -]/)) {
    const times = SCALES.get(part.replace(/s$/, ''));
    value = times === undefined ? value + (WORDS.get(part) ?? 0) : Math.max(1, value) * times;
  }
  return value;
}

/** Whether two numbers can both be true of one thing: "more than 1,000" and "1,200" can, "12" and "14" cannot. */
export function agree(one: Quantity, other: Quantity): boolean {
  return allows(one, other.value) || allows(other, one.value);
}

function allows({ value, bound }: Quantity, other: number): boolean {
  if (bound === 'least') return other >= value && other <= 2 * value;
  if (bound === 'most') return other <= value && other >= value / 2;
  return bound === 'about' ? Math.abs(other - value) <= value / 10 : other === value;
}
