/** The first law of the house: who may use whom. The second, that nothing is shown but what is there, is in verbatim.test.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');

/** For each folder the ones it may use, besides itself. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  languages: [],
  nlp: [],
  corpus: ['nlp'],
  store: [],
  search: ['nlp', 'corpus'],
  answer: ['nlp', 'corpus', 'search'],
  web: [],
  servers: ['nlp', 'corpus', 'search', 'answer', 'store', 'web'],
  operations: [],
  discord: ['languages', 'nlp', 'corpus', 'search', 'answer', 'store', 'web', 'servers'],
  pictures: ['nlp', 'corpus', 'answer'],
  commands: ['languages', 'nlp', 'corpus', 'search', 'answer', 'store', 'web', 'servers', 'discord', 'pictures'],
  tryout: [],
};
/** What outsiders may import of a folder besides its door `X/X.ts` and its `types.ts`. */
const ALSO_PUBLIC = new Set([
  'nlp/span.ts',
  'discord/display.ts',
  'discord/markdown.ts',
  'discord/refusal.ts',
  'tryout/protocol.ts',
  'web/poll.ts',
]);
const PACKAGES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^wink-/, ['nlp']],
  [/^discord\.js$/, ['discord', 'commands', 'tryout', '']],
  [/^(?:@keyv\/.*|keyv)$/, ['store']],
  [/^@resvg\/|^@expo-google-fonts\//, ['pictures']],
];

interface Import {
  readonly file: string;
  /** Folder below `src` (or `commands`); '' for the roots. */
  readonly from: string;
  readonly to: string;
}

function filesIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => path.join(folder, name));
}

function folderOf(file: string): string {
  const [top, folder, ...rest] = file.split(path.sep);
  if (top === 'commands') return 'commands';
  return rest.length === 0 || folder === 'cli' ? '' : (folder ?? '');
}

const files = [...filesIn('src'), ...filesIn('commands')];
const imports: Import[] = files.flatMap((file) => {
  const source = readFileSync(path.join(ROOT, file), 'utf8');
  const found = source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g);
  return Array.from(found, ([, to = '']) => ({ file, from: folderOf(file), to }));
});
const inner = imports
  .filter(({ to }) => to.startsWith('.'))
  .map(({ file, from, to }) => ({ file, from, target: path.normalize(path.join(path.dirname(file), to)) }));

describe('the house', () => {
  it('has imports to check', () => {
    expect(imports.length).toBeGreaterThan(50);
  });

  it('is used in one direction: nlp → corpus → search → answer → servers → discord → commands → roots', () => {
    const wrong = inner.filter(({ from, target }) => {
      const to = folderOf(target);
      return from !== '' && to !== from && !MAY_USE[from]?.includes(to);
    });
    expect(wrong).toEqual([]);
  });

  it('is entered by doors: outsiders import a folder’s door or its types', () => {
    const wrong = inner.filter(({ from, target }) => {
      const to = folderOf(target);
      if (to === from || to === '') return false;
      if (to === 'commands') return target !== path.join('commands', 'index.ts');
      const name = path.relative('src', target).split(path.sep).join('/');
      return name !== `${to}/${to}.ts` && name !== `${to}/types.ts` && !ALSO_PUBLIC.has(name);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps wink-nlp, discord.js, keyv and resvg each in its place', () => {
    const wrong = imports.filter(({ from, to }) =>
      PACKAGES.some(([name, homes]) => name.test(to) && !homes.includes(from)),
    );
    expect(wrong).toEqual([]);
  });

  it('reads the environment in one place', () => {
    const readers = files.filter((file) => /process\.env/.test(readFileSync(path.join(ROOT, file), 'utf8')));
    expect(readers).toEqual([path.join('src', 'env.ts')]);
  });

  it('has no file too long to take in', () => {
    const long = files.filter((file) => readFileSync(path.join(ROOT, file), 'utf8').split('\n').length > 260);
    expect(long).toEqual([]);
  });
});
