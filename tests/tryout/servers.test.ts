import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  DiscordAPIError,
  Events,
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bed, eventually, onInteraction, openBed } from './bot.ts';

let bed: Bed;
beforeAll(async () => {
  bed = await openBed({ locales: { Ben: 'de' } });
  const { GuildInstall, UserInstall } = ApplicationIntegrationType;
  const { Guild, BotDM, PrivateChannel } = InteractionContextType;
  await bed.client.application.commands.set([
    { name: 'ask', description: 'Ask', integrationTypes: [GuildInstall], contexts: [Guild, BotDM] },
    {
      name: 'knowledge',
      description: 'Articles of this server',
      defaultMemberPermissions: PermissionFlagsBits.ManageGuild,
      contexts: [Guild],
      options: [
        { type: ApplicationCommandOptionType.Subcommand, name: 'add', description: 'Add' },
        { type: ApplicationCommandOptionType.Subcommand, name: 'list', description: 'List' },
      ],
    },
    {
      name: 'find',
      description: 'Find anywhere',
      integrationTypes: [GuildInstall, UserInstall],
      contexts: [Guild, BotDM, PrivateChannel],
    },
  ]);
});
afterAll(async () => {
  await bed.close();
});

/** What the bot learns of whoever acts. */
function tellAll() {
  onInteraction(bed.client, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { member, guild, context, locale, guildLocale, appPermissions, authorizingIntegrationOwners } = interaction;
    const told = {
      server: guild?.name ?? null,
      roles: interaction.inCachedGuild() ? interaction.member.roles.cache.map(({ name }) => name).toSorted() : [],
      manages: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? null,
      member: member !== null,
      context,
      locale,
      guildLocale,
      writes: appPermissions.has(PermissionFlagsBits.SendMessages),
      owners: [authorizingIntegrationOwners.guildId, authorizingIntegrationOwners.userId],
    };
    await interaction.reply({ content: JSON.stringify(told) });
  });
}
type Told = { readonly content: string } | null;
const read = (message: Told): Record<string, unknown> => JSON.parse(message?.content ?? 'null');

describe('interactions carry who acts and where', () => {
  beforeAll(tellAll);

  test('an owner, a manager, an editor and a plain member of one server', async () => {
    const seen = [];
    for (const name of ['Ada', 'Dan', 'Cleo', 'Ben']) {
      const { message } = await bed.discord.user(name).slash('ask');
      const { roles, manages, member, context } = read(message);
      seen.push([name, roles, manages, member, context]);
    }
    expect(seen).toEqual([
      ['Ada', ['@everyone'], true, true, 0],
      ['Dan', ['@everyone', 'Managers'], true, true, 0],
      ['Cleo', ['@everyone', 'Editors'], false, true, 0],
      ['Ben', ['@everyone'], false, true, 0],
    ]);
  });

  test('the same person has other roles and another language on another server', async () => {
    const { message } = await bed.discord.user('Ben').slash('ask', {}, { server: 'Reading Circle' });
    expect(read(message)).toMatchObject({
      server: 'Reading Circle',
      roles: ['@everyone', 'Hosts'],
      manages: true,
      locale: 'de',
      guildLocale: 'en-GB',
    });
  });

  test('a thread, a channel where the bot may not write, and direct messages', async () => {
    const ada = bed.discord.user('Ada');
    const thread = await ada.slash('ask', {}, { channel: 'ferry-strike' });
    expect(thread.message?.channel_id).toBe(bed.discord.server('Newsroom').channel('ferry-strike'));
    const quiet = await ada.slash('ask', {}, { channel: 'announcements' });
    expect(read(quiet.message)).toMatchObject({ writes: false });
    const direct = await ada.slash('ask', {}, { channel: ada.dm });
    expect(read(direct.message)).toMatchObject({ server: null, member: false, context: 1, owners: ['0', null] });
  });

  test('the bot of one’s own works where the server has none, and between people', async () => {
    const cleo = bed.discord.user('Cleo');
    const own = [null, cleo.user.id];
    const lounge = await cleo.slash('find', {}, { server: 'Elsewhere' });
    expect(read(lounge.message)).toMatchObject({ server: null, member: true, context: 0, owners: own });
    const between = await cleo.slash('find', {}, { channel: 'Ada and Cleo' });
    expect(read(between.message)).toMatchObject({ context: 2, owners: own });
    const both = await cleo.slash('find');
    expect(read(both.message)).toMatchObject({ owners: [bed.discord.guild.id, cleo.user.id] });
    await expect(cleo.slash('ask', {}, { server: 'Elsewhere' })).rejects.toThrow('/ask cannot be used here.');
    await expect(bed.discord.user('Ada').slash('find', {}, { server: 'Elsewhere' })).rejects.toThrow('cannot be used');
  });
});

