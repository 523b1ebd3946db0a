import { z } from 'zod';
import { Refusal } from '../../src/discord/refusal.ts';
import { DEFAULTS } from '../../src/servers/servers.ts';
import type { ServerSettings } from '../../src/servers/types.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * The settings in a JSON file, completed by what is set at the start. Whether the values are possible is seen when they are
 * kept. Throws `Refusal` for what is no JSON object or has a key that is no setting.
 */
export function readSettings(bytes: Uint8Array): ServerSettings {
  const given = parse(bytes);
  if (!isObject(given)) throw new Refusal('The file is not JSON as /config export writes it.');
  return completed(given, DEFAULTS, []) as ServerSettings;
}

/** Turns values that the settings do not take into one plain sentence; everything else goes on as it is. */
export function explainMisfit(error: unknown): never {
  const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
  if (issue === undefined) throw error;
  throw new Refusal(`Nothing was imported: “${issue.path.join('.')}” ${misfit(issue)}.`);
}

function completed(given: Json, defaults: Json, path: readonly string[]): Json {
  for (const key of Object.keys(given)) {
    if (Object.hasOwn(defaults, key)) continue;
    throw new Refusal(`Nothing was imported: there is no setting “${[...path, key].join('.').slice(0, 100)}”.`);
  }
  const entries = Object.entries(defaults).map(([key, value]): [string, unknown] => {
    const own = given[key];
    if (own === undefined) return [key, value];
    return [key, isObject(own) && isObject(value) ? completed(own, value, [...path, key]) : own];
  });
  return Object.fromEntries(entries);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wrong with a value, as the end of a sentence. */
function misfit(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `has to be ${TYPES[issue.expected] ?? 'of another kind'}`;
    case 'invalid_value':
      return `has to be one of: ${issue.values.join(', ')}`;
    case 'too_small':
      return `has to be at least ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'array' ? `may have ${issue.maximum} entries at most` : `may be ${issue.maximum} at most`;
    case 'invalid_format':
      return 'has to be an id of Discord’s, in quotation marks';
    default:
      return issue.path[0] === 'timeZone' ? 'is no time zone that I know' : 'is not possible';
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text in quotation marks',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};
