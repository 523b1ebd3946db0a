import { describe, expect, it } from 'vitest';
import { understand } from '../../src/answer/question.ts';
import { respell } from '../../src/answer/spelling.ts';
import { createReader } from '../../src/nlp/nlp.ts';

const reader = createReader();
const read = (text: string) => understand(text, '2021-03-15', reader);

describe('understand', () => {
  it.each([
    ['Who opened the harbour?', 'person'],
    ['Which minister opened the harbour?', 'person'],
    ['Where is the harbour?', 'place'],
    ['Which Baltic country bought the ferry?', 'region'],
    ['When did the harbour open?', 'date'],
    ['In what year was the bridge built?', 'date'],
    ['How long will the repairs take?', 'duration'],
    ['How many ships were there?', 'number'],
    ['What percentage of voters stayed at home?', 'percent'],
    ['How much did the repairs cost?', 'money'],
    ['Why was the bridge closed?', 'reason'],
    ['How was the bridge closed?', 'manner'],
    ['What is a drawbridge?', 'definition'],
    ['Which company built the bridge?', 'name'],
    ['Is the bridge open?', 'yes-no'],
    ['What did the mayor say about the bridge?', 'statement'],
    ['What is needed when the bridge is closed?', 'thing'],
    ['Who paid when the bridge was closed?', 'person'],
    ['The bridge was closed when?', 'date'],
    ['Which chain of shops announced plans to cut prices?', 'name'],
    ['A new ferry was launched when the bridge closed. What is its name?', 'name'],
  ])('reads what "%s" asks for: %s', (text, wanted) => {
    expect(read(text).wanted).toBe(wanted);
  });

  it('finds the noun that is asked for behind its adjectives', () => {
    expect(read('Which small Baltic country bought the ferry?').head).toBe('countri');
  });

  it('tells names from other words by their capitals, numbers by their digits', () => {
    const roles = Object.fromEntries(read('When did Ilse Brandt close 2 bridges?').terms.map((t) => [t.stem, t.role]));
    expect(roles).toMatchObject({ ils: 'name', brandt: 'name', 2: 'number', bridg: 'noun' });
  });

  it('knows whose words are wanted, and on what', () => {
    expect(read('What did Ilse Brandt say about the ferry?').said).toEqual({
      speaker: 'Ilse Brandt',
      about: 'the ferry',
    });
    expect(read('What did the harbour master say?').said).toEqual({ speaker: 'harbour master', about: null });
  });

  it('does not take a word that merely begins like "add" for a verb of saying', () => {
    expect(read('What was the postal address of the harbour office?').said).toBeNull();
  });

  it('reads dates against the day of asking', () => {
    expect(read('What happened on 6 June 2019?').dates).toEqual(['2019-06-06']);
    expect(read('Who resigned this week?').recent).toBe(true);
  });

  it('makes no terms of a text without words', () => {
    expect(read('?!').terms).toEqual([]);
  });
});

describe('respell', () => {
  const known = new Map([
    ['color', 3],
    ['colon', 5],
    ['harbor', 2],
  ]);
  const rarity = (stem: string) => known.get(stem) ?? Number.POSITIVE_INFINITY;

  it('takes the commonest known stem that is one letter away', () => {
    expect(respell('coloz', rarity)).toBe('color');
    expect(respell('colour', rarity)).toBe('color');
    expect(respell('harbour', rarity)).toBe('harbor');
  });

  it('guesses nothing for short words, numbers, or when nothing is near', () => {
    expect(respell('colo', rarity)).toBeNull();
    expect(respell('12345', rarity)).toBeNull();
    expect(respell('bicycle', rarity)).toBeNull();
  });
});
