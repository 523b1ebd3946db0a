/** What several articles have on one answer: agreement, copies, and what differs, each shown as what it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLibrary } from '../../src/answer/answer.ts';
import { agree, quantities } from '../../src/answer/quantities.ts';
import type { Answer } from '../../src/answer/types.ts';
import { corpusOf } from '../../src/corpus/corpus.ts';
import { createReader } from '../../src/nlp/nlp.ts';

const reader = createReader();

const story = (id: string, text: string, published = '2021-03-10') => ({ id, title: `Report ${id}`, published, text });

const FILLER = [
  'The mill stood empty for years before the society took it over.',
  'Visitors may see it on the first Sunday of each month.',
  'A bakery in the next village buys the flour.',
];

function answerTo(question: string, ...records: Parameters<typeof corpusOf>[0][number][]): Answer {
  const { answer } = createLibrary(corpusOf(records), reader).ask(question, { asked: '2021-03-20', caution: 'eager' });
  if (!answer) throw new Error('There is no answer');
  return answer;
}

const ids = (citations: readonly { readonly article: { readonly id: string } }[]) =>
  citations.map(({ article }) => article.id);

const RESTORED = 'How many people restored the windmill at Harsel?';

describe('several sources', () => {
  it('are named when they make the same statement in nearly the same words', () => {
    const { others, differing } = answerTo(
      RESTORED,
      story('a', `Twelve people restored the windmill at Harsel over four winters. ${FILLER[0]}`),
      story('b', `The windmill at Harsel was restored by 12 people over four winters. ${FILLER[1]}`),
    );
    expect(ids(others)).toHaveLength(1);
    expect(differing).toEqual([]);
  });

  it('are shown as differing when they give another number for what is asked', () => {
    const { citation, others, differing } = answerTo(
      RESTORED,
      story('a', `Twelve people restored the windmill at Harsel over four winters. ${FILLER[0]}`),
      story('b', `Fourteen people restored the windmill at Harsel over four winters. ${FILLER[1]}`, '2021-03-14'),
    );
    expect(others).toEqual([]);
    expect(differing).toHaveLength(1);
    const [other] = differing;
    const words = (text: string) => (/Twelve|Fourteen/.exec(text) ?? [''])[0];
    expect(words(other!.citation.text)).not.toBe(words(citation.text));
    const { article } = other!.citation;
    expect(article.text.slice(other!.highlight.start, other!.highlight.end)).toContain(words(other!.citation.text));
  });

  it('are shown as differing when a sentence is the same but for a number that was not asked for', () => {
    const { differing } = answerTo(
      'What did the mill society restore?',
      story('a', 'The Harsel mill society restored the windmill at Harsel for 310,000 crowns.'),
      story('c', FILLER.join(' ')),
      story('b', 'The Harsel mill society restored the windmill at Harsel for 450,000 crowns.'),
    );
    expect(differing).toHaveLength(1);
  });

  it('do not differ when one is only less exact', () => {
    const { others, differing } = answerTo(
      RESTORED,
      story('a', `More than 1,000 people restored the windmill at Harsel over four winters. ${FILLER[0]}`),
      story('b', `The windmill at Harsel was restored by 1,200 people over four winters. ${FILLER[1]}`),
    );
    expect(differing).toEqual([]);
    expect(others).toHaveLength(1);
  });

  it('count once when one printed what the other wrote', () => {
    const same = `Twelve people restored the windmill at Harsel over four winters. ${FILLER.join(' ')}`;
    const { others, copies } = answerTo(
      RESTORED,
      story('a', same),
      story('b', `${same} This report came from an agency.`),
      story('c', `The windmill at Harsel was restored by twelve people over four winters. ${FILLER[2]}`),
    );
    expect([...ids(others), ...ids(copies)]).toHaveLength(2);
    expect(copies.length + others.length).toBe(2);
    expect(ids(copies).every((id) => id === 'a' || id === 'b')).toBe(true);
  });

  it('say the same day whatever day they were printed on, when their words are the same', () => {
    const { differing } = answerTo(
      'When will the windmill at Harsel open?',
      story('a', 'The windmill at Harsel will open on 4 June, the society said.', '2021-03-10'),
      story('b', 'The windmill at Harsel will open on 4 June, the society said.', '2020-03-10'),
    );
    expect(differing).toEqual([]);
  });
});

describe('a misspelled word', () => {
  const library = createLibrary(
    corpusOf([story('a', 'The astronomer Salma Idrissi discovered eleven comets from Mount Harel.')]),
    reader,
  );
  const corrections = (question: string) => library.ask(question, { asked: '2021-03-20' }).corrections;

  it('is said to have been read as the articles spell it', () => {
    expect(corrections('How many commets did the astronomer discover?')).toEqual([
      { written: 'commets', meant: 'comets' },
    ]);
  });

  it('is not mentioned when it is known, or only spelled the British way', () => {
    expect(corrections('How many comets did the astronomer discover?')).toEqual([]);
    const mayor = createLibrary(corpusOf([story('a', 'Harbor workers in Veldt were praised by the mayor.')]), reader);
    expect(mayor.ask('Who praised the harbour workers?', { asked: '2021-03-20' }).corrections).toEqual([]);
  });
});

describe('caution', () => {
  it('only ever takes answers away', () => {
    const library = createLibrary(
      corpusOf([story('a', `Twelve people restored the windmill at Harsel. ${FILLER.join(' ')}`)]),
      reader,
    );
    const asked = ['Who restored it?', RESTORED, 'What does the bakery buy?', 'Why is the mill famous?', 'Who flew?'];
    for (const question of asked) {
      const answered = (['eager', 'balanced', 'strict'] as const).map(
        (caution) => library.ask(question, { asked: '2021-03-20', caution }).answer !== null,
      );
      expect(answered).toEqual([...answered].sort((one, other) => Number(other) - Number(one)));
    }
  });
});

describe('quantities', () => {
  const read = (text: string) => quantities(text).map(({ value, bound, unit }) => [value, bound, unit]);

  it('are read in digits and in words, with their scale, bound and unit', () => {
    expect(read('It cost $3.2 million.')).toEqual([[3_200_000, 'exact', '$']]);
    expect(read('more than two hundred cows')).toEqual([[200, 'least', 'cow']]);
    expect(read('about 14,000 vehicles, up to 30 per cent')).toEqual([
      [14_000, 'about', 'vehicle'],
      [30, 'most', '%'],
    ]);
    expect(read('twenty-four lamps')).toEqual([[24, 'exact', 'lamp']]);
  });

  it('stand where they say, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(1e6), (text, number) => {
        const words = `${text} ${number} ${text}`;
        for (const { start, end } of quantities(words)) expect(words.slice(start, end)).not.toBe('');
        expect(quantities(words, 7).map(({ start }) => start - 7)).toEqual(quantities(words).map(({ start }) => start));
      }),
    );
  });

  it('agree with themselves, and both ways', () => {
    const quantity = fc.record({
      value: fc.nat(1000),
      bound: fc.constantFrom('exact', 'least', 'most', 'about'),
      unit: fc.constant(null),
      start: fc.constant(0),
      end: fc.constant(1),
    });
    fc.assert(
      fc.property(quantity, quantity, (one, other) => {
        expect(agree(one, one)).toBe(true);
        expect(agree(one, other)).toBe(agree(other, one));
      }),
    );
  });
});
