/**
 * A few of the smallest hashes of an article's sketch, short enough to be kept beside it. Two texts of which four fifths are
 * the same, one no shorter than half the other, share none of them once in three thousand times.
 */
import type { Sketch } from '../corpus/corpus.ts';

const COUNT = 16;
/** What more articles than this have in common is a site's standing phrase, and finds no copies. */
const MOST_HOLDERS = 50;
const BYTES = 4;

export const signsOf = ({ smallest }: Sketch): string => {
  const bytes = Buffer.alloc(Math.min(COUNT, smallest.length) * BYTES);
  for (let at = 0; at * BYTES < bytes.length; at += 1) bytes.writeUInt32LE(smallest[at]!, at * BYTES);
  return bytes.toString('base64');
};

/** Finds what may be a copy of what. */
export interface SignIndex<Item> {
  add(item: Item, signs: string): void;
  /** Those that share most signs, most first. */
  near(signs: string, most: number): readonly Item[];
}

export const createSignIndex = <Item>(): SignIndex<Item> => {
  const holders = new Map<number, Item[]>();
  return {
    add(item, signs) {
      for (const sign of read(signs)) {
        const known = holders.get(sign);
        if (!known) holders.set(sign, [item]);
        else if (known.length < MOST_HOLDERS) known.push(item);
      }
    },
    near(signs, most) {
      const shared = new Map<Item, number>();
      for (const sign of read(signs)) {
        for (const item of holders.get(sign) ?? []) shared.set(item, (shared.get(item) ?? 0) + 1);
      }
      const ranked = [...shared].sort(([, one], [, other]) => other - one);
      return ranked.slice(0, most).map(([item]) => item);
    },
  };
};

function* read(signs: string): Generator<number> {
  const bytes = Buffer.from(signs, 'base64');
  for (let at = 0; at + BYTES <= bytes.length; at += BYTES) yield bytes.readUInt32LE(at);
}
