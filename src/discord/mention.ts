import { type Message, MessageFlags } from 'discord.js';
import type { Logger } from 'pino';
import { isLate } from './late.ts';
import { join, md } from './markdown.ts';
import { explain } from './policy.ts';
import { oneLine } from './query.ts';
import { type Payload, renderNote } from './render.ts';
import { renderReply } from './reply.ts';
import { commandTask, dayOf, isSlash } from './request.ts';
import { type Patience, patience, retry } from './respond.ts';
import { servicesFor } from './services.ts';
import type { Shared } from './types.ts';

export interface MentionOptions {
  readonly shared: Shared;
  readonly log: Logger;
  readonly now: () => Date;
  readonly deferAfter: number;
  readonly patience?: Patience | undefined;
}

/**
 * Answers a message that mentions the bot, replies to it, or stands in a direct conversation, as `/ask` would. Other
 * messages, and those of bots, are none of its business. A message can't be shown to one person alone, so nothing is
 * private here.
 */
export const answerMessage = async (message: Message, options: MentionOptions): Promise<void> => {
  const question = questionIn(message);
  const { shared, log, now, deferAfter } = options;
  const ask = shared.commands.find(({ data }) => data.name === 'ask');
  if (question === null || !ask) return;
  const send = (payload: Payload): Promise<unknown> =>
    retry(() => message.reply(messageOptions(payload, message.id)), (options.patience ?? patience).edit);
  try {
    if (question === '') {
      await send(renderNote(usage(shared), false));
      return;
    }
    const task = commandTask(ask, {
      options: { question },
      page: 0,
      fields: {},
      target: null,
      messageId: null,
      userId: message.author.id,
      guildId: message.guildId,
      channelId: message.channelId,
      locale: message.guild?.preferredLocale ?? 'en-US',
      today: dayOf(now()),
      path: [],
      files: [],
      chosen: {},
      member: null,
    });
    const pending = servicesFor(message.guildId, shared).then((services) => task.run(services));
    if ((await isLate(pending, deferAfter)) && message.channel.isSendable()) await message.channel.sendTyping();
    const reply = await pending;
    if (reply.kind === 'modal') throw new Error('A message cannot be answered with a modal');
    await send(renderReply(reply, task, shared));
    log.info({ task: 'ask', by: 'message', guild: message.guildId }, 'answered');
  } catch (error) {
    const note = explain(error, log);
    // Where the answer was refused, the note may be refused as well; then the log is all there is.
    if (note) await send(renderNote(note, false)).catch((second: unknown) => explain(second, log));
  }
};

/** What a message asks the bot: '' when it only calls it, null when it is not for the bot. */
const questionIn = (message: Message): string | null => {
  if (message.author.bot || message.system || message.webhookId !== null) return null;
  const { id } = message.client.user;
  const isCalled = message.mentions.has(id, { ignoreEveryone: true, ignoreRoles: true });
  if (message.inGuild() && !isCalled) return null;
  return oneLine(message.content.replaceAll(new RegExp(`<@!?${id}>`, 'g'), ' '));
};

const usage = ({ commands }: Pick<Shared, 'commands'>) => {
  const names = commands.filter(isSlash).map(({ data }) => `/${data.name}`);
  return md`Ask me something about the articles, and I answer in their own words. My commands are ${join(names, md`, `)}.`;
};

/** The nonce lets Discord drop a message that was sent again because the receipt of the first was lost. */
const messageOptions = ({ flags, components, files, allowedMentions }: Payload, nonce: string) => ({
  flags: (flags & ~MessageFlags.Ephemeral) as MessageFlags.IsComponentsV2,
  components,
  files,
  allowedMentions,
  nonce,
  enforceNonce: true,
  failIfNotExists: false,
});
