import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/nlp/nlp.ts';
import { slice } from '../../src/nlp/span.ts';
import type { Speaker } from '../../src/nlp/types.ts';

const reader = createReader();

/** Every quotation as [kind, words, mention or "(rule)", name, cue]. */
function quotations(text: string) {
  return reader
    .read({ text, published: null, furniture: [] })
    .quotations.map((one) => [
      one.kind,
      slice(text, one),
      ...speaker(text, one.speaker),
      one.cue && slice(text, one.cue),
    ]);
}
function speaker(text: string, who: Speaker | null): [string | null, string | null] {
  if (!who) return [null, null];
  return [who.by === 'stated' ? slice(text, who.span) : `(${who.rule})`, who.name];
}

describe('direct quotations', () => {
  it.each([
    ['speaker before the verb', '"We will rebuild the bridge," Laura Bentley said.', 'Laura Bentley', 'said'],
    [
      'verb before the speaker',
      '“We will rebuild the bridge,” said Laura Bentley, who runs the port.',
      'Laura Bentley',
      'said',
    ],
    [
      'a role before the speaker',
      '“We will rebuild the bridge,” added port director Laura Bentley.',
      'Laura Bentley',
      'added',
    ],
    [
      'a parenthesis between',
      '“We will rebuild the bridge,” Laura Bentley, the director, told reporters.',
      'Laura Bentley',
      'told',
    ],
    ['speaker first, comma', 'Laura Bentley said on Friday, “We will rebuild the bridge.”', 'Laura Bentley', 'said'],
    ['speaker first, colon', 'Laura Bentley wrote: “We will rebuild the bridge.”', 'Laura Bentley', 'wrote'],
    [
      'a colon at the end of the paragraph before',
      'Laura Bentley wrote on Twitter:\n\n“We will rebuild the bridge.”',
      'Laura Bentley',
      'wrote',
    ],
    ['a verb in no list', '“We will rebuild the bridge,” Laura Bentley thundered.', 'Laura Bentley', 'thundered'],
    [
      'a verb in no list, first',
      '“We will rebuild the bridge,” thundered Laura Bentley.',
      'Laura Bentley',
      'thundered',
    ],
    ['according to', '“We will rebuild the bridge,” according to Laura Bentley.', 'Laura Bentley', 'according to'],
    ['a signature', '“We will rebuild the bridge.” — Laura Bentley', 'Laura Bentley', null],
    ['single marks', '‘We will rebuild the bridge,’ said Laura Bentley.', 'Laura Bentley', 'said'],
    ['typed double marks', "''We will rebuild the bridge,'' Laura Bentley said.", 'Laura Bentley', 'said'],
  ])('are attributed: %s', (_, text, mention, cue) => {
    const [first, ...rest] = quotations(text);
    expect(first?.[0]).toBe('direct');
    expect(String(first?.[1]).replace(/\.$/u, '')).toBe('We will rebuild the bridge');
    expect(first?.slice(2)).toEqual([mention, 'Laura Bentley', cue]);
    expect(rest).toEqual([]);
  });

  it('go on after the verb, in the same sentence or the next', () => {
    const text = '“It rained,” Eva Roth said, “and the roof leaked. We moved out.”';
    expect(quotations(text)).toEqual([
      ['direct', 'It rained', 'Eva Roth', 'Eva Roth', 'said'],
      ['direct', 'and the roof leaked. We moved out.', 'Eva Roth', 'Eva Roth', 'said'],
    ]);
    expect(quotations('“It rained,” Eva Roth said. “We moved out.”')[1]).toEqual([
      'direct',
      'We moved out.',
      '(continues the speaker)',
      'Eva Roth',
      null,
    ]);
  });

  it('standing alone continue the speaker, and say so', () => {
    const text = '“It rained,” Eva Roth said.\n\n“The roof leaked for a week.”';
    expect(quotations(text)[1]).toEqual([
      'direct',
      'The roof leaked for a week.',
      '(continues the speaker)',
      'Eva Roth',
      null,
    ]);
  });

  it('of several paragraphs need no closing mark before the last', () => {
    const text = 'Eva Roth wrote: “It rained for a week.\n\n“The roof leaked.\n\n“We moved out.”';
    expect(quotations(text).map((one) => [one[1], one[3]])).toEqual([
      ['It rained for a week.', 'Eva Roth'],
      ['The roof leaked.', 'Eva Roth'],
      ['We moved out.', 'Eva Roth'],
    ]);
  });

  it('keep the quotations nested in them', () => {
    expect(quotations('“She told me, ‘Go home,’ and I went,” Eva Roth said.')).toEqual([
      ['direct', 'She told me, ‘Go home,’ and I went', 'Eva Roth', 'Eva Roth', 'said'],
    ]);
  });

  it('have no speaker while nobody can be made out', () => {
    expect(quotations('“It rained for a whole week.”')).toEqual([
      ['direct', 'It rained for a whole week.', null, null, null],
    ]);
  });

  it('are not read into scare quotes, titles and labels', () => {
    expect(quotations('The so-called “smart” bins overflow. READ MORE: “The bins of Leeds”')).toEqual([]);
  });
});

