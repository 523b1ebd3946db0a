import type { Span } from '../nlp/types.ts';
import type { CheckResult } from './types.ts';

export interface Word extends Span {
  readonly text: string;
  /** What words are compared by. */
  readonly key: string;
}

interface Compared {
  /** From the first word of the original that is kept to the last. */
  readonly span: Span;
  /** Share of words in common, 0…1. */
  readonly share: number;
  readonly diff: CheckResult['diff'];
}

/**
 * Compares a text with the stretch of an original that it shares most with, word by word: longest common subsequence by
 * dynamic programming (Wagner and Fischer, 1974), in time and memory proportional to the product of the lengths.
 * Null when they share no word.
 */
export function diffWords(original: readonly Word[], said: readonly Word[]): Compared | null {
  const width = said.length + 1;
  const longest = new Uint16Array((original.length + 1) * width);
  for (let i = original.length - 1; i >= 0; i -= 1) {
    for (let j = said.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        original[i]!.key === said[j]!.key
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
    }
  }
  const steps: { sign: '=' | '-' | '+'; word: Word }[] = [];
  let i = 0;
  let j = 0;
  while (i < original.length || j < said.length) {
    const from = original[i];
    const to = said[j];
    if (from && to && from.key === to.key) {
      steps.push({ sign: '=', word: from });
      i += 1;
      j += 1;
    } else if (from && (!to || longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)) {
      steps.push({ sign: '-', word: from });
      i += 1;
    } else if (to) {
      steps.push({ sign: '+', word: to });
      j += 1;
    }
  }
  const kept = steps.filter(({ sign }) => sign === '=');
  const first = kept[0];
  const last = kept.at(-1);
  if (!first || !last) return null;
  const span = { start: first.word.start, end: last.word.end };
  const within = steps.filter(({ sign, word }) => sign !== '-' || (word.start >= span.start && word.end <= span.end));
  const compared = within.filter(({ sign }) => sign !== '+').length + said.length;
  return { span, share: (2 * kept.length) / compared, diff: joined(within) };
}

/** Neighbouring words of one sign become one piece. */
function joined(steps: readonly { sign: '=' | '-' | '+'; word: Word }[]): CheckResult['diff'] {
  const pieces: ['=' | '-' | '+', string][] = [];
  for (const { sign, word } of steps) {
    const last = pieces.at(-1);
    if (last?.[0] === sign) last[1] += ` ${word.text}`;
    else pieces.push([sign, word.text]);
  }
  return pieces;
}
