import {
  type APIModalInteractionResponseCallbackData,
  ApplicationCommandOptionType,
  ChannelType,
  ComponentType,
  type ModalSubmitInteraction,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Bed, onInteraction, openBed } from './bot.ts';

let bed: Bed;
beforeAll(async () => {
  bed = await openBed();
  await bed.client.application.commands.set([
    {
      name: 'knowledge',
      description: 'Articles',
      options: [
        {
          type: ApplicationCommandOptionType.SubcommandGroup,
          name: 'file',
          description: 'Files',
          options: [
            {
              type: ApplicationCommandOptionType.Subcommand,
              name: 'add',
              description: 'Add one',
              options: [
                { type: ApplicationCommandOptionType.Attachment, name: 'file', description: 'f', required: true },
                { type: ApplicationCommandOptionType.Role, name: 'role', description: 'r' },
                {
                  type: ApplicationCommandOptionType.Channel,
                  name: 'channel',
                  description: 'c',
                  channelTypes: [ChannelType.GuildText],
                },
                { type: ApplicationCommandOptionType.Mentionable, name: 'who', description: 'w' },
                {
                  type: ApplicationCommandOptionType.Number,
                  name: 'share',
                  description: 's',
                  minValue: 0,
                  maxValue: 1,
                },
                {
                  type: ApplicationCommandOptionType.String,
                  name: 'kind',
                  description: 'k',
                  choices: [{ name: 'News', value: 'news' }],
                },
              ],
            },
          ],
        },
      ],
    },
    { name: 'form', description: 'A form' },
  ]);
});
const violations = () => bed.discord.violations as string[];
beforeEach(() => {
  onInteraction(bed.client, () => Promise.resolve());
});
afterAll(async () => {
  expect(violations()).toEqual([]);
  await bed.close();
});

const NOTE = Buffer.from('The harbour froze.');

describe('options', () => {
  test('of every kind arrive, resolved, below a group and a subcommand', async () => {
    const seen: unknown[] = [];
    onInteraction(bed.client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { options } = interaction;
      const file = options.getAttachment('file', true);
      const bytes = Buffer.from(await (await fetch(file.url)).arrayBuffer());
      seen.push(options.getSubcommandGroup(), options.getSubcommand(), file.name, file.contentType, file.size);
      seen.push(bytes.equals(NOTE), options.getRole('role')?.name, options.getChannel('channel')?.name);
      seen.push(options.getMentionable('who')?.toString(), options.getNumber('share'), options.getString('kind'));
      await interaction.reply('Taken.');
    });
    const dan = bed.discord.user('Dan');
    const newsroom = bed.discord.server('Newsroom');
    await dan.slash('knowledge file add', {
      file: dan.upload('the harbour (1).txt', 'text/plain', NOTE),
      role: newsroom.role('Editors'),
      channel: newsroom.channel('bot-log'),
      who: bed.discord.user('Cleo').user.id,
      share: 0.5,
      kind: 'news',
    });
    expect(seen).toEqual([
      'file',
      'add',
      'the_harbour_1.txt',
      'text/plain; charset=utf-8',
      NOTE.length,
      true,
      'Editors',
      'bot-log',
      `<@${bed.discord.user('Cleo').user.id}>`,
      0.5,
      'news',
    ]);
  });

  test('stand for what is here only', async () => {
    const dan = bed.discord.user('Dan');
    const file = dan.upload('a.txt', 'text/plain', NOTE);
    const add = (options: object) => dan.slash('knowledge file add', { file, ...options });
    const other = bed.discord.server('Reading Circle');
    await expect(add({ role: other.role('Hosts') })).rejects.toThrow('must be one of the roles here');
    await expect(add({ channel: other.channel('books') })).rejects.toThrow('must be one of the channels here');
    const thread = bed.discord.server('Newsroom').channel('ferry-strike');
    await expect(add({ channel: thread })).rejects.toThrow('must be one of the channels here');
    await expect(add({ who: bed.discord.user('Eve').user.id })).rejects.toThrow('must be one of the mentionables');
    await expect(add({ share: 1.5 })).rejects.toThrow('at most 1');
    await expect(add({ kind: 'gossip' })).rejects.toThrow('one of its choices');
    await expect(add({ file: bed.discord.user('Ada').upload('b.txt', '', NOTE) })).rejects.toThrow('attachments');
  });

  test('files are neither empty nor over the limit of the server, and their links are signed', async () => {
    const dan = bed.discord.user('Dan');
    expect(() => dan.upload('void.txt', 'text/plain', Buffer.alloc(0))).toThrow('“void.txt” is empty');
    expect(() => dan.upload('big.pdf', 'application/pdf', Buffer.alloc(10 * 1024 * 1024 + 1))).toThrow('10 MiB');
    let url = '';
    onInteraction(bed.client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      url = interaction.options.getAttachment('file', true).url;
      await interaction.reply('Taken.');
    });
    await dan.slash('knowledge file add', { file: dan.upload('../../etc/passwd', '', NOTE) });
    const { pathname, searchParams, origin } = new URL(url);
    expect(pathname.endsWith('/passwd')).toBe(true);
    expect(origin).toBe(new URL(bed.discord.cdnBase).origin);
    expect([...searchParams.keys()]).toEqual(['ex', 'is', 'hm']);
    const served = await fetch(url);
    expect(served.headers.get('content-security-policy')).toContain('sandbox');
  });
});

