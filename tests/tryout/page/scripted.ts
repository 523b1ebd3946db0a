import {
  type AnySelectMenuInteraction,
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
  type ModalSubmitInteraction,
  PermissionFlagsBits,
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
    nameLocalizations: { de: 'fragen' },
    description: 'Ask the articles',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        nameLocalizations: { de: 'frage' },
        description: 'What to ask',
        required: true,
      },
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
  {
    name: 'knowledge',
    description: 'The articles of this server',
    contexts: [0],
    defaultMemberPermissions: PermissionFlagsBits.ManageGuild,
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'add',
        description: 'Add an article from a file',
        options: [
          { type: ApplicationCommandOptionType.Attachment, name: 'file', description: 'The file', required: true },
          { type: ApplicationCommandOptionType.Role, name: 'editors', description: 'Who may change it' },
        ],
      },
      { type: ApplicationCommandOptionType.Subcommand, name: 'upload', description: 'Add several at once' },
      { type: ApplicationCommandOptionType.Subcommand, name: 'settings', description: 'How the bot answers here' },
    ],
  },
  { name: 'choose', description: 'One list of each kind' },
  { name: 'anywhere', description: 'Where a person has it', contexts: [0, 1, 2], integrationTypes: [0, 1] },
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

const label = (caption: string, component: object, description?: string) =>
  ({ type: ComponentType.Label, label: caption, component, ...(description && { description }) }) as never;
const choices = (...values: readonly string[]) => values.map((value) => ({ label: value, value: value.toLowerCase() }));

const UPLOAD: APIModalInteractionResponseCallbackData = {
  title: 'Add articles',
  custom_id: 'upload',
  components: [
    { type: ComponentType.TextDisplay, content: 'Text, Markdown or HTML.' },
    label(
      'Files',
      { type: ComponentType.FileUpload, custom_id: 'files', max_values: 3 },
      'Up to three, of 10 MiB each',
    ),
    label('Source', {
      type: ComponentType.TextInput,
      custom_id: 'source',
      style: TextInputStyle.Short,
      required: false,
    }),
    label('Editors', { type: ComponentType.RoleSelect, custom_id: 'editors', max_values: 3, required: false }),
    label('Log channel', { type: ComponentType.ChannelSelect, custom_id: 'log', channel_types: [0], required: false }),
  ],
};
const SETTINGS: APIModalInteractionResponseCallbackData = {
  title: 'Settings',
  custom_id: 'settings',
  components: [
    label('Answers', { type: ComponentType.RadioGroup, custom_id: 'privacy', options: choices('Public', 'Private') }),
    label('Sources', {
      type: ComponentType.CheckboxGroup,
      custom_id: 'sources',
      options: choices('Files', 'Links', 'Feeds'),
      required: false,
      min_values: 0,
    }),
    label('Follow feeds', { type: ComponentType.Checkbox, custom_id: 'feeds', default: true }),
    label('Threshold', {
      type: ComponentType.StringSelect,
      custom_id: 'threshold',
      options: [...choices('Low'), { label: 'Medium', value: 'medium', default: true }],
    }),
  ],
};

const select = (type: ComponentType, customId: string, more: object) =>
  ({ type: ComponentType.ActionRow, components: [{ type, customId, ...more }] }) as never;
const LISTS = [
  select(ComponentType.UserSelect, 'user', { placeholder: 'People', maxValues: 2 }),
  select(ComponentType.RoleSelect, 'role', { placeholder: 'Roles' }),
  select(ComponentType.ChannelSelect, 'channel', { placeholder: 'Channels', channelTypes: [0] }),
  select(ComponentType.MentionableSelect, 'both', { placeholder: 'People and roles' }),
  select(ComponentType.StringSelect, 'words', {
    placeholder: 'Words',
    minValues: 2,
    maxValues: 3,
    options: choices('Harbour', 'Ferry', 'Tide'),
  }),
];

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
  if (interaction.commandName === 'choose') return interaction.reply({ content: 'Choose:', components: LISTS });
  if (interaction.commandName === 'anywhere') return interaction.reply(`In context ${interaction.context}`);
  if (interaction.commandName === 'knowledge') return runKnowledge(interaction);
  if (interaction.commandName === 'article') {
    return interaction.reply(`Subcommand ${options.getSubcommand()}: ${options.getString('title')}`);
  }
  const question = `${options.getString('question')} [${options.getString('article') ?? 'anywhere'}]`;
  const privately = options.getBoolean('private') ? MessageFlags.Ephemeral : 0;
  return interaction.reply({ flags: MessageFlags.IsComponentsV2 | privately, components: answerTo(question, '') });
}

async function runKnowledge(interaction: ChatInputCommandInteraction): Promise<unknown> {
  const { options } = interaction;
  if (options.getSubcommand() === 'upload') return interaction.showModal(UPLOAD);
  if (options.getSubcommand() === 'settings') return interaction.showModal(SETTINGS);
  const file = options.getAttachment('file', true);
  const words = (await (await fetch(file.url)).text()).split(/\s+/).length;
  const role = options.getRole('editors')?.name ?? 'nobody';
  return interaction.reply({
    flags: MessageFlags.Ephemeral,
    content: `Added ${file.name}: ${words} words, for ${role}.`,
  });
}

function readForm({ customId, fields }: ModalSubmitInteraction): string {
  if (customId === 'form') return `You asked: ${fields.getTextInputValue('question')}`;
  if (customId === 'settings') {
    const sources = fields.getCheckboxGroup('sources').join('+') || 'none';
    const threshold = fields.getStringSelectValues('threshold').join();
    return `${fields.getRadioGroup('privacy')}, ${sources}, ${fields.getCheckbox('feeds')}, ${threshold}`;
  }
  const files = fields.getUploadedFiles('files', true).map(({ name }) => name);
  const roles = fields.getSelectedRoles('editors')?.map((role) => role?.name) ?? [];
  const channels = fields.getSelectedChannels('log')?.map((channel) => 'name' in channel && channel.name) ?? [];
  return [`${files.join(' and ')}`, fields.getTextInputValue('source'), ...roles, ...channels].join(' | ');
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
  if (interaction.isAnySelectMenu()) {
    const mentions = interaction.values.map((id) => mentionOf(interaction, id));
    return interaction.reply(`${interaction.customId}: ${mentions.join(' ')}`);
  }
  if (interaction.isModalSubmit()) return interaction.reply(readForm(interaction));
  return null;
}

function mentionOf(interaction: AnySelectMenuInteraction, id: string): string {
  if (interaction.isChannelSelectMenu()) return `<#${id}>`;
  const role = interaction.guild?.roles.cache.has(id);
  return role ? `<@&${id}>` : `<@${id}>`;
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
