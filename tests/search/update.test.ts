import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpusOf } from '../../src/corpus/corpus.ts';
import type { Article, Corpus } from '../../src/corpus/types.ts';
import { createReader, type Reader } from '../../src/nlp/nlp.ts';
import type { Source } from '../../src/nlp/types.ts';
import { createSearcher, createSearcherGently } from '../../src/search/search.ts';
import { collectionOf } from '../../src/search/searcher.ts';
import type { Searcher } from '../../src/search/types.ts';

const reader = createReader();
const WORDS = ['mill', 'river', 'bridge', 'council', 'rain', 'wolf', 'zeppelin', 'amber', 'café', 'U.S.'];
const word = fc.constantFrom(...WORDS);
const sentence = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => `The ${words.join(' ')} stood there.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join(' '));
const text = fc.array(paragraph, { maxLength: 4 }).map((paragraphs) => paragraphs.join('\n\n'));
const articles = fc
  .array(fc.record({ text, title: fc.array(word, { maxLength: 3 }).map((words) => words.join(' ')) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((records) => corpusOf(records.map((record, id) => ({ id: `${id}`, ...record }))).articles);
const query = fc
  .uniqueArray(word, { minLength: 1, maxLength: 5 })
  .map((words) => reader.terms(words.join(' ')).map(({ stem }, at) => ({ stem, weight: 1 + (at % 3) / 2 })));

/** A corpus of articles that exist already. */
function corpusWith(some: readonly Article[]): Corpus {
  return { articles: some, get: (id) => some.find((article) => article.id === id) };
}

/** Everything that a searcher says, as plain values. */
function said(searcher: Searcher, terms: Parameters<Searcher['search']>[0], limit = 8): unknown {
  const hits = searcher.search(terms, { limit, articles: 5 });
  return {
    sentences: hits.sentences.map(({ article, ...rest }) => ({ id: article.id, ...rest })),
    articles: hits.articles.map(({ article, score }) => [article.id, score]),
    some: searcher
      .search(terms, { limit: 3, allow: ({ id }) => Number(id) % 2 === 0 })
      .sentences.map(({ span }) => span),
    idf: WORDS.map((written) => searcher.idf(reader.terms(written)[0]!.stem)),
    explained: hits.sentences.map((hit) => searcher.explain(terms, hit)),
    spans: searcher.corpus.articles.map((article) => searcher.sentences(article)),
  };
}

describe('a searcher made of another one', () => {
  it('says to the letter what one built from nothing says, whatever was added, removed and reordered', () => {
    // Each number is the state of the collection as bits: article i is in it when bit i is set; the last bit turns it round.
    const states = fc.array(fc.nat(2 ** 13 - 1), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(articles, states, query, (all, steps, terms) => {
        let searcher: Searcher | undefined;
        for (const bits of steps) {
          const some = all.filter((_, at) => (bits >> at) & 1);
          const corpus = corpusWith(bits & 4096 ? some.reverse() : some);
          searcher = createSearcher(corpus, reader, searcher);
          expect(said(searcher, terms)).toEqual(said(createSearcher(corpus, reader), terms));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('reads nothing but what is new', () => {
    const read: Source[] = [];
    const counting: Reader = {
      ...reader,
      segment(source) {
        read.push(source);
        return reader.segment(source);
      },
    };
    const all = corpusOf(
      WORDS.map((written, id) => ({ id: `${id}`, text: `The ${written} stood. It rained.` })),
    ).articles;
    let searcher = createSearcher(corpusWith(all.slice(0, 5)), counting);
    for (let count = 6; count <= all.length; count += 1) {
      searcher = createSearcher(corpusWith(all.slice(0, count)), counting, searcher);
    }
    createSearcher(corpusWith(all.slice(2)), counting, searcher);
    expect(read).toEqual(all);
  });

  it('shares the memory of a large collection with others, and never has many segments', () => {
    const large = corpusOf(
      Array.from({ length: 40 }, (_, id) => ({
        id: `large ${id}`,
        text: WORDS.map((one) => `A ${one} fell.`).join(' '),
      })),
    ).articles;
    const base = createSearcher(corpusWith(large), reader);
    const own = corpusOf(
      Array.from({ length: 30 }, (_, id) => ({ id: `${id}`, text: `The wolf ${id} came.` })),
    ).articles;
    let searcher = base;
    for (let count = 1; count <= own.length; count += 1) {
      searcher = createSearcher(corpusWith([...large, ...own.slice(0, count)]), reader, searcher);
      const { views } = collectionOf(searcher)!;
      expect(views[0]?.segment).toBe(collectionOf(base)?.views[0]?.segment);
      expect(views.length).toBeLessThanOrEqual(1 + Math.log2(2 * count + 2));
    }
  });

  it('forgets the words of what was taken away, once little is left', () => {
    const all = corpusOf([
      { id: 'a', text: 'The quagga died out. The dodo did too.' },
      { id: 'b', text: 'The mill burned.' },
    ]).articles;
    const searcher = createSearcher(corpusWith(all.slice(1)), reader, createSearcher(corpusWith(all), reader));
    const [view] = collectionOf(searcher)!.views;
    expect(view?.segment.articles).toEqual(all.slice(1));
    expect(searcher.idf('quagga')).toBe(createSearcher(corpusWith(all.slice(1)), reader).idf('quagga'));
  });
});

describe('a searcher made gently', () => {
  it('says the same, and pauses when its time is up', async () => {
    const corpus = corpusOf(
      Array.from({ length: 30 }, (_, id) => ({ id: `${id}`, text: `The ${WORDS[id % 10]} ${id} fell.` })),
    );
    const base = createSearcher(corpusWith(corpus.articles.slice(0, 3)), reader);
    let time = 0;
    let pauses = 0;
    const pause = () => {
      pauses += 1;
      return Promise.resolve();
    };
    const clock = () => {
      time += 4;
      return time;
    };
    const searcher = await createSearcherGently(corpus, reader, base, pause, clock);
    const terms = [{ stem: 'wolf', weight: 1 }];
    expect(said(searcher, terms)).toEqual(said(createSearcher(corpus, reader), terms));
    expect(pauses).toBeGreaterThan(5);

    pauses = 0;
    await createSearcherGently(corpus, reader, searcher, pause, () => 0);
    expect(pauses).toBe(0);
  });
});
