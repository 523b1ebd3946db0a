import type { Article } from '../corpus/types.ts';
import type { Match } from './features-match.ts';
import { isCapital } from './features-words.ts';
import type { Question } from './question.ts';
import { loadVectors } from './vectors.ts';

/** Cosines up to this are chance; above it likeness grows to 1. */
const FLOOR = 0.4;

/** How like the words of sentences are to those of one question. All are 0 … 1. */
interface Soft {
  /** By term of the question, how like the nearest word of a sentence is. */
  readonly likeness: (match: Match) => Float32Array;
  /** Share of the question's idf that is not met in `here` but has a like word in `there`. */
  readonly cover: (here: Match, there: Match | null) => number;
  /** How like the nearest of a sentence's own words is to the noun that is asked for, and the nearest of its capitalised ones. */
  readonly kind: (
    article: Article,
    here: Match,
    own: ReadonlyMap<string, number>,
  ) => { kind: number; kindName: number };
  /** How like a sentence's own words are to the whole question, on average by idf. */
  readonly theme: (own: ReadonlyMap<string, number>) => number;
}

interface Likeness {
  /** To each term of the question. */
  readonly terms: Float32Array;
  readonly head: number;
  readonly whole: number;
}

/** Prepares the likeness of words to one question: each stem is compared once, however many sentences have it. */
export function softly(question: Question, idf: readonly number[], whole: number): Soft {
  const vectors = loadVectors();
  const rows = question.terms.map(({ stem }) => vectors.rowOf(stem));
  const head = question.head === null ? undefined : vectors.rowOf(question.head);
  const direction = vectors.direction(
    rows.flatMap((row, term) => (row === undefined ? [] : [{ row, weight: idf[term]! }])),
  );
  const compared = new Map<string, Likeness | null>();
  const likenessOf = (stem: string): Likeness | null => {
    let found = compared.get(stem);
    if (found !== undefined) return found;
    const row = vectors.rowOf(stem);
    found = row === undefined ? null : compare(row);
    compared.set(stem, found);
    return found;
  };
  const compare = (row: number): Likeness => {
    const terms = new Float32Array(rows.length);
    for (const [term, other] of rows.entries()) {
      if (other !== undefined) terms[term] = Math.max(0, (vectors.cosine(other, row) - FLOOR) / (1 - FLOOR));
    }
    return {
      terms,
      head: head === undefined ? 0 : Math.max(0, vectors.cosine(head, row)),
      whole: direction === null ? 0 : vectors.along(row, direction),
    };
  };
  /** By sentence, how like the nearest of its words is to each term of the question. */
  const nearest = new Map<Match, Float32Array>();
  const nearestIn = (match: Match): Float32Array => {
    const known = nearest.get(match);
    if (known) return known;
    const most = new Float32Array(rows.length);
    for (const { stem } of match.terms) {
      const likeness = likenessOf(stem);
      if (likeness === null) continue;
      for (let term = 0; term < most.length; term += 1) {
        if (likeness.terms[term]! > most[term]!) most[term] = likeness.terms[term]!;
      }
    }
    nearest.set(match, most);
    return most;
  };

  return {
    likeness: nearestIn,
    cover(here, there) {
      if (there === null) return 0;
      const most = nearestIn(there);
      let sum = 0;
      for (let term = 0; term < most.length; term += 1) {
        if (here.met[term]! < 1) sum += idf[term]! * Math.max(0, most[term]! - here.met[term]!);
      }
      return sum / whole;
    },
    kind(article, here, own) {
      let kind = 0;
      let kindName = 0;
      if (head === undefined) return { kind, kindName };
      for (const { stem, start } of here.terms) {
        if (!own.has(stem)) continue;
        const likeness = likenessOf(stem)?.head ?? 0;
        if (likeness > kind) kind = likeness;
        if (likeness > kindName && isCapital(article.text, start)) kindName = likeness;
      }
      return { kind, kindName };
    },
    theme(own) {
      let sum = 0;
      let all = 1e-9;
      for (const [stem, weight] of own) {
        const likeness = likenessOf(stem);
        if (likeness === null) continue;
        sum += weight * likeness.whole;
        all += weight;
      }
      return sum / all;
    },
  };
}
