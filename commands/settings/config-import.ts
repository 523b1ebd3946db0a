import { z } from 'zod';
import { type Phrase, phrase } from '../../src/discord/markdown.ts';
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
  if (!isObject(given)) throw new Refusal(phrase('config.noJson'));
  return completed(given, DEFAULTS, []) as ServerSettings;
}

/** Turns values that the settings do not take into one plain sentence; everything else goes on as it is. */
export function explainMisfit(error: unknown): never {
  const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
  if (issue === undefined) throw error;
  throw new Refusal(phrase('config.misfit', { name: issue.path.join('.'), problem: misfit(issue) }));
}

function completed(given: Json, defaults: Json, path: readonly string[]): Json {
  for (const key of Object.keys(given)) {
    if (Object.hasOwn(defaults, key)) continue;
    throw new Refusal(phrase('config.noSetting', { name: [...path, key].join('.').slice(0, 100) }));
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
function misfit(issue: z.core.$ZodIssue): Phrase {
  switch (issue.code) {
    case 'invalid_type':
      return phrase('config.misfit.kind', { kind: phrase(`config.kind.${kindOf(issue.expected)}`) });
    case 'invalid_value':
      return phrase('config.misfit.oneOf', { values: issue.values.join(', ') });
    case 'too_small':
      return phrase('config.misfit.least', { least: `${issue.minimum}` });
    case 'too_big':
      return phrase(issue.origin === 'array' ? 'config.misfit.entries' : 'config.misfit.most', {
        most: `${issue.maximum}`,
      });
    case 'invalid_format':
      return phrase('config.misfit.id');
    default:
      return phrase(issue.path[0] === 'timeZone' ? 'config.misfit.zone' : 'config.misfit.other');
  }
}

const KINDS = ['string', 'number', 'int', 'boolean', 'array', 'object'] as const;

const kindOf = (expected: string): (typeof KINDS)[number] | 'other' =>
  KINDS.find((kind) => kind === expected) ?? 'other';
