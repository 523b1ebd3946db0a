import { setTimeout as sleep } from 'node:timers/promises';
import { type APIMessage, ComponentType, MessageFlags } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { md } from '../../src/discord/markdown.ts';
import { renderMessage } from '../../src/discord/render.ts';
import type { Command, MessageReply, ReplyFile } from '../../src/discord/types.ts';
import { control, shown, startWith } from './bot.ts';
import { message, text } from './samples.ts';

const chart: ReplyFile = {
  name: 'chart.png',
  bytes: Buffer.from('no real picture'),
  description: 'Three dots in a row',
};
const table: ReplyFile = { name: 'table.csv', bytes: Buffer.from('a,b\r\n'), description: 'Two columns' };

const filler = 'word '.repeat(500);
const twoPages = [text(`First ${filler}`), { kind: 'divider' } as const, text(`Second ${filler}`)];
const more = { kind: 'select' as const, placeholder: 'more', choices: [{ name: 'Table', value: 'table' }] };

const draw: Command = {
  data: { name: 'draw', description: 'Draw something' },
  run: () =>
    message(twoPages, {
      files: [chart],
      foot: [{ ...more, action: { command: 'draw', verb: 'more', args: [] } }],
    }),
  verbs: {
    more: () => message([text('Here is the table')], { files: [table], private: true }),
  },
};

const slow: Command = {
  data: { name: 'slow', description: 'Draw slowly' },
  run: async () => {
    await sleep(400);
    return message([text('At last')], { files: [chart, table] });
  },
};

const huge: Command = {
  data: { name: 'huge', description: 'Draw too much' },
  run: () => message([text('Much')], { files: [{ ...chart, bytes: new Uint8Array(11 * 1_048_576) }] }),
};

let running: Awaited<ReturnType<typeof startWith>>;

beforeAll(async () => {
  running = await startWith([draw, slow, huge]);
});

afterAll(async () => {
  await running.bot.close();
  await running.discord.close();
  expect(running.discord.violations).toEqual([]);
});

/** The components of a message, those in its container included. */
const parts = (sent: APIMessage | null) =>
  (sent?.components ?? []).flatMap((one) => (one.type === ComponentType.Container ? one.components : [one]));

const bytesAt = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer());

describe('a reply with a picture', () => {
  test('shows it above the text, with its description, and Discord has its bytes', async () => {
    const { message: sent } = await running.ada.slash('draw');
    const [, first] = parts(sent);
    if (first?.type !== ComponentType.MediaGallery) throw new Error(`The first part is of type ${first?.type}`);
    expect(first.items).toMatchObject([{ description: 'Three dots in a row' }]);
    expect(sent?.attachments).toMatchObject([{ filename: 'chart.png', description: 'Three dots in a row' }]);
    expect(await bytesAt(first.items[0]!.media.url)).toEqual(chart.bytes);
  });

  test('shows it on the first page alone, and again when one comes back', async () => {
    const { message: sent } = await running.ada.slash('draw');
    const second = await running.ada.click(sent!, control(sent, 'Next ▶'));
    expect(shown(second.message)).toContain('Second');
    expect(second.message?.attachments).toEqual([]);
    const back = await running.ada.click(second.message!, control(second.message, '◀ Previous'));
    expect(back.message?.attachments).toHaveLength(1);
    expect(parts(back.message).filter(({ type }) => type === ComponentType.MediaGallery)).toHaveLength(1);
  });

  test('that takes long has it all the same, other files below the text', async () => {
    const { message: sent } = await running.ada.slash('slow');
    expect(parts(sent).map(({ type }) => type)).toEqual([
      ComponentType.TextDisplay,
      ComponentType.MediaGallery,
      ComponentType.TextDisplay,
      ComponentType.File,
    ]);
    expect(sent?.attachments.map(({ filename }) => filename)).toEqual(['chart.png', 'table.csv']);
  });
});

test('a file may be for one person alone', async () => {
  const { message: sent } = await running.ada.slash('draw');
  const { message: answer } = await running.ada.select(sent!, control(sent, 'more'), ['table']);
  expect(answer?.flags).toBe(MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral);
  expect(await bytesAt(answer!.attachments[0]!.url)).toEqual(table.bytes);
  expect(running.discord.message(sent!.id)?.attachments).toHaveLength(1);
});

test('a file that is larger than Discord takes is said in a sentence', async () => {
  const { message: answer, ephemeral } = await running.ada.slash('huge');
  expect(shown(answer)).toBe(
    'That would be a file of 11 MB, and Discord takes 10 MB here. Please ask for a shorter period or a narrower topic.',
  );
  expect(ephemeral).toBe(true);
});

describe('files that Discord would refuse', () => {
  const render = (files: MessageReply['files']) => () =>
    renderMessage(message([text('x')], files && { files }), {
      query: md`-# /draw`,
      page: 0,
      turn: () => ({ command: 'draw', verb: 'page', args: [] }),
    });

  test('are named with the limit that they break', () => {
    expect(render([{ ...chart, name: 'my chart.png' }])).toThrow('change the name');
    expect(render([{ ...chart, name: '../chart.png' }])).toThrow('change the name');
    expect(render([{ ...chart, description: 'x'.repeat(1025) }])).toThrow('Discord takes 1024');
    expect(render(Array.from({ length: 11 }, () => table))).toThrow('Discord takes 10');
    expect(render([chart, table])).not.toThrow();
  });

  test('count as components, so that a page still holds what it may', () => {
    const groups = Array.from({ length: 30 }, (_, index) => [text(`${index}`), { kind: 'divider' } as const]).flat();
    const files = Array.from({ length: 9 }, (_, index) => ({ ...table, name: `table${index}.csv` }));
    const { components } = renderMessage(message(groups, { files }), {
      query: md`-# /draw`,
      page: 0,
      turn: (page) => ({ command: 'draw', verb: 'page', args: [String(page)] }),
    });
    expect(JSON.stringify(components).match(/"type":/g)!.length).toBeLessThanOrEqual(40);
  });
});
