import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Citation } from '../../src/answer/types.ts';
import { display, parse, type Shown } from '../../src/discord/display.ts';
import { md } from '../../src/discord/markdown.ts';
import { renderModal } from '../../src/discord/modal.ts';
import { cutQuotation, quotation } from '../../src/discord/quotation.ts';
import { renderMessage } from '../../src/discord/render.ts';
import type { Action, Block, Button } from '../../src/discord/types.ts';
import type { Span } from '../../src/nlp/types.ts';
import { controls, texts } from './bot.ts';
import { message, text } from './samples.ts';
import { anyText } from './text.ts';

const offset = 1000;

const quoted = (words: string, highlight: Span | null = null): Block => ({
  kind: 'quotation',
  citation: { text: words, start: offset, end: offset + words.length } as unknown as Citation,
  highlight: highlight && { start: highlight.start + offset, end: highlight.end + offset },
});

const turn = (page: number): Action => ({ command: 'ask', verb: 'page', args: [String(page)] });

type Message = Parameters<typeof texts>[0];

/** Every page of a reply, each within what Discord takes. */
const pagesOf = (reply: Parameters<typeof renderMessage>[0]): Message[] => {
  const pages: Message[] = [];
  for (let page = 0; ; page++) {
    const { components } = renderMessage(reply, { query: md`-# /ask question: **x**`, page, turn });
    const shown = { components } as unknown as Message;
    expect(texts(shown).join('').length).toBeLessThanOrEqual(4000);
    expect(JSON.stringify(components).match(/"type":/g)!.length).toBeLessThanOrEqual(40);
    pages.push(shown);
    const next = controls(shown).find(({ label }) => label === 'Next ▶');
    if (!next || next.disabled) return pages;
  }
};

const quotesIn = (page: Message): string[] => texts(page).filter((source) => /^> /.test(source));

const boldIn = (shown: readonly Shown[]): string =>
  shown
    .flatMap((piece) =>
      piece.kind === 'text' ? [] : [piece.kind === 'bold' ? flatten([piece]) : boldIn(piece.children)],
    )
    .join('');

const flatten = (shown: readonly Shown[]): string =>
  shown.map((piece) => (piece.kind === 'text' ? piece.text : flatten(piece.children))).join('');

const visible = (words: string): string => words.replace(/\s/g, '');

/** A text, and a stretch of it. */
const marked = anyText.chain((words) =>
  fc.tuple(fc.nat(words.length), fc.nat(words.length)).map(([one, other]) => ({
    text: words,
    highlight: { start: Math.min(one, other), end: Math.max(one, other) },
  })),
);

describe('a quotation', () => {
  test('shows the words to the letter, and the highlight in bold', () => {
    fc.assert(
      fc.property(marked, ({ text: words, highlight }) => {
        const { source } = quotation({ text: words, highlight });
        expect(display(source)).toBe(words);
        // Directional controls are isolated in each part, which belongs to the bold part too.
        const bold = boldIn(parse(source)).replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
        const wanted = words.slice(highlight.start, highlight.end).replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
        expect(visible(bold)).toBe(visible(wanted));
      }),
      { numRuns: 2000 },
    );
  });

  test('is cut into stretches that make up the whole, however little room there is', () => {
    fc.assert(
      fc.property(marked, fc.integer({ min: 60, max: 200 }), ({ text: words, highlight }, room) => {
        const long = { text: `${words} ${words}. ${words}`, highlight };
        let parts: ReturnType<typeof cutQuotation>;
        try {
          parts = cutQuotation(long, room);
        } catch (error) {
          // A single character as a reader sees it may be built of more code units than that.
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        expect(parts.map((part) => part.text).join('')).toBe(long.text);
        for (const part of parts) expect(quotation(part).source.length).toBeLessThanOrEqual(room);
      }),
      { numRuns: 500 },
    );
  });

  test('that is long goes over pages, cut at the ends of sentences', () => {
    const sentences = Array.from(
      { length: 300 },
      (_, index) => `Sentence number ${index} speaks of *treaty* no. ${index}. `,
    );
    const words = sentences.join('').trim();
    const pages = pagesOf(message([text('Before'), quoted(words), text('After')]));
    const parts = pages.flatMap(quotesIn).map(display);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.join('')).toBe(words);
    for (const part of parts) expect(part).toMatch(/^Sentence .*\.\s?$/s);
    expect(pages.every((page) => texts(page)[0] === '-# /ask question: **x**')).toBe(true);
  });

  test('without any sentence is cut at white space, and without that between characters', () => {
    const words = 'word '.repeat(1500).trim();
    const parts = pagesOf(message([quoted(words)]))
      .flatMap(quotesIn)
      .map(display);
    expect(parts.join('')).toBe(words);
    for (const part of parts) expect(part).toMatch(/^word.*word\s?$/s);
    const family = '👨‍👩‍👧'.repeat(1000);
    const pieces = pagesOf(message([quoted(family)]))
      .flatMap(quotesIn)
      .map(display);
    expect(pieces.join('')).toBe(family);
    for (const piece of pieces) expect(piece).toMatch(/^(?:👨‍👩‍👧)+$/u);
  });

  test('keeps a highlight that lies on the cut', () => {
    const words = `${'One sentence stands here. '.repeat(200)}`.trim();
    const highlight = { start: 100, end: words.length - 100 };
    const sources = pagesOf(message([quoted(words, highlight)])).flatMap(quotesIn);
    const bold = sources.map((source) => boldIn(parse(source))).join('');
    expect(visible(bold)).toBe(visible(words.slice(highlight.start, highlight.end)));
  });

  test('takes no more of a highlight than lies in it', () => {
    const [page] = pagesOf(message([quoted('inside', { start: -50, end: 3 })]));
    expect(quotesIn(page!)).toEqual(['> **ins**ide']);
    expect(pagesOf(message([quoted('inside', { start: 50, end: 60 })])).flatMap(quotesIn)).toEqual(['> inside']);
  });
});

