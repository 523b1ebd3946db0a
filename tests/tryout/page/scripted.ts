import {
  type APIModalInteractionResponseCallbackData,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Client,
  ComponentType,
  Events,
  type Interaction,
  MessageFlags,
  TextInputStyle,
} from 'discord.js';

/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const COMMANDS = [
  {
    name: 'ask',
    description: 'Ask the articles',
    options: [
      { type: ApplicationCommandOptionType.String, name: 'question', description: 'What to ask', required: true },
      { type: ApplicationCommandOptionType.String, name: 'article', description: 'Where', autocomplete: true },
      { type: ApplicationCommandOptionType.Boolean, name: 'private', description: 'For me alone' },
    ],
  },
  {
    name: 'article',
    description: 'Articles',
    options: [
      { type: ApplicationCommandOptionType.Subcommand, name: 'list', description: 'All of them' },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'read',
        description: 'One of them',
        options: [{ type: ApplicationCommandOptionType.String, name: 'title', description: 'Which', required: true }],
      },
    ],
  },
  { name: 'chart', description: 'A picture and a file' },
  { name: 'ponder', description: 'Takes its time' },
  { name: 'silent', description: 'Never answers' },
  { name: 'Find in articles', type: ApplicationCommandType.Message },
] as const;

const FORM: APIModalInteractionResponseCallbackData = {
  title: 'Ask a follow-up',
  custom_id: 'form',
  components: [
    {
      type: ComponentType.Label,
      label: 'Your question',
      component: { type: ComponentType.TextInput, custom_id: 'question', style: TextInputStyle.Short, max_length: 50 },
    },
  ],
};

const text = (content: string) => ({ type: ComponentType.TextDisplay, content }) as const;
const button = (label: string, customId: string) =>
  ({ type: ComponentType.Button, style: ButtonStyle.Secondary, label, customId }) as const;

function answerTo(question: string, context: string) {
  return [
    {
      type: ComponentType.Container,
      accentColor: 0x0f766e,
      components: [
        text(`${question}\n> The ferry sails at **nine**, not at \\*ten\\*, the captain said\\.`),
        { type: ComponentType.Separator },
        text(`-# [Harbour Gazette](https://example.org/ferry) · <t:1556971200:D>${context}`),
        {
          type: ComponentType.ActionRow,
          components: [button('Context', 'context'), button('Follow up', 'follow')],
        },
        {
          type: ComponentType.ActionRow,
          components: [
            {
              type: ComponentType.StringSelect,
              customId: 'source',
              placeholder: 'Other sources',
              options: [
                { label: 'Harbour Gazette', value: 'gazette', description: '4 May 2019' },
                { label: 'Evening Post', value: 'post', description: '5 May 2019' },
              ],
            },
          ],
        },
      ],
    },
  ] as const;
}

async function runCommand(interaction: ChatInputCommandInteraction): Promise<unknown> {
  if (interaction.commandName === 'silent') return null;
  if (interaction.commandName === 'ponder') {
    await interaction.deferReply();
    await new Promise((resolve) => setTimeout(resolve, 600));
    return interaction.editReply('Thought through.');
  }
  if (interaction.commandName === 'chart') {
    return interaction.reply({
      flags: MessageFlags.IsComponentsV2,
      files: [
        { attachment: PNG, name: 'chart.png' },
        { attachment: Buffer.from('a,b'), name: 'data.csv' },
      ],
      components: [
        {
          type: ComponentType.MediaGallery,
          items: [{ media: { url: 'attachment://chart.png' }, description: 'One small dot' }],
        },
        { type: ComponentType.File, file: { url: 'attachment://data.csv' } },
      ],
    });
  }
  const { options } = interaction;
  if (interaction.commandName === 'article') {
    return interaction.reply(`Subcommand ${options.getSubcommand()}: ${options.getString('title')}`);
  }
  const question = `${options.getString('question')} [${options.getString('article') ?? 'anywhere'}]`;
  const privately = options.getBoolean('private') ? MessageFlags.Ephemeral : 0;
  return interaction.reply({ flags: MessageFlags.IsComponentsV2 | privately, components: answerTo(question, '') });
}

function answer(interaction: Interaction): Promise<unknown> | null {
  if (interaction.isChatInputCommand()) return runCommand(interaction);
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toLowerCase();
    const titles = ['Ferry strike ends', 'Harbour deepened', 'Ferry sails again'];
    const fitting = titles.filter((title) => title.toLowerCase().includes(typed));
    return interaction.respond(fitting.map((name) => ({ name, value: `id-${name.length}` })));
  }
  if (interaction.isMessageContextMenuCommand()) {
    const content = `Found: ${interaction.targetMessage.content}`;
    return interaction.reply({ flags: MessageFlags.Ephemeral, content });
  }
  if (interaction.isButton() && interaction.customId === 'follow') return interaction.showModal(FORM);
  if (interaction.isButton()) {
    return interaction.update({ components: answerTo('Again', '\n> “Nine sharp,” he added.') });
  }
  if (interaction.isStringSelectMenu()) return interaction.reply(`Source: ${interaction.values.join()}`);
  if (interaction.isModalSubmit())
    return interaction.reply(`You asked: ${interaction.fields.getTextInputValue('question')}`);
  return null;
}

/** Teaches the client a few commands that use every kind of reply. Returns what went wrong in them. */
export async function runScript(client: Client<true>): Promise<readonly unknown[]> {
  const failures: unknown[] = [];
  await client.application.commands.set(COMMANDS);
  client.on(Events.InteractionCreate, (interaction) => {
    answer(interaction)?.catch((error: unknown) => failures.push(error));
  });
  client.on(Events.MessageCreate, (message) => {
    if (message.author.bot || (message.guildId && !message.mentions.has(client.user))) return;
    message.reply(`You said **${message.content.length}** characters.`).catch((error: unknown) => failures.push(error));
  });
  return failures;
}
