import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { config } from 'dotenv';
import { z } from 'zod';

/** What can be set from outside, parsed. `.env.example` explains each. */
export type Env = z.infer<typeof schema>;

/** A variable has a value that makes no sense; the message is one plain sentence that names it. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
}

const project = fileURLToPath(new URL('..', import.meta.url));

/** Relative paths are meant from the project's folder, wherever the program was started from. */
const inProject = (path: string): string => (isAbsolute(path) ? path : resolve(project, path));

const address = z
  .url({ protocol: /^https?$/, error: 'must be an address that starts with http:// or https://' })
  .transform((url) => url.replace(/\/+$/, ''));

/** Where to listen: a port alone is on this machine only. */
interface Place {
  readonly host: string;
  readonly port: number;
}

const place = z
  .string()
  .trim()
  .regex(/^(?:(?:[a-z0-9.-]+|\[[0-9a-f:]+\]):)?\d{1,5}$/i, 'must be a port, or an address and a port: 127.0.0.1:9464')
  .transform((text): Place => {
    const [, host = '127.0.0.1', port] = /^(?:\[?([^\]]+?)\]?:)?(\d+)$/.exec(text)!;
    return { host, port: Number(port) };
  })
  .refine(({ port }) => port <= 65_535, 'must have a port from 0 to 65535');

const shardList = z
  .string()
  .trim()
  .regex(/^\d{1,5}(?:-\d{1,5})?(?:\s*,\s*\d{1,5}(?:-\d{1,5})?)*$/, 'must be numbers of shards: 0,1 or 0-3')
  .transform((text) => [...new Set(text.split(',').flatMap(rangeOf))].sort((one, other) => one - other))
  .refine((ids) => ids.length > 0, 'must count upwards: 0-3');

const rangeOf = (text: string): number[] => {
  const [first = 0, last = first] = text.split('-').map(Number);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
};

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const shape = {
  DISCORD_TOKEN: z.string().trim().regex(/^\S+$/, 'must be the token alone, without spaces').optional(),
  DISCORD_API_BASE: address
    .refine((url) => !/\/v\d+$/.test(url), 'must end before the version: https://discord.com/api, without /v10')
    .default('https://discord.com/api'),
  DISCORD_CDN_BASE: address.default('https://cdn.discordapp.com'),
  DISCORD_MEDIA_BASE: address.default('https://media.discordapp.net'),
  DISCORD_ATTACHMENT_HOSTS: z
    .string()
    .default('cdn.discordapp.com,media.discordapp.net')
    .transform((hosts) => hosts.split(',').map((host) => host.trim().toLowerCase()))
    .refine(
      (hosts) => hosts.every((host) => /^[a-z0-9.-]+(?::\d+)?$/.test(host)),
      'must be host names with commas between them',
    ),
  KNOWLEDGE: z.string().default('knowledge').transform(inProject),
  STORE_URL: z
    .string()
    .default('sqlite://data/verbatim.sqlite')
    .transform((url) => url.replace(/^sqlite:\/\/(.+)$/, (_, path: string) => `sqlite://${inProject(path)}`)),
  PORT: z.coerce
    .number('must be a whole number from 0 to 65535')
    .int('must be a whole number from 0 to 65535')
    .min(0, 'must be a whole number from 0 to 65535')
    .max(65_535, 'must be a whole number from 0 to 65535')
    .default(4127),
  OPERATIONS: place.optional(),
  INTERACTIONS: place.optional(),
  SHARDS: shardList.optional(),
  SHARD_COUNT: z.coerce
    .number('must be a whole number from 1 on')
    .int('must be a whole number from 1 on')
    .min(1, 'must be a whole number from 1 on')
    .optional(),
  INDEX_CACHE: z
    .string()
    .trim()
    .default('data/index')
    .transform((folder) => (folder === 'none' ? null : inProject(folder))),
  WEB_CONTACT: z
    .string()
    .trim()
    .regex(/^(?:https?:\/\/[^\s()]+|[^\s()@]+@[^\s()@]+)$/, 'must be an address of a page (https://…) or of mail')
    .transform((contact) => (contact.includes('://') ? contact : `mailto:${contact}`))
    .optional(),
  LOG_LEVEL: z.enum(levels, `must be one of ${levels.join(', ')}`).optional(),
};

/** Every variable there is. */
export const variableNames: readonly string[] = Object.keys(shape);

const schema = z
  .object(shape)
  .refine(({ SHARDS = [], SHARD_COUNT }) => SHARD_COUNT === undefined || SHARDS.every((id) => id < SHARD_COUNT), {
    path: ['SHARDS'],
    error: 'must be below SHARD_COUNT: of 4 shards the last is 3',
  })
  .refine(({ SHARDS, SHARD_COUNT }) => SHARDS === undefined || SHARD_COUNT !== undefined, {
    path: ['SHARDS'],
    error: 'needs SHARD_COUNT, the same in all processes',
  })
  .refine(({ INTERACTIONS, SHARDS, SHARD_COUNT }) => !INTERACTIONS || !(SHARDS ?? SHARD_COUNT), {
    path: ['SHARDS'],
    error: 'and SHARD_COUNT must be empty where INTERACTIONS is set: shards belong to the gateway',
  })
  .refine(({ INTERACTIONS, DISCORD_TOKEN }) => !INTERACTIONS || DISCORD_TOKEN, {
    path: ['INTERACTIONS'],
    error: 'needs DISCORD_TOKEN: without one there is no bot on Discord',
  })
  .transform((read) =>
    Object.freeze({
      /** Null: no bot on Discord, but the try-out on this machine. */
      token: read.DISCORD_TOKEN ?? null,
      apiBase: read.DISCORD_API_BASE,
      cdnBase: read.DISCORD_CDN_BASE,
      mediaBase: read.DISCORD_MEDIA_BASE,
      attachmentHosts: read.DISCORD_ATTACHMENT_HOSTS,
      /** Absolute. */
      knowledge: read.KNOWLEDGE,
      storeUrl: read.STORE_URL,
      /** Of the try-out; 0 takes any free one. */
      port: read.PORT,
      /** Where health and metrics are served; null: nowhere. */
      operations: read.OPERATIONS ?? null,
      /** Where interactions are taken over HTTP; null: they come through the gateway. */
      interactions: read.INTERACTIONS ?? null,
      /** The shards of this process, ascending; null: all of them. Never without `shardCount`. */
      shards: read.SHARDS ?? null,
      /** How many shards there are in all processes; null: as many as Discord recommends. */
      shardCount: read.SHARD_COUNT ?? null,
      /** Absolute; null: no index is kept on disk. */
      indexCache: read.INDEX_CACHE,
      /** Whom sites may turn to about the bot's visits, as a URL; null: nobody. */
      webContact: read.WEB_CONTACT ?? null,
      /** Null: whatever suits the way of running. */
      logLevel: read.LOG_LEVEL ?? null,
    }),
  );

/**
 * Parses variables. Blank ones count as not set.
 * @throws EnvError for a value that makes no sense
 */
export const parseEnv = (variables: Readonly<Record<string, string | undefined>>): Env => {
  const set = Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== '');
  const read = schema.safeParse(Object.fromEntries(set));
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0]!;
  throw new EnvError(`${path.join('.')} ${message}.`);
};

/** The environment, completed from the project's `.env`. The only place that reads it. */
export const readEnv = (): Env => {
  config({ path: resolve(project, '.env'), quiet: true });
  const env = parseEnv(process.env);
  // discord.js would read these two itself, and takes "0,1" or nothing at all for broken JSON.
  delete process.env['SHARDS'];
  delete process.env['SHARD_COUNT'];
  return env;
};
