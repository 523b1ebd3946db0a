import type { Draft } from './registry.ts';

/** Who is present in the reader's mind at a place of the text. */
export interface Salience {
  /** Something was said of somebody in this sentence; `weight` says how prominently. */
  note(draft: Draft, sentence: number, weight: number): void;
  /** The most salient for whom `match` is above 0; a match above 1 also reaches further back. */
  best(sentence: number, match: (draft: Draft) => number): Draft | null;
}

interface Seen {
  readonly draft: Draft;
  sentence: number;
  weight: number;
}

/** What is left of a weight a sentence later. */
const FADE = 0.5;
/** A person not heard of for this many sentences is not what "he" means. */
const MEMORY = 12;
/** The least recently mentioned are forgotten beyond this many. */
const CAPACITY = 48;

/**
 * Weights that grow with every mention and halve from sentence to sentence (after Lappin and Leass, Computational
 * Linguistics 1994). Constant cost a mention.
 */
export function createSalience(): Salience {
  const seen = new Map<number, Seen>();
  return {
    note(draft, sentence, weight) {
      const old = seen.get(draft.id);
      const rest = old ? old.weight * FADE ** Math.max(0, sentence - old.sentence) : 0;
      seen.delete(draft.id);
      seen.set(draft.id, { draft, sentence, weight: rest + weight });
      if (seen.size <= CAPACITY) return;
      for (const key of seen.keys()) {
        seen.delete(key);
        break;
      }
    },
    best(sentence, match) {
      let winner: Draft | null = null;
      let top = 0;
      for (const one of seen.values()) {
        const fits = match(one.draft);
        const age = sentence - one.sentence;
        if (fits <= 0 || age > (fits > 1 ? 4 * MEMORY : MEMORY)) continue;
        const score = one.weight * FADE ** Math.max(0, age) * fits;
        if (score > top) {
          top = score;
          winner = one.draft;
        }
      }
      return winner;
    },
  };
}
