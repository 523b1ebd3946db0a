import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PermissionFlagsBits } from 'discord.js';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { createLibrary } from '../../src/answer/answer.ts';
import { diagnose } from '../../src/cli/doctor.ts';
import { corpusOf } from '../../src/corpus/corpus.ts';
import { startBot } from '../../src/discord/discord.ts';
import { parseEnv } from '../../src/env.ts';
import { createReader } from '../../src/nlp/nlp.ts';
import { createServers } from '../../src/servers/servers.ts';
import { openStore } from '../../src/store/store.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/tryout/tryout.ts';

const place = mkdtempSync(join(tmpdir(), 'verbatim-doctor-'));
const folder = join(place, 'articles');
const reader = createReader();
let discord: LocalDiscord;

beforeAll(async () => {
  mkdirSync(folder);
  writeFileSync(join(folder, 'pier.md'), '---\npublished: 2022-08-01\n---\nThe pier reopened, said Oda Lind.\n');
  discord = await startLocalDiscord();
});
afterEach(() => discord.faults.clear());
afterAll(async () => {
  await discord.close();
  rmSync(place, { recursive: true });
});

const examine = async (variables: Record<string, string> = {}) => {
  const lines: string[] = [];
  const usual = { KNOWLEDGE: folder, STORE_URL: 'memory:', INDEX_CACHE: join(place, 'index') };
  const status = await diagnose(parseEnv({ ...usual, ...variables }), reader, (line) => lines.push(line));
  return { status, lines, wrong: lines.filter((line) => line.startsWith('✗')), last: lines.at(-1) };
};

const onDiscord = () => ({ DISCORD_TOKEN: discord.token, DISCORD_API_BASE: discord.apiBase });

describe('without a token', () => {
  test('the doctor says what there is, and how to go on', async () => {
    const { status, lines, wrong, last } = await examine();
    expect(wrong).toEqual([]);
    expect(lines).toContain(`✓ 1 article read from ${folder}`);
    expect(lines).toContain('✓ The store can be reached (memory)');
    expect(lines.some((line) => /^– To put the bot on Discord, create an application at https:/.test(line))).toBe(true);
    expect([status, last]).toEqual([0, 'All is well for the try-out: npm start.']);
  });

  test('what is missing is named, and counted at the end', async () => {
    const mixed = mkdtempSync(join(place, 'mixed-'));
    writeFileSync(join(mixed, 'empty.txt'), ' ');
    const { status, wrong, last } = await examine({
      KNOWLEDGE: mixed,
      STORE_URL: 'floppy://a',
      INDEX_CACHE: join(folder, 'pier.md', 'index'),
    });
    expect(wrong).toEqual([
      expect.stringMatching(/^✗ There is no article to read in .*mixed-/),
      expect.stringMatching(/^✗ empty\.txt was left out: .*\.$/),
      expect.stringMatching(/^✗ STORE_URL must be /),
      expect.stringMatching(/^✗ Nothing can be written into .*INDEX_CACHE/),
    ]);
    expect([status, last]).toEqual([1, '4 things need mending, marked with ✗.']);
  });

  test('a folder that is not there is one thing to mend', async () => {
    const { status, wrong, last } = await examine({ KNOWLEDGE: join(folder, 'nowhere') });
    expect(wrong).toEqual([expect.stringMatching(/^✗ There is no .*nowhere.* Set KNOWLEDGE to/)]);
    expect([status, last]).toEqual([1, 'One thing needs mending, marked with ✗.']);
  });
});

test('a variable that makes no sense is told in one sentence', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli.ts', 'doctor'], {
    cwd: join(import.meta.dirname, '../..'),
    encoding: 'utf8',
    env: { ...process.env, OPERATIONS: 'everywhere' },
  });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toBe('OPERATIONS must be a port, or an address and a port: 127.0.0.1:9464.\n');
});