describe('pages', () => {
  const divider: Block = { kind: 'divider' };
  const buttons = (count: number, name: string): Block => ({
    kind: 'buttons',
    buttons: Array.from(
      { length: count },
      (_, index): Button => ({
        label: `${name}${index}`,
        action: { command: 'ask', verb: 'do', args: [name, String(index)] },
      }),
    ),
  });

  test('hold everything once and in order, with head and foot on each, whatever the sizes', () => {
    const block = (index: number) =>
      fc.oneof(
        fc.constant<Block>(divider),
        fc.integer({ min: 1, max: 500 }).map((words) => text(`[${index}] ${'w '.repeat(words)}`.trim())),
        fc.integer({ min: 1, max: 3000 }).map((words) => quoted(`<${index}> ${'Word. '.repeat(words)}`.trim())),
        fc.integer({ min: 1, max: 7 }).map((count) => buttons(count, `b${index}-`)),
        fc.constantFrom('roles' as const, 'channels' as const).map(
          (kind): Block => ({
            kind,
            action: { command: 'ask', verb: 'pick', args: [String(index)] },
            placeholder: `b${index}`,
            chosen: [],
          }),
        ),
      );
    const items = fc
      .integer({ min: 0, max: 14 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => block(i))));
    fc.assert(
      fc.property(items, (blocks) => {
        const pages = pagesOf(
          message(blocks, { head: [text('the head')], foot: [text('the foot'), buttons(2, 'foot')] }),
        );
        const inner = pages.map((page) => texts(page).slice(1));
        for (const page of inner) expect([page[0], page.at(-1)]).toEqual(['the head', 'the foot']);
        const got = inner.flatMap((page) => page.slice(1, -1)).map(display);
        const wanted = blocks.flatMap((one) => {
          if (one.kind === 'text') return [display(one.text)];
          return one.kind === 'quotation' ? [one.citation.text] : [];
        });
        expect(got.join('')).toBe(wanted.join(''));
        const labels = pages
          .flatMap((page) => controls(page).map(({ label }) => label))
          .filter((label) => label.startsWith('b'));
        expect(labels).toEqual(
          blocks.flatMap((one) => {
            if (one.kind === 'buttons') return one.buttons.map(({ label }) => label);
            return one.kind === 'roles' || one.kind === 'channels' ? [one.placeholder] : [];
          }),
        );
      }),
      { numRuns: 150 },
    );
  });

  test('keep together what stands between two dividers', () => {
    const group = (name: string): Block[] => [
      text(`${name} title`),
      text(`${name} ${'w '.repeat(700)}`),
      buttons(2, name),
      divider,
    ];
    const pages = pagesOf(message([...group('a'), ...group('b'), ...group('c'), ...group('d')]));
    expect(
      pages.map((page) =>
        texts(page)
          .slice(1)
          .map((one) => one[0]),
      ),
    ).toEqual([
      ['a', 'a', 'b', 'b'],
      ['c', 'c', 'd', 'd'],
    ]);
  });

  test('show a head that would fill them only once', () => {
    const words = 'Long. '.repeat(500).trim();
    const pages = pagesOf(
      message([text('item '.repeat(500).trim())], { head: [quoted(words)], foot: [buttons(1, 'foot')] }),
    );
    expect(pages).toHaveLength(2);
    expect(pages.flatMap(quotesIn).map(display).join('')).toBe(words);
    for (const page of pages) expect(controls(page).some(({ label }) => label === 'foot0')).toBe(true);
  });

  test('that a reply does not have are the nearest one it has', () => {
    const reply = message([text('a '.repeat(1500)), divider, text('b '.repeat(1500))]);
    const shown = (page: number) => {
      const { components } = renderMessage(reply, { query: null, page, turn });
      return texts({ components } as unknown as Message)[0]?.[0];
    };
    expect([shown(-1), shown(0), shown(1), shown(99)]).toEqual(['a', 'a', 'b', 'b']);
  });

  test('name the limit that a reply breaks', () => {
    const render = (block: Block) => () => renderMessage(message([block]), { query: null, page: 0, turn });
    const action = { command: 'ask', verb: 'do', args: ['x'.repeat(100)] };
    expect(render({ kind: 'buttons', buttons: [{ label: 'l', action }] })).toThrow('Discord takes 100');
    expect(render({ kind: 'buttons', buttons: [{ label: 'l'.repeat(81), action }] })).toThrow('Discord takes 80');
    const choices = Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` }));
    expect(render({ kind: 'select', action: { ...action, args: [] }, placeholder: 'p', choices })).toThrow('takes 25');
  });
});

describe('a select', () => {
  const action = { command: 'setup', verb: 'set', args: ['x'] };
  const choices = ['a', 'b', 'c'].map((name) => ({ name, value: name }));

  const rendered = (block: Block) => {
    const { components } = renderMessage(message([block]), { query: null, page: 0, turn });
    const [container] = components as unknown as [{ components: [{ type: number; components: [object] }] }];
    const [row] = container.components;
    expect(row.type).toBe(1);
    return row.components[0];
  };

  test('takes one choice unless it says otherwise', () => {
    const select = rendered({ kind: 'select', action, placeholder: 'p', choices });
    expect(select).toMatchObject({ type: 3, custom_id: '1/setup/set/x', min_values: 1, max_values: 1 });
  });

  test('takes several, but no more than there are, and shows what is chosen already', () => {
    const some = choices.map((choice) => ({ ...choice, chosen: choice.name !== 'b' }));
    expect(rendered({ kind: 'select', action, placeholder: 'p', least: 0, most: 9, choices: some })).toEqual({
      type: 3,
      custom_id: '1/setup/set/x',
      placeholder: 'p',
      min_values: 0,
      max_values: 3,
      options: [
        { label: 'a', value: 'a', default: true },
        { label: 'b', value: 'b' },
        { label: 'c', value: 'c', default: true },
      ],
    });
  });

  test('of roles or channels shows what is chosen already, and only channels where one can write', () => {
    const all = { action, placeholder: 'p', least: 0, most: 99, chosen: ['1', '2'] };
    expect(rendered({ kind: 'roles', ...all })).toEqual({
      type: 6,
      custom_id: '1/setup/set/x',
      placeholder: 'p',
      min_values: 0,
      max_values: 25,
      default_values: [
        { id: '1', type: 'role' },
        { id: '2', type: 'role' },
      ],
    });
    expect(rendered({ kind: 'channels', ...all, most: 1 })).toMatchObject({
      type: 8,
      max_values: 1,
      channel_types: [0, 5, 11, 12, 10, 15],
      default_values: [{ id: '1', type: 'channel' }],
    });
  });
});

test('a modal has its fields in labels', () => {
  const field = { id: 'next', label: 'Next', long: true, required: false, maxLength: 10, value: 'far too long for it' };
  const modal = renderModal({ kind: 'modal', title: 'Title', action: turn(1), fields: [field] });
  expect(modal).toEqual({
    title: 'Title',
    custom_id: '1/ask/page/1',
    components: [
      { type: 18, label: 'Next', component: { type: 4, custom_id: 'next', style: 2, required: false, max_length: 10 } },
    ],
  });
});

test('a modal has a field of every kind', () => {
  const field = (id: string, required = false) => ({ id, label: `The ${id}`, required });
  const choices = [{ name: 'A', value: 'a', chosen: true }];
  const { components } = renderModal({
    kind: 'modal',
    title: 'Title',
    action: turn(1),
    fields: [
      { ...field('words'), hint: 'A few of them', long: false, maxLength: 9_999, value: 'x', placeholder: 'y' },
      { ...field('kinds', true), kind: 'select', placeholder: 'p', least: 0, choices },
      { ...field('roles'), kind: 'roles', most: 3, chosen: ['1'] },
      { ...field('channels', true), kind: 'channels', chosen: [] },
      { ...field('files'), kind: 'files', most: 99 },
    ],
  });
  expect(components.map((label) => ('component' in label ? [label.description, label.component] : label))).toEqual([
    [
      'A few of them',
      { type: 4, custom_id: 'words', style: 1, required: false, max_length: 4_000, value: 'x', placeholder: 'y' },
    ],
    [
      undefined,
      {
        type: 3,
        custom_id: 'kinds',
        required: true,
        placeholder: 'p',
        min_values: 1,
        max_values: 1,
        options: [{ label: 'A', value: 'a', default: true }],
      },
    ],
    [
      undefined,
      {
        type: 6,
        custom_id: 'roles',
        required: false,
        min_values: 0,
        max_values: 3,
        default_values: [{ id: '1', type: 'role' }],
      },
    ],
    [undefined, expect.objectContaining({ type: 8, custom_id: 'channels', required: true, min_values: 1 })],
    [undefined, { type: 19, custom_id: 'files', required: false, min_values: 0, max_values: 10 }],
  ]);
});
