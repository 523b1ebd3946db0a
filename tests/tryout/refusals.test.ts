import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  DiscordAPIError,
  type Interaction,
  MessageFlags,
  TextInputStyle,
} from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Bed, eventually, onInteraction, openBed } from './bot.ts';

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

/** Ms that the local Discord's clock is ahead. */
let clock = 0;
let bed: Bed;
beforeAll(async () => {
  bed = await openBed({ now: () => Date.now() + clock });
  await bed.client.application.commands.set([{ name: 'ask', description: 'Ask' }]);
});
beforeEach(() => {
  clock = 0;
});
afterAll(async () => {
  await bed.close();
});

function answer(how: (interaction: Interaction) => Promise<unknown>): unknown[] {
  return onInteraction(bed.client, how);
}

/** Runs `misuse` on a slash command and gives the code of the error it met. */
async function codeOf(misuse: (interaction: Interaction & { isChatInputCommand(): true }) => Promise<unknown>) {
  const seen = new Promise<unknown>((resolve) => {
    answer(async (interaction) => {
      await misuse(interaction as never).then(
        () => resolve('no error'),
        (error: unknown) => resolve(error instanceof DiscordAPIError ? error.code : error),
      );
    });
  });
  bed.discord
    .user('Ada')
    .slash('ask')
    .catch(() => undefined);
  return await seen;
}
const callback = (interaction: Interaction, body: object) =>
  interaction.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
    body,
    auth: false,
  });

test('a second acknowledgement is error 40060', async () => {
  const text = { type: 4, data: { content: 'Twice', allowed_mentions: { parse: [] } } };
  expect(await codeOf(async (one) => [await callback(one, text), await callback(one, text)])).toBe(40060);
});

test('an answer after more than 3 s is error 10062', async () => {
  expect(
    await codeOf(async (interaction) => {
      clock = 3_001;
      await callback(interaction, { type: 5 });
    }),
  ).toBe(10062);
});

test('the token ends after 15 minutes', async () => {
  expect(
    await codeOf(async (interaction) => {
      await callback(interaction, { type: 5 });
      clock = 15 * 60_000 + 1;
      const path = `/webhooks/${interaction.applicationId}/${interaction.token}/messages/@original` as const;
      await interaction.client.rest.patch(path, {
        auth: false,
        body: { content: 'Late', allowed_mentions: { parse: [] } },
      });
    }),
  ).toBe(50027);
});

test('a token reaches the messages of its own interaction only', async () => {
  answer(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply('Mine');
  });
  const other = (await bed.discord.user('Ada').slash('ask')).message!;
  expect(
    await codeOf(async (interaction) => {
      await callback(interaction, { type: 5 });
      const path = `/webhooks/${interaction.applicationId}/${interaction.token}/messages/${other.id}` as const;
      await interaction.client.rest.delete(path, { auth: false });
    }),
  ).toBe(10008);
});

test('a deferral takes no flag but EPHEMERAL', async () => {
  const data = { flags: MessageFlags.IsComponentsV2 };
  expect(await codeOf((interaction) => callback(interaction, { type: 5, data }))).toBe(50035);
});

test('choices answer autocomplete only, and there is nothing to update', async () => {
  expect(await codeOf((interaction) => callback(interaction, { type: 8, data: { choices: [] } }))).toBe(50035);
  expect(await codeOf((interaction) => callback(interaction, { type: 6 }))).toBe(50035);
});

test('a modal cannot answer a modal', async () => {
  let code: unknown;
  answer(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.showModal(FORM);
    if (!interaction.isModalSubmit()) return;
    const body = {
      type: 9,
      data: {
        title: 'Again',
        custom_id: 'again',
        components: [{ type: 18, label: 'L', component: { type: 4, custom_id: 'q', style: 1 } }],
      },
    };
    code = await callback(interaction, body).catch((error: unknown) => (error as DiscordAPIError).code);
    await interaction.reply('No.');
  });
  const ada = bed.discord.user('Ada');
  const opened = await ada.slash('ask');
  await ada.submit(opened, { question: 'Hm?' });
  expect(code).toBe(50035);
});

test('a bot that does not answer is told of after 3 s', async () => {
  answer(() => Promise.resolve());
  await expect(bed.discord.user('Ada').slash('ask')).rejects.toThrow('The application did not respond.');
});

test('a callback whose response is lost reaches the person and is retried into error 40060', async () => {
  bed.discord.faults.hangUp('POST /interactions/{interaction_id}/{interaction_token}/callback', { after: true });
  const failures = answer(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply('Once');
  });
  const { message } = await bed.discord.user('Ada').slash('ask');
  expect(message?.content).toBe('Once');
  await eventually(() => failures).toEqual([expect.objectContaining({ code: 40060 })]);
});
