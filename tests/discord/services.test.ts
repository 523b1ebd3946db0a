import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type APIMessage, ApplicationCommandOptionType, PermissionFlagsBits } from 'discord.js';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createDownload } from '../../src/discord/download.ts';
import { md } from '../../src/discord/markdown.ts';
import type { Action, Block, Command } from '../../src/discord/types.ts';
import { control, shown, texts, until } from './bot.ts';
import { simple, startManaged } from './manage.ts';
import { message, text } from './samples.ts';

const button = (command: string, ...verbs: readonly string[]): Block => ({
  kind: 'buttons',
  buttons: verbs.map((verb) => ({ label: verb, action: { command, verb, args: [] } satisfies Action })),
});

/** Tells how far it has come, five times. */
const work: Command['run'] = async (_request, { progress }) => {
  for (let step = 1; step <= 5; step++) {
    progress(md`Step ${step} of 5`);
    await sleep(60);
  }
  return message([text('All is done')]);
};

const long = simple('long', {
  run: work,
  verbs: {
    work,
    update: async (request, services, args) => {
      const reply = await work(request, services);
      return reply.kind === 'message' ? { ...reply, update: args.length === 0 } : reply;
    },
    window: () => ({
      kind: 'modal',
      title: 'More',
      action: { command: 'long', verb: 'work', args: [] },
      fields: [{ id: 'words', label: 'Words', long: false, required: false, maxLength: 20 }],
    }),
  },
});

const panel = simple('panel', {
  run: () => message([text('The panel')], { foot: [button('long', 'work', 'update', 'window')] }),
});

const change = simple('change', {
  run: (_request, { audit }) => {
    audit(md`**Something** was changed: @everyone <@1>`);
    return message([text('Changed')]);
  },
});

const take: Command = {
  data: {
    name: 'take',
    description: 'Takes a file',
    options: [{ name: 'file', description: 'It', type: ApplicationCommandOptionType.Attachment, required: true }],
  },
  run: async ({ files }, { download }) => message([text(new TextDecoder().decode(await download(files[0]!)))]),
};

let running: Awaited<ReturnType<typeof startManaged>>;
let now = Date.parse('2024-03-01T12:00:00Z');
/** Every state that a message was in, in order. */
const states: string[] = [];

beforeAll(async () => {
  running = await startManaged([long, panel, change, take], { now: () => new Date(now) });
  running.discord.on((event) => {
    if (event.kind === 'created' || event.kind === 'updated') states.push(shown(event.message));
  });
});

afterEach(() => {
  running.discord.faults.clear();
  states.length = 0;
});

afterAll(async () => {
  await running.close();
  // What it may not do it learns by trying: permissions may change in between.
  const refused = /^POST \/channels\/\{channel_id\}\/messages: Missing (?:Permissions|Access)/;
  expect(running.discord.violations.filter((violation) => !refused.test(violation))).toEqual([]);
});

const warnings = () => running.log.filter(({ level }) => level === 40);
const inChannel = (name: string): readonly APIMessage[] => running.discord.messages(running.newsroom.channel(name));

