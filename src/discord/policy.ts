import { randomBytes } from 'node:crypto';
import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';
import type { Logger } from 'pino';
import { speechIn } from '../languages/languages.ts';
import type { Speech } from '../languages/types.ts';
import { StoreError } from '../store/types.ts';
import { speaking } from './markdown.ts';
import { isRefusal, sentenceOf, worded } from './refusal.ts';
import type { Markdown } from './types.ts';

// What happens with an error, first match first:
//
//   1. Refusal, WebRefusal for a link that cannot be opened, KnowledgeRefusal for what cannot be added: the user can mend
//      it. They get its sentence, nobody else does; it is not logged as an error.
//   2. The store cannot do it (StoreError): its sentence is fit for users. A warning, unless the store is only away, which
//      the log says once.
//   3. The interaction is gone (too late, token expired, message deleted): nobody can be told. A warning in the log.
//   4. A permission is missing: the user gets the sentence that says what an administrator must change. A warning.
//   5. Discord cannot be reached even after retries: nobody can be told. An error in the log.
//   6. Everything else is a fault of ours: the user gets an incident id, the log gets the same id and the stack.
//
// Two more are no errors at all and are settled where they happen (respond.ts): 40060, the answer had arrived although its
// receipt was lost, and connection failures while a retry may still help.

/** What to tell the user about an error, in their language; null when there is no way left to tell them. */
export const explain = (error: unknown, log: Logger, speech: Speech = speechIn('en')): Markdown | null => {
  const { say } = speaking(speech);
  if (isRefusal(error)) return sentenceOf(error, speech);
  if (error instanceof StoreError) {
    if (error.trouble !== 'away') log.warn({ err: error }, 'the store failed');
    return worded(error, `store.${error.trouble}`, speech);
  }
  if (isGone(error)) {
    log.warn({ code: error.code }, 'the interaction was gone before it was answered');
    return null;
  }
  if (isForbidden(error)) {
    log.warn({ code: error.code, url: error.url }, 'a permission is missing');
    return say('trouble.permission');
  }
  if (isConnectionFailure(error)) {
    log.error({ err: error }, 'Discord could not be reached');
    return null;
  }
  const incident = randomBytes(4).toString('hex');
  log.error({ err: error, incident }, 'a command failed');
  return say('trouble.incident', { incident });
};

const codeIn =
  (...codes: readonly number[]) =>
  (error: unknown): error is DiscordAPIError =>
    error instanceof DiscordAPIError && codes.includes(Number(error.code));

const isGone = codeIn(
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
);

/** A permission is missing. */
export const isForbidden = codeIn(
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory,
);

/** The answer had arrived already: error 40060. */
export const isAlreadyAnswered = codeIn(RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged);

const connectionCodes = /^(?:ECONN|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|EPIPE|ETIMEDOUT|UND_ERR_)/;

/** Whether Discord could not be reached or answered with a fault of its own: trying again may help. */
export const isConnectionFailure = (error: unknown): boolean => {
  if (error instanceof HTTPError) return error.status >= 500;
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return (
    error.name === 'AbortError' ||
    (code !== undefined && connectionCodes.test(code)) ||
    isConnectionFailure(error.cause)
  );
};
