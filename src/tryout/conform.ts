import { ComponentType, MessageFlags } from 'discord.js';
import type { Problem } from './answer.ts';
import { checkComponents, type Loose, textLength } from './components.ts';

export interface MessageContext {
  /** Whether the message already is one of Components V2, which can't be undone. */
  readonly wasV2: boolean;
  readonly wasEphemeral: boolean;
  readonly editing: boolean;
  /** The names of the files that come with the request or stay from before. */
  readonly fileNames: readonly string[];
}

const EMBED_LIMITS: readonly (readonly [field: string, limit: number])[] = [
  ['title', 256],
  ['description', 4096],
];

function lengthOf(value: unknown): number {
  return typeof value === 'string' ? value.length : 0;
}

function listOf(value: unknown): readonly Loose[] {
  return Array.isArray(value) ? (value as Loose[]) : [];
}

function checkEmbeds(embeds: readonly Loose[]): Problem[] {
  const problems: Problem[] = [];
  const limit = (path: Problem['path'], value: unknown, most: number) => {
    if (lengthOf(value) > most) problems.push({ path, message: `Must be ${most} or fewer in length.` });
    return lengthOf(value);
  };
  if (embeds.length > 10) problems.push({ path: ['embeds'], message: 'Must be 10 or fewer in length.' });
  let total = 0;
  for (const [index, embed] of embeds.entries()) {
    for (const [field, most] of EMBED_LIMITS) total += limit(['embeds', index, field], embed[field], most);
    total += limit(['embeds', index, 'footer', 'text'], (embed['footer'] as Loose | undefined)?.['text'], 2048);
    total += limit(['embeds', index, 'author', 'name'], (embed['author'] as Loose | undefined)?.['name'], 256);
    const fields = listOf(embed['fields']);
    if (fields.length > 25)
      problems.push({ path: ['embeds', index, 'fields'], message: 'Must be 25 or fewer in length.' });
    for (const [at, field] of fields.entries()) {
      total += limit(['embeds', index, 'fields', at, 'name'], field['name'], 256);
      total += limit(['embeds', index, 'fields', at, 'value'], field['value'], 1024);
    }
  }
  if (total > 6000) problems.push({ path: ['embeds'], message: 'Embed size exceeds maximum size of 6000.' });
  return problems;
}

function checkReferences(body: Loose, fileNames: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  const visit = (value: unknown, path: Problem['path']): void => {
    if (typeof value === 'string' && path.at(-1) === 'url' && value.startsWith('attachment://')) {
      const name = value.slice('attachment://'.length);
      if (!fileNames.includes(name)) problems.push({ path, message: `The attachment ${name} does not exist.` });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) visit(item, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  visit(body['components'], ['components']);
  visit(body['embeds'], ['embeds']);
  return problems;
}

/**
 * What Discord would refuse about a message's body: lengths, counts, nesting, flags, names of attachments.
 * https://docs.discord.com/developers/resources/message and /components/reference
 */
export function checkMessage(body: Loose, context: MessageContext): readonly Problem[] {
  const flags = Number(body['flags'] ?? 0);
  const v2 = context.wasV2 || (flags & MessageFlags.IsComponentsV2) !== 0;
  const components = listOf(body['components']);
  const embeds = listOf(body['embeds']);
  const problems: Problem[] = [...checkEmbeds(embeds), ...checkReferences(body, context.fileNames)];

  if (lengthOf(body['content']) > 2000)
    problems.push({ path: ['content'], message: 'Must be 2000 or fewer in length.' });
  if (context.editing && (flags & MessageFlags.Ephemeral) !== 0 && !context.wasEphemeral) {
    problems.push({ path: ['flags'], message: 'A message cannot be made ephemeral afterwards.' });
  }
  if ((flags & MessageFlags.Loading) !== 0) problems.push({ path: ['flags'], message: 'LOADING cannot be set.' });
  if (v2) {
    for (const field of ['content', 'poll', 'stickers', 'sticker_ids'] as const) {
      if (lengthOf(body[field]) > 0 || (Array.isArray(body[field]) && (body[field] as unknown[]).length > 0)) {
        problems.push({ path: [field], message: 'Cannot be used with MessageFlags.IS_COMPONENTS_V2.' });
      }
    }
    if (embeds.length > 0) {
      problems.push({ path: ['embeds'], message: 'Cannot be used with MessageFlags.IS_COMPONENTS_V2.' });
    }
    const text = textLength(components);
    if (text > 4000) {
      problems.push({
        path: ['components'],
        message: `The text of all components is ${text} characters; 4000 is the most.`,
      });
    }
  } else {
    if (components.length > 5) problems.push({ path: ['components'], message: 'Must be 5 or fewer in length.' });
    for (const [index, component] of components.entries()) {
      if (component['type'] !== ComponentType.ActionRow) {
        problems.push({ path: ['components', index, 'type'], message: 'Only action rows without IS_COMPONENTS_V2.' });
      }
    }
  }
  if (listOf(body['attachments']).length > 10 || context.fileNames.length > 10) {
    problems.push({ path: ['attachments'], message: 'Must be 10 or fewer in length.' });
  }
  return [...problems, ...checkComponents(components)];
}

/** Whether a body says something in which a mention could hide. */
function hasText(body: Loose): boolean {
  return (
    lengthOf(body['content']) > 0 || listOf(body['embeds']).length > 0 || textLength(listOf(body['components'])) > 0
  );
}

/**
 * A rule of the bot's, not of Discord's: every message with text says `allowed_mentions: {parse: []}`, so that no
 * article and no question can ping anybody. Returns the complaint, or null.
 */
export function checkMentions(body: Loose): string | null {
  if (!hasText(body)) return null;
  const parse = (body['allowed_mentions'] as Loose | undefined | null)?.['parse'];
  return Array.isArray(parse) && parse.length === 0 ? null : 'allowed_mentions: a message with text needs {parse: []}';
}

/** Choices of an autocomplete answer. */
export function checkChoices(data: Loose): readonly Problem[] {
  if (!Array.isArray(data['choices'])) return [{ path: ['data', 'choices'], message: 'This field is required.' }];
  const choices = listOf(data['choices']);
  const problems: Problem[] = [];
  if (choices.length > 25) problems.push({ path: ['data', 'choices'], message: 'Must be 25 or fewer in length.' });
  for (const [index, choice] of choices.entries()) {
    for (const field of ['name', 'value'] as const) {
      const value = choice[field];
      const number = field === 'value' && typeof value === 'number';
      if (!number && (lengthOf(value) < 1 || lengthOf(value) > 100)) {
        problems.push({ path: ['data', 'choices', index, field], message: 'Must be between 1 and 100 in length.' });
      }
    }
  }
  return problems;
}
