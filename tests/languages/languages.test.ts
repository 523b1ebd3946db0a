import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { commandName } from '../../src/discord/localize.ts';
import { catalogues, languageOf, languages, speechIn } from '../../src/languages/languages.ts';
import type { Template } from '../../src/languages/types.ts';

const formsOf = (template: Template): string[] =>
  typeof template === 'string' ? [template] : Object.values(template as object);
const placesOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();
const others = languages.filter((language) => language !== 'en');
const english: Readonly<Record<string, Template>> = catalogues.en;

describe.each(others)('the catalogue in %s', (language) => {
  const catalogue: Readonly<Record<string, Template>> = catalogues[language];

  test('has every sentence of the English one, and no other', () => {
    expect(Object.keys(catalogue)).toEqual(Object.keys(english));
  });

  test('has the same places for values, and the forms that its plurals need', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, template] of Object.entries(catalogue)) {
      const model = english[key]!;
      expect([key, typeof template]).toEqual([key, typeof model]);
      if (typeof template === 'string') expect([key, placesOf(template)]).toEqual([key, placesOf(model as string)]);
      else if (typeof model !== 'string') {
        expect([key, placesOf(template.other)]).toEqual([key, placesOf(model.other)]);
        expect([key, template.one !== undefined]).toEqual([key, needed.includes('one')]);
      }
    }
  });

  test('is a translation, with the same bold words and code, and nothing blank', () => {
    const marks = (text: string) => text.match(/\*\*/g)?.length ?? 0;
    for (const [key, template] of Object.entries(catalogue)) {
      for (const form of formsOf(template)) {
        expect(form.trim(), key).toBe(form);
        expect(form, key).not.toBe('');
        expect(marks(form), key).toBe(marks(formsOf(english[key]!)[0]!));
      }
    }
  });

  test('calls commands by the names that they have in this language', () => {
    const names = commands.map(({ data }) => `/${commandName(data.name, language)}`);
    const wrong = Object.values(catalogue)
      .flatMap(formsOf)
      .flatMap((form) => [...form.matchAll(/(?<![\p{L}\p{N}/:])(\/[\p{L}\p{N}_-]+)/gu)].map(([, name]) => name!))
      .filter((name) => !names.includes(name));
    expect(wrong).toEqual([]);
  });
});

test.each([
  ['en-US', 'en'],
  ['en-GB', 'en'],
  ['de', 'de'],
  ['es-419', 'es'],
  ['es-ES', 'es'],
  ['zh-CN', 'zh-CN'],
  ['zh-TW', 'zh-CN'],
  ['ja', 'ja'],
  ['pt-BR', 'en'],
  ['', 'en'],
])('readers with the locale %s are spoken to in %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
  expect(speechIn(locale).language).toBe(language);
});

describe('a sentence', () => {
  test('has its values put in as they are, once', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...languages), (name, language) => {
        const [before, after] = catalogues[language]['hello.name'].split('{name}');
        expect(speechIn(language).text('hello.name', { name })).toBe(`${before}${name}${after}`);
      }),
    );
    expect(speechIn('en').text('pager.page', { page: '{pages}', pages: 2 })).toBe('Page {pages} of 2');
  });

  test('agrees with its count', () => {
    const waiting = (n: number) => languages.map((language) => speechIn(language).text('guard.user', { n }));
    expect(waiting(1)[0]).toContain('in a second.');
    expect(waiting(2)[0]).toContain('in 2 seconds.');
    expect(waiting(1)[languages.indexOf('de')]).toContain('in einer Sekunde');
    expect(waiting(30)[languages.indexOf('ja')]).toContain('30秒後');
    for (const sentence of waiting(7)) expect(sentence).toContain('7');
  });

  test('has its numbers written as in the language', () => {
    const sizes = languages.map((language) => speechIn(language).text('file.large', { size: 1234.5 }));
    expect(sizes[0]).toContain('1,234.5 MB');
    expect(sizes[languages.indexOf('de')]).toContain('1.234,5 MB');
  });
});

describe('a date', () => {
  test.each([
    ['en', '10 Sep 2019', 'June 2018'],
    ['de', '10. Sept. 2019', 'Juni 2018'],
    ['fr', '10 sept. 2019', 'juin 2018'],
    ['es', '10 sept 2019', 'junio de 2018'],
    ['ja', '2019年9月10日', '2018年6月'],
    ['zh-CN', '2019年9月10日', '2018年6月'],
  ])('in %s is %s, a month is %s', (language, day, month) => {
    const { date } = speechIn(language);
    expect([date('2019-09-10'), date('2018-06'), date('2018')]).toEqual([day, month, '2018']);
  });

  test('before the year 100 is not one of the last century, and what is none stays', () => {
    expect(speechIn('en').date('0044-03-15')).toBe('15 Mar 44');
    expect(['', '2019-13-01', 'yesterday'].map(speechIn('de').date)).toEqual(['', '2019-13-01', 'yesterday']);
  });
});

test('a list is joined as in the language', () => {
  const names = ['a', 'b', 'c'];
  expect(speechIn('en').list(names)).toBe('a, b and c');
  expect(speechIn('en').list(names, 'or')).toBe('a, b or c');
  expect(speechIn('de').list(names)).toBe('a, b und c');
  expect(speechIn('zh-CN').list(names)).toBe('a、b和c');
  expect(speechIn('fr').list(['a'])).toBe('a');
  expect(speechIn('fr').list([])).toBe('');
});
