import {
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
} from 'discord.js';
import { type Answer, NO_CONTENT, ok, refuse, refuseForm } from './answer.ts';
import { checkModal, type Loose } from './components.ts';
import { checkChoices } from './conform.ts';
import { type Desk, draftMessage, isAnswer } from './drafts.ts';
import type { Interaction, Ledger } from './interactions.ts';
import type { Call, Route } from './routes.ts';
import { blankMessage, personOf } from './world.ts';

const UNKNOWN_INTERACTION = refuse(404, 10062, 'Unknown interaction');
const ALREADY_ACKNOWLEDGED = refuse(400, 40060, 'Interaction has already been acknowledged.');
const INVALID_TOKEN = refuse(401, 50027, 'Invalid Webhook Token');
const UNKNOWN_MESSAGE = refuse(404, 10008, 'Unknown Message');

const COMPONENT_ONLY: ReadonlySet<number> = new Set([
  InteractionResponseType.DeferredMessageUpdate,
  InteractionResponseType.UpdateMessage,
]);

/** Callbacks that bring the answer with them. */
const FINAL: ReadonlySet<number> = new Set([
  InteractionResponseType.ChannelMessageWithSource,
  InteractionResponseType.UpdateMessage,
]);

/** Why Discord does not take this type of callback for this interaction, or null. */
function misfit(interaction: Interaction, type: number): string | null {
  const autocomplete = interaction.type === InteractionType.ApplicationCommandAutocomplete;
  if (autocomplete !== (type === InteractionResponseType.ApplicationCommandAutocompleteResult)) {
    return 'Autocomplete is answered with choices, and nothing else is.';
  }
  if (type === InteractionResponseType.Modal && interaction.type === InteractionType.ModalSubmit) {
    return 'A modal cannot answer a modal.';
  }
  if (COMPONENT_ONLY.has(type) && interaction.sourceMessageId === null) return 'There is no message to update.';
  return null;
}

function audience(interaction: Interaction, flags: number): string | null {
  return (flags & MessageFlags.Ephemeral) === 0 ? null : interaction.userId;
}

/** What a new answer says about where it comes from. */
function provenance(desk: Desk, interaction: Interaction): Partial<APIMessage> {
  const { world } = desk;
  const source = world.messages.get(interaction.sourceMessageId ?? '')?.message;
  const { command } = interaction;
  const { user } = personOf(world, interaction.userId);
  const reference = source && {
    message_reference: { type: MessageReferenceType.Default, message_id: source.id, channel_id: source.channel_id },
  };
  const slash = command?.type === ApplicationCommandType.ChatInput;
  const used = slash ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand;
  return {
    application_id: world.applicationId,
    webhook_id: world.applicationId,
    type: source ? MessageType.Reply : command ? used : MessageType.Default,
    ...reference,
    // The older field is the one that carries the command's name.
    ...(command && { interaction: { id: interaction.id, type: interaction.type, name: command.name, user } }),
    interaction_metadata: {
      id: interaction.id,
      type: interaction.type,
      user,
      authorizing_integration_owners: interaction.guildId ? { 0: interaction.guildId } : { 0: '0' },
    } as never,
  };
}

