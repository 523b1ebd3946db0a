import { randomBytes } from 'node:crypto';
import {
  type APIApplicationCommand,
  type APIMessage,
  type APIUser,
  type MessageFlags,
  MessageType,
  PermissionFlagsBits,
} from 'discord.js';
import { botUser, localUser } from './entities.ts';
import { type Channel, type Guild, type GuildPlan, peopleIn, planGuild } from './guilds.ts';
import { may } from './permissions.ts';
import { createGuildIds, createSnowflakes } from './snowflake.ts';
import type { StoredFile, Upload } from './uploads.ts';

export interface Person {
  readonly user: APIUser;
  /** The id of the channel between this person and the bot. */
  readonly dm: string;
  /** What their client is set to. */
  readonly locale: string;
  /** Whether they have installed the bot for themselves, to use it anywhere. */
  readonly installed: boolean;
}

interface StoredMessage {
  readonly message: APIMessage;
  /** The id of the one person who sees it (ephemeral), or null for everyone in the channel. */
  readonly audience: string | null;
}

/** One request of the bot's that made or changed a message. */
export interface Sent {
  /** `POST /channels/{channel_id}/messages` */
  readonly request: string;
  readonly body: unknown;
}

export type WorldEvent =
  | ({ readonly kind: 'created' | 'updated' } & StoredMessage)
  | ({ readonly kind: 'deleted' } & StoredMessage)
  | { readonly kind: 'commands' }
  /** A server is new or has changed; `before` is null for a new one. */
  | { readonly kind: 'guild'; readonly before: Guild | null; readonly guild: Guild }
  | { readonly kind: 'channel'; readonly before: Channel | null; readonly channel: Channel };

/** Everything the local Discord knows: servers and their channels, people, the bot, and what they said. */
export interface World {
  readonly now: () => number;
  readonly newId: () => string;
  readonly token: string;
  readonly applicationId: string;
  readonly bot: APIUser;
  readonly guilds: ReadonlyMap<string, Guild>;
  readonly people: readonly Person[];
  /** Those of servers first, in their order. */
  readonly channels: readonly Channel[];
  readonly messages: ReadonlyMap<string, StoredMessage>;
  /** The newest message everyone sees, by channel. */
  readonly lastMessages: ReadonlyMap<string, string>;
  readonly commands: readonly APIApplicationCommand[];
  /** Files, by their path under the CDN base. */
  readonly files: Map<string, StoredFile>;
  /** What people uploaded for an option or a form, by id. */
  readonly uploads: Map<string, Upload>;
  /** What the bot sent for a message, by the message's id, oldest first. */
  readonly sent: Map<string, Sent[]>;
  /** Stores a new message, or a new state of one with the same id, and tells everyone who listens. */
  put(message: APIMessage, audience: string | null): APIMessage;
  remove(messageId: string): boolean;
  setCommands(commands: readonly APIApplicationCommand[]): void;
  /** Founds a server, and brings in the people of its plan who are not there yet. */
  addGuild(plan: GuildPlan): Guild;
  setGuild(guild: Guild): void;
  setChannel(channel: Channel): void;
  /** Returns the function that stops listening. */
  listen(listener: (event: WorldEvent) => void): () => void;
}

export function channelOf(world: World, channelId: string | undefined): Channel | undefined {
  return world.channels.find(({ id }) => id === channelId);
}

/** The id of the server a channel belongs to; null for direct and private messages. */
export function guildOf(world: World, channelId: string): string | null {
  return channelOf(world, channelId)?.guildId ?? null;
}

export function personOf(world: World, userId: string): Person {
  const person = world.people.find(({ user }) => user.id === userId);
  if (!person) throw new Error(`The local Discord has no person with the id ${userId}.`);
  return person;
}

/** The channels a person sees: of their servers, as far as they may, and their own direct and private messages. */
export function channelsOf(world: World, { user }: Person): readonly Channel[] {
  return world.channels.filter((channel) =>
    channel.guildId === null
      ? channel.recipients.includes(user.id)
      : may(world, channel, user.id, PermissionFlagsBits.ViewChannel),
  );
}

