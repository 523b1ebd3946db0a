import { randomBytes } from 'node:crypto';
import type { APIModalInteractionResponseCallbackData, InteractionType } from 'discord.js';
import { guildOf, type World } from './world.ts';

/** The first response must come within 3 s, and the token lasts 15 min. */
export const RESPONSE_LIMIT_MS = 3_000;
const TOKEN_LIFE_MS = 15 * 60_000;

/** What becomes of an interaction, told as it happens. */
export type Step =
  | { readonly kind: 'acknowledged' }
  /** The bot's final word: a reply, the edit of a deferred one, or a follow-up. */
  | { readonly kind: 'answered'; readonly messageId: string }
  | {
      readonly kind: 'choices';
      readonly choices: readonly { readonly name: string; readonly value: string | number }[];
    }
  | { readonly kind: 'modal'; readonly modal: APIModalInteractionResponseCallbackData }
  | { readonly kind: 'failed'; readonly reason: string };

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly userId: string;
  readonly channelId: string;
  readonly guildId: string | null;
  /** Ms, on the world's clock. */
  readonly created: number;
  /** The message whose component was used, if one was. */
  readonly sourceMessageId: string | null;
  /** CHAT_INPUT and so on, and the name with its subcommands, for commands. */
  readonly command: { readonly type: number; readonly name: string } | null;
  readonly report: (step: Step) => void;
  /** The type of the callback that acknowledged it. */
  acknowledgedBy: number | null;
  /** What `@original` stands for. */
  originalId: string | null;
  /** What its token may read, edit and delete. */
  readonly messageIds: Set<string>;
}

export type NewInteraction = Pick<
  Interaction,
  'type' | 'userId' | 'channelId' | 'sourceMessageId' | 'command' | 'report'
>;

/** The interactions that are open, by id and by token. */
export interface Ledger {
  open(interaction: NewInteraction): Interaction;
  /** For the callback: undefined when unknown or later than 3 s. */
  forCallback(id: string, token: string): Interaction | undefined;
  /** For the webhook: undefined when unknown, not acknowledged, or older than 15 min. */
  forWebhook(token: string): Interaction | undefined;
  /** Ends every token that is out, as time would after 15 min. */
  expire(): void;
}

export function createLedger(world: World): Ledger {
  const byToken = new Map<string, Interaction>();

  return {
    open(fresh) {
      for (const [token, { created }] of byToken) {
        if (world.now() - created > TOKEN_LIFE_MS) byToken.delete(token);
      }
      const interaction: Interaction = {
        ...fresh,
        id: world.newId(),
        token: randomBytes(32).toString('base64url'),
        guildId: guildOf(world, fresh.channelId),
        created: world.now(),
        acknowledgedBy: null,
        originalId: null,
        messageIds: new Set(fresh.sourceMessageId === null ? [] : [fresh.sourceMessageId]),
      };
      byToken.set(interaction.token, interaction);
      return interaction;
    },
    forCallback(id, token) {
      const interaction = byToken.get(token);
      if (interaction?.id !== id) return undefined;
      const late = interaction.acknowledgedBy === null && world.now() - interaction.created > RESPONSE_LIMIT_MS;
      return late ? undefined : interaction;
    },
    forWebhook(token) {
      const interaction = byToken.get(token);
      if (!interaction || interaction.acknowledgedBy === null) return undefined;
      return world.now() - interaction.created > TOKEN_LIFE_MS ? undefined : interaction;
    },
    expire: () => byToken.clear(),
  };
}