describe('default permissions', () => {
  test('hide a command from those who lack them, server by server', () => {
    const offered = (name: string, server: string) => bed.discord.user(name).commands({ server });
    expect(offered('Ben', 'Newsroom')).toEqual(['ask', 'find']);
    expect(offered('Ben', 'Reading Circle')).toEqual(['ask', 'knowledge add', 'knowledge list', 'find']);
    expect(offered('Dan', 'Newsroom')).toContain('knowledge add');
    expect(offered('Ada', 'Reading Circle')).not.toContain('knowledge add');
  });

  test('keep it from them when they try all the same', async () => {
    const ben = bed.discord.user('Ben');
    await expect(ben.slash('knowledge list')).rejects.toThrow('You do not have permission to use /knowledge.');
    tellAll();
    await expect(ben.slash('knowledge list', {}, { server: 'Reading Circle' })).resolves.toMatchObject({
      message: { content: expect.stringContaining('Reading Circle') },
    });
  });

  test('follow a change of roles', () => {
    const ben = bed.discord.user('Ben');
    bed.discord.setRoles('Newsroom', 'Ben', ['Managers']);
    expect(ben.commands()).toContain('knowledge add');
    bed.discord.setRoles('Newsroom', 'Ben', []);
    expect(ben.commands()).not.toContain('knowledge add');
  });
});

describe('servers are apart', () => {
  test('nobody reaches a channel of a server where they are not', async () => {
    const books = bed.discord.server('Reading Circle').channel('books');
    const dan = bed.discord.user('Dan');
    await expect(dan.slash('ask', {}, { channel: books })).rejects.toThrow('There is no such channel.');
    expect(() => dan.say('Hello?', { channel: books })).toThrow('There is no such channel.');
    expect(() => dan.channel({ server: 'Reading Circle' })).toThrow('Dan sees no channel');
  });

  test('a closed channel is open to its roles alone', async () => {
    const managers = bed.discord.server('Newsroom').channel('managers');
    expect(bed.discord.user('Dan').channel({ channel: 'managers' })).toBe(managers);
    await expect(bed.discord.user('Cleo').slash('ask', {}, { channel: managers })).rejects.toThrow('no such channel');
  });
});

describe('what the bot may not do', () => {
  const codeOf = (trial: Promise<unknown>) =>
    trial.then(
      () => 'no error',
      (error: unknown) => (error instanceof DiscordAPIError ? error.code : error),
    );
  const send = (channel: string, body: object = { content: 'Hello', allowed_mentions: { parse: [] } }) =>
    bed.client.rest.post(`/channels/${channel}/messages`, { body });
  const newsroom = (channel: string) => bed.discord.server('Newsroom').channel(channel);

  test('writing is error 50013, looking 50001', async () => {
    expect(await codeOf(send(newsroom('bot-log')))).toBe('no error');
    expect(await codeOf(send(newsroom('announcements')))).toBe(50013);
    expect(await codeOf(send(newsroom('managers')))).toBe(50001);
    expect(await codeOf(bed.client.rest.get(`/channels/${newsroom('managers')}`))).toBe(50001);
    expect(await codeOf(send(bed.discord.server('Elsewhere').channel('lounge')))).toBe(50001);
  });

  test('a channel it may not see comes without its name, and nothing said there is heard', async () => {
    const { guilds } = bed.client;
    const hidden = guilds.cache.get(bed.discord.guild.id)?.channels.cache.get(newsroom('managers'));
    expect(hidden?.name).toBe('___hidden___');
    const heard: string[] = [];
    bed.client.on(Events.MessageCreate, ({ channelId }) => heard.push(channelId));
    bed.discord.user('Dan').say('Between managers', { channel: 'managers' });
    bed.discord.user('Dan').say('For all');
    await eventually(() => heard).toEqual([newsroom('news')]);
  });

  test('follows a change of permissions, and the client knows', async () => {
    bed.discord.denyBot('Newsroom', 'bot-log', PermissionFlagsBits.SendMessages);
    const channel = bed.client.channels.cache.get(newsroom('bot-log'));
    const allowed = () =>
      channel && 'permissionsFor' in channel && channel.permissionsFor(bed.client.user)?.has('SendMessages');
    await eventually(allowed).toBe(false);
    expect(await codeOf(send(newsroom('bot-log')))).toBe(50013);
    bed.discord.denyBot('Newsroom', 'bot-log', 0n);
    await eventually(allowed).toBe(true);
    expect(await codeOf(send(newsroom('bot-log')))).toBe('no error');
  });

  test('messages of others are not its to delete; direct messages go to those it shares a server with', async () => {
    const { message } = bed.discord.user('Ben').say('Mine');
    const path = `/channels/${message.channel_id}/messages/${message.id}` as const;
    expect(await codeOf(bed.client.rest.delete(path))).toBe(50013);
    expect(await codeOf(bed.client.users.createDM(bed.discord.user('Eve').user.id))).toBe('no error');
  });
});

