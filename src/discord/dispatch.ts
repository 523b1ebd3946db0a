import { setTimeout as sleep } from 'node:timers/promises';
import type { AutocompleteInteraction, Interaction, Message } from 'discord.js';
import type { Logger } from 'pino';
import { speechIn } from '../languages/languages.ts';
import type { Speech } from '../languages/types.ts';
import type { Audit } from './audit.ts';
import { checkPermission, checkTask } from './guards.ts';
import { isLate } from './late.ts';
import { limits } from './limits.ts';
import { phrase } from './markdown.ts';
import { answerMessage } from './mention.ts';
import { type Place, placeOf } from './place.ts';
import { explain, isConnectionFailure } from './policy.ts';
import { createRates } from './rates.ts';
import { Refusal } from './refusal.ts';
import { renderNote } from './render.ts';
import { renderReply } from './reply.ts';
import { dayOf, readTask, readTyped, type Task } from './request.ts';
import { type Answerable, createResponder, type Patience, patience, type Responder } from './respond.ts';
import { type Answered, keepQuestion, outcomeOf, outcomeOfError, type Runtime, runTask } from './run.ts';
import { servicesFor, speechFor } from './services.ts';
import type { Choice, Services, Shared } from './types.ts';

export interface Dispatcher {
  interaction(interaction: Interaction): void;
  message(message: Message): void;
  /** Takes nothing new on, and resolves when all that runs is answered, after `patience` milliseconds at the latest. */
  stop(patience: number): Promise<void>;
}

export interface DispatcherOptions {
  readonly shared: Shared;
  readonly audit: Audit;
  readonly download: Services['download'];
  readonly log: Logger;
  readonly now: () => Date;
  /** Milliseconds after which an answer that isn't ready is deferred; a second unless told otherwise. */
  readonly deferAfter?: number;
  readonly patience?: Patience;
  readonly onAnswered?: (answered: Answered) => void;
}

/** Takes interactions and messages to the commands, and what they return back to Discord. */
export const createDispatcher = (options: DispatcherOptions): Dispatcher => {
  const { log, now } = options;
  const running = new Set<Promise<unknown>>();
  let stopping = false;

  const track = (work: Promise<unknown>): void => {
    const tracked = work
      .catch((error: unknown) => log.error({ err: error }, 'an answer could not be given'))
      .finally(() => running.delete(tracked));
    running.add(tracked);
  };

  const runtime: Runtime = {
    deferAfter: 1_000,
    patience,
    onAnswered: () => {},
    ...options,
    rates: createRates(() => now().getTime()),
    later: track,
  };

  const serve = async (interaction: Answerable): Promise<void> => {
    const responder = createResponder(interaction, runtime.patience);
    const started = performance.now();
    const passed = () => Math.round(performance.now() - started);
    let command = 'unknown';
    // Until the server is known, the language is that of the one who asks.
    let speech = speechIn(interaction.locale);
    const speak = (other: Speech): void => {
      speech = other;
    };
    let outcome: Answered['outcome'] = 'failed';
    try {
      if (stopping) throw new Refusal(phrase('trouble.restart'));
      const task = readTask(interaction, runtime.shared.commands, now);
      command = task.command.data.name;
      outcome = await answer(responder, task, placeOf(interaction), runtime, speak);
      log.info({ task: task.name, guild: task.request.guildId, ms: passed() }, 'answered');
    } catch (error) {
      outcome = outcomeOfError(error);
      const note = explain(error, log, speech);
      if (note) await responder.message(renderNote(note, true), false).catch((second: unknown) => explain(second, log));
    }
    runtime.onAnswered({ command, outcome, ms: passed() });
  };

  return {
    interaction(interaction) {
      if (interaction.isAutocomplete()) track(suggest(interaction, runtime));
      else if (
        interaction.isChatInputCommand() ||
        interaction.isMessageContextMenuCommand() ||
        interaction.isMessageComponent() ||
        interaction.isModalSubmit()
      )
        track(serve(interaction));
    },
    message(message) {
      if (!stopping) track(answerMessage(message, runtime));
    },
    async stop(patience) {
      stopping = true;
      const timer = new AbortController();
      await Promise.race([settled(running), sleep(patience, undefined, { signal: timer.signal }).catch(() => {})]);
      timer.abort();
    },
  };
};

/** Resolves when nothing runs any more, what was begun by what runs included. */
const settled = async (running: ReadonlySet<Promise<unknown>>): Promise<void> => {
  while (running.size > 0) await Promise.all(running);
};

const answer = async (
  responder: Responder,
  task: Task,
  place: Place,
  runtime: Runtime,
  speak: (speech: Speech) => void,
): Promise<Answered['outcome']> => {
  const { shared, rates, deferAfter } = runtime;
  // Until the server is known, what it wants to be private is not.
  let isPrivate = task.command.isPrivate === true || task.request.options['private'] === true;
  const pending = (async () => {
    const server = await shared.servers.open(task.request.guildId);
    speak(speechFor(server, task.request.locale));
    isPrivate ||= server.settings.visibility === 'private';
    await checkTask(task, place, server, rates);
    const reply = await runTask(task, server, runtime, (text) => responder.progress(renderNote(text, isPrivate)));
    return { reply, server };
  })();
  if (await isLate(pending, deferAfter)) await responder.defer(isPrivate);
  const { reply, server } = await pending;
  if (reply.kind === 'modal') await responder.modal(reply);
  else {
    // An option of that name was the asker's wish, which the command has weighed already.
    const isKept = task.command.isPrivate === true || server.settings.visibility === 'private';
    const shown = isKept ? { ...reply, private: true } : reply;
    await responder.message(
      renderReply(shown, task, shared, speechFor(server, task.request.locale)),
      reply.update === true || task.inPlace,
    );
  }
  keepQuestion(task, reply, server, runtime);
  return outcomeOf(reply);
};

/** Autocomplete has no place for errors: what fails, or is not for the one who types, suggests nothing. */
const suggest = async (interaction: AutocompleteInteraction, runtime: Runtime): Promise<void> => {
  const { log } = runtime;
  const choices = await choicesFor(interaction, runtime).catch((error: unknown) => {
    explain(error, log);
    return [];
  });
  try {
    await interaction.respond(choices.slice(0, limits.choices).map((choice) => ({ ...choice })));
  } catch (error) {
    if (!isConnectionFailure(error)) explain(error, log);
  }
};

const choicesFor = async (interaction: AutocompleteInteraction, runtime: Runtime): Promise<readonly Choice[]> => {
  const { shared, download, now } = runtime;
  const command = shared.commands.find(({ data }) => data.name === interaction.commandName);
  if (!command?.complete) return [];
  const request = readTyped(interaction);
  const server = await shared.servers.open(request.guildId);
  checkPermission(command, request, placeOf(interaction), server.settings);
  const { name, value } = interaction.options.getFocused(true);
  const today = dayOf(now(), server.settings.timeZone);
  const services = servicesFor(server, request.locale, shared, { progress() {}, audit() {}, download });
  return command.complete(name, value, { ...request, today }, services);
};
