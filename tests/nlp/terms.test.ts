import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/nlp/nlp.ts';

const reader = createReader();
const stemsOf = (text: string) => reader.terms(text).map(({ stem }) => stem);

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
    expect(stemsOf(british)).toEqual(stemsOf(american));
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
    expect(stemsOf(word)).not.toEqual(stemsOf(other));
  });

  it('are of words as written, whatever their accents and possessives', () => {
    expect(stemsOf('Köppen’s café')).toEqual(stemsOf('Koppen cafe'));
  });
});
