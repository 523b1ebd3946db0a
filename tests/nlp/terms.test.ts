import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { american } from '../../src/nlp/american.ts';
import { createReader } from '../../src/nlp/nlp.ts';
import { slice } from '../../src/nlp/span.ts';

const reader = createReader();
const stems = (text: string) => reader.terms(text).map(({ stem }) => stem);

describe('search terms', () => {
  it.each([
    ['colours of the harbour', 'colors of the harbor'],
    ['an unfavourable neighbourhood', 'an unfavorable neighborhood'],
    ['the organisation of labour', 'the organization of labor'],
    ['authorised, apologising, privatisation', 'authorized, apologizing, privatization'],
    ['they analysed it', 'they analyzed it'],
    ['theatres in the centre', 'theaters in the center'],
    ['kilometres and litres', 'kilometers and liters'],
    ['defence licences, a pretence', 'defense licenses, a pretense'],
    ['practised programmes', 'practiced programs'],
    ['catalogued, a catalogue', 'cataloged, a catalog'],
    ['anaemia and haemorrhage in paediatrics', 'anemia and hemorrhage in pediatrics'],
    ['a sceptic on a grey aeroplane', 'a skeptic on a gray airplane'],
    ['manoeuvres', 'maneuvers'],
  ])('are the same for "%s" and "%s"', (british, american) => {
    expect(stems(british)).toEqual(stems(american));
  });

  it.each([
    ['hour', 'hor'],
    ['four', 'for'],
    ['exercise', 'exercize'],
    ['promised', 'promized'],
    ['rising', 'rizing'],
    ['otherwise, likewise', 'otherwize, likewize'],
    ['Greyson', 'Grayson'],
    ['meters', 'matters'],
  ])('leave "%s" as it is: it is not "%s"', (word, other) => {
    expect(stems(word)).not.toEqual(stems(other));
  });

  it('are of words as written, whatever their accents and possessives', () => {
    expect(stems('Köppen’s café')).toEqual(stems('Koppen cafe'));
  });

  it('are stems without function words, accents, possessives and separators', () => {
    expect(stems("What did the Café's 1,250 waiters negotiate?")).toEqual(['cafe', '1250', 'waiter', 'negoti']);
  });

  it('tell the country from the pronoun', () => {
    expect(stems('US and U.S. and us')).toEqual(['u.s', 'u.s']);
    expect(stems('The U.N. met')).toEqual(['un', 'met']);
  });

  it('say where they stand', () => {
    const text = 'On the 10th, inter-Korean talks began.';
    for (const term of reader.terms(text)) expect(slice(text, term)).toMatch(/^(?:10th|inter|Korean|talks|began)$/);
  });

  it('leave out contractions, but not the words that look like them without their apostrophes', () => {
    const text = "Who won? She'll say that they won't, I’d say that Shell’s shed was well.";
    expect(reader.terms(text).map((term) => slice(text, term))).toEqual(['won', 'Shell’s', 'shed']);
  });
});

it('American spelling is settled at once, whatever word it is asked for', () => {
  const parts = fc.constantFrom(
    'our',
    'ise',
    'isation',
    'yze',
    're',
    'ence',
    'logue',
    'aem',
    'paed',
    'l',
    'alumini',
    'prac',
    'en',
    'cent',
    'col',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(parts, fc.stringMatching(/^[a-z]{0,3}$/)), { maxLength: 4 }), (pieces) => {
      const once = american(pieces.join(''));
      expect(american(once)).toBe(once);
    }),
    { numRuns: 5000 },
  );
});
