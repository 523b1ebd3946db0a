import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpusOf } from '../../src/corpus/corpus.ts';
import { createReader } from '../../src/nlp/nlp.ts';
import { createSearcher, readSnapshot, writeSnapshot } from '../../src/search/search.ts';
import { collectionOf } from '../../src/search/searcher.ts';

const reader = createReader();
const records = [
  {
    id: 'a',
    title: 'The mill',
    text: 'The mill by the river burned down. Nobody was hurt.\n\nIt had stood for 90 years.',
  },
  {
    id: 'b',
    title: 'Café life',
    text: 'Zoë opened a café in the U.S. The river is near.',
    furniture: [{ start: 0, end: 3 }],
  },
  { id: 'c', text: '' },
];
const corpus = corpusOf(records);
const terms = reader.terms('Which river mill and café burned in the U.S.?').map(({ stem }) => ({ stem, weight: 1 }));

function bytesOf(chunks: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(chunks));
}

const bytes = bytesOf(writeSnapshot(createSearcher(corpus, reader)));

describe('a snapshot', () => {
  it('gives the searcher back that it was written of', () => {
    const searcher = createSearcher(corpus, reader);
    const again = readSnapshot(bytes, corpus, reader)!;
    const hits = searcher.search(terms, { limit: 20 });
    expect(hits.sentences.length).toBeGreaterThan(3);
    expect(again.search(terms, { limit: 20 })).toEqual(hits);
    expect(again.explain(terms, hits.sentences[0]!)).toEqual(searcher.explain(terms, hits.sentences[0]!));
    expect(corpus.articles.map((article) => again.sentences(article))).toEqual(
      corpus.articles.map((article) => searcher.sentences(article)),
    );
    expect(bytesOf(writeSnapshot(again))).toEqual(bytes);
  });

  it('holds the frequent terms of a large collection too', () => {
    const words = ['mill', 'river', 'wolf', 'amber'];
    const large = corpusOf(
      Array.from({ length: 60 }, (_, id) => ({
        id: `${id}`,
        title: `${words[id % 4]}`,
        text: words.map((word, at) => `The ${word} fell${' down'.repeat((id * at) % 5)}.`).join('\n\n'),
      })),
    );
    const searcher = createSearcher(large, reader);
    const again = readSnapshot(bytesOf(writeSnapshot(searcher)), large, reader)!;
    expect(collectionOf(again)?.views[0]?.segment.frequent.length).toBeGreaterThan(3);
    const asked = words.map((stem) => ({ stem, weight: 1 }));
    expect(again.search(asked, { limit: 50 })).toEqual(searcher.search(asked, { limit: 50 }));
    expect(bytesOf(writeSnapshot(again))).toEqual(bytesOf(writeSnapshot(searcher)));
  });

  it('may lie anywhere in memory', () => {
    const searcher = createSearcher(corpus, reader);
    for (const offset of [1, 4, 8]) {
      const moved = new Uint8Array(bytes.length + offset);
      moved.set(bytes, offset);
      expect(readSnapshot(moved.subarray(offset), corpus, reader)?.search(terms, { limit: 5 })).toEqual(
        searcher.search(terms, { limit: 5 }),
      );
    }
  });

  it('holds what is left of a collection that was changed, and can be built upon', () => {
    const some = corpusOf(records.slice(1));
    const base = createSearcher(corpus, reader);
    const less = { ...corpus, articles: corpus.articles.slice(1) };
    const changed = createSearcher(less, reader, base);
    const again = readSnapshot(bytesOf(writeSnapshot(changed)), some, reader)!;
    expect(again.search(terms, { limit: 9 })).toEqual(createSearcher(some, reader).search(terms, { limit: 9 }));
    const grown = { ...some, articles: [...corpus.articles.slice(0, 1), ...some.articles] };
    expect(createSearcher(grown, reader, again).search(terms, { limit: 9 })).toEqual(
      createSearcher(grown, reader).search(terms, { limit: 9 }),
    );
  });

  it('of nothing is nothing, not an error', () => {
    const empty = corpusOf([]);
    const again = readSnapshot(bytesOf(writeSnapshot(createSearcher(empty, reader))), empty, reader);
    expect(again?.search(terms, { limit: 5 })).toEqual({ sentences: [], articles: [] });
  });

  it('is refused when any byte of it is another', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = bytes.slice();
        damaged[at]! ^= change;
        expect(readSnapshot(damaged, corpus, reader)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('is refused when it is cut short or goes on', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (length) => {
        expect(readSnapshot(bytes.slice(0, length), corpus, reader)).toBeNull();
      }),
    );
    expect(readSnapshot(Uint8Array.from([...bytes, 0]), corpus, reader)).toBeNull();
  });

  it.each([
    ['another text', [{ ...records[0]!, text: 'The mill stands.' }, ...records.slice(1)]],
    ['another title', [{ ...records[0]!, title: 'A mill' }, ...records.slice(1)]],
    ['other furniture', [records[0]!, { ...records[1]!, furniture: [] }, records[2]!]],
    ['another order', [...records].reverse()],
    ['an article more', [...records, { id: 'd', text: 'More.' }]],
    ['an article less', records.slice(1)],
  ])('is refused by a corpus with %s', (_, others) => {
    expect(readSnapshot(bytes, corpusOf(others), reader)).toBeNull();
  });

  it('is refused when the reader of today reads otherwise', () => {
    const other = {
      ...reader,
      terms: (text: string, span?: { start: number; end: number }) => reader.terms(text, span).slice(1),
    };
    expect(readSnapshot(bytes, corpus, other)).toBeNull();
  });
});
