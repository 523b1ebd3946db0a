import { type APIApplicationCommand, type APIApplicationCommandOption, ApplicationCommandOptionType } from 'discord.js';
import { permissionsOf } from './entities.ts';
import type { OptionValue } from './protocol.ts';
import type { Person } from './world.ts';

type Declared = APIApplicationCommandOption & {
  readonly options?: readonly APIApplicationCommandOption[];
  readonly choices?: readonly { readonly value: string | number }[];
  readonly min_length?: number;
  readonly max_length?: number;
  readonly min_value?: number;
  readonly max_value?: number;
};

const TYPES: Readonly<Record<number, 'string' | 'number' | 'boolean'>> = {
  [ApplicationCommandOptionType.String]: 'string',
  [ApplicationCommandOptionType.Integer]: 'number',
  [ApplicationCommandOptionType.Number]: 'number',
  [ApplicationCommandOptionType.Boolean]: 'boolean',
};

/** Why this person can't use this command here, as Discord's own client would say it; null when nothing is in the way. */
export function barred(command: APIApplicationCommand, person: Person, guildId: string | null): string | null {
  if (command.guild_id !== undefined && command.guild_id !== guildId) return `/${command.name} is not known here.`;
  const contexts: readonly number[] = command.contexts ?? [0, 1];
  if (!contexts.includes(guildId === null ? 1 : 0)) return `/${command.name} cannot be used here.`;
  const needed = command.default_member_permissions;
  if (guildId === null || needed === null || needed === undefined || person.admin) return null;
  const missing = BigInt(needed) === 0n || (permissionsOf(person) & BigInt(needed)) !== BigInt(needed);
  return missing ? `You do not have permission to use /${command.name}.` : null;
}

function wrongValue(declared: Declared, { name, value }: OptionValue): string | null {
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
  declared: readonly APIApplicationCommandOption[],
  given: readonly OptionValue[],
  completing: boolean,
): string | null {
  const nested = declared.filter((option) => TYPES[option.type] === undefined && option.type <= 2);
  if (nested.length > 0) {
    const chosen = nested.find(({ name }) => name === given[0]?.name) as Declared | undefined;
    if (!chosen) return `Choose one of ${nested.map(({ name }) => name).join(', ')}.`;
    return refuseOptions(chosen.options ?? [], given.slice(1), completing);
  }
  for (const option of given) {
    const known = declared.find(({ name }) => name === option.name) as Declared | undefined;
    if (!known) return `There is no option “${option.name}”.`;
    if (completing) continue;
    const wrong = wrongValue(known, option);
    if (wrong) return wrong;
  }
  const missing = declared.find(({ name, required }) => required === true && !given.some((one) => one.name === name));
  return missing && !completing ? `“${missing.name}” is required.` : null;
}
