import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeAction, encodeAction } from '../../src/discord/action.ts';
import { queryLine, readQueryLine, tidy } from '../../src/discord/query.ts';
import { anyText } from './text.ts';

describe('the query line', () => {
  test('says what was asked', () => {
    const asked = {
      command: 'ask',
      options: { question: 'Who *met* him?', from: '2019-01-01', private: true, top: 3 },
    };
    expect(queryLine(asked, true).source).toBe(
      '-# /ask question: **Who \\*met\\* him?** from: **2019-01-01** private: true top: 3',
    );
  });

  test('names the subcommand', () => {
    const asked = { command: 'knowledge', path: ['feed', 'add'], options: { link: 'https://example.org/feed' } };
    const { source } = queryLine(asked, true);
    expect(source).toBe('-# /knowledge feed add link: **https\\://example.org/feed**');
    expect(readQueryLine(source)).toEqual(asked);
  });

  test('reads back as the options it was written from, however they look', () => {
    const name = fc.constantFrom('question', 'from', 'to', 'private', 'show_all', 'über-1', 'top');
    const value = fc.oneof(
      anyText,
      anyText,
      fc.boolean(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
    );
    const word = fc.constantFrom('ask', 'find_it', 'zitat', 'feed', 'add-1');
    const slash = fc.record({ command: word, path: fc.array(word, { minLength: 1, maxLength: 2 }) });
    const menu = fc.record({ command: fc.constantFrom('Find in articles', 'ask') });
    const plain = fc.record({ command: word });
    const asked = fc.oneof(
      slash.map((written) => ({ written, isSlash: true })),
      plain.map((written) => ({ written, isSlash: true })),
      menu.map((written) => ({ written, isSlash: false })),
    );
    fc.assert(
      fc.property(asked, fc.dictionary(name, value), ({ written, isSlash }, given) => {
        const options = tidy({ ...given });
        const line = queryLine({ ...written, options: { ...given } }, isSlash);
        expect(line.source).not.toContain('\n');
        expect(readQueryLine(line.source)).toEqual({ ...written, options });
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['', 'hello', '-# ', '-# /ask question: **a', '-# /ask question: **a** and more **b**', '-# /ask top: 3x'])(
    'is not %j',
    (source) => {
      expect(readQueryLine(source)).toBeNull();
    },
  );
});

describe('the action of a component', () => {
  test('reads back as it was written', () => {
    const part = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.string({ unit: fc.constantFrom(...'%/25Fé1'), maxLength: 8 }),
    );
    const name = part.filter((text) => text !== '');
    fc.assert(
      fc.property(name, name, fc.array(part, { maxLength: 4 }), (command, verb, args) => {
        let id: string;
        try {
          id = encodeAction({ command, verb, args });
        } catch (error) {
          expect(String(error)).toContain('Discord takes 100');
          return;
        }
        expect(id.length).toBeLessThanOrEqual(100);
        expect(decodeAction(id)).toEqual({ command, verb, args });
      }),
    );
  });

  test.each(['', '1', '1/ask', '2/ask/page', '0/ask/page/1', 'ask:page:1', '1/a%2x/page', '1//page'])(
    'is not %j',
    (id) => {
      expect(decodeAction(id)).toBeNull();
    },
  );
});
