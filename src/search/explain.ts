import { worth } from './bm25.ts';
import type { Collection, Weighed } from './collection.ts';
import { inTitle, occurrences } from './segment.ts';
import type { Explanation, QueryTerm, SentenceHit } from './types.ts';

/** Why a sentence scored as it did: one line a term and unit, where the term stands in the unit. */
export function explain(collection: Collection, terms: readonly QueryTerm[], hit: SentenceHit): Explanation[] {
  const { views, scales } = collection;
  const found = collection.find(hit.article);
  if (!found) return [];
  const { view, article } = found;
  const { segment } = views[view]!;
  const { articleStart, articlePassage, passageStart } = segment;
  const sentence = articleStart[article]! + hit.sentence;
  const passage = articlePassage[article]! + hit.paragraph;
  const units = [
    ['sentence', sentence, sentence + 1, segment.sentenceLength[sentence]!],
    ['passage', passageStart[passage]!, passageStart[passage + 1]!, segment.passageLength[passage]!],
    ['article', articleStart[article]!, articleStart[article + 1]!, segment.articleLength[article]!],
  ] as const;

  const weighed = collection.weigh(terms);
  const line = (unit: Explanation['unit'], term: Weighed, count: number, length: number): Explanation => ({
    unit,
    stem: term.stem,
    idf: term.idf[unit],
    count,
    score: worth(term.weight[unit], scales[unit], count, length),
  });
  const lines: Explanation[] = [];
  for (const [unit, start, end, length] of units) {
    for (const term of weighed) {
      const count = occurrences(segment, term.ids[view]!, start, end);
      if (count > 0) lines.push(line(unit, term, count, length));
    }
  }
  for (const term of weighed) {
    if (inTitle(segment, term.ids[view]!, article)) lines.push(line('title', term, 1, segment.titleLength[article]!));
  }
  return lines;
}
