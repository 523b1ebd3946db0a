import type { Logger } from 'pino';
import type { Server } from '../servers/types.ts';
import type { Audit } from './audit.ts';
import { explain } from './policy.ts';
import type { Rates } from './rates.ts';
import { isRefusal } from './refusal.ts';
import { dayOf, type Task } from './request.ts';
import type { Patience } from './respond.ts';
import { servicesFor } from './services.ts';
import type { Reply, Services, Shared } from './types.ts';

/** What became of one request. Told for every command, button, select, modal, mention and direct message. */
export interface Answered {
  /** The command's name; `unknown` where there is no such command. */
  readonly command: string;
  /**
   * `answered`, or `abstained` (the articles don't say); `refused`, the asker has to mend something; `failed`, a fault of
   * the bot's, the store's or the platform's.
   */
  readonly outcome: 'answered' | 'abstained' | 'refused' | 'failed';
  /** Milliseconds from its arrival to its answer. */
  readonly ms: number;
}

/** What all requests share. */
export interface Runtime {
  readonly shared: Shared;
  readonly rates: Rates;
  readonly audit: Audit;
  readonly download: Services['download'];
  readonly log: Logger;
  readonly now: () => Date;
  /** Milliseconds after which an answer that isn't ready is deferred; Discord waits for three seconds. */
  readonly deferAfter: number;
  readonly patience: Patience;
  readonly onAnswered: (answered: Answered) => void;
  /** Takes work that no answer waits for; it ends before the bot does. */
  readonly later: (work: Promise<unknown>) => void;
}

/** Runs a task for the server that asks. Throws what the command throws. */
export const runTask = (
  task: Task,
  server: Server,
  { shared, audit, download, later }: Runtime,
  progress: Services['progress'],
): Reply | Promise<Reply> => {
  const { guildId, userId, locale } = task.request;
  const own = {
    progress,
    download,
    audit(text: Parameters<Services['audit']>[0]) {
      if (guildId !== null) later(audit({ guildId, userId, text }));
    },
  };
  const today = dayOf(task.at, server.settings.timeZone);
  return task.run({ ...task.request, today }, servicesFor(server, locale, shared, own));
};

const day = 86_400_000;

/** Writes a question that was answered into the question log, as far as the server wants one. No answer waits for it. */
export const keepQuestion = (
  task: Task,
  reply: Reply,
  { settings: { questionLog } }: Server,
  { shared, log, later }: Pick<Runtime, 'shared' | 'log' | 'later'>,
): void => {
  // Another page of an answer is not another question.
  if (reply.kind === 'modal' || !reply.noted || task.inPlace || !questionLog.kept) return;
  const { words, ...outcome } = reply.noted;
  const { guildId, userId } = task.request;
  const text = questionLog.words ? words : null;
  const question = { guildId, userId, command: task.command.data.name, ...outcome, text };
  later(shared.store.addQuestion(question, questionLog.days * day).catch((error: unknown) => explain(error, log)));
};

/** What became of a request that has this reply, or that ended with this error. */
export const outcomeOf = (reply: Reply): Answered['outcome'] =>
  reply.kind === 'message' && reply.noted?.answered === false ? 'abstained' : 'answered';

export const outcomeOfError = (error: unknown): Answered['outcome'] => (isRefusal(error) ? 'refused' : 'failed');