/** The interaction callback, and the webhook that carries the answers after it. */
export function callbackRoutes(desk: Desk, ledger: Ledger): readonly Route[] {
  const { world } = desk;

  function create(interaction: Interaction, body: Loose, files: Call['files']): APIMessage | Answer {
    const extra = provenance(desk, interaction);
    const message = draftMessage(desk, { channelId: interaction.channelId, body, files, previous: null, extra });
    if (isAnswer(message)) return message;
    interaction.messageIds.add(message.id);
    return world.put(message, audience(interaction, message.flags ?? 0));
  }

  function edit(interaction: Interaction, messageId: string, body: Loose, files: Call['files']): APIMessage | Answer {
    const stored = world.messages.get(messageId);
    if (!stored) return UNKNOWN_MESSAGE;
    const previous = stored.message;
    const message = draftMessage(desk, { channelId: interaction.channelId, body, files, previous });
    return isAnswer(message) ? message : world.put(message, stored.audience);
  }

  function defer(interaction: Interaction, flags: number): APIMessage | Answer {
    if ((flags & ~MessageFlags.Ephemeral) !== 0) {
      return refuseForm([{ path: ['data', 'flags'], message: 'Only EPHEMERAL is a valid flag on a deferral.' }]);
    }
    const blank = blankMessage(world, interaction.channelId, world.bot);
    const waiting = { ...blank, ...provenance(desk, interaction), flags: MessageFlags.Loading | flags };
    interaction.messageIds.add(waiting.id);
    return world.put(waiting, audience(interaction, flags));
  }

  /** The message a callback makes or touches; null for choices, modals and deferred updates. */
  function respond(
    interaction: Interaction,
    type: number,
    data: Loose,
    files: Call['files'],
  ): APIMessage | Answer | null {
    switch (type) {
      case InteractionResponseType.ChannelMessageWithSource:
        return create(interaction, data, files);
      case InteractionResponseType.DeferredChannelMessageWithSource:
        return defer(interaction, Number(data['flags'] ?? 0));
      case InteractionResponseType.UpdateMessage:
        return edit(interaction, interaction.sourceMessageId ?? '', data, files);
      case InteractionResponseType.ApplicationCommandAutocompleteResult: {
        const problems = checkChoices(data);
        return problems.length > 0 ? refuseForm(problems) : null;
      }
      case InteractionResponseType.Modal: {
        const problems = checkModal(data);
        return problems.length > 0 ? refuseForm(problems) : null;
      }
      case InteractionResponseType.DeferredMessageUpdate:
        return null;
      default:
        return refuseForm([{ path: ['type'], message: 'Unknown callback type.' }]);
    }
  }

  function tell(interaction: Interaction, type: number, data: Loose): void {
    interaction.report({ kind: 'acknowledged' });
    if (type === InteractionResponseType.ApplicationCommandAutocompleteResult) {
      interaction.report({ kind: 'choices', choices: data['choices'] as never });
    } else if (type === InteractionResponseType.Modal) {
      interaction.report({ kind: 'modal', modal: data as unknown as APIModalInteractionResponseCallbackData });
    } else if (FINAL.has(type) && interaction.originalId !== null) {
      interaction.report({ kind: 'answered', messageId: interaction.originalId });
    }
  }

  function callback({ params, query, body, files }: Call): Answer {
    const interaction = ledger.forCallback(params['interaction_id'] ?? '', params['interaction_token'] ?? '');
    if (!interaction) return UNKNOWN_INTERACTION;
    if (interaction.acknowledgedBy !== null) return ALREADY_ACKNOWLEDGED;
    const type = Number(body['type']);
    const data = (body['data'] ?? {}) as Loose;
    const wrong = misfit(interaction, type);
    if (wrong) return refuseForm([{ path: ['type'], message: wrong }]);
    const message = respond(interaction, type, data, files);
    if (message && isAnswer(message)) return message;
    interaction.acknowledgedBy = type;
    interaction.originalId = message?.id ?? (COMPONENT_ONLY.has(type) ? interaction.sourceMessageId : null);
    tell(interaction, type, data);
    if (query.get('with_response') !== 'true') return NO_CONTENT;
    const described = message && {
      response_message_id: message.id,
      response_message_loading: ((message.flags ?? 0) & MessageFlags.Loading) !== 0,
      response_message_ephemeral: ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
    };
    return ok({
      interaction: { id: interaction.id, type: interaction.type, channel_id: interaction.channelId, ...described },
      ...(message && FINAL.has(type) && { resource: { type, message } }),
    });
  }

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
      if (!waiting) return finish(interaction, create(interaction, call.body, call.files));
      const flags = Number(call.body['flags'] ?? 0) & ~MessageFlags.Ephemeral;
      return finish(interaction, edit(interaction, original.id, { ...call.body, flags }, call.files));
    });
  }

  const one = '/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}';
  const original = '/webhooks/{webhook_id}/{webhook_token}/messages/@original';
  const onMessage = (path: string): readonly Route[] => [
    {
      method: 'GET',
      path,
      byInteractionToken: true,
      handle: (call) =>
        withMessage(call, (_, messageId) => {
          const stored = world.messages.get(messageId);
          return stored ? ok(stored.message) : UNKNOWN_MESSAGE;
        }),
    },
    {
      method: 'PATCH',
      path,
      byInteractionToken: true,
      handle: (call) =>
        withMessage(call, (interaction, id) => finish(interaction, edit(interaction, id, call.body, call.files))),
    },
    {
      method: 'DELETE',
      path,
      byInteractionToken: true,
      handle: (call) =>
        withMessage(call, (interaction, messageId) => {
          if (!world.remove(messageId)) return UNKNOWN_MESSAGE;
          interaction.report({ kind: 'answered', messageId });
          return NO_CONTENT;
        }),
    },
  ];

  return [
    {
      method: 'POST',
      path: '/interactions/{interaction_id}/{interaction_token}/callback',
      byInteractionToken: true,
      handle: callback,
    },
    { method: 'POST', path: '/webhooks/{webhook_id}/{webhook_token}', byInteractionToken: true, handle: followUp },
    ...onMessage(original),
    ...onMessage(one),
  ];
}
