import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpusOf } from '../../src/corpus/corpus.ts';
import { createReader } from '../../src/nlp/nlp.ts';
import { slice } from '../../src/nlp/span.ts';
import { createSearcher } from '../../src/search/search.ts';

const reader = createReader();
const searcherOf = (...texts: readonly (string | { readonly title: string; readonly text: string })[]) =>
  createSearcher(
    corpusOf(
      texts.map((text, index) => (typeof text === 'string' ? { id: `${index}`, text } : { id: `${index}`, ...text })),
    ),
    reader,
  );
const termsOf = (text: string) => reader.terms(text).map(({ stem }) => ({ stem, weight: 1 }));
const find = (searcher: ReturnType<typeof searcherOf>, query: string, limit = 10) =>
  searcher.search(termsOf(query), { limit }).sentences.map(({ article, span }) => slice(article.text, span));

describe('ranking of sentences', () => {
  it('prefers the sentence that holds more of the query', () => {
    const searcher = searcherOf('The mill burned down. The old mill by the river burned down in March. Rain fell.');
    expect(find(searcher, 'river mill March')[0]).toMatch(/^The old mill/);
  });

  it('counts a rare word for more than a common one, because it tells sentences apart', () => {
    const searcher = searcherOf('Council spoke. Council met. Council voted. Council dined. The zeppelin landed.');
    expect(find(searcher, 'council zeppelin')[0]).toBe('The zeppelin landed.');
  });

  it('finds other forms of a word, because it compares stems', () => {
    expect(find(searcherOf('Nobody negotiates. He sleeps.'), 'negotiating')[0]).toBe('Nobody negotiates.');
  });

  it('lets the passage and the title decide between equal sentences', () => {
    const searcher = searcherOf(
      { title: 'Bakers of Lyon', text: 'Prices rose again.' },
      { title: 'Miners of Kiruna', text: 'Prices rose again.' },
    );
    const [first] = searcher.search(termsOf('prices in Kiruna'), { limit: 2 }).sentences;
    expect(first?.article.title).toBe('Miners of Kiruna');
  });

  it('offers the neighbours of a good match too, since an answer may hold no word of the question', () => {
    expect(find(searcherOf('Who built the lighthouse of Arn? A shepherd did.'), 'lighthouse Arn')).toContain(
      'A shepherd did.',
    );
  });

  it('finds nothing without a known word, and nothing that is not allowed', () => {
    const searcher = searcherOf('The bridge fell.', 'The bridge stood.');
    expect(find(searcher, 'quasar')).toEqual([]);
    const only = searcher.search(termsOf('bridge'), { limit: 5, allow: ({ id }) => id === '1' });
    expect(only.sentences.map(({ article }) => article.id)).toEqual(['1']);
    expect(only.articles.map(({ article }) => article.id)).toEqual(['1']);
  });
});

describe('scores', () => {
  it('are the sum of what explain says, unit by unit', () => {
    const word = fc.constantFrom('mill', 'river', 'bridge', 'council', 'rain', 'wolf', 'zeppelin');
    const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `${words.join(' ')}.`);
    const text = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join('\n\n'));
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 5 }),
        fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
        (texts, query) => {
          const searcher = searcherOf(
            ...texts.map((body, index) => ({ title: query[index % query.length] ?? '', text: body })),
          );
          const terms = termsOf(query.join(' '));
          for (const hit of searcher.search(terms, { limit: 5 }).sentences) {
            const parts = searcher.explain(terms, hit);
            const total = (unit: string) =>
              parts.filter((part) => part.unit === unit).reduce((sum, { score }) => sum + score, 0);
            expect(total('sentence')).toBeCloseTo(hit.sentenceScore, 4);
            expect(total('passage')).toBeCloseTo(hit.passageScore, 4);
            expect(total('article')).toBeCloseTo(hit.articleScore, 4);
            expect(total('title')).toBeCloseTo(hit.titleScore, 4);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never fall when a sentence holds one more of the query’s words', () => {
    const searcher = searcherOf('alder birch cedar.\n\nalder birch larch.\n\nalder maple larch.');
    const scores = searcher
      .search(termsOf('alder birch cedar'), { limit: 3 })
      .sentences.map(({ sentenceScore }) => sentenceScore);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(3);
  });
});
