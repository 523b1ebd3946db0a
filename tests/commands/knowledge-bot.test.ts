/** The commands of those who manage a server, used as people do: with the real client, on a local Discord that checks every request. */
import type { APIMessage } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { createReader } from '../../src/nlp/nlp.ts';
import { createServers } from '../../src/servers/servers.ts';
import { openStore } from '../../src/store/store.ts';
import { control, controls, shown, startWith, until } from '../discord/bot.ts';
import { ferry, libraryOf, orchard } from './fixtures.ts';

async function start() {
  const store = await openStore('memory:');
  const servers = createServers({ shipped: libraryOf(ferry), reader: createReader(), store });
  const running = await startWith(commands, { shared: { store, servers } });
  const { discord } = running;
  return {
    ...running,
    store,
    servers,
    newsroom: discord.server('Newsroom'),
    dan: discord.user('Dan'),
    cleo: discord.user('Cleo'),
    async close() {
      await running.bot.close();
      await discord.close();
      await servers.close();
      await store.close();
    },
  };
}

let running: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  running = await start();
});
afterAll(async () => {
  await running.close();
  expect(running.discord.violations).toEqual([]);
});

const article = (title: string) => `${title}\n\n${orchard.text}`;
/** What a message that showed how far the work has come shows at its end. */
async function done(message: APIMessage | null, words: string): Promise<APIMessage> {
  const now = () => running.discord.message(message?.id ?? '') ?? null;
  await until(() => shown(now()).includes(words));
  return now()!;
}

const upload = (name: string, text: string) => running.dan.upload(name, 'text/plain', Buffer.from(text));

describe('articles', () => {
  test('come from an attachment and answer at once, for that server alone', async () => {
    const { dan, ben } = running;
    const added = await dan.slash('knowledge add', { file: upload('frost.txt', article('Lamps save the pears')) });
    await done(added.message, 'One article added.');
    const question = { question: 'When did the late frost spare the valley orchards?' };
    expect(shown((await dan.slash('ask', question)).message)).toContain('Lamps save the pears');
    const elsewhere = await ben.slash('ask', question, { server: 'Reading Circle' });
    expect(shown(elsewhere.message)).toContain('The articles don’t say.');
  });

  test('come from the window, ten files at once', async () => {
    const { dan } = running;
    const modal = await dan.slash('knowledge add');
    const names = ['alder', 'birch', 'cedar', 'elm', 'fir', 'hazel', 'larch', 'maple', 'oak', 'pine'];
    const files = names.map((name) =>
      upload(
        `${name}.txt`,
        `The ${name}\n\nThe ${name} of the park fell on 3 May 2021. It was ${name.length * 7} years old, the ${name} keeper said.`,
      ),
    );
    const added = await done((await dan.submit(modal, { files })).message, '10 articles added.');
    const since = await dan.click(added, control(added, 'Show all of them'));
    expect(shown(since.message)).toContain('What was added: 10 articles');
    const list = await dan.slash('knowledge list');
    const opened = await dan.select(list.message!, control(list.message, 'Show one'), [firstChoice(list.message)]);
    expect(controls(opened.message).map(({ label }) => label)).toContain('How it was read');
    const edit = await dan.click(opened.message!, control(opened.message, 'Edit'));
    const edited = await dan.submit(edit, { title: 'The oldest tree', published: '4 May 2021' });
    expect(shown(edited.message)).toContain('The oldest tree');
    const removed = await dan.click(edited.message!, control(edited.message, 'Remove'));
    const back = await dan.click(removed.message!, control(removed.message, 'Undo (for a minute)'));
    expect(shown(back.message)).toContain('Back again: one article');
  });

  test('are for those alone who manage the server or have a role that does', async () => {
    const { ben, cleo, dan, newsroom } = running;
    expect(shown((await ben.slash('knowledge list')).message)).toContain('Only members with the permission');
    const setup = await dan.slash('setup');
    await dan.select(setup.message!, control(setup.message, 'Roles that manage the articles'), [
      newsroom.role('Editors'),
    ]);
    expect(shown((await cleo.slash('knowledge list')).message)).toContain('of this server’s own');
    expect(shown((await ben.slash('knowledge list')).message)).toContain('Only members with the permission');
  });
});

describe('settings', () => {
  test('apply at once, in place, and are told in the log channel', async () => {
    const { dan, discord, newsroom } = running;
    const setup = await dan.slash('setup');
    const log = await dan.click(setup.message!, control(setup.message, 'Privacy and log'));
    expect(log.message?.id).toBe(setup.message?.id);
    const channel = newsroom.channel('bot-log');
    await dan.select(log.message!, control(log.message, 'Log channel for what is changed here'), [channel]);
    await dan.select(log.message!, control(log.message, 'What is kept of questions'), ['words']);
    await until(() => discord.messages(channel).some((message) => shown(message).includes('Question log')));
    const window = await dan.click(log.message!, control(log.message, 'Limits, days and time zone'));
    const after = await dan.submit(window, { days: '3', zone: 'Asia/Tokyo' });
    expect(shown(after.message)).toContain('on, with the words of questions, for 3 days');
    expect(shown((await dan.slash('config show')).message)).toContain('Time zone: Asia/Tokyo');
  });

  test('come and go as a file', async () => {
    const { dan } = running;
    const wrong = await dan.slash('config import', { file: upload('settings.json', '{"sauces": 3}') });
    expect(shown(wrong.message)).toContain('there is no setting “sauces”');
    const right = await dan.slash('config import', {
      file: upload('settings.json', '{"sources": 3, "questionLog": {"words": true}}'),
    });
    expect(shown(right.message)).toContain('up to 3 are named');
    expect((await dan.slash('config export')).message?.attachments).toHaveLength(1);
  });
});

test('insights count what was asked, show the gaps and are given as a table', async () => {
  const { dan, ben, store, newsroom } = running;
  await ben.slash('ask', { question: 'How many trombones does the glacier orchestra own?' });
  await ben.slash('ask', { question: 'When did the island ferry return to service?' });
  await until(async () => (await store.questions(newsroom.id)).filter(({ text }) => text !== null).length >= 2);
  const insights = await dan.slash('insights');
  expect(shown(insights.message)).toContain('trombones');
  expect(insights.message?.attachments.map(({ filename }) => filename)).toEqual(['insights.png']);
  const table = await dan.click(insights.message!, control(insights.message, 'As a table (CSV)'));
  expect(table.message?.attachments.map(({ filename }) => filename)).toEqual(['insights.csv']);
});

test('everybody can see, have and delete what is kept about them', async () => {
  const { ben } = running;
  expect(shown((await ben.slash('privacy show')).message)).toContain('Kept about you');
  expect((await ben.slash('privacy give', {}, { channel: ben.dm })).message?.attachments).toHaveLength(1);
  const sure = await ben.slash('privacy forget');
  const gone = await ben.click(sure.message!, control(sure.message, 'Delete all of it'));
  expect(shown(gone.message)).toContain('Deleted: ');
});

function firstChoice(message: Parameters<typeof controls>[0]): string {
  const [, value] = /"options":\[\{[^}]*"value":"([^"]+)"/u.exec(JSON.stringify(message?.components)) ?? [];
  return value ?? '';
}
