import type { Span } from '../nlp/types.ts';
import type { CheckResult } from './types.ts';

export interface Word extends Span {
  readonly text: string;
  /** What words are compared by. */
  readonly key: string;
}

/** A word of the original that was kept or misspelt (`both`), one that is missing (`from`), one that was put in (`to`). */
export interface Step {
  readonly from: Word | null;
  readonly to: Word | null;
  readonly same: boolean;
}

export interface Alignment {
  /** Where the compared text stands in the original: from the first word kept to the last. */
  readonly span: Span;
  /** Words kept, misspelt ones included. */
  readonly kept: number;
  /** In the order of both texts. Of the original, only words inside `span`. */
  readonly steps: readonly Step[];
  readonly score: number;
}

const WORD = /\p{Sc}?[\p{L}\p{M}\p{N}]+(?:['’‘ʼ´`.,‐‑–-][\p{L}\p{M}\p{N}]+)*[%‰]?/gu;

/** The words of a text, or of a span of it, with sums and percentages in one piece ("$3.2", "48%"). */
export function wordsOf(text: string, { start, end }: Span = { start: 0, end: text.length }): Word[] {
  return Array.from(text.slice(start, end).matchAll(WORD), (match) => ({
    text: match[0],
    key: match[0]
      .toLowerCase()
      .replace(/[’‘ʼ´`]/gu, "'")
      .replace(/[‐‑–]/gu, '-'),
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

const KEPT = 8;
const MISSPELT = 4;
const EXCHANGED = -3;
const APART = -4;
/** Words at either end that may be taken for exchanged ones; more are words put in. */
const ENDS = 2;

/**
 * Lays a text along the stretch of an original that it fits best, word by word: dynamic programming after Needleman and
 * Wunsch (1970), with the ends of the original free; time and memory in proportion to the product of the lengths.
 * A word among the `unknown` keys may stand for one that it is a misspelling of. Null when they share no word.
 */
export function align(
  original: readonly Word[],
  said: readonly Word[],
  unknown: ReadonlySet<string> = new Set(),
): Alignment | null {
  const width = said.length + 1;
  const scores = new Int32Array((original.length + 1) * width);
  for (let j = 1; j < width; j += 1) scores[j] = j * APART;
  let bestRow = 0;
  for (let i = 1; i <= original.length; i += 1) {
    const from = original[i - 1]!;
    for (let j = 1; j < width; j += 1) {
      const at = i * width + j;
      const missing = scores[at - width]! + (j === said.length ? 0 : APART);
      scores[at] = Math.max(
        scores[at - width - 1]! + worth(from, said[j - 1]!, unknown),
        missing,
        scores[at - 1]! + APART,
      );
    }
    // The end of the original is free: `missing` in the last column costs nothing, so the last row holds the best score.
    if (scores[i * width + said.length]! > scores[bestRow * width + said.length]!) bestRow = i;
  }
  const steps: Step[] = [];
  for (let i = bestRow, j = said.length; i > 0 || j > 0; ) {
    const from = original[i - 1];
    const to = said[j - 1];
    const here = scores[i * width + j]!;
    if (from && to && here === scores[(i - 1) * width + j - 1]! + worth(from, to, unknown)) {
      const same = from.key === to.key;
      if (same || worth(from, to, unknown) === MISSPELT) steps.push({ from, to, same });
      else steps.push({ from: null, to, same: false }, { from, to: null, same: false });
      i -= 1;
      j -= 1;
    } else if (to && here === scores[i * width + j - 1]! + APART) {
      steps.push({ from: null, to, same: false });
      j -= 1;
    } else {
      if (from) steps.push({ from, to: null, same: false });
      i -= 1;
    }
  }
  return trimmed(steps.reverse(), scores[bestRow * width + said.length]!);
}

/** Without the words of the original that stand before the first word kept, or after the last, unless they were exchanged. */
function trimmed(steps: readonly Step[], score: number): Alignment | null {
  const first = steps.findIndex(isKept);
  const last = steps.findLastIndex(isKept);
  if (first < 0) return null;
  const within = [
    ...exchanged(steps.slice(0, first).reverse(), steps[first]!).reverse(),
    ...steps.slice(first, last + 1),
    ...exchanged(steps.slice(last + 1), steps[last]!),
  ];
  const words = within.flatMap(({ from }) => from ?? []);
  const span = { start: words[0]!.start, end: words.at(-1)!.end };
  return { span, kept: steps.filter(isKept).length, steps: within, score };
}

function isKept({ from, to }: Step): boolean {
  return from !== null && to !== null;
}

/** The steps beyond the kept words, seen from these: of the original only as many words as were put in, right beside them. */
function exchanged(steps: readonly Step[], kept: Step): Step[] {
  const added = steps.filter(({ to }) => to !== null);
  if (added.length > ENDS) return added;
  let beside = kept.from!;
  const missing: Step[] = [];
  for (const step of steps) {
    const { from } = step;
    if (!from || missing.length === added.length) continue;
    // One sign between words is a space; a sentence or a quotation ends with more.
    if (Math.max(from.start - beside.end, beside.start - from.end) > 1) break;
    missing.push(step);
    beside = from;
  }
  return [...missing, ...added];
}

function worth(from: Word, to: Word, unknown: ReadonlySet<string>): number {
  if (from.key === to.key) return KEPT;
  return unknown.has(to.key) && misspelt(from.key, to.key) ? MISSPELT : EXCHANGED;
}

/** Whether two words of letters differ as a slip of the pen would make them: one letter, or two in a long word. */
export function misspelt(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < 4 || Math.abs(a.length - b.length) > 2 || (a[0] !== b[0] && a[1] !== b[1] && a[0] !== b[1]))
    return false;
  if (!LETTERS.test(a) || !LETTERS.test(b)) return false;
  return distance(a, b) <= (shorter >= 8 ? 2 : 1);
}

const LETTERS = /^[\p{L}\p{M}'-]+$/u;

/** Letters left out, put in, exchanged or swapped with their neighbours (Damerau, 1964); 3 stands for more than two. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(changed, last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    if (Math.min(...row) > 2) return 3;
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** Steps as a difference to show: neighbouring words of one sign are one piece, what was there before what was put in. */
export function differences(steps: readonly Step[]): CheckResult['diff'] {
  const pieces: ['=' | '-' | '+', string][] = [];
  let missing: string[] = [];
  let added: string[] = [];
  const flush = () => {
    if (missing.length > 0) pieces.push(['-', missing.join(' ')]);
    if (added.length > 0) pieces.push(['+', added.join(' ')]);
    missing = [];
    added = [];
  };
  for (const { from, to, same } of steps) {
    if (same && from) {
      flush();
      const last = pieces.at(-1);
      if (last?.[0] === '=') last[1] += ` ${from.text}`;
      else pieces.push(['=', from.text]);
      continue;
    }
    if (from) missing.push(from.text);
    if (to) added.push(to.text);
  }
  flush();
  return pieces;
}
