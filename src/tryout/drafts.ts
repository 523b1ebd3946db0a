import { type APIAttachment, type APIMessage, MessageFlags } from 'discord.js';
import { type Answer, refuse, refuseForm } from './answer.ts';
import { completeComponents, completeEmbeds } from './completion.ts';
import type { Loose } from './components.ts';
import { checkMentions, checkMessage } from './conform.ts';
import { ATTACHMENT_LIMIT } from './guilds.ts';
import type { UploadedFile } from './http.ts';
import { sizeOfPng } from './uploads.ts';
import { blankMessage, guildOf, type Sent, type World } from './world.ts';

export interface Desk {
  readonly world: World;
  /** Known once the port is. */
  readonly cdnBase: () => string;
  /** Records what the platform would let pass but this bot must not do. */
  readonly violate: (sentence: string) => void;
  /** Remembers what the bot sent for a message, for those who ask. */
  readonly keep: (messageId: string, sent: Sent) => void;
}

/** As many requests as a message's history keeps, and as many messages. */
const MOST_SENT = { requests: 20, messages: 500 } as const;

/** Remembers what the bot sent for a message; the oldest is forgotten first. */
export function keepSent({ sent }: World, messageId: string, one: Sent): void {
  sent.set(messageId, [...(sent.get(messageId) ?? []), one].slice(-MOST_SENT.requests));
  const [oldest] = sent.keys();
  if (sent.size > MOST_SENT.messages && oldest !== undefined) sent.delete(oldest);
}

/** Fields of a new message that its body does not decide: type, references, metadata. */
type Extra = Partial<Pick<APIMessage, 'type' | 'application_id' | 'webhook_id'>> &
  Pick<APIMessage, 'message_reference' | 'referenced_message' | 'interaction_metadata'>;

export interface Draft {
  readonly channelId: string;
  readonly body: Loose;
  readonly files: readonly UploadedFile[];
  /** The message to edit, or null for a new one. */
  readonly previous: APIMessage | null;
  readonly extra?: Extra;
}

export function isAnswer(value: Answer | APIMessage): value is Answer {
  return 'status' in value;
}

function records(value: unknown): readonly Loose[] {
  return Array.isArray(value) ? (value as Loose[]) : [];
}

function storeFiles(desk: Desk, draft: Draft): readonly APIAttachment[] {
  const described = records(draft.body['attachments']);
  return draft.files.map((file) => {
    const entry = described.find(({ id }) => String(id) === String(file.index));
    const id = desk.world.newId();
    const name = String(entry?.['filename'] ?? file.name);
    const path = `attachments/${draft.channelId}/${id}/${encodeURIComponent(name)}`;
    const url = `${desk.cdnBase()}/${path}`;
    desk.world.files.set(path, { bytes: file.bytes, contentType: file.contentType, expires: null });
    const description = entry?.['description'];
    return {
      id,
      filename: name,
      size: file.bytes.length,
      url,
      proxy_url: url,
      content_type: file.contentType,
      ...sizeOfPng(file.bytes),
      ...(typeof description === 'string' && { description }),
    };
  });
}

/** Edits keep the attachments they name by id; without a list they keep all. */
function keptAttachments(draft: Draft): readonly APIAttachment[] {
  const before = draft.previous?.attachments ?? [];
  if (!Array.isArray(draft.body['attachments'])) return before;
  const named = new Set(records(draft.body['attachments']).map(({ id }) => String(id)));
  return before.filter(({ id }) => named.has(id));
}

function isEmpty(message: APIMessage): boolean {
  const { content, embeds, components = [], attachments, poll } = message;
  return content === '' && embeds.length === 0 && components.length === 0 && attachments.length === 0 && !poll;
}

/** The message a request makes, not yet stored, or the refusal it earns. */
export function draftMessage(desk: Desk, draft: Draft): APIMessage | Answer {
  const { world } = desk;
  const { body, previous } = draft;
  const flagsBefore = previous?.flags ?? 0;
  const limit = world.guilds.get(guildOf(world, draft.channelId) ?? '')?.attachmentLimit ?? ATTACHMENT_LIMIT;
  const tooLarge = draft.files.find((file) => file.bytes.length > limit);
  if (tooLarge) return refuse(413, 40005, `Request entity too large: ${tooLarge.name}`);
  const kept = keptAttachments(draft);
  const described = records(body['attachments']);
  const newNames = draft.files.map((file) =>
    String(described.find(({ id }) => String(id) === String(file.index))?.['filename'] ?? file.name),
  );
  const problems = checkMessage(body, {
    editing: previous !== null,
    wasV2: (flagsBefore & MessageFlags.IsComponentsV2) !== 0,
    wasEphemeral: (flagsBefore & MessageFlags.Ephemeral) !== 0,
    fileNames: [...kept.map(({ filename }) => filename), ...newNames],
  });
  if (problems.length > 0) return refuseForm(problems);
  const complaint = checkMentions(body);
  if (complaint) desk.violate(complaint);

  const attachments = [...kept, ...storeFiles(desk, draft)];
  const lasting = flagsBefore & (MessageFlags.Ephemeral | MessageFlags.IsComponentsV2);
  const settable =
    MessageFlags.Ephemeral |
    MessageFlags.IsComponentsV2 |
    MessageFlags.SuppressEmbeds |
    MessageFlags.SuppressNotifications;
  const base: APIMessage = previous ?? { ...blankMessage(world, draft.channelId, world.bot), ...draft.extra };
  const message = {
    ...base,
    ...(body['content'] !== undefined && { content: body['content'] ?? '' }),
    ...(body['embeds'] !== undefined && { embeds: completeEmbeds(body['embeds'], attachments, world.newId) }),
    ...(body['components'] !== undefined && {
      components: completeComponents(body['components'], attachments, world.newId),
    }),
    ...(body['poll'] !== undefined && { poll: body['poll'] }),
    attachments,
    flags: lasting | (Number(body['flags'] ?? 0) & settable),
    edited_timestamp:
      previous && (flagsBefore & MessageFlags.Loading) === 0
        ? new Date(world.now()).toISOString()
        : base.edited_timestamp,
  } as APIMessage;
  return isEmpty(message) ? refuse(400, 50006, 'Cannot send an empty message') : message;
}
