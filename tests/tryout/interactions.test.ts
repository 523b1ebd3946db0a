import {
  type APIModalInteractionResponseCallbackData,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  type Interaction,
  MessageFlags,
  TextInputStyle,
} from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bed, eventually, onInteraction, openBed } from './bot.ts';

const NEWS_MENU = {
  type: ComponentType.ActionRow,
  components: [
    {
      type: ComponentType.StringSelect,
      customId: 'menu',
      options: [
        { label: 'Harbour', value: 'h' },
        { label: 'Weather', value: 'w' },
      ],
    },
  ],
} as const;
const BUTTONS = {
  type: ComponentType.ActionRow,
  components: [
    { type: ComponentType.Button, style: ButtonStyle.Primary, label: 'More', customId: 'more' },
    { type: ComponentType.Button, style: ButtonStyle.Secondary, label: 'Done', customId: 'done', disabled: true },
  ],
} as const;
const FORM: APIModalInteractionResponseCallbackData = {
  title: 'Ask a follow-up',
  custom_id: 'form',
  components: [
    {
      type: ComponentType.Label,
      label: 'Question',
      component: { type: ComponentType.TextInput, custom_id: 'question', style: TextInputStyle.Short, max_length: 50 },
    },
  ],
};

let bed: Bed;
beforeAll(async () => {
  bed = await openBed();
  await bed.client.application.commands.set([
    {
      name: 'ask',
      description: 'Ask the articles',
      options: [
        { type: ApplicationCommandOptionType.String, name: 'question', description: 'What to ask', required: true },
        { type: ApplicationCommandOptionType.String, name: 'article', description: 'Where', autocomplete: true },
        { type: ApplicationCommandOptionType.Integer, name: 'most', description: 'How many', minValue: 1 },
        { type: ApplicationCommandOptionType.Boolean, name: 'private', description: 'For me alone' },
        { type: ApplicationCommandOptionType.User, name: 'who', description: 'For whom' },
        { type: ApplicationCommandOptionType.Attachment, name: 'file', description: 'An article' },
      ],
    },
    { name: 'Find in articles', type: ApplicationCommandType.Message },
  ]);
});
afterAll(async () => {
  await bed.close();
});

function answer(how: (interaction: Interaction) => Promise<unknown>): unknown[] {
  return onInteraction(bed.client, how);
}

/** A message of the bot's with buttons and a select, to use them on. */
async function menuMessage() {
  answer(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({ content: 'Choose', components: [BUTTONS, NEWS_MENU] });
  });
  const { message } = await bed.discord.user('Ada').slash('ask', { question: 'menu?' });
  return message!;
}

describe('slash commands', () => {
  test('arrive with their options, resolved, from a person in a guild channel', async () => {
    const seen: unknown[] = [];
    answer(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { options } = interaction;
      seen.push(
        options.getString('question'),
        options.getInteger('most'),
        options.getBoolean('private'),
        options.getUser('who')?.username,
        options.getAttachment('file')?.name,
        interaction.inCachedGuild() && interaction.member.displayName,
        interaction.attachmentSizeLimit,
      );
      await interaction.reply('Understood.');
    });
    const ada = bed.discord.user('Ada');
    const file = ada.upload('harbour.txt', 'text/plain', Buffer.from('The harbour froze.'));
    const who = bed.discord.user('Ben').user.id;
    const outcome = await ada.slash('ask', { question: 'Who?', most: 3, private: false, who, file });
    expect(seen).toEqual(['Who?', 3, false, 'ben', 'harbour.txt', 'Ada', 10 * 1024 * 1024]);
    expect(outcome.message?.content).toBe('Understood.');
    expect(outcome.ephemeral).toBe(false);
  });

  test('work in direct messages', async () => {
    answer(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(interaction.inGuild() ? 'guild' : 'direct');
    });
    const ben = bed.discord.user('Ben');
    const outcome = await ben.slash('ask', { question: 'Here?' }, { channel: ben.dm });
    expect(outcome.message).toMatchObject({ content: 'direct', channel_id: ben.dm });
  });

  test('deferred, then edited, count as answered when edited, and stay private', async () => {
    answer(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply({
        flags: MessageFlags.IsComponentsV2,
        components: [{ type: ComponentType.TextDisplay, content: 'Only for you.' }],
      });
    });
    const outcome = await bed.discord.user('Ada').slash('ask', { question: 'Private?' });
    expect(outcome.ephemeral).toBe(true);
    expect(outcome.message?.flags).toBe(MessageFlags.Ephemeral | MessageFlags.IsComponentsV2);
    expect(outcome.message?.components).toMatchObject([{ content: 'Only for you.' }]);
  });

  test('may be answered with the response, fetched, followed up and deleted', async () => {
    const seen: unknown[] = [];
    const failures = answer(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const response = await interaction.reply({ content: 'First', withResponse: true });
      seen.push(response.resource?.message?.content, response.interaction.responseMessageEphemeral);
      const more = await interaction.followUp({ content: 'Second', flags: MessageFlags.Ephemeral });
      seen.push((await interaction.fetchReply()).content, (await interaction.fetchReply(more.id)).content);
      await interaction.deleteReply();
      seen.push(bed.discord.message(response.resource?.message?.id ?? ''));
    });
    await bed.discord.user('Ada').slash('ask', { question: 'All of it?' });
    await eventually(() => seen).toEqual(['First', false, 'First', 'Second', undefined]);
    expect(failures).toEqual([]);
  });

  test('the first follow-up to a deferred answer completes it', async () => {
    answer(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.followUp('Here it is.');
    });
    const { message } = await bed.discord.user('Ada').slash('ask', { question: 'Later?' });
    expect(message).toMatchObject({ content: 'Here it is.', flags: 0 });
  });
});

