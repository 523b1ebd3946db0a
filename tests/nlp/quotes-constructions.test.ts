import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/nlp/nlp.ts';
import { slice } from '../../src/nlp/span.ts';

const reader = createReader();

/** Every quotation as [words, speaker as written or by name, cue]. */
function said(text: string): (string | null)[][] {
  return reader.read({ text, published: null, furniture: [] }).quotations.map((one) => {
    const { speaker, cue } = one;
    const who = speaker && (speaker.by === 'stated' ? slice(text, speaker.span) : speaker.name);
    return [slice(text, one), who, cue && slice(text, cue)];
  });
}

describe('questions and demands', () => {
  it.each([
    ['Eva Roth asked the council if the roof leaked.', 'if the roof leaked', 'asked'],
    ['Eva Roth asked why the roof leaked.', 'why the roof leaked', 'asked'],
    ['Eva Roth asked the council to mend the roof.', 'the council to mend the roof', 'asked'],
    ['Eva Roth called for a new roof on the hall.', 'a new roof on the hall', 'called'],
    ['Eva Roth called on the council to mend the roof.', 'the council to mend the roof', 'called'],
    ['Eva Roth revised the plan, promising to mend the roof.', 'to mend the roof', 'promising'],
    ['Eva Roth told the council not to mend the roof.', 'not to mend the roof', 'told'],
  ])('are found: %s', (text, words, cue) => {
    expect(said(text)).toEqual([[words, 'Eva Roth', cue]]);
  });

  it('end before a finite verb, which an infinitive cannot hold', () => {
    const text = 'Eva Roth urged the council to mend the roof and has left since.';
    expect(said(text)[0]?.[0]).toBe('the council to mend the roof');
  });

  it.each([
    ['Asked if the roof leaked, Eva Roth left.', 'if the roof leaked', null, 'Asked'],
    ['Eva Roth was asked about the roof.', 'the roof', null, 'asked'],
    ['Asked by Eva Roth if the roof leaked, Peter Crane nodded.', 'if the roof leaked', 'Eva Roth', 'Asked'],
    ['Eva Roth nodded when asked whether the roof leaked.', 'whether the roof leaked', null, 'asked'],
  ])('in the passive have the speaker behind "by", or none: %s', (text, words, who, cue) => {
    expect(said(text)).toEqual([[words, who, cue]]);
  });

  it.each(['Nobody asked Eva Roth to mend the roof.', 'Eva Roth was asked about it.', 'The council met.'])(
    'are not read into: %s',
    (text) => {
      expect(said(text)).toEqual([]);
    },
  );
});

describe('a clause beside its cue', () => {
  it.each([
    ['As Eva Roth noted, the roof leaked.', 'the roof leaked', 'Eva Roth', 'noted'],
    ['The roof leaked, as Eva Roth noted.', 'The roof leaked', 'Eva Roth', 'noted'],
    ['But, according to Eva Roth, the roof leaked.', 'the roof leaked', 'Eva Roth', 'according to'],
    ['But the roof leaked, Eva Roth said.', 'the roof leaked', 'Eva Roth', 'said'],
    ['When it rains, the roof leaks, Eva Roth said.', 'When it rains, the roof leaks', 'Eva Roth', 'said'],
    ['Eva Roth went on to say the roof leaked.', 'the roof leaked', 'Eva Roth', 'say'],
    ['Eva Roth was quoted as saying the roof leaked.', 'the roof leaked', 'Eva Roth', 'saying'],
    ['Eva Roth left early, falsely claiming that the roof leaked.', 'that the roof leaked', 'Eva Roth', 'claiming'],
    ['With Eva Roth saying the roof leaked, nobody stayed.', 'the roof leaked', 'Eva Roth', 'saying'],
    ['Eva Roth sniffed that the roof leaked.', 'that the roof leaked', 'Eva Roth', 'sniffed'],
    ['Eva Roth, who said the roof leaked, left the hall.', 'the roof leaked', 'Eva Roth', 'said'],
    ['Eva Roth, who had left the hall, added that it leaked.', 'that it leaked', 'Eva Roth', 'added'],
    ['Eva Roth believes the roof is “a sieve” for rain.', 'the roof is “a sieve” for rain', 'Eva Roth', 'believes'],
    ['Eva Roth denied the charges on Monday.', 'the charges', 'Eva Roth', 'denied'],
  ])('is found: %s', (text, ...expected) => {
    expect(said(text)).toEqual([expected]);
  });

  it('goes around the cue where it is one clause, and stays two where it is two', () => {
    const one = 'Some of the leaks, according to Eva Roth, were old';
    expect(said(`${one}.`)).toEqual([[one, 'Eva Roth', 'according to']]);
    const two = 'The roof leaked, Eva Roth said, and the cellar was full of water.';
    expect(said(two).map(([words]) => words)).toEqual(['The roof leaked', 'and the cellar was full of water']);
  });

  it.each([
    ['a verb with an object of its own', 'In the years behind the flood, Eva Roth disclosed a plan.'],
    ['a name', 'A play called “The Roof” opened in Leeds.'],
  ])('is not read into %s', (_, text) => {
    expect(said(text).filter(([words]) => words?.startsWith('In') || words?.includes('Roof'))).toEqual([]);
  });
});

describe('subjects of a cue', () => {
  it.each([
    ['Critics like Eva Roth say the roof leaked.', 'Critics like Eva Roth'],
    ['Most of them said the roof leaked.', 'Most of them'],
    ['About four in ten say the roof leaked.', 'four in ten'],
    ['A report published on Monday said the roof leaked.', 'A report'],
    ['She leads a group of nurses who say the roof leaked.', 'a group of nurses'],
    ['Residents promise they will mend the roof.', 'Residents'],
    ['Official data suggest that the roof leaked.', 'Official data'],
    ['He’s said that the roof leaked.', 'He'],
  ])('are read: %s', (text, who) => {
    expect(said(text).map((one) => one[1])).toEqual([who]);
  });

  it('are missing where nobody in particular says it', () => {
    expect(said('It’s said that the roof leaked.')).toEqual([]);
  });
});
