import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { declaredAs } from '../languages/languages.ts';
import type { Language } from '../languages/types.ts';

type Declaration = RESTPostAPIApplicationCommandsJSONBody;

/** Discord's locales for the languages other than English, which the declarations themselves are in. */
const locales: Readonly<Record<string, Language>> = {
  de: 'de',
  fr: 'fr',
  'es-ES': 'es',
  'es-419': 'es',
  ja: 'ja',
  'zh-CN': 'zh-CN',
};

/** A part of a declaration: the command, a subcommand, an option, or a choice, which alone has a value. */
interface Part {
  readonly name: string;
  readonly value?: string | number;
  readonly description?: string;
  readonly options?: readonly Part[];
  readonly choices?: readonly Part[];
}

/**
 * A declaration with its names and descriptions in every language. The words are found by the path to a part: `ask`,
 * `ask.question`, `knowledge.feed.add.link`, and by their value for choices: `quote.kind.direct`. Parts that the catalogue
 * does not know stay English.
 */
export const localize = (data: Declaration): Declaration => localized(data as Part, data.name) as Declaration;

const localized = (part: Part, path: string): Part => ({
  ...part,
  ...localizations(part, path),
  ...(part.options && { options: part.options.map((inner) => localized(inner, `${path}.${inner.name}`)) }),
  ...(part.choices && { choices: part.choices.map((inner) => localized(inner, `${path}.${inner.value}`)) }),
});

const localizations = (part: Part, path: string): object => {
  const words = Object.entries(locales).flatMap(([locale, language]) => {
    const declared = declaredAs(path, language);
    return declared === undefined ? [] : [[locale, declared] as const];
  });
  if (words.length === 0) return {};
  const names = words.map(([locale, declared]) => [locale, typeof declared === 'string' ? declared : declared[0]]);
  const descriptions = words.flatMap(([locale, declared]) =>
    typeof declared === 'string' ? [] : [[locale, declared[1]]],
  );
  return {
    name_localizations: Object.fromEntries(names),
    ...(part.description && { description_localizations: Object.fromEntries(descriptions) }),
  };
};

/** What a command is called in a language; `path` as `localize` finds it. */
export const commandName = (path: string, language: Language): string => {
  const declared = declaredAs(path, language);
  if (declared === undefined) return path.split('.').join(' ');
  return typeof declared === 'string' ? declared : declared[0];
};
