import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ask } from '../../commands/ask/ask.ts';
import { readPeriod, showDate, showPeriod } from '../../commands/shared/days.ts';
import { languageOf } from '../../commands/shared/language.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { ServerSettings } from '../../src/servers/types.ts';
import { ferry, libraryOf, message, request, seen, servicesWith } from './fixtures.ts';

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

test('dates are shown as precisely as they are known', () => {
  expect(['2018', '2018-06', '2019-09-01', 'unknown'].map((date) => showDate(date))).toEqual([
    '2018',
    'June 2018',
    '1 Sep 2019',
    'unknown',
  ]);
});

test.each([
  ['de', ['2018', 'Juni 2018', '1. Sept. 2019']],
  ['fr', ['2018', 'juin 2018', '1 sept. 2019']],
  ['es', ['2018', 'junio de 2018', '1 sept 2019']],
  ['ja', ['2018', '2018年6月', '2019年9月1日']],
  ['zh-CN', ['2018', '2018年6月', '2019年9月1日']],
] as const)('dates are shown in %s', (language, shown) => {
  expect(['2018', '2018-06', '2019-09-01'].map((date) => showDate(date, language))).toEqual(shown);
});

describe('the language of dates', () => {
  const asks = (locale: string, language: ServerSettings['language']) => {
    const services = servicesWith(libraryOf(ferry));
    const settings = { ...services.server.settings, language };
    return languageOf({ locale }, { server: { ...services.server, settings } });
  };

  test('is the asker’s own, as far as there is one', () => {
    const locales = ['en-GB', 'en-US', 'de', 'es-419', 'fr', 'ja', 'zh-TW', 'pl', ''];
    expect(locales.map((locale) => asks(locale, 'asker'))).toEqual([
      'en',
      'en',
      'de',
      'es',
      'fr',
      'ja',
      'zh-CN',
      'en',
      'en',
    ]);
  });

  test('is that of the server where it has set one', () => {
    expect(asks('ja', 'de')).toBe('de');
  });

  test('is that of the whole reply', async () => {
    const services = servicesWith(libraryOf(ferry));
    const reply = await ask.run(request({ question: 'When did the island ferry return?' }, { locale: 'de' }), services);
    expect(seen(message(reply))).toContain('published 15. Juni 2021');
  });
});

test('every day that is shown can be typed again', () => {
  const days = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.constantFrom(4, 7, 10), (date, precision) => {
      const written = date.toISOString().slice(0, precision);
      expect(readPeriod({ from: showDate(written), to: showDate(written) })).toEqual(
        readPeriod({ from: written, to: written }),
      );
    }),
  );
});

test('a period is named by its ends', () => {
  expect(showPeriod({ from: '2019-01-01', to: '2019-09-10' }, 'en')).toBe('from 1 Jan 2019 to 10 Sep 2019');
  expect(showPeriod({ from: '2019-01-01' }, 'en')).toBe('from 1 Jan 2019 on');
  expect(showPeriod({ to: '2019-09-10' }, 'en')).toBe('up to 10 Sep 2019');
});
