import {
  type APIApplicationCommand,
  ApplicationCommandType,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';

/**
 * Registers the bot's global commands when Discord has others: one GET, and one PUT of the whole list if it differs.
 * Discord counts 200 creations a day, so a start must cost none when nothing changed.
 * @returns whether anything was registered
 */
export const registerCommands = async (
  rest: REST,
  applicationId: string,
  declared: readonly RESTPostAPIApplicationCommandsJSONBody[],
): Promise<boolean> => {
  const route = Routes.applicationCommands(applicationId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = (await rest.get(route, { query })) as readonly APIApplicationCommand[];
  if (isSame(declared, registered)) return false;
  await rest.put(route, { body: declared });
  return true;
};

/** Whether a declaration says what Discord has, whatever order, defaults and fields of its own Discord adds. */
export const isSame = (
  declared: readonly RESTPostAPIApplicationCommandsJSONBody[],
  registered: readonly APIApplicationCommand[],
): boolean => {
  if (declared.length !== registered.length) return false;
  return declared.every((ours) => {
    const theirs = registered.find(({ name, type }) => name === ours.name && type === typeOf(ours));
    return theirs !== undefined && canonical(withDefaults(ours, theirs)) === canonical(theirs);
  });
};

const typeOf = ({ type }: RESTPostAPIApplicationCommandsJSONBody): ApplicationCommandType =>
  type ?? ApplicationCommandType.ChatInput;

/** Where a command may be used has defaults that depend on the application: what we leave open is as Discord has it. */
const withDefaults = (ours: RESTPostAPIApplicationCommandsJSONBody, theirs: APIApplicationCommand) => ({
  ...ours,
  type: typeOf(ours),
  contexts: ours.contexts ?? theirs.contexts,
  integration_types: ours.integration_types ?? theirs.integration_types,
});

/** What Discord adds, and what follows from another field. */
const added = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'dm_permission',
  'name_localized',
  'description_localized',
  'handler',
]);
const unordered = new Set(['contexts', 'integration_types', 'channel_types']);

/** JSON with sorted keys and without what says nothing: null, false, and empty text, lists and objects. */
const canonical = (value: unknown): string => JSON.stringify(reduce(value)) ?? '';

const reduce = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(reduce);
  if (typeof value !== 'object' || value === null)
    return value === false || value === '' ? undefined : (value ?? undefined);
  const entries = Object.entries(value)
    .filter(([key]) => !added.has(key))
    .map(
      ([key, inner]) => [key, reduce(unordered.has(key) && Array.isArray(inner) ? [...inner].sort() : inner)] as const,
    )
    .filter(([, inner]) => inner !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
};
