import { type APIMessage, MessageFlags, MessageReferenceType, MessageType } from 'discord.js';
import { type Answer, NO_CONTENT, ok, refuse, refuseForm } from './answer.ts';
import { type Desk, draftMessage, isAnswer } from './drafts.ts';
import { applicationObject, channelObject, guildObject } from './entities.ts';
import type { Call, Route } from './routes.ts';
import { shownToBot } from './visibility.ts';
import { guildOf } from './world.ts';

const UNKNOWN_CHANNEL = refuse(404, 10003, 'Unknown Channel');
const UNKNOWN_MESSAGE = refuse(404, 10008, 'Unknown Message');
const UNKNOWN_USER = refuse(404, 10013, 'Unknown User');

/** Who the bot is, and what it may find and do in channels. */
export function channelRoutes(desk: Desk, gatewayUrl: () => string): readonly Route[] {
  const { world } = desk;
  /** Messages by channel and nonce: a repeated request with `enforce_nonce` gets the message it made before. */
  const byNonce = new Map<string, string>();

  function channelOf(call: Call) {
    return world.channels.find(({ id }) => id === call.params['channel_id']);
  }

  function messageOf(call: Call): APIMessage | undefined {
    const stored = world.messages.get(call.params['message_id'] ?? '');
    const here = stored?.audience === null && stored.message.channel_id === call.params['channel_id'];
    return here ? stored.message : undefined;
  }

  function referenceOf(call: Call): Partial<APIMessage> | Answer {
    const reference = call.body['message_reference'] as
      | { message_id?: string; fail_if_not_exists?: boolean }
      | undefined;
    if (!reference?.message_id) return {};
    const channelId = call.params['channel_id'] ?? '';
    const target = world.messages.get(reference.message_id);
    if (!target || target.audience !== null || target.message.channel_id !== channelId) {
      if (reference.fail_if_not_exists === false) return {};
      return refuseForm([{ path: ['message_reference'], message: 'Unknown message' }]);
    }
    const guildId = guildOf(world, channelId);
    return {
      type: MessageType.Reply,
      referenced_message: target.message,
      message_reference: {
        type: MessageReferenceType.Default,
        message_id: target.message.id,
        channel_id: channelId,
        ...(guildId && { guild_id: guildId }),
      },
    };
  }

  function post(call: Call): Answer {
    const channel = channelOf(call);
    if (!channel) return UNKNOWN_CHANNEL;
    const nonce = call.body['nonce'] as string | number | undefined | null;
    const key = `${channel.id} ${nonce}`;
    const already = call.body['enforce_nonce'] === true ? world.messages.get(byNonce.get(key) ?? '') : undefined;
    if (already) return ok({ ...already.message, nonce });
    if ((Number(call.body['flags'] ?? 0) & MessageFlags.Ephemeral) !== 0) {
      return refuseForm([{ path: ['flags'], message: 'Only answers to interactions can be ephemeral.' }]);
    }
    const extra = referenceOf(call);
    if ('status' in extra) return extra as Answer;
    const message = draftMessage(desk, {
      channelId: channel.id,
      body: call.body,
      files: call.files,
      previous: null,
      extra,
    });
    if (isAnswer(message)) return message;
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
    const message = draftMessage(desk, {
      channelId: previous.channel_id,
      body: call.body,
      files: call.files,
      previous,
    });
    return isAnswer(message) ? message : ok(world.put(message, null));
  }

  function listMessages(call: Call): Answer {
    const channel = channelOf(call);
    if (!channel) return UNKNOWN_CHANNEL;
    const limit = Math.min(100, Math.max(1, Number(call.query.get('limit') ?? 50)));
    const before = BigInt(call.query.get('before') ?? '9223372036854775807');
    const after = BigInt(call.query.get('after') ?? '0');
    const found = [...world.messages.values()]
      .filter(({ message, audience }) => audience === null && message.channel_id === channel.id)
      .filter(({ message }) => BigInt(message.id) < before && BigInt(message.id) > after)
      .map(({ message }) => shownToBot(world, message));
    return ok(found.slice(-limit).toReversed());
  }

  function openDm(call: Call): Answer {
    const person = world.people.find(({ user }) => user.id === call.body['recipient_id']);
    const channel = world.channels.find(({ id }) => id === person?.dm);
    return channel
      ? ok(channelObject(world, channel))
      : refuseForm([{ path: ['recipient_id'], message: 'Unknown user' }]);
  }

  function remove(call: Call): Answer {
    const message = messageOf(call);
    if (!message) return UNKNOWN_MESSAGE;
    const own = message.author.id === world.bot.id;
    if (!own) return refuse(403, 50003, 'Cannot execute action on a message of another user');
    world.remove(message.id);
    return NO_CONTENT;
  }

  const startLimit = { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 16 };
  const member = (id: string | undefined) =>
    [...world.people.map(({ user }) => user), world.bot].find((user) => user.id === id);

  return [
    { method: 'GET', path: '/gateway', handle: () => ok({ url: gatewayUrl() }) },
    {
      method: 'GET',
      path: '/gateway/bot',
      handle: () => ok({ url: gatewayUrl(), shards: 1, session_start_limit: startLimit }),
    },
    {
      method: 'GET',
      path: '/users/@me',
      handle: () => ok({ ...world.bot, mfa_enabled: false, locale: 'en-US', verified: true, email: null }),
    },
    { method: 'GET', path: '/applications/@me', handle: () => ok(applicationObject(world)) },
    { method: 'GET', path: '/oauth2/applications/@me', handle: () => ok(applicationObject(world)) },
    {
      method: 'GET',
      path: '/users/{user_id}',
      handle: ({ params }) => {
        const user = member(params['user_id']);
        return user ? ok(user) : UNKNOWN_USER;
      },
    },
    {
      method: 'GET',
      path: '/guilds/{guild_id}',
      handle: ({ params }) =>
        params['guild_id'] === world.guild.id ? ok(guildObject(world)) : refuse(404, 10004, 'Unknown Guild'),
    },
    { method: 'POST', path: '/users/@me/channels', handle: openDm },
    {
      method: 'GET',
      path: '/channels/{channel_id}',
      handle: (call) => {
        const channel = channelOf(call);
        return channel ? ok(channelObject(world, channel)) : UNKNOWN_CHANNEL;
      },
    },
    {
      method: 'POST',
      path: '/channels/{channel_id}/typing',
      handle: (call) => (channelOf(call) ? NO_CONTENT : UNKNOWN_CHANNEL),
    },
    { method: 'GET', path: '/channels/{channel_id}/messages', handle: listMessages },
    { method: 'POST', path: '/channels/{channel_id}/messages', handle: post },
    {
      method: 'GET',
      path: '/channels/{channel_id}/messages/{message_id}',
      handle: (call) => {
        const message = messageOf(call);
        return message ? ok(shownToBot(world, message)) : UNKNOWN_MESSAGE;
      },
    },
    { method: 'PATCH', path: '/channels/{channel_id}/messages/{message_id}', handle: edit },
    { method: 'DELETE', path: '/channels/{channel_id}/messages/{message_id}', handle: remove },
  ];
}