describe('mixed quotations', () => {
  it.each([
    ['that', 'Eva Roth said that the plan was “a gift” to the port.', 'that the plan was “a gift” to the port'],
    ['no that', 'Eva Roth said the plan was “a gift.”', 'the plan was “a gift.”'],
    ['verb last', 'The plan was “a gift to the port,” Eva Roth said.', 'The plan was “a gift to the port,”'],
    ['called', 'Eva Roth called the plan “a gift to the port,” and left.', 'the plan “a gift to the port,”'],
  ])('hold the whole clause: %s', (_, text, words) => {
    expect(quotations(text).map((one) => one.slice(0, 4))).toEqual([['mixed', words, 'Eva Roth', 'Eva Roth']]);
  });
});

describe('indirect quotations', () => {
  it.each([
    ['that', 'Eva Roth said that the roof leaked.', 'that the roof leaked'],
    ['no that', 'Eva Roth says the roof leaked.', 'the roof leaked'],
    ['a hearer', 'Eva Roth told the city council the roof leaked.', 'the roof leaked'],
    ['time and setting', 'Eva Roth said in a statement on Monday that the roof leaked.', 'that the roof leaked'],
    ['verb last', 'The roof leaked for weeks, Eva Roth said on Monday.', 'The roof leaked for weeks'],
    ['verb last, inverted', 'The roof leaked for weeks, said Eva Roth, a nurse.', 'The roof leaked for weeks'],
    ['an apposition', 'Eva Roth, a nurse from Leeds, told reporters that the roof leaked.', 'that the roof leaked'],
    ['a relative clause', 'Eva Roth, who lives in Leeds, says the roof leaked.', 'the roof leaked'],
    ['an aside', 'Eva Roth stressed, however, that the roof leaked.', 'that the roof leaked'],
    ['according to, first', 'According to Eva Roth, the roof leaked.', 'the roof leaked'],
    ['according to, last', 'The roof leaked for weeks, according to Eva Roth.', 'The roof leaked for weeks'],
    ['an infinitive', 'Eva Roth promised to mend the roof.', 'to mend the roof'],
    [
      'a whole sentence behind a dateline',
      'LEEDS (Agency / Wire - 3rd May, 2021) The roof leaked for weeks, Eva Roth said.',
      'The roof leaked for weeks',
    ],
  ])('are found: %s', (_, text, words) => {
    expect(quotations(text).map((one) => one.slice(0, 4))).toEqual([['indirect', words, 'Eva Roth', 'Eva Roth']]);
  });

  it.each([
    ['a new verb of the same subject', 'Eva Roth said the roof leaked, and left the room.', 'the roof leaked'],
    [
      'the main clause behind "while"',
      'While Eva Roth said the roof leaked, the tenants denied it.',
      'the roof leaked',
    ],
    ['a closing parenthesis', 'Eva Roth said the roof leaked (it had for years).', 'the roof leaked'],
    ['a semicolon', 'Eva Roth said the roof leaked; nobody listened.', 'the roof leaked'],
  ])('end before %s', (_, text, words) => {
    expect(quotations(text)[0]?.[1]).toBe(words);
  });

  it('may report what somebody else reports', () => {
    expect(quotations('Eva Roth said the roof leaked, the radio reported.').map((one) => one.slice(1, 3))).toEqual([
      ['Eva Roth said the roof leaked', 'the radio'],
      ['the roof leaked', 'Eva Roth'],
    ]);
  });

  it.each([
    ['a poll', 'The poll found that most tenants had left.', 'The poll'],
    ['several people', 'Eva Roth and Peter Crane said the roof leaked.', 'Eva Roth and Peter Crane'],
    ['a source', 'A person familiar with the repairs said the roof leaked.', 'A person familiar with the repairs'],
    ['a plural', 'Researchers say the roof leaked.', 'Researchers'],
  ])('name %s as written', (_, text, mention) => {
    expect(quotations(text).map((one) => one[2])).toEqual([mention]);
  });

  it('open with the speaker and a colon in a transcript', () => {
    const text = 'Eva Roth was asked about it.\n\nROTH: The roof leaked for weeks.';
    expect(quotations(text)).toEqual([['indirect', 'The roof leaked for weeks', 'ROTH', 'Eva Roth', null]]);
  });

  it('hold a cue between commas that stands inside one clause', () => {
    const text = 'The roof, Eva Roth says, was never mended.';
    expect(quotations(text).map((one) => one[1])).toEqual(['The roof, Eva Roth says, was never mended']);
  });

  it('go on after a second verb of the same speaker', () => {
    const text = 'Eva Roth told reporters that the roof leaked, stressing, however, that nobody was hurt.';
    expect(quotations(text)).toEqual([
      ['indirect', 'that the roof leaked', 'Eva Roth', 'Eva Roth', 'told'],
      ['indirect', 'that nobody was hurt', '(subject of the sentence)', 'Eva Roth', 'stressing'],
    ]);
  });

  it('are told of unnamed speakers without a name', () => {
    expect(quotations('Two officials said the roof leaked.')).toEqual([
      ['indirect', 'the roof leaked', 'Two officials', null, 'said'],
    ]);
  });

  it.each([
    ['a denial of speech', 'Eva Roth did not say that the roof leaked.'],
    ['an order to speak', 'Nobody asked Eva Roth to say that the roof leaked.'],
    ['a thing that is added', 'Eva Roth added a pinch of salt to the soup.'],
    ['the passive', 'Eva Roth was told that the roof leaked.'],
  ])('are not read into %s', (_, text) => {
    expect(quotations(text)).toEqual([]);
  });
});

describe('speakers', () => {
  const text = [
    'Norwegian Deputy Foreign Minister Li Hansen said on Monday that talks had begun.',
    'Hansen met Greek Foreign Minister Nikos Manos and Danish envoys Ida Holm and Erik Lund.',
    '“We are hopeful,” she said.',
    'The official added that a paper had been sent.',
    '“It is a start,” Hansen stressed.',
    'According to the diplomat, the talks will go on.',
  ].join('\n\n');

  it('are one person under every mention, whoever is named between', () => {
    expect(quotations(text).map((one) => one.slice(2, 4))).toEqual([
      ['Li Hansen', 'Li Hansen'],
      ['she', 'Li Hansen'],
      ['The official', 'Li Hansen'],
      ['Hansen', 'Li Hansen'],
      ['the diplomat', 'Li Hansen'],
    ]);
  });

  it('are not the owner of who speaks', () => {
    expect(quotations("Eva Roth fell. Eva Roth's lawyer said the roof leaked.")).toEqual([
      ['indirect', 'the roof leaked', "Eva Roth's lawyer", null, 'said'],
    ]);
  });
});
