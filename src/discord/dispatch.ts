import { setTimeout as sleep } from 'node:timers/promises';
import type { AutocompleteInteraction, Interaction, Message } from 'discord.js';
import type { Logger } from 'pino';
import { isLate } from './late.ts';
import { limits } from './limits.ts';
import { answerMessage } from './mention.ts';
import { explain, isConnectionFailure } from './policy.ts';
import { tidy } from './query.ts';
import { Refusal } from './refusal.ts';
import { renderNote } from './render.ts';
import { renderReply } from './reply.ts';
import { dayOf, readTask, type Task } from './request.ts';
import { type Answerable, createResponder, type Patience, type Responder } from './respond.ts';
import { servicesFor } from './services.ts';
import type { Shared } from './types.ts';

export interface Dispatcher {
  interaction(interaction: Interaction): void;
  message(message: Message): void;
  /** Takes nothing new on, and resolves when all that runs is answered, after `patience` milliseconds at the latest. */
  stop(patience: number): Promise<void>;
}

export interface DispatcherOptions {
  readonly shared: Shared;
  readonly log: Logger;
  readonly now: () => Date;
  /** Milliseconds after which an answer that isn't ready is deferred; Discord waits for three seconds. */
  readonly deferAfter?: number;
  readonly patience?: Patience;
}

/** Takes interactions and messages to the commands, and what they return back to Discord. */
export const createDispatcher = (options: DispatcherOptions): Dispatcher => {
  const { shared, log, now, deferAfter = 1_000 } = options;
  const running = new Set<Promise<void>>();
  let stopping = false;

  const track = (work: Promise<void>): void => {
    const tracked = work
      .catch((error: unknown) => log.error({ err: error }, 'an answer could not be given'))
      .finally(() => running.delete(tracked));
    running.add(tracked);
  };

  const serve = async (interaction: Answerable): Promise<void> => {
    const responder = createResponder(interaction, options.patience);
    const started = performance.now();
    try {
      if (stopping) throw new Refusal('I am being restarted. Please ask again in a minute.');
      const task = readTask(interaction, shared.commands, now);
      await answer(responder, task, shared, deferAfter);
      log.info(
        { task: task.name, guild: task.request.guildId, ms: Math.round(performance.now() - started) },
        'answered',
      );
    } catch (error) {
      const note = explain(error, log);
      if (note) await responder.message(renderNote(note, true), false).catch((second: unknown) => explain(second, log));
    }
  };

  return {
    interaction(interaction) {
      if (interaction.isAutocomplete()) track(suggest(interaction, shared, log, now));
      else if (
        interaction.isChatInputCommand() ||
        interaction.isMessageContextMenuCommand() ||
        interaction.isMessageComponent() ||
        interaction.isModalSubmit()
      )
        track(serve(interaction));
    },
    message(message) {
      if (!stopping) track(answerMessage(message, { shared, log, now, deferAfter, patience: options.patience }));
    },
    async stop(patience) {
      stopping = true;
      const timer = new AbortController();
      await Promise.race([Promise.all(running), sleep(patience, undefined, { signal: timer.signal }).catch(() => {})]);
      timer.abort();
    },
  };
};

const answer = async (responder: Responder, task: Task, shared: Shared, deferAfter: number): Promise<void> => {
  const pending = servicesFor(task.request.guildId, shared).then((services) => task.run(services));
  if (await isLate(pending, deferAfter)) await responder.defer(task.request.options['private'] === true);
  const reply = await pending;
  if (reply.kind === 'modal') await responder.modal(reply);
  else await responder.message(renderReply(reply, task, shared), reply.update === true || task.inPlace);
};

/** Autocomplete has no place for errors: what fails suggests nothing. */
const suggest = async (
  interaction: AutocompleteInteraction,
  shared: Shared,
  log: Logger,
  now: () => Date,
): Promise<void> => {
  const command = shared.commands.find(({ data }) => data.name === interaction.commandName);
  const { name, value } = interaction.options.getFocused(true);
  const given = interaction.options.data.flatMap((option) =>
    option.value === undefined || option.name === name ? [] : [[option.name, option.value]],
  );
  try {
    const choices =
      command?.complete?.(
        name,
        value,
        {
          options: tidy(Object.fromEntries(given)),
          page: 0,
          fields: {},
          target: null,
          messageId: null,
          userId: interaction.user.id,
          guildId: interaction.guildId,
          channelId: interaction.channelId,
          locale: interaction.locale,
          today: dayOf(now()),
          path: [],
          files: [],
          chosen: {},
          member: null,
        },
        await servicesFor(interaction.guildId, shared),
      ) ?? [];
    await interaction.respond(choices.slice(0, limits.choices).map((choice) => ({ ...choice })));
  } catch (error) {
    if (isConnectionFailure(error)) return;
    explain(error, log);
  }
};
