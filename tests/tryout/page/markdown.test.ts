import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText } from '../../../src/discord/markdown.ts';
import { type MarkdownNode, parse, plainText } from '../../../src/tryout/page/markdown.ts';

/** The tree as one line: `bold(words)`, quotes and lists alike, so that an expectation can be read. */
function outline(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      if (node.kind === 'list') return `list${node.start ?? ''}[${node.items.map(outline).join(' | ')}]`;
      if (node.kind === 'heading') return `heading${node.level}(${outline(node.children)})`;
      if (node.kind === 'link') return `link<${node.url}>(${outline(node.children)})`;
      if (node.kind === 'block') return `block:${node.language}(${node.text})`;
      if (node.kind === 'time') return `time:${node.style}(${node.seconds})`;
      if (node.kind === 'mention') return `${node.of}(${node.id})`;
      if (node.kind === 'command') return `command(${node.name})`;
      return `${node.kind}(${'children' in node ? outline(node.children) : node.text})`;
    })
    .join('');
}

test.each([
  [
    '**bold** *slanted* _slanted_ __under__ ~~gone~~ ||hidden||',
    'bold(bold) italic(slanted) italic(slanted) underline(under) strike(gone) spoiler(hidden)',
  ],
  ['***both***', 'bold(italic(both))'],
  ['**one *two* three**', 'bold(one italic(two) three)'],
  ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
  ['`**code**` and ``a`b``', 'code(**code**) and code(a`b)'],
  ['```ts\nlet *a* = 1\n```\nafter', 'block:ts(let *a* = 1)after'],
  ['> one\n> **two**\nafter', 'quote(one\nbold(two))after'],
  ['before\n>>> one\n\ntwo', 'before\nquote(one\n\ntwo)'],
  ['> # Title\n> > not deeper', 'quote(heading1(Title)> not deeper)'],
  ['not > a quote', 'not > a quote'],
  ['>no space', '>no space'],
  ['-# **small**\nnext', 'small(bold(small))next'],
  ['# One\n## Two\n### Three\n#### Four', 'heading1(One)heading2(Two)heading3(Three)#### Four'],
  ['#hashtag', '#hashtag'],
  ['- a\n- b\n  - c\nafter', 'list[a | b\nlist[c]]after'],
  ['3. a\n4. b', 'list3[a | b]'],
  ['[the *story*](https://example.org/a_(b))', 'link<https://example.org/a_(b)>(the italic(story))'],
  ['[a](javascript:alert(1)) [b](data:text/html,x)', '[a](javascript:alert(1)) [b](data:text/html,x)'],
  ['[https://good.example](https://evil.example)', '[https://good.example](https://evil.example)'],
  ['(https://example.org/a_(b))', '(link<https://example.org/a_(b)>(https://example.org/a_(b)))'],
  [
    'see https://example.org/x. <https://example.org>',
    'see link<https://example.org/x>(https://example.org/x). link<https://example.org>(https://example.org)',
  ],
  ['<@12> <@!12> <@&34> <#56> </ask:78> <:smile:90>', 'user(12) user(12) role(34) channel(56) command(ask) :smile:'],
  ['<t:1543190400> <t:1543190400:R> <t:-1:D>', 'time:f(1543190400) time:R(1543190400) time:D(-1)'],
  ['@everyone and @here', 'everyone(@everyone) and everyone(@here)'],
])('%j is shown as %j', (source, shown) => {
  expect(outline(parse(source))).toBe(shown);
});

describe('a backslash', () => {
  test.each([
    ['\\*\\*not bold\\*\\*', '**not bold**'],
    [
      '\\> not a quote\n\\# not a title\n\\-# not small\n\\- not an item\n1\\. nor this',
      '> not a quote\n# not a title\n-# not small\n- not an item\n1. nor this',
    ],
    ['\\[not a link\\]\\(https\\://example\\.org\\)', '[not a link](https://example.org)'],
    ['\\<@12\\> \\@everyone \\`code\\`', '<@12> @everyone `code`'],
    ['C:\\dir\\n \\\\server', 'C:\\dir\\n \\server'],
  ])('makes %j literal', (source, shown) => {
    expect(parse(source)).toEqual([{ kind: 'text', text: shown }]);
  });

  test('inside bold keeps the mark open', () => {
    expect(outline(parse('**a\\** b**'))).toBe('bold(a** b)');
  });

  test('before every sign shows any text to the letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab1 \n*_~|`<>[]()#-.:/\\@!&tht¯ツé“”') }), (text) => {
        const escaped = text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
        expect(plainText(parse(escaped))).toBe(text);
      }),
    );
  });
});

test('any text at all is read without an error and without losing its letters', () => {
  const piece = fc.constantFrom(
    '**',
    '*',
    '_',
    '__',
    '~~',
    '||',
    '`',
    '```',
    '> ',
    '>>> ',
    '-# ',
    '# ',
    '- ',
    '1. ',
    '\n',
    ' ',
    '[',
    '](',
    ')',
    '<@1>',
    '\\',
    'word',
    'https://a.example',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const source = pieces.join('');
      const count = (text: string) => text.split('word').length;
      expect(count(JSON.stringify(parse(source)))).toBeGreaterThanOrEqual(count(source));
    }),
  );
});

test('a preview names whom a mention stands for', () => {
  const words = plainText(parse('**Ask** <@12> about\n> the ferry'), ({ id }) => (id === '12' ? 'Ada' : '?'));
  expect(words).toBe('Ask @Ada about\nthe ferry');
});

test('what the bot escapes is shown as plain text, to the letter', () => {
  const unit = fc.oneof(
    fc.constantFrom(
      '\n> ',
      '\n# ',
      '\n-# ',
      '\n- ',
      '\n1. ',
      '**',
      '||',
      '```',
      '[a](https://b.example)',
      '<@1>',
      '<t:1:R>',
    ),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  );
  // The bot fences these off, lest they turn the words around them; the fence is text as well.
  const turnsAround = /[\u202a-\u202e\u2066-\u2069]/;
  fc.assert(
    fc.property(
      fc
        .array(unit)
        .map((units) => units.join(''))
        .filter((text) => text !== '' && !turnsAround.test(text)),
      (text) => {
        expect(parse(escapeText(text).source)).toEqual([{ kind: 'text', text }]);
      },
    ),
  );
});
