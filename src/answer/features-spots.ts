import type { Span } from '../nlp/types.ts';
import { gap, type Match } from './features-match.ts';
import type { Question } from './question.ts';

/** Terms in a row that are about a clause. */
const CLAUSE = 10;
/** Characters in which closeness to the asked noun or the verb falls to 1/e. */
const BESIDE = 15;

/** The most idf of the question's terms that stand within one clause's length. */
export function densest({ at }: Match, idf: readonly number[]): number {
  let most = 0;
  for (let first = 0; first < at.length; first += 1) {
    const seen = new Set<number>();
    let sum = 0;
    for (let next = first; next < at.length && at[next]!.position - at[first]!.position < CLAUSE; next += 1) {
      const { term } = at[next]!;
      if (seen.has(term)) continue;
      seen.add(term);
      sum += idf[term]!;
    }
    most = Math.max(most, sum);
  }
  return most;
}

/** Length of the longest run of neighbouring terms that the question has in the same order, over the number of its terms. */
export function longestRun({ at, met }: Match): number {
  let most = 0;
  let run = 0;
  for (const [index, { position, term }] of at.entries()) {
    const last = at[index - 1];
    run = last && last.position === position - 1 && last.term === term - 1 ? run + 1 : 1;
    if (run > most) most = run;
  }
  return most / Math.max(1, met.length);
}

/** How close something of the wanted kind stands to the noun that is asked for, and to a verb of the question: 0 … 1. */
export function besides(question: Question, here: Match, answers: readonly Span[]): { head: number; verb: number } {
  let head = 0;
  let verb = 0;
  if (answers.length === 0) return { head, verb };
  for (const { position, term } of here.at) {
    const { stem, role } = question.terms[term]!;
    if (stem !== question.head && role !== 'verb') continue;
    const apart = Math.min(...answers.map((answer) => gap(answer, here.terms[position]!)));
    const close = Math.exp(-apart / BESIDE);
    if (stem === question.head) head = Math.max(head, close);
    else verb = Math.max(verb, close);
  }
  return { head, verb };
}
