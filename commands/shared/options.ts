import type { APIApplicationCommandBasicOption } from 'discord.js';
import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Filter, Library } from '../../src/answer/types.ts';
import { type Phrase, phrase } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Request } from '../../src/discord/types.ts';
import { readPeriod } from './days.ts';
import { findArticle } from './sources.ts';
import { tidy } from './wording.ts';

/** The longest text that a person may give as a question, a topic or a passage to look for, in characters. */
export const LONGEST = 300;

/** Where every command may be used, in servers, in the bot's direct messages and in other conversations; and by whom: anyone. */
export const EVERYWHERE = {
  default_member_permissions: null,
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** Where a command about a server itself may be used: in servers that have the bot. Who may use it, the bot checks. */
export const IN_SERVERS = {
  default_member_permissions: null,
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/** The same, shown to those alone who may manage the server. */
export const FOR_ADMINS = { ...IN_SERVERS, default_member_permissions: String(PermissionFlagsBits.ManageGuild) };

/** The option `theme` of the commands that draw a picture. */
export const THEME: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.String,
  name: 'theme',
  description: 'How the picture looks; dark, if you leave it out',
  choices: [
    { name: 'dark', value: 'dark' },
    { name: 'light', value: 'light' },
  ],
};

/** The options `from` and `to`, which several commands share. */
export const PERIOD: APIApplicationCommandBasicOption[] = [
  {
    type: ApplicationCommandOptionType.String,
    name: 'from',
    description: 'Only articles published on or after this date: 2019, 2019-09 or 2019-09-10',
    min_length: 4,
    max_length: 20,
  },
  {
    type: ApplicationCommandOptionType.String,
    name: 'to',
    description: 'Only articles published on or before this date: 2019, 2019-09 or 2019-09-10',
    min_length: 4,
    max_length: 20,
  },
];

/** The id of the server that asks. Throws `Refusal` in direct messages, where there is none. */
export function serverOf({ guildId }: Request): string {
  if (guildId === null) throw new Refusal(phrase('words.server'));
  return guildId;
}

/** What was written in an option, without invisible format characters and surplus white space; nothing when it is empty. */
export function written(request: Request, option: string): string | undefined {
  const value = request.options[option];
  if (typeof value !== 'string') return undefined;
  return tidy(value) || undefined;
}

/**
 * The same, for text that is searched for: it must hold a letter or a digit and keep within `LONGEST`. `ask` says what
 * to type instead, as a full sentence. Throws `Refusal`.
 */
export function searchable(text: string, ask: Phrase): string {
  const tidied = tidy(text);
  if (!/[\p{L}\p{N}]/u.test(tidied)) throw new Refusal(ask);
  if (tidied.length > LONGEST) {
    throw new Refusal(phrase('words.long', { length: tidied.length, most: LONGEST }));
  }
  return tidied;
}

/** A topic, which may be left out, but not be made of signs alone. Throws `Refusal`. */
export function topic(request: Request, option: 'about' | 'topic'): string | undefined {
  const text = written(request, option);
  return text === undefined
    ? undefined
    : searchable(text, phrase('words.none', { option: phrase(`option.${option}`) }));
}

/** The options `article`, `from` and `to`, read. Throws `Refusal` for what names no article, no day or no period. */
export function filter(request: Request, library: Library): Filter {
  const reference = written(request, 'article');
  const article = reference === undefined ? undefined : findArticle(library, reference).id;
  const period = readPeriod({ from: written(request, 'from'), to: written(request, 'to') });
  return { ...(article !== undefined && { article }), ...period };
}
