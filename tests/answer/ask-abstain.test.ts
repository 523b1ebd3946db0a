/** When the articles don't say, neither does the bot. */
import { describe, expect, it } from 'vitest';
import { evidenceFor, type Scored } from '../../src/answer/abstain.ts';
import { createLibrary } from '../../src/answer/answer.ts';
import { understand } from '../../src/answer/question.ts';
import { WEIGHTS } from '../../src/answer/rank.ts';
import { corpusOf } from '../../src/corpus/corpus.ts';
import { createReader } from '../../src/nlp/nlp.ts';

const ASKED = '2021-03-20';
const LIBRARY = createLibrary(
  corpusOf([
    {
      id: 'lighthouse',
      title: 'Lighthouse of Sandvik Lit Again',
      published: '2021-03-15',
      text: `The lighthouse of Sandvik was lit again on Saturday after eleven years of darkness.

Keeper Marit Solheim climbed its 212 steps to light the lamp. The restoration cost 640,000 crowns and was paid for by fishermen.

Solheim said that visitors may climb the tower from May.`,
    },
    {
      id: 'salt',
      title: 'Salt Mine Becomes Concert Hall',
      published: '2021-03-10',
      text: `An abandoned salt mine near Orlow will become a concert hall, the regional council decided on Wednesday.

The mine was worked for six centuries and closed in 1998. Its largest chamber holds nine hundred people.`,
    },
  ]),
  createReader(),
);
const ask = (question: string, asked = ASKED) => LIBRARY.ask(question, { asked });

describe('what the articles say', () => {
  it.each([
    ['How many steps did Marit Solheim climb to light the lamp?', '212'],
    ['How much did the restoration cost?', '640,000 crowns'],
    ['How many people does the largest chamber of the mine hold?', 'nine hundred'],
  ])('is shown: %s', (question, words) => {
    expect(ask(question).answer?.citation.text).toContain(words);
  });
});

describe('what the articles do not say', () => {
  it.each([
    'How do I bake bread?',
    'Who won the chess championship in Reykjavik?',
    'What did the prime minister of Portugal promise?',
    'How many goals did Solheim score?',
    'When was the opera house of Sydney built?',
  ])('is not answered: %s', (question) => {
    expect(ask(question).answer).toBeNull();
  });

  it('leaves the nearest sentences to look at', () => {
    const { answer, candidates } = ask('How many goals did Solheim score?');
    expect(answer).toBeNull();
    expect(candidates.some(({ citation }) => citation.text.includes('Solheim'))).toBe(true);
  });

  it.each(['', '?', 'the of and'])('is no failure when nothing is asked: "%s"', (question) => {
    expect(ask(question)).toMatchObject({ answer: null, confidence: 0, candidates: [] });
  });
});

describe('confidence', () => {
  it('falls when what is asked for is not there', () => {
    const sure = ask('How many steps did Marit Solheim climb to light the lamp?').confidence;
    const unsure = ask('How many windows did Marit Solheim clean to light the lamp?').confidence;
    expect(sure).toBeGreaterThan(unsure);
    expect(sure).toBeLessThanOrEqual(1);
    expect(unsure).toBeGreaterThanOrEqual(0);
  });

  it('does not fall with the years: everything in an archive is old', () => {
    const question = 'How many steps did Marit Solheim climb to light the lamp?';
    const later = ask(question, '2031-03-20');
    expect(ask(question, '2061-03-20').confidence).toBeCloseTo(later.confidence, 10);
    expect(later.answer?.citation.text).toContain('212');
  });

  it('asks more of a strict answer than of a balanced or an eager one', () => {
    const { strict, balanced, eager } = WEIGHTS.confidence.thresholds;
    expect(strict).toBeGreaterThan(balanced);
    expect(balanced).toBeGreaterThan(eager);
    expect(eager).toBeGreaterThan(0);
    expect(strict).toBeLessThan(1);
  });

  it('takes a lone candidate as being ahead of nobody', () => {
    const question = understand('Who lit the lamp?', '2026-01-01', createReader());
    const met = Float32Array.from(question.terms, () => 1);
    const only = {
      score: 2,
      hit: {},
      features: { coverage: 1 },
      cues: [],
      missing: { around: 0, here: 0 },
      terms: { exact: met, here: met, around: met },
    } as unknown as Scored;
    const idf = question.terms.map(() => 1);
    const evidence = evidenceFor([only], question, { idf, whole: idf.length, unknown: 2, general: idf });
    expect(evidence).toMatchObject({ lead: 0, lead2: 0, share: 1, score: 2, generalHere: 1, generalMissing: 0 });
    expect(evidence.entropy).toBeCloseTo(0);
  });
});
