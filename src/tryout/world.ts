import { randomBytes } from 'node:crypto';
import {
  type APIApplicationCommand,
  type APIAttachment,
  type APIMessage,
  type APIUser,
  type MessageFlags,
  MessageType,
} from 'discord.js';
import { botUser, localUser } from './entities.ts';
import type { LocalChannel } from './protocol.ts';
import { createSnowflakes } from './snowflake.ts';

export interface Person {
  readonly user: APIUser;
  /** The id of the channel between this person and the bot. */
  readonly dm: string;
  readonly admin: boolean;
}

interface StoredMessage {
  readonly message: APIMessage;
  /** The id of the one person who sees it (ephemeral), or null for everyone in the channel. */
  readonly audience: string | null;
}

interface StoredFile {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

export type WorldEvent =
  | ({ readonly kind: 'created' | 'updated' } & StoredMessage)
  | ({ readonly kind: 'deleted' } & StoredMessage)
  | { readonly kind: 'commands' };

/** Everything the local Discord knows: one guild with one channel, two people, the bot, and what they said. */
export interface World {
  readonly now: () => number;
  readonly newId: () => string;
  readonly token: string;
  readonly applicationId: string;
  readonly bot: APIUser;
  readonly guild: { readonly id: string; readonly name: string; readonly ownerId: string };
  readonly people: readonly Person[];
  readonly channels: readonly LocalChannel[];
  readonly messages: ReadonlyMap<string, StoredMessage>;
  /** The newest message everyone sees, by channel. */
  readonly lastMessages: ReadonlyMap<string, string>;
  readonly commands: readonly APIApplicationCommand[];
  /** Uploads, by their path under the CDN base. */
  readonly files: Map<string, StoredFile>;
  /** What people uploaded for an attachment option, by id. */
  readonly uploads: Map<string, APIAttachment>;
  /** Stores a new message, or a new state of one with the same id, and tells everyone who listens. */
  put(message: APIMessage, audience: string | null): APIMessage;
  remove(messageId: string): boolean;
  setCommands(commands: readonly APIApplicationCommand[]): void;
  /** Returns the function that stops listening. */
  listen(listener: (event: WorldEvent) => void): () => void;
}

export function guildOf(world: World, channelId: string): string | null {
  return world.channels.find((channel) => channel.id === channelId)?.kind === 'text' ? world.guild.id : null;
}

export function personOf(world: World, userId: string): Person {
  const person = world.people.find(({ user }) => user.id === userId);
  if (!person) throw new Error(`The local Discord has no person with the id ${userId}.`);
  return person;
}

/** The text channel and one's own direct messages. */
export function channelsOf(world: World, person: Person): readonly LocalChannel[] {
  return world.channels.filter((channel) => channel.kind === 'text' || channel.id === person.dm);
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

export function createWorld(now: () => number): World {
  const newId = createSnowflakes(now);
  const applicationId = newId();
  const people: readonly Person[] = [
    { user: localUser(newId(), 'Ada'), dm: newId(), admin: true },
    { user: localUser(newId(), 'Ben'), dm: newId(), admin: false },
  ];
  const messages = new Map<string, StoredMessage>();
  const lastMessages = new Map<string, string>();
  const listeners = new Set<(event: WorldEvent) => void>();
  let commands: readonly APIApplicationCommand[] = [];

  function tell(event: WorldEvent): void {
    for (const listener of [...listeners]) listener(event);
  }

  return {
    now,
    newId,
    applicationId,
    token: [Buffer.from(applicationId).toString('base64url'), 'local', randomBytes(18).toString('base64url')].join('.'),
    bot: botUser(applicationId, 'Verbatim'),
    guild: { id: newId(), name: 'Newsroom', ownerId: people[0]!.user.id },
    people,
    channels: [
      { id: newId(), name: 'news', kind: 'text' },
      ...people.map(({ dm }) => ({ id: dm, name: 'Verbatim', kind: 'dm' as const })),
    ],
    messages,
    lastMessages,
    files: new Map(),
    uploads: new Map(),
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
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
