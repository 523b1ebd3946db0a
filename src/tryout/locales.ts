import type { APIApplicationCommand } from 'discord.js';
import type { Loose } from './components.ts';

const PARTS = ['options', 'choices'] as const;

function localise(part: Loose, locale: string): Loose {
  const { name_localizations: names, description_localizations: descriptions, ...rest } = part;
  const name = (names as Loose | null | undefined)?.[locale];
  const description = (descriptions as Loose | null | undefined)?.[locale];
  const inner = PARTS.flatMap((key) => {
    const list = part[key];
    return Array.isArray(list) ? [[key, (list as Loose[]).map((one) => localise(one, locale))] as const] : [];
  });
  return {
    ...rest,
    ...Object.fromEntries(inner),
    ...(name !== undefined && { name_localized: name }),
    ...(description !== undefined && { description_localized: description }),
  };
}

/**
 * A command as a client in one language gets it: with `name_localized` and `description_localized` where there are such,
 * at every level, and without the other languages.
 * https://docs.discord.com/developers/interactions/application-commands#localization
 */
export function inLocale(command: APIApplicationCommand, locale: string): APIApplicationCommand {
  return localise(command as unknown as Loose, locale) as unknown as APIApplicationCommand;
}