describe('with a token', () => {
  test('the doctor says whose it is, and what the invitation asks for and why', async () => {
    const { status, lines, wrong } = await examine(onDiscord());
    expect(wrong).toEqual([]);
    expect(status).toBe(0);
    const { applicationId } = discord;
    expect(lines).toContain(`✓ Discord accepts the token: it is that of Verbatim, application ${applicationId}`);
    const link = lines.map((line) => /^✓ Invite it with (\S+)$/.exec(line)?.[1]).find((found) => found !== undefined);
    const asked = BigInt(new URL(link!).searchParams.get('permissions')!);
    const explained = lines.filter((line) => line.startsWith('– It asks for '));
    expect(explained).toHaveLength(asked.toString(2).replaceAll('0', '').length);
    expect(explained).toContain('– It asks for Attach Files, for the pictures and exports of timelines.');
  });

  test('commands are missing, registered or outdated', async () => {
    const lineOf = async () => (await examine(onDiscord())).lines.filter((line) => /commands? (?:are|is)/.test(line));
    expect(await lineOf()).toContain('– Its commands are not registered yet: the next start does it.');
    const library = createLibrary(corpusOf([]), reader);
    const store = await openStore('memory:');
    const start = (some: typeof commands) =>
      startBot({
        token: discord.token,
        commands: some,
        shared: { servers: createServers({ shipped: library, reader, store }), store },
        api: { base: discord.apiBase, cdn: discord.cdnBase, media: discord.cdnBase },
        log: pino({ level: 'silent' }),
        now: () => new Date(),
      });
    await (await start(commands)).close();
    expect(await lineOf()).toContain('✓ Its commands are registered');
    await (await start(commands.slice(1))).close();
    expect((await lineOf())[0]).toMatch(/^– Other commands are registered than this version has/);
    await store.close();
  });

  test('what the bot may not do is said server by server and channel by channel', async () => {
    discord.denyBot('Newsroom', 'bot-log', PermissionFlagsBits.ReadMessageHistory | PermissionFlagsBits.AttachFiles);
    const { status, lines, wrong } = await examine(onDiscord());
    discord.denyBot('Newsroom', 'bot-log', 0n);
    expect(wrong).toEqual([
      "✗ Newsroom, #bot-log: it lacks Attach Files (for the pictures and exports of timelines), Read Message History (to reply to the very message that asked). Change that in the channel's permissions.",
    ]);
    expect(status).toBe(1);
    expect(lines).toContain(
      '– Newsroom: it may not write in #announcements; a mention there stays unanswered, commands work.',
    );
    expect(lines).toContain('✓ Reading Circle: it may do what it needs');
    expect(lines.join('\n')).not.toContain('Elsewhere');
  });

  test('what its role lacks is said once, not for every channel', async () => {
    const { id } = discord.server('Newsroom');
    const bits = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages | PermissionFlagsBits.AttachFiles;
    const everyone = { id, name: '@everyone', permissions: String(bits), position: 0, managed: false };
    discord.faults.respond('GET /guilds/{guild_id}/roles', 200, 1, [everyone]);
    const { wrong } = await examine(onDiscord());
    expect(wrong).toEqual([
      '✗ Newsroom: its role lacks Send Messages in Threads (to answer in threads and forum posts), Read Message History (to reply to the very message that asked). Invite it again with the link above, or change its role.',
    ]);
  });

  test('a server that Discord has trouble with does not hide the others', async () => {
    discord.setOutage('Newsroom', true);
    const { lines, wrong } = await examine(onDiscord());
    discord.setOutage('Newsroom', false);
    expect(wrong).toEqual([]);
    expect(lines).toContain('✓ Reading Circle: it may do what it needs');
    expect(lines).toContain('– 1 more server not looked at.');
  });

  test('intents that are switched on and not used are told', async () => {
    const application = { id: discord.applicationId, name: 'Verbatim', flags: (1 << 18) | (1 << 15) };
    discord.faults.respond('GET /applications/@me', 200, 1, application);
    const { lines } = await examine(onDiscord());
    const told = lines.filter((line) => /Intent is switched on/.test(line));
    expect(told.map((line) => line.slice(0, 33))).toEqual([
      '– The Server Members Intent is sw',
      '– The Message Content Intent is s',
    ]);
  });

  test('the way of interactions must be the same here and there', async () => {
    const application = {
      id: discord.applicationId,
      name: 'Verbatim',
      interactions_endpoint_url: 'https://bot.example.org/',
    };
    discord.faults.respond('GET /applications/@me', 200, 2, application);
    const elsewhere = await examine(onDiscord());
    expect(elsewhere.wrong).toEqual([
      expect.stringMatching(
        /^✗ Discord sends interactions to https:\/\/bot\.example\.org\/, not through the gateway\./,
      ),
    ]);
    const here = await examine({ ...onDiscord(), INTERACTIONS: '8080' });
    expect(here.lines).toContain('✓ Interactions come over HTTP: Discord sends them to https://bot.example.org/');
    const { wrong } = await examine({ ...onDiscord(), INTERACTIONS: '8080' });
    expect(wrong).toEqual([expect.stringMatching(/^✗ INTERACTIONS is set, but the application has no/)]);
  });

  test('that Discord does not accept, or cannot be asked about, it says so', async () => {
    const refused = await examine({ ...onDiscord(), DISCORD_TOKEN: 'not.the.token' });
    expect(refused.wrong).toEqual([expect.stringMatching(/^✗ Discord does not accept DISCORD_TOKEN\./)]);
    expect(refused.status).toBe(1);
    const gone = await startLocalDiscord();
    await gone.close();
    const away = await examine({ DISCORD_TOKEN: 'x', DISCORD_API_BASE: gone.apiBase });
    expect(away.wrong).toEqual([expect.stringMatching(/^✗ Discord could not be asked at http/)]);
    expect(refused.lines.concat(away.lines).join('\n')).not.toContain('not.the.token');
  });
});
