import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/nlp/dates/dates.ts';
import { createReader } from '../../src/nlp/nlp.ts';

const reader = createReader();

/** What a TIMEX3 value may look like, as far as these rules write them. */
const CALENDAR =
  '(?:BC)?[\\dX]{4}(?:-(?:[\\dX]{2}(?:-[\\dX]{2})?|W[\\dX]{2}(?:-[1-7]|-WE)?|Q[1-4]|H[12]|SP|SU|FA|WI))?';
const VALUE = new RegExp(
  `^(?:${CALENDAR}(?:T(?:\\d\\d:\\d\\d|MO|AF|EV|NI|DT))?|(?:BC)?\\d{1,3}|PT?[\\dX.]+(?:[YMWDHSQL]|DE|CE|ML)(?:\\d+[MS])?|(?:PRESENT|PAST|FUTURE)_REF)$`,
);

const WORDS =
  'in on at by the a of to and or last next this that same early late mid May June March Sept. Monday Sunday 1 12 31 45 480 1989 2019 ' +
  "12,000 99999 third second 10th quarter half day days week weeks month months year years decade century hours ago earlier later '89 " +
  '1990s BC 8:30 p.m. GMT noon night morning today tomorrow now every few several two twenty-four hundred thousand fiscal end beginning ' +
  'spring winter Christmas Day 2019-02-30 31/12/1999 $19 . , - will said 1/2 more than nearly weekend period';
const word = fc.constantFrom(...WORDS.split(' '));
const published = fc.constantFrom(null, '2019-09-10', '2000-02-29', '1989-11-02', 'not a day');

describe('time expressions', () => {
  it('are disjoint spans in text order, inside the sentences, with TIMEX3 values', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), published, (words, day) => {
        const text = words.join(' ');
        const { sentences } = reader.read({ text, published: day, furniture: [] });
        let last = 0;
        for (const { start, end, value } of reader.dates(text, day)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(sentences.some((sentence) => sentence.start <= start && end <= sentence.end)).toBe(true);
          expect(value).toMatch(VALUE);
          last = end;
        }
      }),
      { numRuns: 1000, examples: [[['winter', '99999', 'BC'], null]] },
    );
  });

  it('are looked for in sentences alone, whatever the text holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(findDates({ text, paragraphs: [], sentences: [] }, null)).toEqual([]);
        for (const { start, end } of reader.dates(text, '2019-09-10')) expect(text.slice(start, end)).not.toBe('');
      }),
    );
  });

  it('of a day of the calendar come back as that day, however it is written', () => {
    const names = 'January February March April May June July August September October November December'.split(' ');
    const days = fc.date({ min: new Date('1000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (moment) => {
        const iso = moment.toISOString().slice(0, 10);
        const [year, month, day] = [moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate()];
        const ways = [
          iso,
          `${names[month]} ${day}, ${year}`,
          `${day} ${names[month]} ${year}`,
          `${month + 1}/${day}/${year}`,
        ];
        for (const written of ways) {
          const text = `It happened on ${written} in Utrecht.`;
          expect(reader.dates(text, null).map(({ value }) => value)).toEqual([iso]);
        }
      }),
    );
  });
});

// A rule that could run away would need days for these, not moments.
describe('pathological text is read to its end', () => {
  it.each([
    ['digits', '1'],
    ['numbers', '12,'],
    ['decimals', '1.'],
    ['slashes', '10/'],
    ['clocks', '10:'],
    ['years', '1990-'],
    ['pointers', 'last '],
    ['articles', 'the '],
    ['commas', ', '],
    ['number words', 'hundred '],
    ['ranges', 'in or 12 to '],
    ['edges', 'the end of the '],
    ['months', 'May '],
    ['white space', ' \t'],
  ])('%s', (_, unit) => {
    const text = unit.repeat(100_000 / unit.length);
    const whole = { start: 0, end: text.length };
    const found = findDates({ text, paragraphs: [whole], sentences: [{ ...whole, paragraph: 0 }] }, '2019-09-10');
    expect(found.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
  });
});
