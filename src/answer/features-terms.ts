import type { Match } from './features-match.ts';

/** How well a sentence, and what stands around it, meet the terms of a question: by term, 0 … 1. */
export interface TermsMet {
  /** By the very word, in whatever form. */
  readonly exact: Float32Array;
  /** By the word, one of its family, or one of like meaning. */
  readonly here: Float32Array;
  /** … there, in the sentences before and after, in the title, or by somebody mentioned who bears the name. */
  readonly around: Float32Array;
}

/** Where terms may be met besides the sentence itself. */
interface Surroundings {
  readonly before: Match | null;
  readonly after: Match | null;
  readonly title: Match;
  readonly linked: (term: number) => boolean;
  /** By term, how like the nearest word of a sentence is. */
  readonly likeness: (match: Match) => Float32Array;
}

/** What a like word is worth beside the word itself. */
const LIKE = 0.7;

export function termsMet({ met }: Match, likeHere: Float32Array, surroundings: Surroundings): TermsMet {
  const { before, after, title, linked, likeness } = surroundings;
  const likeBefore = before && likeness(before);
  const exact = new Float32Array(met.length);
  const here = new Float32Array(met.length);
  const around = new Float32Array(met.length);
  for (let term = 0; term < met.length; term += 1) {
    exact[term] = met[term]!;
    here[term] = Math.max(met[term]!, LIKE * likeHere[term]!);
    around[term] = linked(term)
      ? 1
      : Math.max(
          met[term]!,
          likeHere[term]!,
          before?.met[term] ?? 0,
          after?.met[term] ?? 0,
          title.met[term]!,
          likeBefore?.[term] ?? 0,
        );
  }
  return { exact, here, around };
}