describe('progress', () => {
  const steps = () => states.filter((state) => /^Step/.test(state));
  const isDone = () => states.some((state) => state.endsWith('All is done'));

  test('is shown where the answer will be, and what comes too soon is left out', async () => {
    const { message: answer } = await running.ben.slash('long');
    await until(isDone);
    expect(steps()).toEqual(['Step 1 of 5']);
    expect(shown(running.discord.message(answer!.id)!)).toBe('/long\nAll is done');
    expect(inChannel('news').filter(({ id }) => id > answer!.id)).toEqual([]);
  });

  test('is shown again after a while', async () => {
    const patience = { callback: [], edit: [], progress: 0 };
    const hasty = await startManaged([long], { patience });
    const seen = new Set<string>();
    hasty.discord.on((event) => {
      if (event.kind === 'created' || event.kind === 'updated') seen.add(shown(event.message));
    });
    await hasty.ben.slash('long');
    await until(() => seen.has('/long\nAll is done'));
    expect(seen.size).toBeGreaterThan(2);
    await hasty.close();
  });

  test('is private when the answer will be', async () => {
    expect((await running.ben.slash('long', { private: true })).ephemeral).toBe(true);
    await until(isDone);
    expect(steps()).toEqual(['Step 1 of 5']);
  });

  test('that cannot be shown does not keep the answer away', async () => {
    running.discord.faults.respond(/^PATCH \/webhooks/, 403, 1, { code: 50013, message: 'Missing Permissions' });
    expect(shown((await running.ben.slash('long')).message)).toBe('/long\nAll is done');
    expect(steps()).toEqual([]);
  });

  test('of a button stands beside its message, and becomes the answer', async () => {
    const { message: before } = await running.ben.slash('panel');
    await running.ben.click(before!, control(before, 'work'));
    await until(isDone);
    expect(shown(running.discord.message(before!.id)!)).toContain('The panel');
    expect(inChannel('news').filter(({ id }) => id > before!.id)).toHaveLength(1);
    expect(steps()).toEqual(['Step 1 of 5']);
  });

  test('of a button goes when the answer takes the place of the message', async () => {
    const { message: before } = await running.ben.slash('panel');
    await running.ben.click(before!, control(before, 'update'));
    await until(() => isDone() && inChannel('news').every(({ id }) => id <= before!.id));
    expect(shown(running.discord.message(before!.id)!)).toContain('All is done');
    expect(steps()).toEqual(['Step 1 of 5']);
  });

  test('of a window stands beside the message that opened it', async () => {
    const { message: before } = await running.ben.slash('panel');
    const opened = await running.ben.click(before!, control(before, 'window'));
    await running.ben.submit(opened, { words: 'x' });
    await until(isDone);
    expect(shown(running.discord.message(before!.id)!)).toContain('The panel');
    expect(steps()).toEqual(['Step 1 of 5']);
  });
});

describe('the log channel', () => {
  test('is told what was changed, by whom and when, and pings nobody', async () => {
    await running.configure({ logChannel: running.newsroom.channel('bot-log') });
    await running.dan.slash('change');
    await until(() => inChannel('bot-log').length === 1);
    const [told] = inChannel('bot-log');
    expect(texts(told!)).toEqual([
      `**Something** was changed: @everyone <@1>\n-# <@${running.dan.user.id}> <t:${now / 1_000}:f>`,
    ]);
    expect(told).toMatchObject({ mentions: [], mention_everyone: false });
  });

  test('is not told where there is none, nor from a direct conversation', async () => {
    const before = inChannel('bot-log').length;
    await running.dan.slash('change', {}, { channel: running.dan.dm });
    await running.configure({ logChannel: null });
    await running.dan.slash('change');
    await sleep(100);
    expect(inChannel('bot-log')).toHaveLength(before);
  });

  test('that cannot be written to is a warning once an hour, and the command goes on', async () => {
    await running.configure({ logChannel: running.newsroom.channel('announcements') });
    const told = () => warnings().filter(({ reason }) => reason === 'a permission is missing');
    expect(shown((await running.dan.slash('change')).message)).toContain('Changed');
    await until(() => told().length === 1);
    now += 3_599_000;
    await running.dan.slash('change');
    await sleep(100);
    expect(told()).toHaveLength(1);
    now += 1_000;
    await running.dan.slash('change');
    await until(() => told().length === 2);
    expect(told()[0]).toMatchObject({ guild: running.newsroom.id, code: 50013 });
  });

  test('is never one of another server', async () => {
    now += 3_600_000;
    const foreign = running.discord.server('Reading Circle').channel('bot-log');
    await running.configure({ logChannel: foreign });
    await running.dan.slash('change');
    await until(() => warnings().some(({ channel }) => channel === foreign));
    expect(running.discord.messages(foreign)).toEqual([]);
  });

  test('may lose its permissions while the bot runs', async () => {
    now += 3_600_000;
    const before = inChannel('bot-log').length;
    running.discord.denyBot('Newsroom', 'bot-log', PermissionFlagsBits.ViewChannel);
    await running.configure({ logChannel: running.newsroom.channel('bot-log') });
    const count = warnings().length;
    await running.dan.slash('change');
    await until(() => warnings().length > count);
    running.discord.denyBot('Newsroom', 'bot-log', 0n);
    expect(inChannel('bot-log')).toHaveLength(before);
  });
});

