import { type APIAttachment, type APIMessage, MessageType } from 'discord.js';
import { blankMessage, guildOf, type World } from './world.ts';

/** An answer to an interaction is not a regular message: a reply to it does not count as a mention of the bot. */
function isRegular(message: APIMessage): boolean {
  return message.interaction_metadata === undefined;
}

/**
 * Whether a bot without the message content intent is told what a message says: its own messages, direct messages,
 * and messages that mention it, which includes replies that ping one of its regular messages.
 * https://docs.discord.com/developers/events/gateway#message-content-intent
 */
function botMayRead(world: World, message: APIMessage): boolean {
  if (message.author.id === world.bot.id) return true;
  if (guildOf(world, message.channel_id) === null) return true;
  return message.mentions.some((user) => user.id === world.bot.id);
}

/** The message as the gateway and the REST API show it to the bot: emptied where it may not read it. */
export function shownToBot(world: World, message: APIMessage): APIMessage {
  const { referenced_message: referenced, ...rest } = message;
  const seen: APIMessage = botMayRead(world, message)
    ? rest
    : { ...rest, content: '', embeds: [], attachments: [], components: [] };
  return referenced ? { ...seen, referenced_message: shownToBot(world, referenced) } : seen;
}

/** Whom a person's message mentions: everyone named in it, and the author of the message it replies to. */
function mentionsIn(world: World, content: string, repliedTo: APIMessage | undefined): APIMessage['mentions'] {
  const everybody = [...world.people.map(({ user }) => user), world.bot];
  return everybody.filter(
    (user) =>
      content.includes(`<@${user.id}>`) ||
      content.includes(`<@!${user.id}>`) ||
      (repliedTo?.author.id === user.id && isRegular(repliedTo)),
  );
}

/** A person's message, as it is stored. `@Name` becomes a mention, as in Discord's own message box. */
export function personMessage(
  world: World,
  said: {
    readonly userId: string;
    readonly channelId: string;
    readonly content: string;
    readonly attachments: readonly APIAttachment[];
    readonly replyTo?: string;
  },
): APIMessage {
  const everybody = [...world.people.map(({ user }) => user), world.bot];
  const content = everybody.reduce(
    (text, user) => text.replaceAll(new RegExp(`@${user.global_name ?? user.username}\\b`, 'g'), `<@${user.id}>`),
    said.content,
  );
  const repliedTo = said.replyTo === undefined ? undefined : world.messages.get(said.replyTo)?.message;
  const author = everybody.find((user) => user.id === said.userId)!;
  const guildId = guildOf(world, said.channelId);
  return {
    ...blankMessage(world, said.channelId, author),
    content,
    attachments: said.attachments.map(({ ephemeral: _, ...attachment }) => attachment),
    mentions: mentionsIn(world, content, repliedTo),
    type: repliedTo ? MessageType.Reply : MessageType.Default,
    ...(repliedTo && {
      referenced_message: repliedTo,
      message_reference: {
        type: 0,
        message_id: repliedTo.id,
        channel_id: repliedTo.channel_id,
        ...(guildId && { guild_id: guildId }),
      },
    }),
  };
}
