import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import { checkSizes } from './files.ts';
import { renderModal } from './modal.ts';
import { isAlreadyAnswered, isConnectionFailure } from './policy.ts';
import type { Payload } from './render.ts';
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
  /**
   * Shows how far the answer has come, deferring it first if that has not been done: in the message that waits for the
   * answer or, where a component was used, in one beside its message. What comes too soon is left out, and nothing depends on it.
   */
  progress(payload: Payload): void;
  modal(modal: ModalReply): Promise<void>;
}

/** Pauses between tries, in milliseconds. A callback is worth nothing after three seconds, an edit for fifteen minutes. */
export interface Patience {
  readonly callback: readonly number[];
  readonly edit: readonly number[];
  /** Between two edits that show progress. */
  readonly progress: number;
}

export const patience: Patience = {
  callback: [200, 400, 800],
  edit: [500, 1_000, 2_000, 5_000, 10_000, 20_000],
  progress: 1_000,
};

export const createResponder = (
  interaction: Answerable,
  { callback, edit, progress }: Patience = patience,
): Responder => {
  let deferral: Promise<void> | null = null;
  let deferred: 'no' | 'public' | 'private' | 'update' = 'no';
  /** The message that shows progress beside the one whose component was used. */
  let aside: { readonly id: string; readonly isPrivate: boolean } | null = null;
  let showing: Promise<void> | null = null;
  let shownAt = Number.NEGATIVE_INFINITY;
  let isOver = false;
  const hasMessage = interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());

  const editReply = async (payload: Payload, message = '@original'): Promise<void> => {
    await retry(() => interaction.editReply({ ...inPlaceOf(payload), message }), edit);
  };
  const deleteReply = async (message = '@original'): Promise<void> => {
    await retry(() => interaction.deleteReply(message), edit);
  };
  const followUp = (payload: Payload) => retry(() => interaction.followUp(payload), edit, isRefused);

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

  const begin = async (isPrivate: boolean): Promise<void> => {
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
  };
  const defer = (isPrivate: boolean): Promise<void> => {
    deferral ??= begin(isPrivate);
    return deferral;
  };

  const show = async (payload: Payload): Promise<void> => {
    await defer(isPrivateOf(payload));
    if (isOver) return;
    if (deferred !== 'update') await interaction.editReply(inPlaceOf(payload));
    else if (aside) await interaction.editReply({ ...inPlaceOf(payload), message: aside.id });
    else aside = { id: (await interaction.followUp(payload)).id, isPrivate: isPrivateOf(payload) };
  };

  /** What still shows progress must be over before the answer comes, or it would take the answer's place. */
  const endProgress = async (): Promise<void> => {
    isOver = true;
    await showing;
    await deferral?.catch(() => {});
  };

  /** Beside the message whose component was used: in place of the progress, where those who see it are the same. */
  const answerBeside = async (payload: Payload): Promise<void> => {
    if (aside?.isPrivate === isPrivateOf(payload)) return editReply(payload, aside.id);
    if (aside) await deleteReply(aside.id);
    await followUp(payload);
  };

  return {
    defer,

    progress(payload) {
      const now = performance.now();
      if (isOver || showing || now - shownAt < progress) return;
      shownAt = now;
      showing = show(payload)
        .catch(() => {})
        .finally(() => {
          showing = null;
        });
    },

    async message(payload, update) {
      await endProgress();
      checkSizes(payload.files, interaction.attachmentSizeLimit);
      const inPlace = update && hasMessage;
      if (deferred === 'no') {
        const call = () =>
          inPlace && 'update' in interaction ? interaction.update(inPlaceOf(payload)) : interaction.reply(payload);
        await acknowledge(call, () => editReply(payload));
        return;
      }
      if (deferred === 'update') {
        if (!inPlace) return answerBeside(payload);
        await editReply(payload);
        if (aside) await deleteReply(aside.id).catch(() => {});
        return;
      }
      if (deferred === 'public' && isPrivateOf(payload)) {
        // "Thinking…" was shown to all, so it has to go before one person alone can be told.
        await deleteReply();
        await followUp(payload);
        return;
      }
      await editReply(payload);
    },

    async modal(modal) {
      if (deferral !== null || !('showModal' in interaction)) throw new Error('A modal can only be the first answer');
      await acknowledge(
        () => interaction.showModal(renderModal(modal)),
        () => {},
      );
    },
  };
};

const isPrivateOf = ({ flags }: Payload): boolean => (flags & MessageFlags.Ephemeral) !== 0;

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
