import fc from 'fast-check';
import { expect, it } from 'vitest';
import { corpusOf } from '../../src/corpus/corpus.ts';
import type { Article } from '../../src/corpus/types.ts';
import { createReader } from '../../src/nlp/nlp.ts';
import { scoreArticle } from '../../src/search/article-scores.ts';
import { bestOf } from '../../src/search/best.ts';
import { worth } from '../../src/search/bm25.ts';
import type { Collection, Weighed } from '../../src/search/collection.ts';
import { partsOf } from '../../src/search/rank.ts';
import { createSearcher } from '../../src/search/search.ts';
import { collectionOf } from '../../src/search/searcher.ts';
import { seek } from '../../src/search/segment.ts';
import { topPassages } from '../../src/search/top-passages.ts';

const reader = createReader();

interface Scored {
  readonly place: number;
  readonly passage: number;
  readonly score: number;
}

/** What every passage that may be found scores, read from the texts and not from an index. */
function scoresOf(collection: Collection, terms: readonly Weighed[], allow: (article: Article) => boolean): Scored[] {
  return collection.corpus.articles.flatMap((article, place) => {
    if (!allow(article)) return [];
    const passages: string[][] = [];
    for (const { start, end, paragraph } of reader.segment(article).sentences) {
      passages[paragraph] ??= [];
      passages[paragraph].push(...reader.terms(article.text, { start, end }).map(({ stem }) => stem));
    }
    return passages.map((stems, passage) => {
      const score = terms.reduce((sum, { stem, weight }) => {
        const count = stems.filter((one) => one === stem).length;
        return sum + (count && worth(weight.passage, collection.scales.passage, count, stems.length));
      }, 0);
      return { place, passage, score };
    });
  });
}

function bestOfAll(scores: readonly Scored[], limit: number): Scored[] {
  return scores
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.place - b.place || a.passage - b.passage)
    .slice(0, limit);
}

function found(
  collection: Collection,
  terms: readonly Weighed[],
  limit: number,
  allow?: (article: Article) => boolean,
): Scored[] {
  return topPassages(partsOf(collection, terms, allow), collection.scales.passage, limit).map(
    ({ score, part, unit }) => {
      const { segment, places } = collection.views[part]!;
      const article = segment.articleOf[unit]!;
      return { place: places[article]!, passage: unit - segment.articlePassage[article]!, score };
    },
  );
}

const stemOf = (written: string) => reader.terms(written)[0]!.stem;

it('finds the very passages that scoring all of them finds, in the same order', () => {
  const word = fc.constantFrom('mill', 'river', 'bridge', 'council', 'rain', 'wolf', 'zeppelin', 'amber');
  const short = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(' ')}.`);
  // Of more sentences and terms than the index has bits for.
  const long = fc
    .tuple(word, fc.integer({ min: 10, max: 120 }))
    .map(([one, times]) => `The ${one} fell on mud. `.repeat(times));
  const paragraph = fc.oneof({ weight: 12, arbitrary: short }, { weight: 1, arbitrary: long });
  const text = fc.array(paragraph, { minLength: 1, maxLength: 25 }).map((paragraphs) => paragraphs.join('\n\n'));
  const texts = fc.array(text, { minLength: 1, maxLength: 6 });
  const query = fc.uniqueArray(fc.tuple(word, fc.constantFrom(0.5, 1, 1.5)), {
    minLength: 1,
    maxLength: 6,
    selector: ([written]) => written,
  });
  const articles = fc.uniqueArray(fc.nat(5), { maxLength: 6 });
  const seen = { segments: 0, gone: 0, frequent: 0 };
  fc.assert(
    fc.property(texts, query, fc.nat(6), articles, fc.integer({ min: 1, max: 12 }), fc.boolean(), (...given) => {
      const [bodies, words, first, gone, limit, even] = given;
      const { articles: all } = corpusOf(bodies.map((body, id) => ({ id: `${id}`, text: body })));
      const corpusWith = (some: readonly Article[]) => ({ articles: some, get: () => undefined });
      // Read in two steps, and then some articles are taken away: several segments, with holes.
      const some = createSearcher(corpusWith(all.slice(0, first)), reader);
      const whole = createSearcher(corpusWith(all), reader, some);
      const left = createSearcher(corpusWith(all.filter((_, at) => !gone.includes(at))), reader, whole);
      const collection = collectionOf(left)!;
      const terms = collection.weigh(words.map(([written, weight]) => ({ stem: stemOf(written), weight })));
      const allow = ({ id }: Article) => !even || Number(id) % 2 === 0;
      const expected = bestOfAll(scoresOf(collection, terms, allow), limit);
      expect(found(collection, terms, limit, even ? allow : undefined)).toEqual(expected);
      seen.segments = Math.max(seen.segments, collection.views.length);
      for (const { live, places, segment } of collection.views) {
        seen.gone += places.length - live.articles;
        seen.frequent += segment.frequent.length;
      }
    }),
    { numRuns: 150 },
  );
  expect(seen.segments).toBeGreaterThan(1);
  expect(seen.gone).toBeGreaterThan(0);
  expect(seen.frequent).toBeGreaterThan(0);
});

it('finds the best passages of thousands, and scores an article that stands in two windows', () => {
  const words = ['mill', 'river', 'bridge', 'council', 'rain', 'wolf', 'zeppelin', 'amber'];
  // Word i stands in about every (i + 2)²-th passage, the last in very few; the pattern repeats only after very long.
  const passages = Array.from({ length: 9_000 }, (_, at) =>
    [
      ...words.filter((_, i) => (at * 7 + i) % (i + 2) ** 2 === 0),
      ...(at % 1_365 === 0 ? ['quagga'] : []),
      ...Array(at % 5).fill('filler'),
      'end.',
    ].join(' '),
  );
  const corpus = corpusOf(
    Array.from({ length: 90 }, (_, id) => ({
      id: `${id}`,
      text: passages.slice(id * 100, id * 100 + 100).join('\n\n'),
    })),
  );
  const collection = collectionOf(createSearcher(corpus, reader))!;
  const terms = collection.weigh([...words, 'quagga'].map((written) => ({ stem: stemOf(written), weight: 1 })));
  expect(new Set(terms.map(({ rows }) => rows[0]! < 0))).toEqual(new Set([true, false]));
  const scores = scoresOf(collection, terms, () => true);
  for (const limit of [1, 10, 100]) expect(found(collection, terms, limit)).toEqual(bestOfAll(scores, limit));
  for (const place of [0, 40, 41, 81, 89]) {
    const own = scores.filter((one) => one.place === place).map(({ score }) => score);
    expect([...scoreArticle(collection, terms, 0, place).passages]).toEqual(own);
  }
});

it('counts as often and as far as the words stand there, also past what its bits hold', () => {
  const passages = [40, 44, 254, 255, 256, 300, 556].flatMap((length) =>
    [1, 2, 3, 4, 5, 13, 14, 15, 16, 17, 34].map((count) => [
      ...Array(count).fill('Wolf.'),
      ...Array(length - count).fill('Mud.'),
    ]),
  );
  const corpus = corpusOf([{ id: 'a', text: passages.map((one) => one.join(' ')).join('\n\n') }]);
  const collection = collectionOf(createSearcher(corpus, reader))!;
  const terms = collection.weigh(['wolf', 'mud'].map((written) => ({ stem: stemOf(written), weight: 1 })));
  expect(terms.every(({ rows }) => rows[0]! >= 0)).toBe(true);
  const scores = scoresOf(collection, terms, () => true);
  expect(found(collection, terms, 99)).toEqual(bestOfAll(scores, 99));
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
