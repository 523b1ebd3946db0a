import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/nlp/nlp.ts';
import { libraryOf } from './library.ts';

const reader = createReader();
const library = libraryOf(reader);

/** A council meeting with everything that a quotation can be bent with: numbers, negations, two speakers. */
const council = libraryOf(reader, [
  {
    id: 'council',
    title: 'Council Argues Over the Lighthouse',
    published: '2021-04-02',
    text: `The council argued about the lighthouse until midnight.

“We will not sell the lighthouse to anyone who wants to turn it into a hotel,” councillor Petra Vogel told reporters on Thursday. “It guided 300 ships home last winter.”

“The roof has been leaking since 2009 and nobody has paid for it,” treasurer Anton Reuss said. “Selling [the tower] is the only honest way out.”

Reuss said the keeper would receive a pension of 1,200 crowns.`,
  },
  {
    id: 'keeper',
    title: 'The Keeper Speaks',
    published: '2021-04-03',
    text: `“I have climbed those stairs every evening for forty years,” said keeper Jonas Hald.

“Nobody asked me whether I would like to live in a hotel.”`,
  },
]);

describe('an exact quotation', () => {
  it.each([
    'We do not gamble with lives',
    '“We do not\n  gamble with lives,”',
    '«we do not gamble with lives!»',
    "'Nobody should have to walk twelve kilometres to school'",
    '"We do not gamble with lives," Brandt said.',
    'Ilse Brandt: “We do not gamble with lives”',
    '“We do not gamble with lives” — Ilse Brandt',
    '“We do not gamble with lives,” said the mayor, Ilse Brandt.',
  ])('is found however it is set and attributed: %s', (text) => {
    const result = library.check(text);
    expect(result).toMatchObject({ verdict: 'exact', findings: [] });
    expect(result.match?.text).toMatch(/^(?:We do not gamble with lives|Nobody should have)/);
  });

  it('has a speaker, a role and nothing else to tell', () => {
    const result = library.check('We do not gamble with lives');
    expect(result.speaker).toBe('Ilse Brandt');
    expect(result.diff).toEqual([['=', 'We do not gamble with lives']]);
  });

  it('may leave words out at an ellipsis, and put some in brackets, and both are told', () => {
    const left = council.check('“We will not sell the lighthouse … into a hotel”');
    expect(left).toMatchObject({ verdict: 'exact', findings: ['ellipsis'] });
    expect(left.diff).toEqual([
      ['=', 'We will not sell the lighthouse'],
      ['-', 'to anyone who wants to turn it'],
      ['=', 'into a hotel'],
    ]);
    const put = council.check('“[The lighthouse] guided 300 ships home last winter”');
    expect(put.verdict).toBe('altered');
    const inside = council.check('“I have climbed [the] stairs every evening for forty years”');
    expect(inside).toMatchObject({ verdict: 'exact', findings: ['insertion'] });
    expect(council.check('“Selling [the tower] is the only honest way out”')).toMatchObject({
      verdict: 'exact',
      findings: [],
    });
  });

  it('is found although the article has a lone mark amid its words', () => {
    const odd = libraryOf(reader, [
      { id: 'odd', text: 'The keepers “ even the youngest “ climbed the stairs that evening.' },
    ]);
    expect(odd.check('The keepers even the youngest climbed the stairs').verdict).toBe('exact');
  });

  it('is told to be the article’s own words when it was nobody’s', () => {
    const result = council.check('“the keeper would receive a pension of 1,200 crowns”');
    expect(result).toMatchObject({ verdict: 'exact', findings: ['not in quotation marks'], speaker: 'Anton Reuss' });
  });
});