test('a file that was attached is downloaded', async () => {
  const file = running.ben.upload('pier.txt', 'text/plain', new TextEncoder().encode('The pier is open.'));
  expect(shown((await running.ben.slash('take', { file })).message)).toContain('The pier is open.');
});

describe('a download', () => {
  type Answer = Parameters<typeof createServer>[1];
  const closing: (() => void)[] = [];

  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });

  const serve = async (answer: Answer) => {
    const server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => {
      server.closeAllConnections();
      server.close();
    });
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  const log = pino({ level: 'silent' });
  const get = (host: string, more: Partial<Parameters<typeof createDownload>[0]> = {}, size = 3) =>
    createDownload({ hosts: [host], insecure: true, log, patience: 300, most: 1_000, ...more })({
      field: 'file',
      name: 'a.txt',
      size,
      url: `http://${host}/a.txt?ex=1`,
    });

  const missing = 'I could not get that file from Discord. Please attach it again.';
  const late = 'Discord does not give me that file at the moment. Please try again in a minute.';
  const tooLarge = /^That file is larger than \d+ MB\. Please split it into smaller ones\.$/;

  test('brings the bytes', async () => {
    const host = await serve((_request, response) => response.end('abc'));
    expect(Buffer.from(await get(host)).toString()).toBe('abc');
  });

  test.each([
    ['another host', { hosts: ['cdn.discordapp.com'] }],
    ['an open connection', { insecure: false }],
  ])('does not ask %s', async (_name, options) => {
    let asked = 0;
    const host = await serve((_request, response) => {
      asked++;
      response.end('abc');
    });
    await expect(get(host, options)).rejects.toThrow(missing);
    expect(asked).toBe(0);
  });

  test('takes a host without its port', async () => {
    const host = await serve((_request, response) => response.end('abc'));
    expect((await get(host, { hosts: ['127.0.0.1'] })).length).toBe(3);
  });

  test('follows a redirect on the same host, and none to another', async () => {
    const other = await serve((_request, response) => response.end('secret'));
    const host = await serve((request, response) => {
      const place = request.url?.startsWith('/a.txt') ? '/b.txt' : null;
      if (place) response.writeHead(302, { location: place }).end();
      else response.end('abc');
    });
    expect((await get(host)).length).toBe(3);
    const away = await serve((_request, response) => response.writeHead(302, { location: `http://${other}/` }).end());
    await expect(get(away)).rejects.toThrow(missing);
    const round = await serve((_request, response) => response.writeHead(302, { location: '/a.txt' }).end());
    await expect(get(round)).rejects.toThrow(missing);
  });

  test('counts for itself: what is too large is refused, said or not', async () => {
    const host = await serve((_request, response) => response.end('x'.repeat(1_001)));
    await expect(get(host)).rejects.toThrow(tooLarge);
    await expect(get(host, {}, 1_001)).rejects.toThrow(tooLarge);
    expect((await get(host, { most: 1_001 })).length).toBe(1_001);
    const endless = await serve((_request, response) => {
      const timer = setInterval(() => response.write('x'.repeat(400)), 5);
      response.on('close', () => clearInterval(timer));
    });
    await expect(get(endless)).rejects.toThrow(tooLarge);
  });

  test('is tried once more when Discord is out of order, or the connection breaks', async () => {
    let asked = 0;
    const flaky = await serve((request, response) => {
      asked++;
      if (asked === 1) response.writeHead(503).end();
      else if (asked === 3) request.socket.resetAndDestroy();
      else response.end('abc');
    });
    expect((await get(flaky)).length).toBe(3);
    expect((await get(flaky)).length).toBe(3);
    expect(asked).toBe(4);
    const broken = await serve((_request, response) => response.writeHead(502).end());
    await expect(get(broken)).rejects.toThrow(late);
  });

  test('says so when the link has expired, or nothing comes', async () => {
    const expired = await serve((_request, response) => response.writeHead(404).end('gone'));
    await expect(get(expired)).rejects.toThrow(missing);
    const silent = await serve(() => {});
    await expect(get(silent)).rejects.toThrow(late);
    const stuck = await serve((_request, response) => void response.write('a'));
    await expect(get(stuck)).rejects.toThrow(late);
  });
});
