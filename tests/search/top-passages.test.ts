import fc from 'fast-check';
import { expect, it } from 'vitest';
import { corpusOf } from '../../src/corpus/corpus.ts';
import { createReader } from '../../src/nlp/nlp.ts';
import { scoreArticle } from '../../src/search/article-scores.ts';
import { bestOf } from '../../src/search/best.ts';
import { partsOf } from '../../src/search/rank.ts';
import { createSearcher } from '../../src/search/search.ts';
import { collectionOf } from '../../src/search/searcher.ts';
import { seek } from '../../src/search/segment.ts';
import { topPassages } from '../../src/search/top-passages.ts';

const reader = createReader();

it('finds the very passages that scoring all of them finds, in the same order', () => {
  const word = fc.constantFrom('mill', 'river', 'bridge', 'council', 'rain', 'wolf', 'zeppelin', 'amber');
  const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(' ')}.`);
  const text = fc.array(paragraph, { minLength: 1, maxLength: 8 }).map((paragraphs) => paragraphs.join('\n\n'));
  const texts = fc.array(text, { minLength: 1, maxLength: 6 });
  const query = fc.uniqueArray(word, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(texts, query, fc.integer({ min: 1, max: 6 }), fc.boolean(), (bodies, words, most, even) => {
      const corpus = corpusOf(bodies.map((body, id) => ({ id: `${id}`, text: body })));
      const collection = collectionOf(createSearcher(corpus, reader))!;
      const terms = collection.weigh(words.map((written) => ({ stem: reader.terms(written)[0]!.stem, weight: 1 })));
      const allow = ({ id }: { id: string }) => !even || Number(id) % 2 === 0;
      const all = corpus.articles
        .flatMap((article, place) => {
          const { passages } = scoreArticle(collection, terms, 0, place);
          return Array.from(passages, (score, passage) => ({ score, place, passage, article }));
        })
        .filter(({ score, article }) => score > 0 && allow(article))
        .sort((a, b) => b.score - a.score || a.place - b.place || a.passage - b.passage)
        .slice(0, most);
      const parts = partsOf(collection, terms, allow);
      const found = topPassages(parts, collection.scales.passage, most);
      const { articleOf, articlePassage } = parts[0]?.segment ?? { articleOf: [], articlePassage: [] };
      expect(
        found.map(({ score, unit }) => ({
          score,
          place: articleOf[unit],
          passage: unit - articlePassage[articleOf[unit]!]!,
        })),
      ).toEqual(all.map(({ score, place, passage }) => ({ score, place, passage })));
    }),
    { numRuns: 150 },
  );
});

it('finds the best passages of thousands, where most lists need no walk', () => {
  const words = ['mill', 'river', 'bridge', 'council', 'rain', 'wolf', 'zeppelin', 'amber'];
  // Word i stands in about every (i + 2)²-th passage; the pattern repeats only after very long.
  const passages = Array.from({ length: 9_000 }, (_, at) =>
    [...words.filter((_, i) => (at * 7 + i) % (i + 2) ** 2 === 0), ...Array(at % 5).fill('filler'), 'end.'].join(' '),
  );
  const corpus = corpusOf(
    Array.from({ length: 90 }, (_, id) => ({
      id: `${id}`,
      text: passages.slice(id * 100, id * 100 + 100).join('\n\n'),
    })),
  );
  const collection = collectionOf(createSearcher(corpus, reader))!;
  const terms = collection.weigh(words.map((written) => ({ stem: reader.terms(written)[0]!.stem, weight: 1 })));
  const all = corpus.articles.flatMap((_, place) => [...scoreArticle(collection, terms, 0, place).passages]);
  for (const limit of [1, 10, 100]) {
    const found = topPassages(partsOf(collection, terms, undefined), collection.scales.passage, limit);
    const expected = [...all.entries()].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit);
    expect(found.map(({ unit, score }) => [unit, score])).toEqual(expected);
  }
});

it('keeps the best of what is offered, equals by rank', () => {
  const offers = fc.uniqueArray(fc.record({ score: fc.integer({ min: 0, max: 5 }), rank: fc.nat(99) }), {
    selector: ({ rank }) => rank,
  });
  fc.assert(
    fc.property(offers, fc.integer({ min: 0, max: 12 }), (offered, limit) => {
      const best = bestOf(limit);
      for (const { score, rank } of offered) best.offer(score, rank, 0, rank);
      const expected = [...offered].sort((a, b) => b.score - a.score || a.rank - b.rank).slice(0, limit);
      expect(best.sorted().map(({ score, rank }) => ({ score, rank }))).toEqual(expected);
    }),
  );
});

it('seeks the first value that is not too small', () => {
  const sorted = fc
    .array(fc.integer({ min: 0, max: 60 }), { maxLength: 50 })
    .map((values) => values.sort((a, b) => a - b));
  fc.assert(
    fc.property(sorted, fc.integer({ min: 0, max: 70 }), fc.nat(50), (values, wanted, from) => {
      const start = Math.min(from, values.length);
      const expected = values.findIndex((value, at) => at >= start && value >= wanted);
      const place = seek(Uint32Array.from(values), start, values.length, wanted);
      expect(place).toBe(expected < 0 ? values.length : expected);
    }),
  );
});
