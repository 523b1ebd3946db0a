/** Numbers: in digits, and in words that stand side by side ("twenty-four", "nineteen ninety-one"). */
import type { Lexeme } from './lexer.ts';
import type { Kind } from './words.ts';

/** "2 1/2" is 2.5. */
export function mixedNumber(written: string): number {
  const [whole = 0, over = 0, under = 1] = written.split(/[ /-]/).map(Number);
  return whole + over / under;
}

/** A day of a month, a year, or just a number; more than nine digits are none of them (a telephone number, an account). */
export function integerKind(digits: string): Kind {
  if (digits.length > 9) return 'OTHER';
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
export function mergeNumberWords(lexemes: readonly Lexeme[]): Lexeme[] {
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
