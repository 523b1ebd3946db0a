import { type APIMessage, ApplicationCommandType, MessageFlags, MessageReferenceType, MessageType } from 'discord.js';
import { type Answer, refuse, refuseForm } from './answer.ts';
import type { Loose } from './components.ts';
import { type Desk, draftMessage, isAnswer } from './drafts.ts';
import type { UploadedFile } from './http.ts';
import type { Interaction } from './interactions.ts';
import { authority } from './payloads.ts';
import { blankMessage, personOf } from './world.ts';

export const UNKNOWN_MESSAGE: Answer = refuse(404, 10008, 'Unknown Message');

/** What a request says, and what it is called when somebody asks what the bot sent. */
export interface Said {
  readonly request: string;
  readonly body: Loose;
  readonly files: readonly UploadedFile[];
}

/** The messages that answer an interaction. Each gives the message as it stands then, or the refusal it met. */
export interface Replies {
  create(interaction: Interaction, said: Said): APIMessage | Answer;
  edit(interaction: Interaction, messageId: string, said: Said): APIMessage | Answer;
  /** "Verbatim is thinking…" */
  defer(interaction: Interaction, said: Said): APIMessage | Answer;
}

function audience(interaction: Interaction, flags: number): string | null {
  return (flags & MessageFlags.Ephemeral) === 0 ? null : interaction.userId;
}

/** What a new answer says about where it comes from. */
function provenance({ world }: Desk, interaction: Interaction): Partial<APIMessage> {
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
      authorizing_integration_owners: authority(world, interaction),
    } as never,
  };
}

export function createReplies(desk: Desk): Replies {
  const { world } = desk;
  return {
    create(interaction, { request, body, files }) {
      const extra = provenance(desk, interaction);
      const message = draftMessage(desk, { channelId: interaction.channelId, body, files, previous: null, extra });
      if (isAnswer(message)) return message;
      interaction.messageIds.add(message.id);
      desk.keep(message.id, { request, body });
      return world.put(message, audience(interaction, message.flags ?? 0));
    },
    edit(interaction, messageId, { request, body, files }) {
      const stored = world.messages.get(messageId);
      if (!stored) return UNKNOWN_MESSAGE;
      const previous = stored.message;
      const message = draftMessage(desk, { channelId: interaction.channelId, body, files, previous });
      if (isAnswer(message)) return message;
      desk.keep(messageId, { request, body });
      return world.put(message, stored.audience);
    },
    defer(interaction, { request, body }) {
      const flags = Number(body['flags'] ?? 0);
      if ((flags & ~MessageFlags.Ephemeral) !== 0) {
        return refuseForm([{ path: ['data', 'flags'], message: 'Only EPHEMERAL is a valid flag on a deferral.' }]);
      }
      const blank = blankMessage(world, interaction.channelId, world.bot);
      const waiting = { ...blank, ...provenance(desk, interaction), flags: MessageFlags.Loading | flags };
      interaction.messageIds.add(waiting.id);
      desk.keep(waiting.id, { request, body });
      return world.put(waiting, audience(interaction, flags));
    },
  };
}
