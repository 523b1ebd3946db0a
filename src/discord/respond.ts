import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import { checkSizes } from './files.ts';
import { isAlreadyAnswered, isConnectionFailure } from './policy.ts';
import { type Payload, renderModal } from './render.ts';
import type { ModalReply } from './types.ts';

/** The interactions that are answered with a message or a modal. */
export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

/** How one interaction is answered: once, in its callback or, when that was deferred, by completing the deferral. */
export interface Responder {
  /** Says that the answer takes longer. Whether it will be private can't be changed later. */
  defer(isPrivate: boolean): Promise<void>;
  /** `update`: in place of the message whose component was used, where there is one. */
  message(payload: Payload, update: boolean): Promise<void>;
  modal(modal: ModalReply): Promise<void>;
}

/** Pauses between tries, in milliseconds. A callback is worth nothing after three seconds, an edit for fifteen minutes. */
export interface Patience {
  readonly callback: readonly number[];
  readonly edit: readonly number[];
}

export const patience: Patience = { callback: [200, 400, 800], edit: [500, 1_000, 2_000, 5_000, 10_000, 20_000] };

export const createResponder = (interaction: Answerable, { callback, edit }: Patience = patience): Responder => {
  let deferred: 'no' | 'public' | 'private' | 'update' = 'no';
  const hasMessage = interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());

  const editReply = async (payload: Payload): Promise<void> => {
    await retry(() => interaction.editReply(inPlaceOf(payload)), edit);
  };

  /**
   * Runs a callback. When its receipt is lost, discord.js sends it again and gets 40060, "already acknowledged", although
   * the user has the answer: that counts as done. `settled` then makes sure that this answer is the one shown.
   */
  const acknowledge = async (call: () => Promise<unknown>, settled: () => Promise<void> | void): Promise<void> => {
    try {
      await retry(call, callback);
    } catch (error) {
      if (!isAlreadyAnswered(error)) throw error;
      interaction.replied = true;
      await settled();
    }
  };

  return {
    async defer(isPrivate) {
      if (hasMessage && 'deferUpdate' in interaction) {
        await acknowledge(
          () => interaction.deferUpdate(),
          () => {},
        );
        deferred = 'update';
        return;
      }
      await acknowledge(
        () => interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}),
        () => {},
      );
      deferred = isPrivate ? 'private' : 'public';
    },

    async message(payload, update) {
      checkSizes(payload.files, interaction.attachmentSizeLimit);
      const isPrivate = (payload.flags & MessageFlags.Ephemeral) !== 0;
      const inPlace = update && hasMessage;
      if (deferred === 'no') {
        const call = () =>
          inPlace && 'update' in interaction ? interaction.update(inPlaceOf(payload)) : interaction.reply(payload);
        await acknowledge(call, () => editReply(payload));
        return;
      }
      if (deferred === 'update' && !inPlace) {
        await retry(() => interaction.followUp(payload), edit, isRefused);
        return;
      }
      if (deferred === 'public' && isPrivate) {
        // "Thinking…" was shown to all, so it has to go before one person alone can be told.
        await retry(() => interaction.deleteReply(), edit);
        await retry(() => interaction.followUp(payload), edit, isRefused);
        return;
      }
      await editReply(payload);
    },

    async modal(modal) {
      if (deferred !== 'no' || !('showModal' in interaction)) throw new Error('A modal can only be the first answer');
      await acknowledge(
        () => interaction.showModal(renderModal(modal)),
        () => {},
      );
    },
  };
};

/**
 * A payload that takes the place of a message: what was attached to that goes, and who sees it stays. Made anew for every
 * try, since discord.js adds the files to the list.
 */
const inPlaceOf = (payload: Payload) => ({
  ...payload,
  flags: MessageFlags.IsComponentsV2 as const,
  attachments: [],
});

/** Tries again after each pause while the failure is one that may pass. */
export const retry = async <Value>(
  call: () => Promise<Value>,
  pauses: readonly number[],
  mayPass: (error: unknown) => boolean = isConnectionFailure,
): Promise<Value> => {
  for (const pause of pauses) {
    try {
      return await call();
    } catch (error) {
      if (!mayPass(error)) throw error;
      await sleep(pause);
    }
  }
  return call();
};

/** Nothing arrived: the only failure after which a message may be sent again without showing it twice. */
const isRefused = (error: unknown): boolean => (error as NodeJS.ErrnoException | null)?.code === 'ECONNREFUSED';
