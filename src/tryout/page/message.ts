import type { APIMessage } from 'discord.js';
import { renderAvatar } from './avatar.ts';
import { renderComponents } from './components.ts';
import { type Directory, displayName, guildHere, nameOf, rolesOf } from './directory.ts';
import { append, button, type Child, element, icon } from './dom.ts';
import { type AnySelect, entriesOf } from './entries.ts';
import { parse, plainText } from './markdown.ts';
import { renderMarkdown } from './markdown-view.ts';
import { renderAttachments } from './media.ts';
import { renderRole } from './members.ts';
import { failureText } from './note.ts';
import { fullTime, messageTime } from './time.ts';

/** MessageFlags */
const FLAG = { ephemeral: 1 << 6, loading: 1 << 7, componentsV2: 1 << 15 } as const;

export interface MessageContext {
  readonly directory: Directory;
  now(): number;
  find(messageId: string): APIMessage | undefined;
  startCommand(name: string): void;
  /** Resolves to null when the bot has answered, else to the reason why it has not. */
  use(message: APIMessage, customId: string, componentType: number, values?: readonly string[]): Promise<string | null>;
  dismiss(messageId: string): void;
  /** The bar of actions that appears on hover and focus. */
  actions(message: APIMessage): HTMLElement;
}

export function isEphemeral(message: APIMessage): boolean {
  return ((message.flags ?? 0) & FLAG.ephemeral) !== 0;
}

function isLoading(message: APIMessage): boolean {
  return ((message.flags ?? 0) & FLAG.loading) !== 0;
}

/**
 * One message with its head, body and actions. With `continued` it follows one of the same author and shows the body
 * alone, as chat clients group them.
 */
export function renderMessage(message: APIMessage, continued: boolean, context: MessageContext): HTMLElement {
  const { directory } = context;
  const mentioned = message.mentions.some((user) => user.id === directory.user.id);
  const kinds = [
    'message',
    continued && 'continued',
    isEphemeral(message) && 'ephemeral',
    mentioned && message.author.id !== directory.user.id && 'mentioned',
  ];
  const failure = element('p', { class: 'failure', role: 'alert', hidden: true });
  return element(
    'article',
    { class: kinds.filter(Boolean).join(' '), 'data-id': message.id, 'aria-label': summary(message) },
    continued ? null : renderOrigin(message, context),
    element('div', { class: 'gutter' }, continued ? null : renderAvatar(message.author)),
    element(
      'div',
      { class: 'body' },
      continued ? null : renderHead(message, context),
      renderContent(message, failure, context),
      failure,
      isEphemeral(message) ? renderPrivacy(message, context) : null,
    ),
    context.actions(message),
  );
}

function summary(message: APIMessage): string {
  return isLoading(message)
    ? `${displayName(message.author)} is thinking`
    : `Message of ${displayName(message.author)}`;
}

/** What the message answers: a command ("Ada used /ask") or another message. */
function renderOrigin(message: APIMessage, context: MessageContext): Child {
  const used = message.interaction_metadata;
  if (used && used.type === 2) {
    const name = commandName(message);
    const command = name ? element('span', { class: 'mention' }, name) : 'a command';
    return element('p', { class: 'origin' }, renderAvatar(used.user), `${displayName(used.user)} used `, command);
  }
  const id = message.message_reference?.message_id;
  const original = message.referenced_message ?? (id ? context.find(id) : undefined);
  if (!original) return null;
  return element(
    'p',
    { class: 'origin' },
    renderAvatar(original.author),
    element('strong', {}, displayName(original.author)),
    element('span', { class: 'excerpt' }, excerpt(original, context.directory) || 'A message'),
  );
}

/** The command's name stands only in the older `interaction` field. */
function commandName(message: APIMessage): string | undefined {
  const name = message.interaction?.name;
  if (name === undefined) return undefined;
  return message.type === 23 ? name : `/${name}`;
}

/** The first words of a message, on one line. */
function excerpt(message: APIMessage, directory: Directory): string {
  const content = message.content || firstText(message.components ?? []);
  const words = plainText(parse(content), ({ of, id }) => nameOf(directory, of, id) ?? `unknown-${of}`);
  return words.replace(/\s+/g, ' ').trim();
}

function firstText(components: readonly object[]): string {
  for (const component of components) {
    if ('content' in component && typeof component.content === 'string') return component.content;
    const inner = 'components' in component ? firstText(component.components as readonly object[]) : '';
    if (inner) return inner;
  }
  return '';
}

function renderHead(message: APIMessage, { directory, now }: MessageContext): HTMLElement {
  const sent = new Date(message.timestamp);
  const { author } = message;
  const guild = guildHere(directory);
  const [role] = guild && !author.bot ? rolesOf(guild, author.id) : [];
  return element(
    'p',
    { class: 'head' },
    element('span', { class: `author${author.bot ? ' bot' : ''}` }, displayName(author)),
    author.bot ? element('span', { class: 'tag' }, 'APP') : null,
    role ? renderRole(role) : null,
    element('time', { datetime: message.timestamp, title: fullTime(sent) }, messageTime(sent, now())),
  );
}

function renderContent(message: APIMessage, failure: HTMLElement, context: MessageContext): Child {
  if (isLoading(message)) {
    const dots = element('span', { class: 'dots', 'aria-hidden': 'true' }, ...[1, 2, 3].map(() => element('i')));
    return element('p', { class: 'thinking' }, dots, `${displayName(message.author)} is thinking…`);
  }
  const markdown = {
    nameOf: (kind: 'user' | 'role' | 'channel', id: string) =>
      nameOf(context.directory, kind, id) ?? mentionedName(message, kind, id),
    everyone: message.mention_everyone,
    startCommand: context.startCommand,
    now: context.now,
  };
  const use = async (customId: string, type: number, values?: readonly string[]): Promise<void> => {
    failure.hidden = true;
    const reason = await context.use(message, customId, type, values);
    if (reason === null) return;
    failure.replaceChildren();
    append(failure, failureText(reason));
    failure.hidden = false;
  };
  const entries = (select: AnySelect) => entriesOf(select, context.directory);
  const newer = ((message.flags ?? 0) & FLAG.componentsV2) !== 0;
  const text = message.content ? renderMarkdown(message.content, markdown) : null;
  if (message.edited_timestamp) text?.append(element('small', { class: 'edited' }, ' (edited)'));
  const components = message.components ?? [];
  return [
    text,
    newer ? null : renderAttachments(message),
    components.length > 0 ? renderComponents(components, { ...markdown, message, entriesOf: entries, use }) : null,
  ];
}

function mentionedName(message: APIMessage, kind: string, id: string): string | null {
  const user = kind === 'user' ? message.mentions.find((someone) => someone.id === id) : undefined;
  return user ? displayName(user) : null;
}

function renderPrivacy(message: APIMessage, context: MessageContext): HTMLElement {
  return element(
    'p',
    { class: 'privacy' },
    icon('eye'),
    'Only you can see this · ',
    button({ class: 'plain' }, () => context.dismiss(message.id), 'Dismiss message'),
  );
}
