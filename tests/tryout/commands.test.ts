import { ApplicationCommandOptionType } from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Bed, onInteraction, openBed } from './bot.ts';

let bed: Bed;
beforeAll(async () => {
  bed = await openBed();
});
beforeEach(async () => {
  await bed.client.application.commands.set([]);
});
afterAll(async () => {
  expect(bed.discord.violations).toEqual([]);
  await bed.close();
});

const names = () => bed.discord.commands.map(({ name }) => name);

test('are listed, created, edited and deleted one by one', async () => {
  const { commands } = bed.client.application;
  const ask = await commands.create({ name: 'ask', description: 'Ask' });
  await commands.create({ name: 'quote', description: 'Quote' });
  await commands.edit(ask, { description: 'Ask the articles' });
  expect((await commands.fetch()).map(({ description }) => description).toSorted()).toEqual([
    'Ask the articles',
    'Quote',
  ]);
  expect((await commands.fetch(ask.id)).name).toBe('ask');
  await commands.delete(ask);
  expect(names()).toEqual(['quote']);
});

test('keep their ids when the whole list is set again', async () => {
  const { commands } = bed.client.application;
  const [before] = [...(await commands.set([{ name: 'ask', description: 'Ask' }])).values()];
  const after = await commands.set([
    { name: 'quote', description: 'Quote' },
    { name: 'ask', description: 'Ask again' },
  ]);
  expect(after.find(({ name }) => name === 'ask')?.id).toBe(before?.id);
  expect(new Set(after.map(({ id }) => id)).size).toBe(2);
});

test('of the guild stand beside those for everywhere', async () => {
  const { commands } = bed.client.application;
  await commands.set([{ name: 'ask', description: 'Ask' }]);
  await commands.set([{ name: 'setup', description: 'Set up' }], bed.discord.guild.id);
  expect(names()).toEqual(['ask', 'setup']);
  const ada = bed.discord.user('Ada');
  await expect(ada.slash('setup', {}, { channel: ada.dm })).rejects.toThrow('/setup is not known here.');
});

test('with subcommands are called by both names', async () => {
  const topic = { type: ApplicationCommandOptionType.String, name: 'topic', description: 't', required: true } as const;
  const list = {
    type: ApplicationCommandOptionType.Subcommand,
    name: 'list',
    description: 'l',
    options: [topic],
  } as const;
  await bed.client.application.commands.set([{ name: 'article', description: 'Articles', options: [list] }]);
  onInteraction(bed.client, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply(`${interaction.options.getSubcommand()} ${interaction.options.getString('topic')}`);
  });
  const ada = bed.discord.user('Ada');
  expect((await ada.slash('article list', { topic: 'harbour' })).message?.content).toBe('list harbour');
  await expect(ada.slash('article list')).rejects.toThrow('“topic” is required.');
  await expect(ada.slash('article')).rejects.toThrow('Choose one of list.');
});