test('a link to an upload dies after a day', async () => {
  let clock = 0;
  const aging = await openBed({ now: () => Date.now() + clock });
  await aging.client.application.commands.set([
    {
      name: 'add',
      description: 'Add',
      options: [{ type: ApplicationCommandOptionType.Attachment, name: 'file', description: 'f', required: true }],
    },
  ]);
  let url = '';
  onInteraction(aging.client, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    url = interaction.options.getAttachment('file', true).url;
    await interaction.reply('Taken.');
  });
  const ada = aging.discord.user('Ada');
  await ada.slash('add', { file: ada.upload('a.txt', 'text/plain', NOTE) });
  expect((await fetch(url)).status).toBe(200);
  clock = 25 * 3_600_000;
  expect((await fetch(url)).status).toBe(404);
  await aging.close();
});

const select = (type: ComponentType, more: object = {}) =>
  ({ type: ComponentType.ActionRow, components: [{ type, customId: 'pick', ...more }] }) as never;

/** Lets a person choose from one select, and gives what the bot got. */
async function choose(row: never, values: readonly string[], who = 'Dan') {
  let seen: unknown;
  onInteraction(bed.client, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: 'Choose', components: [row] });
    if (!interaction.isAnySelectMenu()) return;
    seen = {
      values: interaction.values,
      users: 'users' in interaction ? interaction.users.map(({ username }) => username) : [],
      roles: 'roles' in interaction ? interaction.roles.map((role) => role.name) : [],
      channels:
        'channels' in interaction ? interaction.channels.map((channel) => 'name' in channel && channel.name) : [],
    };
    await interaction.deferUpdate();
    await interaction.editReply('Chosen');
  });
  const person = bed.discord.user(who);
  const { message } = await person.slash('form');
  await person.select(message!, 'pick', values);
  return seen;
}

describe('selects', () => {
  test('of roles, people, channels and both bring what they stand for', async () => {
    const newsroom = bed.discord.server('Newsroom');
    const roles = [newsroom.role('Editors'), newsroom.role('Managers')];
    expect(await choose(select(ComponentType.RoleSelect, { maxValues: 5 }), roles)).toMatchObject({
      values: roles,
      roles: ['Editors', 'Managers'],
    });
    const cleo = bed.discord.user('Cleo').user.id;
    expect(await choose(select(ComponentType.UserSelect), [cleo])).toMatchObject({ users: ['cleo'] });
    const log = newsroom.channel('bot-log');
    expect(await choose(select(ComponentType.ChannelSelect), [log])).toMatchObject({ channels: ['bot-log'] });
    const both = [cleo, roles[0]!];
    expect(await choose(select(ComponentType.MentionableSelect, { maxValues: 2 }), both)).toMatchObject({
      users: ['cleo'],
      roles: ['Editors'],
    });
  });

  test('take as many as they say, each once, and nothing from elsewhere', async () => {
    const options = ['a', 'b', 'c'].map((value) => ({ label: value, value }));
    const some = select(ComponentType.StringSelect, { options, minValues: 2, maxValues: 3 });
    expect(await choose(some, ['c', 'a'])).toMatchObject({ values: ['c', 'a'] });
    await expect(choose(some, ['a'])).rejects.toThrow('Choose at least 2.');
    await expect(choose(some, ['a', 'a'])).rejects.toThrow('Nothing can be chosen twice.');
    const optional = select(ComponentType.StringSelect, { options, minValues: 0 });
    expect(await choose(optional, [])).toMatchObject({ values: [] });
    await expect(choose(optional, ['a', 'b'])).rejects.toThrow('Choose only one.');
    const eve = bed.discord.user('Eve').user.id;
    await expect(choose(select(ComponentType.UserSelect), [eve])).rejects.toThrow('not one of the options');
  });
});

