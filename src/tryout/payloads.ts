import {
  type APIApplicationCommand,
  type APIMessage,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
} from 'discord.js';
import type { Loose } from './components.ts';
import { channelObject, interactionMember } from './entities.ts';
import { ATTACHMENT_LIMIT } from './guilds.ts';
import type { Interaction } from './interactions.ts';
import { permissionsIn } from './permissions.ts';
import type { OptionValue } from './protocol.ts';
import { componentKind, optionKind, resolve } from './resolve.ts';
import { channelOf, personOf, type World } from './world.ts';

interface NestedOption {
  readonly name: string;
  readonly type: number;
  readonly value?: OptionValue['value'];
  readonly focused?: boolean;
  readonly options?: readonly NestedOption[];
}

/** Who acts where, for the data that depends on it. */
type Place = Pick<Interaction, 'userId' | 'channelId'>;

function asking(world: World, { userId, channelId }: Place) {
  return { world, userId, channel: channelOf(world, channelId)! };
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

const present = (resolved: Loose): Loose => (Object.keys(resolved).length > 0 ? { resolved } : {});

/** `data` of a command or autocomplete interaction. */
export function commandData(
  world: World,
  place: Place,
  command: APIApplicationCommand,
  options: readonly OptionValue[],
  target: APIMessage | undefined,
): Loose {
  const ids = options.flatMap(({ type, value }) => {
    const kind = optionKind(type);
    return kind ? [{ kind, id: String(value) }] : [];
  });
  const resolved = target ? { messages: { [target.id]: target } } : resolve(asking(world, place), ids);
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id && { guild_id: command.guild_id }),
    ...(command.type === ApplicationCommandType.ChatInput ? { options: nest(options) } : { target_id: target?.id }),
    ...present(resolved),
  };
}

/** `data` of a component interaction. */
export function componentData(world: World, place: Place, component: Loose, values: readonly string[]): Loose {
  const { id, type, custom_id } = component;
  if (type === ComponentType.Button) return { id, component_type: type, custom_id };
  const kind = componentKind(type);
  const resolved = kind
    ? resolve(
        asking(world, place),
        values.map((value) => ({ kind, id: value })),
      )
    : {};
  return { id, component_type: type, custom_id, values, ...present(resolved) };
}

/**
 * Where the authority to act comes from: the server that added the bot, or the person who installed it.
 * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object
 */
export function authority(world: World, { userId, channelId }: Place): Readonly<Record<string, string>> {
  const channel = channelOf(world, channelId)!;
  const guild = world.guilds.get(channel.guildId ?? '');
  const own = personOf(world, userId).installed ? { 1: userId } : {};
  if (guild) return guild.bot === 'present' ? { 0: guild.id, ...own } : own;
  return channel.kind === 'dm' ? { 0: '0', ...own } : own;
}

/** InteractionContextType */
const CONTEXTS = { text: 0, thread: 0, dm: 1, private: 2 } as const;

/** The whole INTERACTION_CREATE event. */
export function interactionPayload(world: World, interaction: Interaction, data: Loose): Loose {
  const { user, locale } = personOf(world, interaction.userId);
  const channel = channelOf(world, interaction.channelId)!;
  const guild = world.guilds.get(interaction.guildId ?? '');
  const message = world.messages.get(interaction.sourceMessageId ?? '')?.message;
  const permissions = String(permissionsIn(world, channel, user.id));
  const place = guild
    ? {
        guild_id: guild.id,
        guild: { id: guild.id, features: [], locale: guild.locale },
        guild_locale: guild.locale,
        member: interactionMember(world, guild, channel, user),
        channel: { ...channelObject(world, channel), permissions },
      }
    : { user, channel: channelObject(world, channel) };
  return {
    id: interaction.id,
    application_id: world.applicationId,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    channel_id: interaction.channelId,
    context: CONTEXTS[channel.kind],
    app_permissions: String(permissionsIn(world, channel, world.bot.id)),
    locale,
    entitlements: [],
    authorizing_integration_owners: authority(world, interaction),
    attachment_size_limit: guild?.attachmentLimit ?? ATTACHMENT_LIMIT,
    ...(message && { message }),
    ...place,
  };
}
