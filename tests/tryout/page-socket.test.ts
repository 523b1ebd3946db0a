import { ApplicationCommandOptionType, Events, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { FromPage, ToPage } from '../../src/tryout/protocol.ts';
import { type Bed, eventually, onInteraction, openBed } from './bot.ts';

let bed: Bed;
beforeAll(async () => {
  bed = await openBed({ page: true, examples: () => [{ command: 'ask', options: { question: 'Who?' } }] });
  const question = {
    type: ApplicationCommandOptionType.String,
    name: 'question',
    description: 'q',
    required: true,
  } as const;
  await bed.client.application.commands.set([
    { name: 'ask', description: 'Ask', options: [question] },
    { name: 'setup', description: 'Set up', defaultMemberPermissions: PermissionFlagsBits.ManageGuild, contexts: [0] },
  ]);
});
afterAll(async () => {
  await bed.close();
});

/** A page: what it was told, and how it acts. */
async function openPage() {
  const socket = new WebSocket(`${bed.discord.pageUrl.replace('http', 'ws')}tryout`);
  const told: ToPage[] = [];
  socket.on('message', (bytes) => told.push(JSON.parse(String(bytes)) as ToPage));
  await new Promise((resolve) => socket.once('message', resolve));
  const ofKind = <K extends ToPage['kind']>(kind: K) =>
    told.filter((message): message is Extract<ToPage, { kind: K }> => message.kind === kind);
  return { socket, told, ofKind, act: (act: FromPage) => socket.send(JSON.stringify(act)) };
}

test('a page is greeted, acts, and sees what becomes of it', async () => {
  onInteraction(bed.client, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply('For you.');
  });
  const page = await openPage();
  const [hello] = page.ofKind('hello');
  expect(hello?.user.global_name).toBe('Ada');
  expect(hello?.channels.map(({ name }) => name)).toEqual([
    'news',
    'ferry-strike',
    'bot-log',
    'announcements',
    'managers',
    'books',
    'bot-log',
    'lounge',
    'Verbatim',
    'Ada and Cleo',
  ]);
  expect(hello?.examples).toEqual([{ command: 'ask', options: { question: 'Who?' } }]);
  const command = hello?.commands.find(({ name }) => name === 'ask');
  const options = [{ name: 'question', type: 3, value: 'Who?' }];
  page.act({ kind: 'command', id: '1', channelId: hello!.channels[0]!.id, commandId: command!.id, options });
  await eventually(() => page.ofKind('message').map(({ message }) => [message.content, message.flags])).toEqual([
    ['', MessageFlags.Loading | MessageFlags.Ephemeral],
    ['For you.', MessageFlags.Ephemeral],
  ]);
  expect(page.ofKind('done')).toEqual([{ kind: 'done', id: '1' }]);
  page.socket.close();
});

test('words said on one page are seen on another, and by the bot', async () => {
  bed.client.once(Events.MessageCreate, (message) => void message.reply('Heard.'));
  const [one, other] = [await openPage(), await openPage()];
  const channelId = one.ofKind('hello')[0]!.channels[0]!.id;
  one.act({ kind: 'message', id: '1', channelId, content: '@Verbatim hello' });
  const contents = () => other.ofKind('message').map(({ message }) => message.content);
  await eventually(contents).toEqual([`<@${bed.discord.bot.id}> hello`, 'Heard.']);
  one.socket.close();
  other.socket.close();
});

test('nobody sees what is private to another', async () => {
  const page = await openPage();
  onInteraction(bed.client, async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({ content: 'Ben only', flags: MessageFlags.Ephemeral });
  });
  const ben = bed.discord.user('Ben');
  const outcome = await ben.slash('ask', { question: 'Mine?' });
  ben.say('Between us', { channel: ben.dm });
  page.act({ kind: 'message', id: '9', channelId: ben.dm, content: 'Let me in' });
  await eventually(() => page.ofKind('failed')).toEqual([
    { kind: 'failed', id: '9', reason: 'There is no such channel.' },
  ]);
  expect(page.ofKind('message')).toEqual([]);
  await expect(bed.discord.user('Ada').click(outcome.message!, 'x')).rejects.toThrow('There is no such message.');
  page.socket.close();
});

test('a wrong act fails with a sentence, and nonsense is passed over', async () => {
  const page = await openPage();
  const channelId = page.ofKind('hello')[0]!.channels[0]!.id;
  page.socket.send('nonsense');
  page.socket.send('{"kind":"command","id":"1"}');
  page.socket.send(JSON.stringify({ kind: 'command', id: '1', channelId, commandId: 'x', options: [null] }));
  page.act({ kind: 'message', id: '2', channelId, content: '  ' });
  page.act({ kind: 'modal', id: '3', modalId: '2', fields: [] });
  await eventually(() => page.ofKind('failed').map(({ id }) => id)).toEqual(['2', '3']);
  page.socket.close();
});

test('a command is kept from those who lack the permission, and to its contexts', async () => {
  onInteraction(bed.client, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply('Set up.');
  });
  const [ada, ben] = [bed.discord.user('Ada'), bed.discord.user('Ben')];
  expect((await ada.slash('setup')).message?.content).toBe('Set up.');
  await expect(ben.slash('setup')).rejects.toThrow('You do not have permission to use /setup.');
  await expect(ada.slash('setup', {}, { channel: ada.dm })).rejects.toThrow('/setup cannot be used here.');
});
