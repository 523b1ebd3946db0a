import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/nlp/nlp.ts';
import { slice } from '../../src/nlp/span.ts';

const reader = createReader();
const read = (text: string) => reader.read({ text, published: null, furniture: [] }).names;

/** Every mention as "words → name". */
function linked(text: string): string[] {
  const { mentions, entities } = read(text);
  return mentions.map((mention) => `${slice(text, mention)} → ${entities[mention.entity]!.name}`);
}
function people(text: string): string[] {
  return read(text)
    .entities.filter((entity) => entity.kind === 'person')
    .map((entity) => entity.name);
}
function rolesOf(text: string, name: string): string[] {
  const entity = read(text).entities.find((one) => one.name === name);
  return (entity?.roles ?? []).map((role) => slice(text, role));
}

describe('names of people', () => {
  it.each([
    ['given name and surname', 'Laura Bentley said it rained.', ['Laura Bentley']],
    ['initials', 'R. J. Calloway and Peter J. Oakes met.', ['R. J. Calloway', 'Peter J. Oakes']],
    ['particles', 'Jan van der Meer wrote to Omar bin Rashid.', ['Jan van der Meer', 'Omar bin Rashid']],
    ['hyphens', 'Jean-Luc Morel thanked Ha Sung-min, a poet.', ['Jean-Luc Morel', 'Ha Sung-min']],
    ['apostrophes and accents', "Siobhan O'Hara replaced José Ibáñez.", ["Siobhan O'Hara", 'José Ibáñez']],
    ['abbreviated titles', 'Dr. Helen Marsh and Sgt. Paul Weaver came.', ['Helen Marsh', 'Paul Weaver']],
    ['capital titles', 'Finnish Deputy Prime Minister Aino Lehto resigned.', ['Aino Lehto']],
    ['the place of an office', "Norway's new Ambassador to Chile Ingrid Solheim left.", ['Ingrid Solheim']],
    ['a small-letter office', 'Rovers captain Dilan Yaro scored.', ['Dilan Yaro']],
    ['an unknown name with an age', 'Zemfir Oradol, 41, was released.', ['Zemfir Oradol']],
  ])('are found without titles and roles: %s', (_, text, expected) => {
    expect(people(text)).toEqual(expected);
  });

  it.each([
    ['bodies', 'The Ministry of Finance and Orbis Holdings signed.'],
    ['places', 'Lake Ontario lies between Canada and the United States.'],
    ['days and months', 'On Monday and in April it rained.'],
    ['the first word of a sentence', 'Meanwhile the talks stalled. However, nobody left.'],
  ])('are not seen in %s', (_, text) => {
    expect(people(text)).toEqual([]);
  });
});

describe('mentions of one person', () => {
  it('are linked by surname, by given name and in Asian order', () => {
    const text =
      'Vice Minister Pak Yong-ho met envoy Bo Xilan in Oslo. Pak smiled. Xilan did not. Tomas Berg watched; Berg left.';
    expect(linked(text)).toEqual([
      'Pak Yong-ho → Pak Yong-ho',
      'Bo Xilan → Bo Xilan',
      'Oslo → Oslo',
      'Pak → Pak Yong-ho',
      'Xilan → Bo Xilan',
      'Tomas Berg → Tomas Berg',
      'Berg → Tomas Berg',
    ]);
  });

  it('are linked to a full name that comes later', () => {
    expect(linked('Ferrante resigned on Friday. The mayor, Carla Ferrante, gave no reason.')).toContain(
      'Ferrante → Carla Ferrante',
    );
  });

  it('keep two people of one surname apart by their titles', () => {
    const text = 'Anna Doyle sat beside Mark Doyle. Ms. Doyle spoke first. Mr. Doyle agreed.';
    expect(linked(text).slice(2)).toEqual(['Doyle → Anna Doyle', 'Doyle → Mark Doyle']);
  });

  it('take the person who bears the surname and was named last', () => {
    const text = 'Erik Lund, an adviser to President Ole Lund, spoke on Sunday. The talks with Lund were long.';
    expect(linked(text).at(-1)).toBe('Lund → Ole Lund');
  });

  it('hold a first name apart from a person introduced anew', () => {
    const text = "Joseph Arden wrote the report. Mia Keller's father, Joseph, says he is proud.";
    expect(people(text)).toEqual(['Joseph Arden', 'Mia Keller', 'Joseph']);
  });

  it.each([
    ['by gender', 'Maria Holt called Peter Crane. She was late.', 'She → Maria Holt'],
    ['by prominence', 'Peter Crane resigned. He gave no reason.', 'He → Peter Crane'],
    [
      'by the role that goes with it',
      "Sweden's ambassador Lena Falk met Kenji Ota. The ambassador smiled.",
      'The ambassador → Lena Falk',
    ],
    [
      'by a broader word for the role',
      'Deputy Minister Ivo Brandt spoke. The official left.',
      'The official → Ivo Brandt',
    ],
    [
      'by nationality',
      'Danish Foreign Minister Ida Kjær met Greek Foreign Minister Nikos Manos. The Danish diplomat smiled.',
      'The Danish diplomat → Ida Kjær',
    ],
    ['as the company', 'Orbis Holdings cut jobs. The company gave no reason.', 'The company → Orbis Holdings'],
  ])('are linked %s', (_, text, expected) => {
    expect(linked(text)).toContain(expected);
  });

  it('leave pronouns inside quotation marks alone', () => {
    expect(linked('Peter Crane resigned. "He was never here," a neighbour said.')).toEqual([
      'Peter Crane → Peter Crane',
    ]);
  });
});

describe('names of other things', () => {
  it.each([
    ['by their initials', 'The Harbour Workers Union met. The HWU will strike.', 'HWU → Harbour Workers Union'],
    ['by their last word', 'The Leeds Rovers won. Rovers fans sang.', 'Rovers → Leeds Rovers'],
    ['as a place of several words', 'Ships left the Sea of Marmara on Monday.', 'Sea of Marmara → Sea of Marmara'],
    ['as the story writes them, not the dateline', 'OSLO (Agency) - It rained. Oslo slept.', 'OSLO → Oslo'],
  ])('are linked %s', (_, text, expected) => {
    expect(linked(text)).toContain(expected);
  });

  it('are not made of a headline, which may only repeat a name', () => {
    const text = 'Eva Roth Warns Port Of Long Winter\n\nEva Roth spoke on Monday. The harbour was icy.';
    expect(linked(text)).toEqual(['Eva Roth → Eva Roth', 'Eva Roth → Eva Roth']);
  });

  it('do not lend themselves to an official who was never named', () => {
    const text = 'Deputy Minister Ivo Brandt spoke. An Omani official left early. The official gave no reason.';
    expect(linked(text).filter((one) => one.startsWith('The official'))).toEqual([]);
  });
});

describe('roles', () => {
  it.each([
    [
      'before the name',
      "Norway's new Ambassador to Chile Ingrid Solheim left.",
      'Ingrid Solheim',
      ["Norway's new Ambassador to Chile"],
    ],
    [
      'in apposition',
      'Ha Sung-min, a special adviser to President Roh Tae-il, spoke.',
      'Ha Sung-min',
      ['a special adviser to President Roh Tae-il'],
    ],
    ['before a comma', 'Her lawyer, Peter Crane, objected.', 'Peter Crane', ['Her lawyer']],
    ['behind an age', 'Eva Roth, 52, a nurse from Leeds, cried.', 'Eva Roth', ['a nurse from Leeds']],
  ])('are kept as they are written: %s', (_, text, name, expected) => {
    expect(rolesOf(text, name)).toEqual(expected);
  });
});