const label = (caption: string, component: object, more: object = {}) => ({
  type: ComponentType.Label,
  label: caption,
  component,
  ...more,
});
const choices = (...values: readonly string[]) => values.map((value) => ({ label: value.toUpperCase(), value }));
const FORM = {
  title: 'Add articles',
  custom_id: 'add',
  components: [
    { type: ComponentType.TextDisplay, content: 'Up to ten files.' },
    label('Files', { type: ComponentType.FileUpload, custom_id: 'files', min_values: 1, max_values: 10 }),
    label('Note', {
      type: ComponentType.TextInput,
      custom_id: 'note',
      style: TextInputStyle.Paragraph,
      required: false,
    }),
    label('Who may see', { type: ComponentType.RoleSelect, custom_id: 'roles', max_values: 3, required: false }),
    label('Announce in', {
      type: ComponentType.ChannelSelect,
      custom_id: 'where',
      channel_types: [ChannelType.GuildText],
      required: false,
    }),
  ],
} as APIModalInteractionResponseCallbackData;
const TICKS = {
  title: 'Settings',
  custom_id: 'settings',
  components: [
    label('Threshold', { type: ComponentType.RadioGroup, custom_id: 'level', options: choices('low', 'high') }),
    label('Languages', { type: ComponentType.CheckboxGroup, custom_id: 'languages', options: choices('en', 'de') }),
    label('Follow feeds', { type: ComponentType.Checkbox, custom_id: 'follow', default: true }),
    label('Tone', {
      type: ComponentType.StringSelect,
      custom_id: 'tone',
      options: [{ label: 'Plain', value: 'plain', default: true }, ...choices('rich')],
    }),
  ],
} as APIModalInteractionResponseCallbackData;

/** Opens a form for Dan; what is submitted is read by `read`. */
async function openForm(
  form: APIModalInteractionResponseCallbackData,
  read: (modal: ModalSubmitInteraction) => unknown,
) {
  const seen: unknown[] = [];
  onInteraction(bed.client, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.showModal(form);
    if (!interaction.isModalSubmit()) return;
    seen.push(read(interaction));
    await interaction.reply('Saved.');
  });
  const dan = bed.discord.user('Dan');
  return { dan, seen, opened: await dan.slash('form') };
}

describe('forms', () => {
  test('take files, text, roles and channels', async () => {
    const { dan, seen, opened } = await openForm(FORM, ({ fields }) => ({
      files: fields.getUploadedFiles('files', true).map(({ name, size }) => `${name} ${size}`),
      note: fields.getTextInputValue('note'),
      roles: fields.getSelectedRoles('roles')?.map((role) => role?.name),
      where: fields.getSelectedChannels('where')?.map((channel) => 'name' in channel && channel.name),
    }));
    await expect(dan.submit(opened, {})).rejects.toThrow('“Files” is required.');
    const newsroom = bed.discord.server('Newsroom');
    const upload = (name: string) => dan.upload(name, 'text/plain', NOTE);
    await expect(dan.submit(opened, { files: ['1'] })).rejects.toThrow('“Files” is not right');
    await dan.submit(opened, {
      files: [upload('one.txt'), upload('two.txt')],
      note: 'From the\ncouncil',
      roles: [newsroom.role('Editors')],
      where: [newsroom.channel('bot-log')],
    });
    expect(seen).toEqual([
      { files: ['one.txt 18', 'two.txt 18'], note: 'From the\ncouncil', roles: ['Editors'], where: ['bot-log'] },
    ]);
  });

  test('leave what is optional empty', async () => {
    const { dan, seen, opened } = await openForm(FORM, ({ fields }) => [
      fields.getTextInputValue('note'),
      fields.getSelectedRoles('roles')?.size ?? 0,
    ]);
    await dan.submit(opened, { files: [dan.upload('one.txt', 'text/plain', NOTE)] });
    expect(seen).toEqual([['', 0]]);
  });

  test('take radio buttons, ticks and what was chosen beforehand', async () => {
    const { dan, seen, opened } = await openForm(TICKS, ({ fields }) => [
      fields.getRadioGroup('level'),
      fields.getCheckboxGroup('languages'),
      fields.getCheckbox('follow'),
      fields.getStringSelectValues('tone'),
    ]);
    await expect(dan.submit(opened, { languages: ['en'] })).rejects.toThrow('“Threshold” is required.');
    await expect(dan.submit(opened, { level: 'none', languages: ['en'] })).rejects.toThrow('“Threshold” is not one of');
    await dan.submit(opened, { level: 'high', languages: ['de', 'en'], follow: false });
    expect(seen).toEqual([['high', ['de', 'en'], false, ['plain']]]);
  });

  test('are for the one who opened them', async () => {
    const { opened } = await openForm(FORM, () => null);
    await expect(bed.discord.user('Ada').submit(opened, {})).rejects.toThrow('This form is no longer open.');
  });
});

test('a select may start with somebody, of the right kind and not too many', async () => {
  const cleo = { id: bed.discord.user('Cleo').user.id, type: SelectMenuDefaultValueType.User };
  expect(await choose(select(ComponentType.UserSelect, { defaultValues: [cleo] }), [cleo.id])).toMatchObject({
    users: ['cleo'],
  });
  const failures = onInteraction(bed.client, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const row = select(ComponentType.RoleSelect, { defaultValues: [cleo] });
    await interaction.reply({ content: 'Choose', components: [row] }).catch(() => interaction.reply('Refused'));
  });
  expect((await bed.discord.user('Dan').slash('form')).message?.content).toBe('Refused');
  expect(failures).toEqual([]);
  expect(violations().splice(0)).toEqual([expect.stringContaining('default_values')]);
});
