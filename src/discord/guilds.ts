import { randomBytes } from 'node:crypto';
import { ChannelType, type Client, Events, type Guild, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js';
import type { Logger } from 'pino';
import { speechIn } from '../languages/languages.ts';
import type { Connection } from './connection.ts';
import { isLate } from './late.ts';
import { join, md, small, speaking } from './markdown.ts';
import { explain, isForbidden } from './policy.ts';
import { renderNote } from './render.ts';
import type { Command, Markdown, Shared } from './types.ts';

export interface GuildsOptions {
  readonly client: Client;
  readonly shared: Shared;
  readonly log: Logger;
}

/** What a connection knows of servers. */
type Known = Pick<Connection, 'applicationId' | 'guilds' | 'serves'>;

/** The servers that the bot is added to and removed from. */
export interface Guilds {
  /** Once there is a connection: catches up with what happened while this process was not there. Never fails. */
  catchUp(connection: Known): Promise<void>;
  /** Resolves when everything that was begun has ended, after `patience` milliseconds at the latest. */
  settled(patience: number): Promise<void>;
}

/**
 * Follows the coming and going of servers. discord.js tells of a server only when it was not there before: neither at the
 * start nor after an outage, when Discord sends all of them again.
 */
export const watchGuilds = ({ client, shared, log }: GuildsOptions): Guilds => {
  const { servers, store, commands } = shared;
  const running = new Set<Promise<void>>();

  const run = (work: Promise<void>): Promise<void> => {
    const tracked: Promise<void> = work
      .catch((error: unknown) => void explain(error, log))
      .finally(() => running.delete(tracked));
    running.add(tracked);
    return tracked;
  };

  const welcome = async (guild: Guild): Promise<void> => {
    log.info({ guild: guild.id }, 'added to a server');
    await Promise.all([servers.joined(guild.id), greet(guild, commands, log)]);
  };

  const leave = async ({ id }: Pick<Guild, 'id'>): Promise<void> => {
    log.info({ guild: id }, 'removed from a server');
    await servers.left(id);
  };

  const catchUp = async ({ applicationId, guilds, serves }: Known): Promise<void> => {
    const present = guilds();
    // Over HTTP nobody tells.
    if (present === null) return;
    const owner = await store.get(ownerKey);
    if (owner !== applicationId) await store.set(ownerKey, applicationId);
    // The servers of another bot that used the same store are not gone because this one is not on them.
    const isOwn = owner === undefined || owner === applicationId;
    const here = new Set(present);
    for (const id of await store.servers()) {
      if (here.has(id)) await servers.joined(id);
      else if (isOwn && serves(id)) await leave({ id });
    }
  };

  client.on(Events.GuildCreate, (guild) => void run(welcome(guild)));
  client.on(Events.GuildDelete, (guild) => void run(leave(guild)));
  return {
    catchUp: (connection) => run(catchUp(connection)),
    settled: async (patience) => void (await isLate(Promise.all(running), patience)),
  };
};

/** Where the store keeps the id of the application that used it last. */
const ownerKey = 'application';

/** How many channels are tried: permissions may say more than Discord allows. */
const mostTries = 3;

/** Says hello in a new server, once, where it can be read: in the system channel, or in the first one that allows it. */
const greet = async (guild: Guild, commands: readonly Command[], log: Logger): Promise<void> => {
  const { components, flags, allowedMentions } = renderNote(greeting(guild, commands), false);
  // Lets Discord drop a greeting that is sent again because the receipt of the first was lost.
  const nonce = randomBytes(12).toString('hex');
  for (const channel of channelsFor(guild).slice(0, mostTries)) {
    try {
      await channel.send({ components, flags: flags as never, allowedMentions, nonce, enforceNonce: true });
      return;
    } catch (error) {
      if (!isForbidden(error)) throw error;
    }
  }
  log.info({ guild: guild.id }, 'no channel to say hello in');
};

type Writable = Extract<GuildBasedChannel, { readonly type: ChannelType.GuildText | ChannelType.GuildAnnouncement }>;

const channelsFor = (guild: Guild): readonly Writable[] => {
  const me = guild.members.me;
  const mayWrite = (channel: GuildBasedChannel): channel is Writable =>
    (channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement) &&
    // Channels hidden from the bot come under this name, and without the permissions that hide them.
    channel.name !== '___hidden___' &&
    me !== null &&
    channel.permissionsFor(me).has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages]);
  return [...guild.channels.cache.values()]
    .filter(mayWrite)
    .sort((one, other) => rank(one, guild) - rank(other, guild));
};

const rank = ({ id, rawPosition }: Writable, { systemChannelId }: Guild): number =>
  id === systemChannelId ? -1 : rawPosition;

const greeting = ({ client, preferredLocale }: Guild, commands: readonly Command[]): Markdown => {
  const { say } = speaking(speechIn(preferredLocale));
  const has = (command: string): boolean => commands.some(({ data }) => data.name === command);
  return join(
    [
      say('hello.name', { name: client.user.username }),
      md`${say('hello.ask')}${has('help') ? md` ${say('hello.help')}` : ''}`,
      ...(has('setup') ? [small(say('hello.setup'))] : []),
    ],
    '\n',
  );
};
