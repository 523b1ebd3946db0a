import {
  type APIApplicationCommand,
  type APIMessage,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
} from 'discord.js';
import { flatten, type Loose } from './components.ts';
import { ATTACHMENT_LIMIT } from './drafts.ts';
import { APP_PERMISSIONS, channelObject, interactionMember } from './entities.ts';
import type { Interaction } from './interactions.ts';
import type { OptionValue } from './protocol.ts';
import { personOf, type World } from './world.ts';

interface NestedOption {
  readonly name: string;
  readonly type: number;
  readonly value?: OptionValue['value'];
  readonly focused?: boolean;
  readonly options?: readonly NestedOption[];
}

/** A subcommand (or group, then subcommand) at the head of the list takes in all that follows it. */
function nest(options: readonly OptionValue[]): readonly NestedOption[] {
  const [first, ...rest] = options;
  if (!first) return [];
  const { name, type } = first;
  const holder =
    type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup;
  return holder ? [{ name, type, options: nest(rest) }] : options;
}

function resolve(world: World, options: readonly OptionValue[]): Loose {
  const users: Record<string, unknown> = {};
  const members: Record<string, unknown> = {};
  const channels: Record<string, unknown> = {};
  const attachments: Record<string, unknown> = {};
  for (const { type, value } of options) {
    const id = String(value);
    const person = world.people.find(({ user }) => user.id === id);
    const channel = world.channels.find((one) => one.id === id);
    if (type === ApplicationCommandOptionType.User && person) {
      const { user, ...member } = interactionMember(person);
      users[id] = user;
      members[id] = member;
    } else if (type === ApplicationCommandOptionType.Channel && channel) {
      channels[id] = { ...channelObject(world, channel), permissions: APP_PERMISSIONS };
    } else if (type === ApplicationCommandOptionType.Attachment) {
      attachments[id] = world.uploads.get(id);
    }
  }
  const resolved = Object.entries({ users, members, channels, attachments });
  return Object.fromEntries(resolved.filter(([, entries]) => Object.keys(entries).length > 0));
}

/** `data` of a command or autocomplete interaction. */
export function commandData(
  world: World,
  command: APIApplicationCommand,
  options: readonly OptionValue[],
  target: APIMessage | undefined,
): Loose {
  const resolved = target ? { messages: { [target.id]: target } } : resolve(world, options);
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id && { guild_id: command.guild_id }),
    ...(command.type === ApplicationCommandType.ChatInput ? { options: nest(options) } : { target_id: target?.id }),
    ...(Object.keys(resolved).length > 0 && { resolved }),
  };
}

/** `data` of a component interaction. */
export function componentData(component: Loose, values: readonly string[]): Loose {
  const select = component['type'] !== ComponentType.Button;
  const { id, type, custom_id } = component;
  return { id, component_type: type, custom_id, ...(select && { values }) };
}

/** `data` of a modal's submission: its labels, each with what was entered. */
export function modalData(
  modal: Loose,
  fields: readonly { readonly customId: string; readonly value: string }[],
): Loose {
  let counter = 0;
  const components = (modal['components'] as readonly Loose[]).map((label) => {
    counter += 1;
    const id = counter;
    const [, input] = flatten(label);
    if (!input) return { type: label['type'], id };
    counter += 1;
    const value = fields.find(({ customId }) => customId === input['custom_id'])?.value;
    const entered =
      input['type'] === ComponentType.TextInput
        ? { value: value ?? String(input['value'] ?? '') }
        : { values: value === undefined || value === '' ? [] : [value] };
    return {
      type: label['type'],
      id,
      component: { type: input['type'], id: counter, custom_id: input['custom_id'], ...entered },
    };
  });
  return { custom_id: modal['custom_id'], components };
}

/** The whole INTERACTION_CREATE event. */
export function interactionPayload(world: World, interaction: Interaction, data: Loose): Loose {
  const person = personOf(world, interaction.userId);
  const channel = world.channels.find(({ id }) => id === interaction.channelId)!;
  const message = world.messages.get(interaction.sourceMessageId ?? '')?.message;
  const member = interactionMember(person);
  const place = interaction.guildId
    ? {
        guild_id: interaction.guildId,
        guild: { id: interaction.guildId, features: [], locale: 'en-US' },
        guild_locale: 'en-US',
        member,
        context: 0,
        channel: { ...channelObject(world, channel), permissions: member.permissions },
      }
    : { user: person.user, context: 1, channel: channelObject(world, channel) };
  return {
    id: interaction.id,
    application_id: world.applicationId,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    channel_id: interaction.channelId,
    app_permissions: APP_PERMISSIONS,
    locale: 'en-US',
    entitlements: [],
    authorizing_integration_owners: { 0: interaction.guildId ?? '0' },
    attachment_size_limit: ATTACHMENT_LIMIT,
    ...(message && { message }),
    ...place,
  };
}
