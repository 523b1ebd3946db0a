import { ApplicationIntegrationType, type BaseInteraction, type Message } from 'discord.js';

/** Where something is asked. */
export interface Place {
  /** `guest`: in a server that the bot was not added to, by somebody who brought it along for themselves. */
  readonly kind: 'server' | 'guest' | 'direct';
  readonly channelId: string;
  /** The channel that a thread belongs to; null when this is no thread. May have to ask Discord. */
  thread(): Promise<string | null>;
}

export const placeOf = (interaction: BaseInteraction): Place => ({
  kind: kindOf(interaction),
  channelId: interaction.channelId ?? interaction.user.id,
  thread: () => threadOf(interaction),
});

/** Messages reach the bot only from servers that it was added to, and from direct conversations. */
export const placeOfMessage = ({ guildId, channelId, channel }: Message): Place => ({
  kind: guildId === null ? 'direct' : 'server',
  channelId,
  thread: () => Promise.resolve(channel.isThread() ? channel.parentId : null),
});

const kindOf = ({ guildId, guild, authorizingIntegrationOwners: owners }: BaseInteraction): Place['kind'] => {
  if (guildId === null) return 'direct';
  return owners[ApplicationIntegrationType.GuildInstall] === undefined && guild === null ? 'guest' : 'server';
};

/** A text channel has a parent too, its category: only that of a thread counts. */
const threadOf = async ({ client, channel, channelId }: BaseInteraction): Promise<string | null> => {
  if (channelId === null) return null;
  // Over HTTP, no server and none of its channels are known.
  const known = channel ?? (await client.channels.fetch(channelId, { allowUnknownGuild: true }).catch(() => null));
  return known?.isThread() ? known.parentId : null;
};
