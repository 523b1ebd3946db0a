import { z } from 'zod';

/** A Discord id: a number that JavaScript's own cannot hold. */
const snowflake = z.string().regex(/^\d{15,20}$/);

/** How sure one wants to be before something is shown as an answer. */
const CAUTIONS = ['strict', 'balanced', 'eager'] as const;

/** What dates are written in: the asker's own language, or always the same. */
const LANGUAGES = ['asker', 'en', 'de', 'fr', 'es', 'ja', 'zh-CN'] as const;

const known = new Set(Intl.supportedValuesOf('timeZone'));

/**
 * What a server's administrators decide. Everything has a default, so that settings which an older version kept are
 * completed when they are read.
 */
export const settingsSchema = z
  .object({
    /** Channels (and the threads below them) where the bot answers; none: everywhere. */
    channels: z.array(snowflake).max(25).readonly().default([]),
    threads: z.boolean().default(true),
    /** Whether it answers when it is mentioned, beside its commands. */
    mentions: z.boolean().default(true),
    /** `private`: answers are shown to the asker alone. */
    visibility: z.enum(['public', 'private']).default('public'),
    caution: z.enum(CAUTIONS).default('balanced'),
    /** How many sources of an answer are named, 1 … 10. */
    sources: z.int().min(1).max(10).default(5),
    language: z.enum(LANGUAGES).default('asker'),
    /** IANA name of the zone in which "today" is meant. */
    timeZone: z
      .string()
      .refine((zone) => zone === 'UTC' || known.has(zone))
      .default('UTC'),
    /** Roles that may change the articles, beside those who may manage the server. */
    managers: z.array(snowflake).max(25).readonly().default([]),
    /** Questions a minute; 0: as many as they like. */
    limits: z
      .object({ user: z.int().min(0).max(1000).default(20), channel: z.int().min(0).max(1000).default(60) })
      .readonly()
      .prefault({}),
    /** Whether questions are counted, with their words or without, and for how many days. */
    questionLog: z
      .object({
        kept: z.boolean().default(true),
        words: z.boolean().default(false),
        days: z.int().min(1).max(365).default(30),
      })
      .readonly()
      .prefault({}),
    /** The channel that is told what administrators change. */
    logChannel: snowflake.nullable().default(null),
    /** Whether the articles that came with the bot answer, beside the server's own. */
    shipped: z.boolean().default(true),
    /** Days for which everything of the server is kept after the bot was removed from it. */
    grace: z.int().min(0).max(30).default(7),
  })
  .readonly();

export type ServerSettings = z.infer<typeof settingsSchema>;

export const DEFAULTS: ServerSettings = Object.freeze(settingsSchema.parse({}));
