import type { Span, Term } from '../nlp/types.ts';
import type { Kin } from './features-kin.ts';
import type { Question } from './question.ts';

/** How the terms of a question are met by those of one sentence. */
export interface Match {
  readonly terms: readonly Term[];
  /** By question term: 1 met (in whatever form), less when a word of the same family stands there, 0 not met. */
  readonly met: readonly number[];
  /** Where terms of the question stand, in text order: index into `terms`, index of the question's term. */
  readonly at: readonly { readonly position: number; readonly term: number }[];
}

/** Which term of the question a word stands for, and how well: 1 is in full. */
interface Meeting {
  readonly term: number;
  readonly worth: number;
}

const FAMILY_START = 4;

/** Makes the function that matches sentences against one question. */
export function matcher({ terms: wanted }: Question, kin: Kin): (terms: readonly Term[]) => Match {
  const index = new Map(wanted.map(({ stem }, i) => [stem, i]));
  const families = new Map<string, number[]>();
  for (const [i, { stem }] of wanted.entries()) {
    if (stem.length <= FAMILY_START || !/^[a-z]+$/.test(stem)) continue;
    const start = stem.slice(0, FAMILY_START);
    families.set(start, [...(families.get(start) ?? []), i]);
  }
  const standing = new Map<string, Meeting[]>();
  for (const [term, { stem }] of wanted.entries()) {
    for (const [other, worth] of kin.get(stem) ?? []) {
      standing.set(other, [...(standing.get(other) ?? []), { term, worth }]);
    }
  }
  const meetingsOf = (stem: string): readonly Meeting[] => {
    const same = index.get(stem);
    if (same !== undefined) return [{ term: same, worth: 1 }];
    const kindred = families.size > 0 && stem.length >= FAMILY_START ? families.get(stem.slice(0, FAMILY_START)) : [];
    return [
      ...(standing.get(stem) ?? []),
      ...(kindred ?? []).map((term) => ({ term, worth: kinship(wanted[term]!.stem, stem) })),
    ];
  };
  /** By stem: the same few hundred come in all the sentences that a question is matched with. */
  const compared = new Map<string, readonly Meeting[]>();
  return (terms) => {
    const met = new Array<number>(wanted.length).fill(0);
    const at: { position: number; term: number }[] = [];
    for (const [position, { stem }] of terms.entries()) {
      let meetings = compared.get(stem);
      if (meetings === undefined) {
        meetings = meetingsOf(stem);
        compared.set(stem, meetings);
      }
      for (const { term, worth } of meetings) {
        if (worth > met[term]!) met[term] = worth;
        if (worth === 1) at.push({ position, term });
      }
    }
    return { terms, met, at };
  };
}

/**
 * How likely two different stems are of one family ("decis", "decid"), 0 … below 1: the share of the longer one that they
 * have in common at their start, or 0 when that is too little to go by.
 */
function kinship(a: string, b: string): number {
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1;
  const rest = Math.max(a.length, b.length) - same;
  return same >= FAMILY_START && (rest <= 2 || same >= 2 * rest) ? same / (same + rest) : 0;
}

/** Share of the question's neighbouring terms that are neighbours here too, by idf. */
export function pairsMet({ terms, at }: Match, pairs: ReadonlyMap<string, number>): number {
  if (pairs.size === 0) return 0;
  const met = new Set<string>();
  let sum = 0;
  for (let i = 0; i + 1 < at.length; i += 1) {
    const { position } = at[i]!;
    if (at[i + 1]!.position !== position + 1) continue;
    const pair = `${terms[position]!.stem} ${terms[position + 1]!.stem}`;
    const weight = pairs.get(pair);
    if (weight === undefined || met.has(pair)) continue;
    met.add(pair);
    sum += weight;
  }
  return sum;
}

/** Length of the longest run of met terms that come in the order of the question, over the number of its terms. */
export function inOrder({ at, met }: Match): number {
  const tails: number[] = [];
  for (const { term } of at) {
    let place = 0;
    while (place < tails.length && tails[place]! < term) place += 1;
    tails[place] = term;
  }
  return tails.length < 2 ? 0 : tails.length / met.length;
}

/** 1 when the met terms stand side by side, falling towards 0 as others come between them. */
export function closeness({ at }: Match): number {
  const distinct = new Set(at.map(({ term }) => term)).size;
  return distinct < 2 ? 0 : distinct / (at.at(-1)!.position - at[0]!.position + 1);
}

/** The idf of met terms around a span, each fading with its distance from it (to 1/e in 60 characters). */
export function nearness(span: Span, { at, terms }: Match, idf: readonly number[]): number {
  let sum = 0;
  for (const { position, term } of at) sum += idf[term]! * Math.exp(-gap(span, terms[position]!) / 60);
  return sum;
}

/** Characters between two spans; 0 when they touch or overlap. */
export function gap(a: Span, b: Span): number {
  return Math.max(0, a.end <= b.start ? b.start - a.end : a.start - b.end);
}
