import { type Message, MessageFlags } from 'discord.js';
import { speechIn } from '../languages/languages.ts';
import type { Speech } from '../languages/types.ts';
import type { Server } from '../servers/types.ts';
import { memberOf } from './given.ts';
import { checkPlace, checkRates } from './guards.ts';
import { isLate } from './late.ts';
import { commandName } from './localize.ts';
import { join, md, phrase, speaking } from './markdown.ts';
import { type Place, placeOfMessage } from './place.ts';
import { explain } from './policy.ts';
import { oneLine } from './query.ts';
import { Refusal } from './refusal.ts';
import { type Payload, renderNote } from './render.ts';
import { renderReply } from './reply.ts';
import { commandTask, isSlash, type Task, type Undated } from './request.ts';
import { retry } from './respond.ts';
import { type Answered, keepQuestion, outcomeOf, outcomeOfError, type Runtime, runTask } from './run.ts';
import { speechFor } from './services.ts';
import type { Shared } from './types.ts';

/**
 * Answers a message that mentions the bot, replies to it, or stands in a direct conversation, as `/ask` would. Other
 * messages, and those of bots, are none of its business. A message can't be shown to one person alone, so nothing is
 * private here.
 */
export const answerMessage = async (message: Message, runtime: Runtime): Promise<void> => {
  const question = questionIn(message);
  const { shared, log, patience } = runtime;
  const ask = shared.commands.find(({ data }) => data.name === 'ask');
  if (question === null || !ask) return;
  const started = performance.now();
  const send = (payload: Payload): Promise<unknown> =>
    retry(() => message.reply(messageOptions(payload, message.id)), patience.edit);
  let outcome: Answered['outcome'] = 'failed';
  let speech = speechIn(localeOf(message));
  try {
    const server = await shared.servers.open(message.guildId);
    speech = speechFor(server, localeOf(message));
    const task = commandTask(ask, requestOf(message, question), runtime.now());
    if (!(await isWelcome(placeOfMessage(message), server))) return;
    const refusal = refusalFor(task, server, runtime);
    if (refusal !== null && !mayNote(message, runtime)) return;
    if (refusal !== null) throw refusal;
    if (question === '') {
      await send(renderNote(usage(shared, speech), false));
      return;
    }
    const pending = Promise.resolve(runTask(task, server, runtime, () => {}));
    if ((await isLate(pending, runtime.deferAfter)) && message.channel.isSendable()) await message.channel.sendTyping();
    const reply = await pending;
    if (reply.kind === 'modal') throw new Error('A message cannot be answered with a modal');
    await send(renderReply(reply, task, shared, speech));
    log.info({ task: 'ask', by: 'message', guild: message.guildId }, 'answered');
    keepQuestion(task, reply, server, runtime);
    outcome = outcomeOf(reply);
  } catch (error) {
    outcome = outcomeOfError(error);
    const note = explain(error, log, speech);
    // Where the answer was refused, the note may be refused as well; then the log is all there is.
    if (note) await send(renderNote(note, false)).catch((second: unknown) => explain(second, log));
  }
  runtime.onAnswered({ command: 'ask', outcome, ms: Math.round(performance.now() - started) });
};

/** What a message asks the bot: '' when it only calls it, null when it is not for the bot. */
const questionIn = (message: Message): string | null => {
  if (message.author.bot || message.system || message.webhookId !== null) return null;
  const { id } = message.client.user;
  const isCalled = message.mentions.has(id, { ignoreEveryone: true, ignoreRoles: true });
  if (message.inGuild() && !isCalled) return null;
  return oneLine(message.content.replaceAll(new RegExp(`<@!?${id}>`, 'g'), ' '));
};

/** Of the one who writes, Discord tells no language. */
const localeOf = ({ guild }: Message): string => guild?.preferredLocale ?? 'en-US';

const requestOf = (message: Message, question: string): Undated => {
  const { author, guildId, channelId, member } = message;
  return {
    options: { question },
    page: 0,
    fields: {},
    target: null,
    messageId: null,
    userId: author.id,
    guildId,
    channelId,
    locale: localeOf(message),
    path: [],
    files: [],
    chosen: {},
    member:
      guildId === null ? null : memberOf([...(member?.roles.cache.keys() ?? [])], member?.permissions ?? null, guildId),
  };
};

/** Where the bot is not to answer mentions it says nothing at all: that alone would be noise. */
const isWelcome = async (place: Place, { settings }: Server): Promise<boolean> => {
  if (place.kind === 'server' && !settings.mentions) return false;
  try {
    await checkPlace(place, settings);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};

/** What to tell instead of an answer; null when it may be given. */
const refusalFor = (task: Task, server: Server, { rates }: Runtime): Refusal | null => {
  if (server.settings.visibility === 'private') return new Refusal(phrase('guard.private'));
  try {
    checkRates(rates, task, server);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};

/** Whoever asks too often is told once a minute, in each channel: everybody there reads it. */
const mayNote = ({ channelId }: Message, { rates }: Runtime): boolean =>
  rates.take([{ key: `note/${channelId}`, limit: 1 }]) === null;

const usage = ({ commands }: Pick<Shared, 'commands'>, speech: Speech) => {
  const names = commands.filter(isSlash).map(({ data }) => `/${commandName(data.name, speech.language)}`);
  return speaking(speech).say('usage', { commands: join(names, md`, `) });
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
