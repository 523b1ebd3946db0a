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

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const schema = z
  .object({
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
    LOG_LEVEL: z.enum(levels, `must be one of ${levels.join(', ')}`).optional(),
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
  return parseEnv(process.env);
};
