import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Channel } from './guilds.ts';
import { permissionsIn } from './permissions.ts';
import type { OptionValue } from './protocol.ts';
import { isKnown, optionKind } from './resolve.ts';
import type { Person, World } from './world.ts';

type Declared = APIApplicationCommandOption & {
  readonly options?: readonly APIApplicationCommandOption[];
  readonly choices?: readonly { readonly value: string | number }[];
  readonly min_length?: number;
  readonly max_length?: number;
  readonly min_value?: number;
  readonly max_value?: number;
  readonly channel_types?: readonly number[];
};

const TYPES: Readonly<Record<number, 'string' | 'number' | 'boolean'>> = {
  [ApplicationCommandOptionType.String]: 'string',
  [ApplicationCommandOptionType.Integer]: 'number',
  [ApplicationCommandOptionType.Number]: 'number',
  [ApplicationCommandOptionType.Boolean]: 'boolean',
};

/** InteractionContextType */
const CONTEXTS: Readonly<Record<Channel['kind'], number>> = { text: 0, thread: 0, dm: 1, private: 2 };

/** Whether the bot is here by an installation that the command is made for: the server's, or the person's own. */
function isInstalled(world: World, types: readonly number[], { installed, user }: Person, channel: Channel): boolean {
  const byServer = types.includes(ApplicationIntegrationType.GuildInstall);
  if (types.includes(ApplicationIntegrationType.UserInstall) && installed) return true;
  if (!byServer || channel.kind === 'private') return false;
  const guilds = [...world.guilds.values()].filter(({ bot }) => bot === 'present');
  return guilds.some(({ id, members }) => (channel.kind === 'dm' ? members.has(user.id) : id === channel.guildId));
}

/** Why this person can't use this command here, as Discord's own client would say it; null when nothing is in the way. */
export function barred(world: World, command: APIApplicationCommand, person: Person, channel: Channel): string | null {
  if (command.guild_id !== undefined && command.guild_id !== channel.guildId)
    return `/${command.name} is not known here.`;
  const types: readonly number[] = command.integration_types ?? [ApplicationIntegrationType.GuildInstall];
  const usual = types.includes(ApplicationIntegrationType.UserInstall) ? [0, 1, 2] : [0, 1];
  const contexts: readonly number[] = command.contexts ?? usual;
  if (!contexts.includes(CONTEXTS[channel.kind]) || !isInstalled(world, types, person, channel)) {
    return `/${command.name} cannot be used here.`;
  }
  if (channel.guildId === null) return null;
  const held = permissionsIn(world, channel, person.user.id);
  const needed = command.default_member_permissions;
  const everything = (held & PermissionFlagsBits.Administrator) !== 0n;
  const lacksOwn = needed && !everything && (BigInt(needed) === 0n || (held & BigInt(needed)) !== BigInt(needed));
  const lacksAll = (held & PermissionFlagsBits.UseApplicationCommands) === 0n;
  return lacksOwn || lacksAll ? `You do not have permission to use /${command.name}.` : null;
}

export interface Asking {
  readonly world: World;
  readonly channel: Channel;
  readonly userId: string;
}

function wrongValue(asking: Asking, declared: Declared, { name, value }: OptionValue): string | null {
  const kind = optionKind(declared.type);
  if (kind) {
    const known = isKnown(asking, kind, String(value), declared.channel_types);
    return known ? null : `“${name}” must be one of the ${kind}s here.`;
  }
  const type = TYPES[declared.type];
  if (type !== undefined && typeof value !== type) return `“${name}” must be a ${type}.`;
  if (declared.type === ApplicationCommandOptionType.Integer && !Number.isInteger(value)) {
    return `“${name}” must be a whole number.`;
  }
  if (declared.choices?.length && !declared.choices.some((choice) => choice.value === value)) {
    return `“${name}” must be one of its choices.`;
  }
  if (typeof value === 'string') {
    const most = declared.max_length ?? 6000;
    if (value.length > most) return `“${name}” must be at most ${most} characters.`;
    const least = declared.min_length ?? 0;
    if (value.length < least) return `“${name}” must be at least ${least} characters.`;
  }
  if (typeof value === 'number') {
    if (value < (declared.min_value ?? -Infinity)) return `“${name}” must be at least ${declared.min_value}.`;
    if (value > (declared.max_value ?? Infinity)) return `“${name}” must be at most ${declared.max_value}.`;
  }
  return null;
}

/**
 * What Discord's own client would refuse to send: unknown or missing options, values out of bounds. Null when all is well.
 * While an option is being completed, required ones may still be missing.
 */
export function refuseOptions(
  asking: Asking,
  declared: readonly APIApplicationCommandOption[],
  given: readonly OptionValue[],
  completing: boolean,
): string | null {
  const nested = declared.filter((option) => TYPES[option.type] === undefined && option.type <= 2);
  if (nested.length > 0) {
    const chosen = nested.find(({ name }) => name === given[0]?.name) as Declared | undefined;
    if (!chosen) return `Choose one of ${nested.map(({ name }) => name).join(', ')}.`;
    return refuseOptions(asking, chosen.options ?? [], given.slice(1), completing);
  }
  for (const option of given) {
    const known = declared.find(({ name }) => name === option.name) as Declared | undefined;
    if (!known) return `There is no option “${option.name}”.`;
    if (completing) continue;
    const wrong = wrongValue(asking, known, option);
    if (wrong) return wrong;
  }
  const missing = declared.find(({ name, required }) => required === true && !given.some((one) => one.name === name));
  return missing && !completing ? `“${missing.name}” is required.` : null;
}