describe('the bot comes and goes', () => {
  const names = () => bed.client.guilds.cache.map(({ name }) => name).toSorted();

  test('it joins and leaves at runtime, and its channels go with it', async () => {
    const joined: string[] = [];
    const left: string[] = [];
    bed.client.on(Events.GuildCreate, ({ name }) => joined.push(name));
    bed.client.on(Events.GuildDelete, ({ name }) => left.push(name));
    bed.discord.addBot('Elsewhere');
    await eventually(names).toEqual(['Elsewhere', 'Newsroom', 'Reading Circle']);
    tellAll();
    const outcome = await bed.discord.user('Ada').slash('ask', {}, { server: 'Elsewhere' });
    expect(outcome.message?.content).toContain('Elsewhere');
    bed.discord.removeBot('Elsewhere');
    await eventually(names).toEqual(['Newsroom', 'Reading Circle']);
    await expect(bed.discord.user('Ada').slash('ask', {}, { server: 'Elsewhere' })).rejects.toThrow('cannot be used');
    expect([joined, left]).toEqual([['Elsewhere'], ['Elsewhere']]);
  });

  test('it may leave by itself', async () => {
    bed.discord.addBot('Elsewhere');
    await eventually(names).toContain('Elsewhere');
    await bed.client.guilds.cache.find(({ name }) => name === 'Elsewhere')?.leave();
    expect(bed.discord.server('Elsewhere').bot).toBe('absent');
    await eventually(names).not.toContain('Elsewhere');
  });

  test('a server founded while it runs is there at once, with new people', async () => {
    const made = bed.discord.addServer({
      name: 'Harbour',
      owner: 'Fay',
      members: { Ada: [] },
      channels: [{ name: 'pier' }],
    });
    await eventually(names).toContain('Harbour');
    tellAll();
    const { message } = await bed.discord.user('Fay').slash('ask', {}, { channel: made.channel('pier') });
    expect(read(message)).toMatchObject({ server: 'Harbour', manages: true });
  });

  test('in an outage a server is there but out of reach, and then back', async () => {
    const unavailable: string[] = [];
    bed.client.on(Events.GuildUnavailable, ({ name }) => unavailable.push(name));
    bed.discord.setOutage('Reading Circle', true);
    await eventually(() => unavailable).toEqual(['Reading Circle']);
    const ben = bed.discord.user('Ben');
    await expect(ben.slash('ask', {}, { server: 'Reading Circle' })).rejects.toThrow('There is no such channel.');
    bed.discord.setOutage('Reading Circle', false);
    tellAll();
    await expect(ben.slash('ask', {}, { server: 'Reading Circle' })).resolves.toMatchObject({ ephemeral: false });
  });
});

test('an ephemeral answer is for one person alone, and the bot’s payload can be looked up', async () => {
  onInteraction(bed.client, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply('For Cleo.');
  });
  const { message } = await bed.discord.user('Cleo').slash('ask');
  await expect(bed.discord.user('Ada').click(message!, 'x')).rejects.toThrow('There is no such message.');
  expect(bed.discord.sent(message!.id)).toEqual([
    { request: 'POST /interactions/{interaction_id}/{interaction_token}/callback (type 5)', body: { flags: 64 } },
    {
      request: 'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original',
      body: expect.objectContaining({ content: 'For Cleo.' }),
    },
  ]);
});
