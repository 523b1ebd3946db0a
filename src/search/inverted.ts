import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Sentence } from '../nlp/types.ts';

/**
 * The inverted index, in typed arrays. Postings are by sentence and in order of the collection, so those of one passage
 * and of one article lie side by side: one walk over a term's postings yields its counts in all three units.
 *
 *     term t:  offsets[t] … offsets[t+1]
 *     unit:    sentence[i] → passageOf → articleOf,   count[i]
 */
export interface Inverted {
  readonly terms: ReadonlyMap<string, number>;
  readonly offsets: Uint32Array;
  readonly sentence: Uint32Array;
  readonly count: Uint8Array;
  /** Postings of titles, by article. */
  readonly titleOffsets: Uint32Array;
  readonly titleArticle: Uint32Array;
  /** By sentence. */
  readonly passageOf: Uint32Array;
  readonly sentenceLength: Uint16Array;
  /** By passage. */
  readonly articleOf: Uint32Array;
  readonly passageLength: Uint32Array;
  /** First sentence of each passage, and one past the last. */
  readonly passageStart: Uint32Array;
  /** By article: length in terms, title length, first sentence, first passage (with one past the last). */
  readonly articleLength: Uint32Array;
  readonly titleLength: Uint16Array;
  readonly articleStart: Uint32Array;
  readonly articlePassage: Uint32Array;
  readonly sentencesOf: readonly (readonly Sentence[])[];
}

/** Reads the articles into an inverted index, in one pass and a counting sort by term. */
export function invert(articles: readonly Article[], reader: Reader): Inverted {
  const terms = new Map<string, number>();
  const idOf = (stem: string): number => {
    let id = terms.get(stem);
    if (id === undefined) {
      id = terms.size;
      terms.set(stem, id);
    }
    return id;
  };
  const body = pairs();
  const title = pairs();
  const passageOf: number[] = [];
  const sentenceLength: number[] = [];
  const articleOf: number[] = [];
  const passageLength: number[] = [];
  const passageStart: number[] = [];
  const articleLength: number[] = [];
  const titleLength: number[] = [];
  const articleStart: number[] = [];
  const articlePassage: number[] = [];
  const sentencesOf: (readonly Sentence[])[] = [];

  for (const [number, article] of articles.entries()) {
    const { sentences } = reader.read(article);
    sentencesOf.push(sentences);
    articleStart.push(passageOf.length);
    articlePassage.push(articleOf.length);
    let length = 0;
    let paragraph = -1;
    for (const sentence of sentences) {
      if (sentence.paragraph !== paragraph) {
        paragraph = sentence.paragraph;
        passageStart.push(passageOf.length);
        passageLength.push(0);
        articleOf.push(number);
      }
      const found = reader.terms(article.text, sentence);
      const counts = new Map<number, number>();
      for (const { stem } of found) {
        const id = idOf(stem);
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      for (const [id, count] of counts) body.add(id, passageOf.length, count);
      passageOf.push(articleOf.length - 1);
      sentenceLength.push(Math.min(found.length, 65_535));
      passageLength[passageLength.length - 1]! += found.length;
      length += found.length;
    }
    articleLength.push(length);
    const heading = new Set(reader.terms(article.title).map(({ stem }) => idOf(stem)));
    for (const id of heading) title.add(id, number, 1);
    titleLength.push(Math.min(heading.size, 65_535));
  }
  articleStart.push(passageOf.length);
  articlePassage.push(articleOf.length);
  passageStart.push(passageOf.length);

  const postings = body.sorted(terms.size);
  const titles = title.sorted(terms.size);
  return {
    terms,
    offsets: postings.offsets,
    sentence: postings.units,
    count: postings.counts,
    titleOffsets: titles.offsets,
    titleArticle: titles.units,
    passageOf: Uint32Array.from(passageOf),
    sentenceLength: Uint16Array.from(sentenceLength),
    articleOf: Uint32Array.from(articleOf),
    passageLength: Uint32Array.from(passageLength),
    passageStart: Uint32Array.from(passageStart),
    articleLength: Uint32Array.from(articleLength),
    titleLength: Uint16Array.from(titleLength),
    articleStart: Uint32Array.from(articleStart),
    articlePassage: Uint32Array.from(articlePassage),
    sentencesOf,
  };
}

/** (term, unit, count) triples in order of units; `sorted` brings them in order of terms, units staying in order. */
function pairs() {
  const term = growing();
  const unit = growing();
  const count = growing();
  return {
    add(id: number, at: number, n: number) {
      term.push(id);
      unit.push(at);
      count.push(Math.min(n, 255));
    },
    sorted(terms: number) {
      const ids = term.values();
      const at = unit.values();
      const n = count.values();
      const offsets = new Uint32Array(terms + 1);
      for (const id of ids) offsets[id + 1]! += 1;
      for (let id = 0; id < terms; id += 1) offsets[id + 1]! += offsets[id]!;
      const next = offsets.slice(0, terms);
      const units = new Uint32Array(ids.length);
      const counts = new Uint8Array(ids.length);
      for (let i = 0; i < ids.length; i += 1) {
        const place = next[ids[i]!]!;
        next[ids[i]!] = place + 1;
        units[place] = at[i]!;
        counts[place] = n[i]!;
      }
      return { offsets, units, counts };
    },
  };
}

function growing() {
  let values = new Uint32Array(1024);
  let length = 0;
  return {
    push(value: number) {
      if (length === values.length) {
        const larger = new Uint32Array(length * 2);
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      length += 1;
    },
    values: () => values.subarray(0, length),
  };
}
