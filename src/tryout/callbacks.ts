import {
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord.js';
import { type Answer, NO_CONTENT, ok, refuse, refuseForm } from './answer.ts';
import type { Loose } from './components.ts';
import { checkChoices } from './conform.ts';
import { isAnswer } from './drafts.ts';
import { checkModal } from './forms.ts';
import type { UploadedFile } from './http.ts';
import type { Interaction, Ledger } from './interactions.ts';
import type { Replies, Said } from './replies.ts';
import type { SchemaCheck } from './rest.ts';
import type { Route } from './routes.ts';

const UNKNOWN_INTERACTION = refuse(404, 10062, 'Unknown interaction');
const ALREADY_ACKNOWLEDGED = refuse(400, 40060, 'Interaction has already been acknowledged.');

const COMPONENT_ONLY: ReadonlySet<number> = new Set([
  InteractionResponseType.DeferredMessageUpdate,
  InteractionResponseType.UpdateMessage,
]);

/** Callbacks that bring the answer with them. */
const FINAL: ReadonlySet<number> = new Set([
  InteractionResponseType.ChannelMessageWithSource,
  InteractionResponseType.UpdateMessage,
]);

/** The first response to an interaction, by whichever way it came. */
export interface FirstResponse {
  readonly interactionId: string;
  readonly token: string;
  /** `{type, data}` */
  readonly body: Loose;
  readonly files: readonly UploadedFile[];
  readonly withResponse: boolean;
  /** What the request is called when somebody asks what the bot sent. */
  readonly request: string;
}

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

/** Takes the first response to an interaction, and tells the person what became of it. */
export function createCallback(ledger: Ledger, replies: Replies): Callback {
  /** The message a callback makes or touches; null for choices, modals and deferred updates. */
  function respond(interaction: Interaction, type: number, said: Said): APIMessage | Answer | null {
    switch (type) {
      case InteractionResponseType.ChannelMessageWithSource:
        return replies.create(interaction, said);
      case InteractionResponseType.DeferredChannelMessageWithSource:
        return replies.defer(interaction, said);
      case InteractionResponseType.UpdateMessage:
        return replies.edit(interaction, interaction.sourceMessageId ?? '', said);
      case InteractionResponseType.ApplicationCommandAutocompleteResult: {
        const problems = checkChoices(said.body);
        return problems.length > 0 ? refuseForm(problems) : null;
      }
      case InteractionResponseType.Modal: {
        const problems = checkModal(said.body);
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

  return ({ interactionId, token, body, files, withResponse, request }) => {
    const interaction = ledger.forCallback(interactionId, token);
    if (!interaction) return UNKNOWN_INTERACTION;
    if (interaction.acknowledgedBy !== null) return ALREADY_ACKNOWLEDGED;
    const type = Number(body['type']);
    const data = (body['data'] ?? {}) as Loose;
    const wrong = misfit(interaction, type);
    if (wrong) return refuseForm([{ path: ['type'], message: wrong }]);
    const message = respond(interaction, type, { request: `${request} (type ${type})`, body: data, files });
    if (message && isAnswer(message)) return message;
    interaction.acknowledgedBy = type;
    interaction.originalId = message?.id ?? (COMPONENT_ONLY.has(type) ? interaction.sourceMessageId : null);
    tell(interaction, type, data);
    if (!withResponse) return NO_CONTENT;
    const described = message && {
      response_message_id: message.id,
      response_message_loading: ((message.flags ?? 0) & MessageFlags.Loading) !== 0,
      response_message_ephemeral: ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
    };
    return ok({
      interaction: { id: interaction.id, type: interaction.type, channel_id: interaction.channelId, ...described },
      ...(message && FINAL.has(type) && { resource: { type, message } }),
    });
  };
}

type Callback = (response: FirstResponse) => Answer;

const PATH = '/interactions/{interaction_id}/{interaction_token}/callback';

/** The same, with the body checked first as that of the REST API is; for responses that come another way. */
export function checkedBy(schema: SchemaCheck | null, callback: Callback): Callback {
  return (response) => {
    const { body: json, files } = response;
    const problems = schema?.('POST', PATH, { json, files, multipart: files.length > 0 }) ?? [];
    return problems.length > 0 ? refuseForm(problems) : callback(response);
  };
}

/** The callback as a route of the REST API. */
export function callbackRoutes(callback: Callback): readonly Route[] {
  return [
    {
      method: 'POST',
      path: PATH,
      byInteractionToken: true,
      handle: ({ request, params, query, body, files }) =>
        callback({
          interactionId: params['interaction_id'] ?? '',
          token: params['interaction_token'] ?? '',
          body,
          files,
          withResponse: query.get('with_response') === 'true',
          request,
        }),
    },
  ];
}
