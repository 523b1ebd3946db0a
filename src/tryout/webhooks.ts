import { type APIMessage, MessageFlags } from 'discord.js';
import { type Answer, NO_CONTENT, ok, refuse } from './answer.ts';
import { isAnswer } from './drafts.ts';
import type { Interaction, Ledger } from './interactions.ts';
import { type Replies, UNKNOWN_MESSAGE } from './replies.ts';
import type { Call, Route } from './routes.ts';
import type { World } from './world.ts';

const INVALID_TOKEN = refuse(401, 50027, 'Invalid Webhook Token');

/** The webhook of an interaction, which carries the answers after the first. */
export function webhookRoutes(world: World, ledger: Ledger, replies: Replies): readonly Route[] {
  function withToken(call: Call, then: (interaction: Interaction) => Answer): Answer {
    const interaction = ledger.forWebhook(call.params['webhook_token'] ?? '');
    return interaction && call.params['webhook_id'] === world.applicationId ? then(interaction) : INVALID_TOKEN;
  }

  function withMessage(call: Call, then: (interaction: Interaction, messageId: string) => Answer): Answer {
    return withToken(call, (interaction) => {
      const asked = call.params['message_id'] ?? '@original';
      const messageId = asked === '@original' ? interaction.originalId : asked;
      const own = messageId !== null && interaction.messageIds.has(messageId);
      return own ? then(interaction, messageId) : UNKNOWN_MESSAGE;
    });
  }

  function finish(interaction: Interaction, message: APIMessage | Answer): Answer {
    if (isAnswer(message)) return message;
    interaction.report({ kind: 'answered', messageId: message.id });
    return ok(message);
  }

  /** The first follow-up to a deferred answer completes it, ephemeral or not as it was deferred. */
  function followUp(call: Call): Answer {
    return withToken(call, (interaction) => {
      const original = world.messages.get(interaction.originalId ?? '')?.message;
      const waiting = original !== undefined && ((original.flags ?? 0) & MessageFlags.Loading) !== 0;
      if (!waiting) return finish(interaction, replies.create(interaction, call));
      const flags = Number(call.body['flags'] ?? 0) & ~MessageFlags.Ephemeral;
      return finish(interaction, replies.edit(interaction, original.id, { ...call, body: { ...call.body, flags } }));
    });
  }

  function read(call: Call): Answer {
    return withMessage(call, (_, messageId) => {
      const stored = world.messages.get(messageId);
      return stored ? ok(stored.message) : UNKNOWN_MESSAGE;
    });
  }

  function remove(call: Call): Answer {
    return withMessage(call, (interaction, messageId) => {
      if (!world.remove(messageId)) return UNKNOWN_MESSAGE;
      interaction.report({ kind: 'answered', messageId });
      return NO_CONTENT;
    });
  }

  const edit = (call: Call): Answer =>
    withMessage(call, (interaction, id) => finish(interaction, replies.edit(interaction, id, call)));

  const own = '/webhooks/{webhook_id}/{webhook_token}';
  const byInteractionToken = true as const;
  return [
    { method: 'POST', path: own, byInteractionToken, handle: followUp },
    ...[`${own}/messages/@original`, `${own}/messages/{message_id}`].flatMap((path): readonly Route[] => [
      { method: 'GET', path, byInteractionToken, handle: read },
      { method: 'PATCH', path, byInteractionToken, handle: edit },
      { method: 'DELETE', path, byInteractionToken, handle: remove },
    ]),
  ];
}
