import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { localize } from '../../src/discord/localize.ts';
import { declarations } from '../../src/languages/declarations.ts';

type Words = Readonly<Record<string, string>>;

interface Part {
  readonly name: string;
  readonly type?: number;
  readonly value?: string;
  readonly description?: string;
  readonly name_localizations?: Words;
  readonly description_localizations?: Words;
  readonly options?: readonly Part[];
  readonly choices?: readonly Part[];
}

const declared = commands.map(({ data }) => localize(data)) as readonly Part[];

/** Every part with the path that the catalogue knows it by. */
const parts = (part: Part, path = part.name): readonly (readonly [path: string, part: Part])[] => [
  [path, part],
  ...(part.options ?? []).flatMap((inner) => parts(inner, `${path}.${inner.name}`)),
  ...(part.choices ?? []).flatMap((inner) => parts(inner, `${path}.${inner.value}`)),
];
const all = declared.flatMap((part) => parts(part));
const locales = ['de', 'es-419', 'es-ES', 'fr', 'ja', 'zh-CN'];

test('every part of every command has its words in every language', () => {
  const named = all.map(([path, part]) => [path, Object.keys(part.name_localizations ?? {}).sort()]);
  expect(named).toEqual(all.map(([path]) => [path, locales]));
  const described = all.filter(([, { description }]) => description !== undefined);
  expect(described.length).toBeGreaterThan(20);
  for (const [path, part] of described)
    expect([path, Object.keys(part.description_localizations ?? {}).sort()]).toEqual([path, locales]);
  for (const [, part] of all.filter(([, { description }]) => description === undefined))
    expect(part.description_localizations).toBeUndefined();
});

test.each(Object.entries(declarations))('the words in %s are of commands that there are', (_language, words) => {
  expect(Object.keys(words).sort()).toEqual(all.map(([path]) => path).sort());
});

describe('Discord takes', () => {
  test('every name', () => {
    const plain = all.filter(([path, { value }]) => value === undefined && !path.includes(' '));
    const free = all.filter(([path, { value }]) => value !== undefined || path.includes(' '));
    for (const [path, { name_localizations = {} }] of plain)
      for (const name of Object.values(name_localizations)) {
        expect(name, path).toMatch(/^[-_'\p{L}\p{N}]{1,32}$/u);
        expect(name, path).toBe(name.toLowerCase());
      }
    for (const [path, { name_localizations = {}, value }] of free)
      for (const name of Object.values(name_localizations)) {
        expect(name.length, path).toBeGreaterThan(0);
        expect(name.length, path).toBeLessThanOrEqual(value === undefined ? 32 : 100);
      }
  });

  test('every description', () => {
    for (const [path, { description_localizations = {} }] of all)
      for (const text of Object.values(description_localizations)) {
        expect(text.length, `${path}: ${text}`).toBeGreaterThan(0);
        expect(text.length, `${path}: ${text}`).toBeLessThanOrEqual(100);
      }
  });

  test('each command, which has 8,000 characters in every language', () => {
    for (const command of declared)
      for (const locale of locales) {
        const length = parts(command).reduce((sum, [, part]) => {
          const words = [part.name_localizations?.[locale], part.description_localizations?.[locale], part.value];
          return sum + words.join('').length;
        }, 0);
        expect(length, command.name).toBeLessThanOrEqual(8_000);
      }
  });

  test('names beside each other, which differ', () => {
    const levels: (readonly Part[])[] = [
      declared.filter(({ type }) => type === 1),
      declared.filter(({ type }) => type === 3),
      ...all.flatMap(([, { options = [], choices = [] }]) => [options, choices]),
    ];
    for (const level of levels)
      for (const locale of locales) {
        const names = level.map((part) => part.name_localizations?.[locale]);
        expect(new Set(names).size, names.join(', ')).toBe(names.length);
      }
  });
});

test('what the catalogue does not know stays English', () => {
  const data = { name: 'unheard-of', description: 'Never declared', options: [] };
  expect(localize(data)).toEqual(data);
});
