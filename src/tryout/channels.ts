import { type APIMessage, MessageFlags, MessageReferenceType, MessageType, PermissionFlagsBits } from 'discord.js';
import { type Answer, NO_CONTENT, ok, refuse, refuseForm } from './answer.ts';
import { type Desk, draftMessage, isAnswer } from './drafts.ts';
import { channelObject } from './entities.ts';
import type { Channel } from './guilds.ts';
import { permissionsIn } from './permissions.ts';
import type { Call, Route } from './routes.ts';
import { shownToBot } from './visibility.ts';
import { channelOf, guildOf } from './world.ts';

const UNKNOWN_CHANNEL = refuse(404, 10003, 'Unknown Channel');
const UNKNOWN_MESSAGE = refuse(404, 10008, 'Unknown Message');
const MISSING_ACCESS = refuse(403, 50001, 'Missing Access');
const MISSING_PERMISSIONS = refuse(403, 50013, 'Missing Permissions');
const CANNOT_MESSAGE = refuse(403, 50007, 'Cannot send messages to this user');
const CANNOT_REPLY = refuse(400, 160002, 'Cannot reply without permission to read message history');

/** What the bot may do in channels: look, post, edit and delete, as far as its permissions go. */
export function channelRoutes(desk: Desk): readonly Route[] {
  const { world } = desk;
  /** Messages by channel and nonce: a repeated request with `enforce_nonce` gets the message it made before. */
  const byNonce = new Map<string, string>();

  /** Why the bot cannot do this here. Needs the permissions beside that to see the channel. */
  function refusal(channel: Channel, needed: bigint): Answer | null {
    if (channel.kind === 'private') return MISSING_ACCESS;
    const guild = world.guilds.get(channel.guildId ?? '');
    if (!guild) return null;
    const held = permissionsIn(world, channel, world.bot.id);
    const sees = (held & PermissionFlagsBits.ViewChannel) !== 0n;
    if (guild.bot !== 'present' || !sees) return MISSING_ACCESS;
    return (held & needed) === needed ? null : MISSING_PERMISSIONS;
  }

  function within(call: Call, needed: bigint, then: (channel: Channel) => Answer): Answer {
    const channel = channelOf(world, call.params['channel_id']);
    return channel ? (refusal(channel, needed) ?? then(channel)) : UNKNOWN_CHANNEL;
  }

  function messageOf(call: Call): APIMessage | undefined {
    const stored = world.messages.get(call.params['message_id'] ?? '');
    const here = stored?.audience === null && stored.message.channel_id === call.params['channel_id'];
    return here ? stored.message : undefined;
  }

  function referenceOf(call: Call, channel: Channel): Partial<APIMessage> | Answer {
    const reference = call.body['message_reference'] as
      | { message_id?: string; fail_if_not_exists?: boolean }
      | undefined;
    if (!reference?.message_id) return {};
    if (refusal(channel, PermissionFlagsBits.ReadMessageHistory)) return CANNOT_REPLY;
    const target = world.messages.get(reference.message_id);
    if (!target || target.audience !== null || target.message.channel_id !== channel.id) {
      if (reference.fail_if_not_exists === false) return {};
      return refuseForm([{ path: ['message_reference'], message: 'Unknown message' }]);
    }
    const guildId = guildOf(world, channel.id);
    return {
      type: MessageType.Reply,
      referenced_message: target.message,
      message_reference: {
        type: MessageReferenceType.Default,
        message_id: target.message.id,
        channel_id: channel.id,
        ...(guildId && { guild_id: guildId }),
      },
    };
  }

  function post(call: Call, channel: Channel): Answer {
    const nonce = call.body['nonce'] as string | number | undefined | null;
    const key = `${channel.id} ${nonce}`;
    const already = call.body['enforce_nonce'] === true ? world.messages.get(byNonce.get(key) ?? '') : undefined;
    if (already) return ok({ ...already.message, nonce });
    if ((Number(call.body['flags'] ?? 0) & MessageFlags.Ephemeral) !== 0) {
      return refuseForm([{ path: ['flags'], message: 'Only answers to interactions can be ephemeral.' }]);
    }
    if (call.files.length > 0) {
      const unable = refusal(channel, PermissionFlagsBits.AttachFiles);
      if (unable) return unable;
    }
    const extra = referenceOf(call, channel);
    if ('status' in extra) return extra as Answer;
    const { body, files, request } = call;
    const message = draftMessage(desk, { channelId: channel.id, body, files, previous: null, extra });
    if (isAnswer(message)) return message;
    desk.keep(message.id, { request, body });
    world.put(message, null);
    if (nonce === undefined || nonce === null) return ok(message);
    byNonce.set(key, message.id);
    return ok({ ...message, nonce });
  }

  function edit(call: Call): Answer {
    const previous = messageOf(call);
    if (!previous) return UNKNOWN_MESSAGE;
    if (previous.author.id !== world.bot.id)
      return refuse(403, 50005, 'Cannot edit a message authored by another user');
    const { body, files, request } = call;
    const message = draftMessage(desk, { channelId: previous.channel_id, body, files, previous });
    if (isAnswer(message)) return message;
    desk.keep(message.id, { request, body });
    return ok(world.put(message, null));
  }

  function listMessages({ query }: Call, channel: Channel): Answer {
    if (refusal(channel, PermissionFlagsBits.ReadMessageHistory)) return ok([]);
    const limit = Math.min(100, Math.max(1, Number(query.get('limit') ?? 50)));
    const before = BigInt(query.get('before') ?? '9223372036854775807');
    const after = BigInt(query.get('after') ?? '0');
    const found = [...world.messages.values()]
      .filter(({ message, audience }) => audience === null && message.channel_id === channel.id)
      .filter(({ message }) => BigInt(message.id) < before && BigInt(message.id) > after)
      .map(({ message }) => shownToBot(world, message));
    return ok(found.slice(-limit).toReversed());
  }

  /** Two people who share no server cannot write to each other, unless one of them has installed the bot. */
  function openDm(call: Call): Answer {
    const person = world.people.find(({ user }) => user.id === call.body['recipient_id']);
    if (!person) return refuseForm([{ path: ['recipient_id'], message: 'Unknown user' }]);
    const shared = [...world.guilds.values()].some(
      ({ bot, members }) => bot !== 'absent' && members.has(person.user.id),
    );
    const channel = channelOf(world, person.dm);
    return channel && (shared || person.installed) ? ok(channelObject(world, channel)) : CANNOT_MESSAGE;
  }

  function remove(call: Call, channel: Channel): Answer {
    const message = messageOf(call);
    if (!message) return UNKNOWN_MESSAGE;
    if (message.author.id !== world.bot.id) {
      if (channel.guildId === null) return refuse(403, 50003, 'Cannot execute action on a DM channel');
      const unable = refusal(channel, PermissionFlagsBits.ManageMessages);
      if (unable) return unable;
    }
    world.remove(message.id);
    return NO_CONTENT;
  }

  const sending = (call: Call): bigint =>
    channelOf(world, call.params['channel_id'])?.kind === 'thread'
      ? PermissionFlagsBits.SendMessagesInThreads
      : PermissionFlagsBits.SendMessages;
  const messages = '/channels/{channel_id}/messages';
  const one = `${messages}/{message_id}`;

  function read(call: Call): Answer {
    const message = messageOf(call);
    return message ? ok(shownToBot(world, message)) : UNKNOWN_MESSAGE;
  }

  return [
    { method: 'POST', path: '/users/@me/channels', handle: openDm },
    {
      method: 'GET',
      path: '/channels/{channel_id}',
      handle: (call) => within(call, 0n, (channel) => ok(channelObject(world, channel))),
    },
    {
      method: 'POST',
      path: '/channels/{channel_id}/typing',
      handle: (call) => within(call, sending(call), () => NO_CONTENT),
    },
    { method: 'GET', path: messages, handle: (call) => within(call, 0n, (channel) => listMessages(call, channel)) },
    {
      method: 'POST',
      path: messages,
      handle: (call) => within(call, sending(call), (channel) => post(call, channel)),
    },
    { method: 'GET', path: one, handle: (call) => within(call, 0n, () => read(call)) },
    { method: 'PATCH', path: one, handle: (call) => within(call, 0n, () => edit(call)) },
    { method: 'DELETE', path: one, handle: (call) => within(call, 0n, (channel) => remove(call, channel)) },
  ];
}
