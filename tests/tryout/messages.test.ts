import { ComponentType, Events, type Message, MessageFlags } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Bed, eventually, openBed } from './bot.ts';

let bed: Bed;
let heard: Message[];
beforeAll(async () => {
  bed = await openBed();
});
beforeEach(() => {
  heard = [];
  bed.client.removeAllListeners(Events.MessageCreate);
  bed.client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot) heard.push(message);
  });
});
afterEach(() => {
  expect(bed.discord.violations).toEqual([]);
});
afterAll(async () => {
  await bed.close();
});

async function newsChannel() {
  const channel = await bed.client.channels.fetch(bed.discord.channels[0]!.id);
  if (!channel?.isSendable()) throw new Error('The channel takes no messages.');
  return channel;
}

test('a mention in the guild is heard and may be replied to', async () => {
  bed.client.on(Events.MessageCreate, (message) => {
    if (message.mentions.has(bed.client.user)) void message.reply(`You said: ${message.cleanContent}`);
  });
  const said = bed.discord.user('Ben').say('@Verbatim who won?');
  const outcome = await said.answer();
  expect(outcome.message).toMatchObject({
    content: 'You said: @Verbatim who won?',
    message_reference: { message_id: said.message.id },
  });
});

test('without the message content intent other messages arrive empty', async () => {
  const said = bed.discord.user('Ben').say('Nobody asked the bot.');
  await eventually(() => heard.map(({ content }) => content)).toEqual(['']);
  const channel = await newsChannel();
  expect((await channel.messages.fetch(said.message.id)).content).toBe('');
  await expect(said.answer(50)).rejects.toThrow('The bot said nothing within 50 ms.');
});

test('a reply that pings a regular message of the bot is readable', async () => {
  const channel = await newsChannel();
  const own = await channel.send('The harbour is open.');
  bed.discord.user('Ada').say('Since when?', { replyTo: own.id });
  await eventually(() => heard.map(({ content }) => content)).toEqual(['Since when?']);
});

test('a reply to the answer of a slash command is not', async () => {
  await bed.client.application.commands.set([{ name: 'ping', description: 'Ping' }]);
  bed.client.once(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply('Pong');
  });
  const ada = bed.discord.user('Ada');
  const { message } = await ada.slash('ping');
  ada.say('Thanks', { replyTo: message!.id });
  await eventually(() => heard.map(({ content }) => content)).toEqual(['']);
});

test('a direct message is read and answered', async () => {
  bed.client.on(Events.MessageCreate, (message) => {
    if (message.channel.isDMBased() && !message.author.bot) void message.channel.send(`Echo: ${message.content}`);
  });
  const ada = bed.discord.user('Ada');
  const outcome = await ada.say('Psst', { channel: ada.dm }).answer();
  expect(outcome.message).toMatchObject({ content: 'Echo: Psst', channel_id: ada.dm });
});

test('the bot may open a direct message, type, edit and delete', async () => {
  const user = await bed.client.users.fetch(bed.discord.user('Ben').user.id);
  const channel = await user.createDM();
  await channel.sendTyping();
  const sent = await channel.send('One');
  await sent.edit({
    content: null,
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: ComponentType.TextDisplay, content: 'Two' }],
  });
  expect(bed.discord.message(sent.id)).toMatchObject({ content: '', components: [{ id: 1, content: 'Two' }] });
  await sent.delete();
  expect(bed.discord.message(sent.id)).toBeUndefined();
});

test('files come through multipart and are served from the CDN', async () => {
  const channel = bed.client.channels.cache.get(bed.discord.channels[0]!.id);
  if (!channel?.isSendable()) throw new Error('The channel takes no messages.');
  const sent = await channel.send({
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: ComponentType.File, file: { url: 'attachment://proof.txt' } }],
    files: [{ attachment: Buffer.from('to the letter'), name: 'proof.txt', description: 'The proof' }],
  });
  const [attachment] = bed.discord.message(sent.id)?.attachments ?? [];
  expect(attachment).toMatchObject({ filename: 'proof.txt', size: 13, description: 'The proof' });
  expect(bed.discord.message(sent.id)?.components).toMatchObject([{ file: { url: attachment?.url } }]);
  const served = await fetch(attachment?.url ?? '');
  expect(served.headers.get('content-security-policy')).toContain('sandbox');
  expect(await served.text()).toBe('to the letter');
});

test('a picture comes with its size, as Discord tells it', async () => {
  const channel = await newsChannel();
  const header = Buffer.from('89504e470d0a1a0a0000000d4948445200000384000007d0', 'hex');
  const files = [
    { attachment: header, name: 'tall.png' },
    { attachment: Buffer.from('none'), name: 'note.txt' },
  ];
  const { id } = await channel.send({ content: 'Two files', files });
  const [picture, note] = bed.discord.message(id)?.attachments ?? [];
  expect(picture).toMatchObject({ width: 900, height: 2000 });
  expect(note).not.toHaveProperty('width');
});

test('a repeated message with an enforced nonce is the same message', async () => {
  const path = `/channels/${bed.discord.user('Ben').dm}/messages` as const;
  const body = { content: 'Once', nonce: 'n1', enforce_nonce: true, allowed_mentions: { parse: [] } };
  const [one, other] = [await bed.client.rest.post(path, { body }), await bed.client.rest.post(path, { body })];
  expect((other as { id: string }).id).toBe((one as { id: string }).id);
});