/** A new message that says nothing yet. */
export function blankMessage(world: World, channelId: string, author: APIUser): APIMessage {
  return {
    id: world.newId(),
    channel_id: channelId,
    author,
    content: '',
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: 0 as MessageFlags,
    type: MessageType.Default,
  };
}

/** `installedBy` names the people who have the bot for themselves. */
export function createWorld(
  now: () => number,
  plans: readonly GuildPlan[],
  installedBy: readonly string[],
  locales: Readonly<Record<string, string>> = {},
): World {
  const newId = createSnowflakes(now);
  const newGuildId = createGuildIds(now);
  const applicationId = newId();
  const bot = botUser(applicationId, 'Verbatim');
  const guilds = new Map<string, Guild>();
  const people: Person[] = [];
  let guildChannels: readonly Channel[] = [];
  let ownChannels: readonly Channel[] = [];
  let channels: readonly Channel[] = [];
  const messages = new Map<string, StoredMessage>();
  const lastMessages = new Map<string, string>();
  const listeners = new Set<(event: WorldEvent) => void>();
  let commands: readonly APIApplicationCommand[] = [];

  function tell(event: WorldEvent): void {
    for (const listener of [...listeners]) listener(event);
  }

  function bringIn(name: string): Person {
    const known = people.find(({ user }) => user.global_name === name);
    if (known) return known;
    const user = localUser(newId(), name);
    const person = { user, dm: newId(), locale: locales[name] ?? 'en-US', installed: installedBy.includes(name) };
    people.push(person);
    const place = { guildId: null, parentId: null, overwrites: [], recipients: [user.id] };
    ownChannels = [...ownChannels, { id: person.dm, name: bot.username, kind: 'dm', ...place }];
    return person;
  }

  function addGuild(plan: GuildPlan): Guild {
    for (const name of peopleIn([plan])) bringIn(name);
    const idOf = (name: string) => bringIn(name).user.id;
    const made = planGuild(plan, { guildId: newGuildId(), newId, botId: bot.id, idOf });
    guilds.set(made.guild.id, made.guild);
    guildChannels = [...guildChannels, ...made.channels];
    channels = [...guildChannels, ...ownChannels];
    tell({ kind: 'guild', before: null, guild: made.guild });
    return made.guild;
  }

  for (const plan of plans) addGuild(plan);
  const [one] = people;
  const other = people.find(({ user, installed }) => installed && user !== one?.user);
  if (one && other) {
    const place = { guildId: null, parentId: null, overwrites: [], recipients: [one.user.id, other.user.id] };
    const name = `${one.user.global_name} and ${other.user.global_name}`;
    ownChannels = [...ownChannels, { id: newId(), name, kind: 'private', ...place }];
    channels = [...guildChannels, ...ownChannels];
  }

  return {
    now,
    newId,
    applicationId,
    token: [Buffer.from(applicationId).toString('base64url'), 'local', randomBytes(18).toString('base64url')].join('.'),
    bot,
    guilds,
    people,
    get channels() {
      return channels;
    },
    messages,
    lastMessages,
    files: new Map(),
    uploads: new Map(),
    sent: new Map(),
    get commands() {
      return commands;
    },
    put(message, audience) {
      const kind = messages.has(message.id) ? 'updated' : 'created';
      messages.set(message.id, { message, audience });
      if (kind === 'created' && audience === null) lastMessages.set(message.channel_id, message.id);
      tell({ kind, message, audience });
      return message;
    },
    remove(messageId) {
      const stored = messages.get(messageId);
      if (!stored) return false;
      messages.delete(messageId);
      tell({ kind: 'deleted', ...stored });
      return true;
    },
    setCommands(next) {
      commands = next;
      tell({ kind: 'commands' });
    },
    addGuild,
    setGuild(guild) {
      const before = guilds.get(guild.id) ?? null;
      guilds.set(guild.id, guild);
      tell({ kind: 'guild', before, guild });
    },
    setChannel(channel) {
      const before = guildChannels.find(({ id }) => id === channel.id) ?? null;
      guildChannels = before
        ? guildChannels.map((one) => (one.id === channel.id ? channel : one))
        : [...guildChannels, channel];
      channels = [...guildChannels, ...ownChannels];
      tell({ kind: 'channel', before, channel });
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
