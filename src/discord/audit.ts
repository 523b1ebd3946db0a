import { randomBytes } from 'node:crypto';
import { type Client, MessageFlags, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { speechIn } from '../languages/languages.ts';
import type { Servers } from '../servers/types.ts';
import { limits } from './limits.ts';
import { md, type Phrase, sayPhrase, small } from './markdown.ts';
import { isForbidden } from './policy.ts';
import { cutMarkdown } from './quotation.ts';
import { renderNote } from './render.ts';
import type { Markdown } from './types.ts';

interface Entry {
  readonly guildId: string;
  readonly userId: string;
  /** A phrase is said in the server's language, since many will read it. */
  readonly text: Markdown | Phrase;
}

/** Tells a server's log channel, if it has one, what was changed, by whom and when. Never fails. */
export type Audit = (entry: Entry) => Promise<void>;

export interface AuditOptions {
  readonly client: Client;
  readonly servers: Servers;
  readonly log: Logger;
  readonly now: () => Date;
}

/** How long a server's trouble is not mentioned again, in milliseconds. */
const quiet = 3_600_000;

export const createAudit = ({ client, servers, log, now }: AuditOptions): Audit => {
  const warned = new Map<string, number>();

  const warn = (guild: string, details: object): void => {
    const at = now().getTime();
    if (at - (warned.get(guild) ?? Number.NEGATIVE_INFINITY) < quiet) return;
    for (const [other, time] of warned) if (at - time >= quiet) warned.delete(other);
    warned.set(guild, at);
    log.warn({ guild, ...details }, 'the log channel of a server could not be told');
  };

  return async ({ guildId, userId, text }) => {
    try {
      // The settings as they are now: what is told may be that the channel has changed.
      const { logChannel, language } = (await servers.open(guildId)).settings;
      if (logChannel === null) return;
      const channel = await client.channels.fetch(logChannel, { allowUnknownGuild: true });
      // Settings may name any id; another server's channel is none of theirs.
      if (!channel || channel.isDMBased() || channel.guildId !== guildId) {
        warn(guildId, { channel: logChannel, reason: 'it is not a channel of this server' });
        return;
      }
      const speech = speechIn(language === 'asker' ? channel.guild.preferredLocale : language);
      const said = 'phrase' in text ? sayPhrase(speech, text) : text;
      await client.rest.post(Routes.channelMessages(logChannel), { body: message(userId, said, now()) });
    } catch (error) {
      warn(guildId, isForbidden(error) ? { code: error.code, reason: 'a permission is missing' } : { err: error });
    }
  };
};

const message = (userId: string, text: Markdown, at: Date) => {
  const signature = small(md`<@${userId}> <t:${Math.floor(at.getTime() / 1_000)}:f>`);
  const [shown = text] = cutMarkdown(text, limits.messageText - signature.source.length - 1);
  return {
    flags: MessageFlags.IsComponentsV2,
    components: renderNote(md`${shown}\n${signature}`, false).components,
    allowed_mentions: { parse: [] },
    // Lets Discord drop it when it is sent again because the receipt was lost.
    nonce: randomBytes(12).toString('hex'),
    enforce_nonce: true,
  };
};
