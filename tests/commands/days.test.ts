import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPeriod, tellPeriod } from '../../commands/shared/days.ts';
import { display } from '../../src/discord/display.ts';
import { sayPhrase } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import { declaredAs, languages, speechIn } from '../../src/languages/languages.ts';
import type { Language } from '../../src/languages/types.ts';

describe('reading a period', () => {
  test.each([
    ['2019', '2019-01-01', '2019-12-31'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2019-02', '2019-02-01', '2019-02-28'],
    ['2019-9-1', '2019-09-01', '2019-09-01'],
    ['2019-09-10', '2019-09-10', '2019-09-10'],
    [' 10 Sep 2019 ', '2019-09-10', '2019-09-10'],
    ['September 2019', '2019-09-01', '2019-09-30'],
    ['sept. 2019', '2019-09-01', '2019-09-30'],
  ])('%s includes its first and its last day', (written, from, to) => {
    expect(readPeriod({ from: written, to: written })).toEqual({ from, to });
  });

  test.each([
    'yesterday',
    '10/09/2019',
    '2019-13',
    '2019-02-30',
    '31 April 2020',
    '32 Sep 2019',
    '19',
    '2019-',
    'Foo 2019',
    '²⁰¹⁹',
  ])('%s is refused with the forms that work', (written) => {
    expect(() => readPeriod({ from: written })).toThrow(Refusal);
    expect(() => readPeriod({ to: written })).toThrow(/2019-09-10/u);
  });

  test('a period that ends before it begins is refused', () => {
    expect(() => readPeriod({ from: '2020', to: '2019' })).toThrow(/later than/u);
    expect(readPeriod({ from: '2019', to: '2019' })).toEqual({ from: '2019-01-01', to: '2019-12-31' });
  });

  test('nothing given is no limit', () => {
    expect(readPeriod({})).toEqual({});
  });
});

test('every day that is shown can be typed again', () => {
  const days = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.constantFrom(4, 7, 10), (date, precision) => {
      const written = date.toISOString().slice(0, precision);
      const shown = speechIn('en').date(written);
      expect(readPeriod({ from: shown, to: shown })).toEqual(readPeriod({ from: written, to: written }));
    }),
  );
});

describe('a period is named by its ends', () => {
  const both = { from: '2019-01-01', to: '2019-09-10' };
  const told = (period: Parameters<typeof tellPeriod>[0], language: Language) => {
    const phrase = tellPeriod(period);
    return phrase === null ? null : display(sayPhrase(speechIn(language), phrase));
  };

  test('in English', () => {
    expect(told(both, 'en')).toBe('from 1 Jan 2019 to 10 Sep 2019');
    expect(told({ from: both.from }, 'en')).toBe('from 1 Jan 2019 on');
    expect(told({ to: both.to }, 'en')).toBe('up to 10 Sep 2019');
    expect(told({}, 'en')).toBeNull();
  });

  test('in German and Japanese', () => {
    expect(told(both, 'de')).toBe('vom 1. Jan. 2019 bis zum 10. Sept. 2019');
    expect(told({ from: both.from }, 'ja')).toBe('2019年1月1日以降');
  });
});

test.each(languages.filter((language) => language !== 'en'))(
  'refusals in %s call options by the names that they have there',
  (language) => {
    const { text } = speechIn(language);
    const named = [
      [text('option.about'), 'quote.about'],
      [text('option.article'), 'ask.article'],
      [text('option.article'), 'article.article'],
      [text('option.topic'), 'timeline.topic'],
      ...['ask', 'quote', 'timeline'].flatMap((command) => [
        [text('option.from'), `${command}.from`] as const,
        [text('option.to'), `${command}.to`] as const,
      ]),
    ] as const;
    for (const [name, path] of named) expect([path, name]).toEqual([path, declaredAs(path, language)?.[0]]);
  },
);
