import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { display, parse, type Shown } from '../../src/discord/display.ts';
import { bold, escapeText, join, md, quote, small } from '../../src/discord/markdown.ts';
import { anyText } from './text.ts';

const constructs = (shown: readonly Shown[]): string[] =>
  shown.flatMap((piece) => (piece.kind === 'text' ? [] : [piece.kind, ...constructs(piece.children)]));

describe('text that tries to be Markdown', () => {
  test('is shown to the letter', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(display(escapeText(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('formats, links and mentions nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(constructs(parse(escapeText(text).source))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('stays plain wherever it is put', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const put = md`${one}${other} and ${one}: ${other}`;
        expect(display(put)).toBe(`${one}${other} and ${one}: ${other}`);
        expect(constructs(parse(put.source))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('keeps its letters in bold, in a quote and in small print', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(display(bold(text))).toBe(text);
        expect(display(quote(text))).toBe(text);
        expect(display(quote(bold(text)))).toBe(text);
        expect(new Set(constructs(parse(quote(bold(text)).source)))).toEqual(
          new Set(/[^\s]/.test(text) ? ['quote', 'bold'] : ['quote']),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['@everyone look', '\\@everyone look'],
    ['# Heading', '\\# Heading'],
    ['-# small', '\\-# small'],
    ['10. ten', '10\\. ten'],
    ['[a](https://example.org)', '\\[a\\]\\(https\\://example.org\\)'],
    ['in 2019-09-10, at no. 5', 'in 2019-09-10, at no. 5'],
    ['said: yes', 'said: yes'],
  ])('%s becomes %s', (text, source) => {
    expect(escapeText(text).source).toBe(source);
  });

  test('cannot turn the words after it around', () => {
    const { source } = md`${'a\u202eb'} c`;
    expect(source).toBe('\u2068a\u202eb\u202c\u2069 c');
    expect(md`${'a\u2069\u2067b'}`.source).toBe('\u2066\u2068a\u2069\u2067b\u202c\u2069\u2069');
  });
});

describe('Markdown', () => {
  test('of our own is kept by the tag, and numbers are shown', () => {
    expect(md`${bold('a*')} ${2} *b*`.source).toBe('**a\\*** 2 *b*');
  });

  test('joins with trusted separators', () => {
    expect(join(['*', md`*x*`], '\n').source).toBe('\\*\n*x*');
    expect(join(['a', 'b'], md` **·** `).source).toBe('a **·** b');
  });

  test('goes line by line where Discord does', () => {
    expect(small('a\nb').source).toBe('-# a\n-# b');
    expect(bold('a\n\nb').source).toBe('**a**\n\n**b**');
    expect(quote('a\n\nb').source).toBe('> a\n> \n> b');
  });
});

describe('the interpreter', () => {
  test.each([
    ['**a** *b* __c__ ~~d~~ ||e|| `f`', 'a b c d e f', ['bold', 'italic', 'underline', 'strike', 'spoiler', 'code']],
    ['# Title\n-# small\n> said\n> more\nplain', 'Title\nsmall\nsaid\nmore\nplain', ['heading', 'small', 'quote']],
    ['- one\n- two', 'one\ntwo', ['list', 'list']],
    ['[label](https://example.org) <@1> <t:5:R>', 'label <@1> <t:5:R>', ['link', 'mention', 'timestamp']],
    ['see https://example.org/a.', 'see https://example.org/a.', ['link']],
    ['```js\nlet a = `b`\n```', 'let a = `b`', ['code']],
    ['>>> all\nof it', 'all\nof it', ['quote']],
    ['a_b_c and 2 * 3 * 4', 'a_b_c and 2 * 3 * 4', []],
  ])('reads %j', (source, text, kinds) => {
    expect(display(source)).toBe(text);
    expect(constructs(parse(source))).toEqual(kinds);
  });
});