test('a deferred answer that is deleted leaves no message', async () => {
  answer(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.deleteReply();
  });
  expect((await bed.discord.user('Ada').slash('ask', { question: 'Gone?' })).message).toBeNull();
});

test('autocomplete tells what is typed and gets choices', async () => {
  answer(async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const focused = interaction.options.getFocused(true);
    await interaction.respond([{ name: `${focused.name}: ${focused.value}`, value: 'x' }]);
  });
  const outcome = await bed.discord.user('Ada').autocomplete('ask', { article: 'har' }, 'article');
  expect(outcome.choices).toEqual([{ name: 'article: har', value: 'x' }]);
});

test('a message command carries the content of a message the bot may not read otherwise', async () => {
  answer(async (interaction) => {
    if (interaction.isMessageContextMenuCommand()) await interaction.reply(interaction.targetMessage.content);
  });
  const ben = bed.discord.user('Ben');
  const { message } = ben.say('The ferry was late again.');
  const outcome = await ben.messageCommand('Find in articles', message.id);
  expect(outcome.message?.content).toBe('The ferry was late again.');
});

describe('components', () => {
  test('a button updates its message in place', async () => {
    const message = await menuMessage();
    answer(async (interaction) => {
      if (interaction.isButton()) await interaction.update({ content: `By ${interaction.customId}`, components: [] });
    });
    const outcome = await bed.discord.user('Ada').click(message, 'more');
    expect(outcome.message).toMatchObject({ id: message.id, content: 'By more', components: [] });
  });

  test('a deferred update is final when the message is edited', async () => {
    const message = await menuMessage();
    answer(async (interaction) => {
      if (!interaction.isButton()) return;
      await interaction.deferUpdate();
      await interaction.editReply({ content: 'Edited' });
    });
    const outcome = await bed.discord.user('Ada').click(message, 'more');
    expect(outcome.message).toMatchObject({ id: message.id, content: 'Edited' });
  });

  test('a select gives its values', async () => {
    const message = await menuMessage();
    answer(async (interaction) => {
      if (interaction.isStringSelectMenu()) await interaction.reply(interaction.values.join());
    });
    const outcome = await bed.discord.user('Ada').select(message, 'menu', ['w']);
    expect(outcome.message?.content).toBe('w');
  });

  test('what Discord does not let a person do is refused', async () => {
    const message = await menuMessage();
    const ada = bed.discord.user('Ada');
    await expect(ada.click(message, 'done')).rejects.toThrow('This component is disabled.');
    await expect(ada.click(message, 'other')).rejects.toThrow('There is no such component.');
    await expect(ada.select(message, 'menu', ['z'])).rejects.toThrow('not one of the options');
    await expect(ada.slash('ask', {})).rejects.toThrow('“question” is required.');
    await expect(ada.slash('ask', { question: 'x'.repeat(6001) })).rejects.toThrow('at most 6000 characters');
    await expect(ada.slash('ask', { question: 'x', most: 0 })).rejects.toThrow('at least 1');
    await expect(ada.slash('nonsense')).rejects.toThrow('There is no such command.');
  });
});

test('a modal opens from a button, is submitted, and may update the message it came from', async () => {
  const message = await menuMessage();
  answer(async (interaction) => {
    if (interaction.isButton()) await interaction.showModal(FORM);
    if (interaction.isModalSubmit() && interaction.isFromMessage()) {
      await interaction.update(`Asked: ${interaction.fields.getTextInputValue('question')}`);
    }
  });
  const ada = bed.discord.user('Ada');
  const opened = await ada.click(message, 'more');
  expect(opened.modal?.title).toBe('Ask a follow-up');
  await expect(ada.submit(opened, {})).rejects.toThrow('“Question” is required.');
  await expect(bed.discord.user('Ben').submit(opened, { question: 'Mine?' })).rejects.toThrow('no longer open');
  const outcome = await ada.submit(opened, { question: 'And then?' });
  expect(outcome.message).toMatchObject({ id: message.id, content: 'Asked: And then?' });
});
