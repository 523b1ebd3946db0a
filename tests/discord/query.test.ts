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

  test('reads back as the options it was written from, however they look', () => {
    const name = fc.constantFrom('question', 'from', 'to', 'private', 'show_all', 'über-1', 'top');
    const value = fc.oneof(
      anyText,
      anyText,
      fc.boolean(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
    );
    const command = fc.constantFrom('ask', 'find_it', 'Find in articles', 'zitat');
    fc.assert(
      fc.property(command, fc.dictionary(name, value), fc.boolean(), (name, given, isSlash) => {
        const options = tidy({ ...given });
        const line = queryLine({ command: name, options: { ...given } }, isSlash);
        expect(line.source).not.toContain('\n');
        expect(readQueryLine(line.source)).toEqual({ command: name, options });
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