describe('an altered quotation', () => {
  it.each([
    ['We will sell the lighthouse to anyone who wants to turn it into a hotel', 'negation dropped'],
    ['sell the lighthouse to anyone who wants to turn it into a hotel', 'negation cut off'],
    ['It never guided 300 ships home last winter', 'negation added'],
    ['It guided 800 ships home last winter', 'number changed'],
    ['It guided 300 ships last winter', 'words dropped'],
    ['It guided 300 brave ships home last winter', 'words added'],
    ['It guided 300 ships home last summer', 'words changed'],
    ['I have climbed those stairs every evenign for forty years', 'misspelt'],
    ['The roof has been leaking, since 2009, and nobody has paid for it', 'punctuation'],
    ['“We will … sell the lighthouse”', 'negation dropped'],
    ['“It guided 300 ships home last winter,” Anton Reuss said.', 'said by someone else'],
    ['Jonas Hald: “The roof has been leaking since 2009”', 'said by someone else'],
    [
      '“We will not sell the lighthouse to anyone who wants to turn it into a hotel. It guided 300 ships home last winter.”',
      'joined',
    ],
    ['“The roof has been leaking since 2009 and I have climbed those stairs every evening”', 'joined'],
  ])('is told with what was done: %s (%s)', (text, finding) => {
    const result = council.check(text);
    expect(result.verdict).toBe('altered');
    expect(result.findings).toContain(finding);
  });

  it('shows word by word what was changed', () => {
    const result = library.check('We do gamble with many lives');
    expect(result.verdict).toBe('altered');
    expect(result.diff).toEqual([
      ['=', 'We do'],
      ['-', 'not'],
      ['=', 'gamble with'],
      ['+', 'many'],
      ['=', 'lives'],
    ]);
  });

  it('shows where each part of a joined one comes from', () => {
    const { match, parts } = council.check(
      'The roof has been leaking since 2009 and nobody asked me whether I would like to live',
    );
    const places = [match!, ...parts].map(({ article, text }) => [article.id, text]);
    expect(places).toEqual(
      expect.arrayContaining([
        ['council', expect.stringContaining('has been leaking since 2009')],
        ['keeper', expect.stringContaining('asked me whether I would like to live')],
      ]),
    );
  });

  it('says who said it and who was claimed', () => {
    const result = council.check('“It guided 300 ships home last winter,” said Jonas Hald.');
    expect(result).toMatchObject({ claimed: 'Jonas Hald', speaker: 'Petra Vogel' });
  });
});

describe('another text', () => {
  it('is not found, and neither is part of a word', () => {
    expect(library.check('gamble with live').verdict).not.toBe('exact');
    expect(library.check('The moon landing was watched by half the world.').verdict).toBe('not found');
    expect(library.check('').verdict).toBe('not found');
    expect(library.check('“…”').verdict).toBe('not found');
    expect(library.check('[…]').verdict).toBe('not found');
  });

  it('comes with the sentences nearest to it', () => {
    const result = library.check('The mayor would like a ferry made of chocolate');
    expect(result.verdict).toBe('not found');
    expect(result.nearest.length).toBeGreaterThan(0);
    expect(result.nearest.length).toBeLessThanOrEqual(3);
  });
});

describe('whatever is checked', () => {
  const words = fc.constantFrom(
    'We',
    'not',
    'the',
    'lighthouse',
    '…',
    '[',
    ']',
    '“',
    '”',
    '"',
    "'",
    '—',
    '300',
    ',',
    'Vogel',
    'said',
    ':',
    '\n',
    '[…]',
  );
  const text = fc.array(fc.oneof(words, fc.string()), { maxLength: 25 }).map((parts) => parts.join(' '));

  it('is answered, with a match that is the article’s to the letter', () => {
    fc.assert(
      fc.property(text, (checked) => {
        const { verdict, match, diff, findings } = council.check(checked);
        expect(match === null).toBe(verdict === 'not found');
        if (match) expect(match.article.text.slice(match.start, match.end)).toBe(match.text);
        if (verdict === 'altered') expect(findings.length).toBeGreaterThan(0);
        for (const [sign, piece] of diff) if (sign !== '+') expect(piece.trim()).not.toBe('');
      }),
      { numRuns: 200 },
    );
  });

  it('is exact when it is cut out of an article between words', () => {
    const article = council.article('keeper')!;
    const [said] = reader.read(article).quotations;
    const spaces = Array.from(
      article.text.slice(said!.start, said!.end).matchAll(/\s/gu),
      ({ index }) => said!.start + index,
    );
    fc.assert(
      fc.property(fc.subarray(spaces, { minLength: 2, maxLength: 2 }), ([from, to]) => {
        const cut = article.text.slice(from! + 1, to);
        expect(council.check(`«${cut}»`).verdict).toBe('exact');
      }),
    );
  });

  it('does not hang on long and broken texts', () => {
    for (const long of [
      'a '.repeat(50_000),
      '“'.repeat(20_000),
      'Ab, '.repeat(20_000),
      `“${'word '.repeat(3_000)}`,
      '[…] '.repeat(5_000),
    ]) {
      expect(council.check(long).verdict).toBe('not found');
    }
  });
});
