import { GatewayDispatchEvents, GatewayIntentBits, PermissionFlagsBits } from 'discord.js';
import { gatewayChannel, guildCreate, memberObject } from './entities.ts';
import type { Channel, Guild } from './guilds.ts';
import { may } from './permissions.ts';
import { shownToBot } from './visibility.ts';
import { channelOf, type World, type WorldEvent } from './world.ts';

/** What the gateway sends for something that happened. */
export interface GatewayEvent {
  readonly name: GatewayDispatchEvents;
  readonly data: object;
  readonly guildId: string | null;
  /** Only sessions with this intent get it. */
  readonly intent: number;
}

type MessageChange = Extract<WorldEvent, { readonly message: unknown }>;

function ofMessage(world: World, { kind, message, audience }: MessageChange): GatewayEvent | null {
  const channel = channelOf(world, message.channel_id);
  if (audience !== null || !channel || channel.kind === 'private') return null;
  const guild = world.guilds.get(channel.guildId ?? '');
  if (guild && (guild.bot !== 'present' || !may(world, channel, world.bot.id, PermissionFlagsBits.ViewChannel))) {
    return null;
  }
  const intent = guild ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages;
  const place = guild ? { guild_id: guild.id, channel_type: channel.kind === 'thread' ? 11 : 0 } : { channel_type: 1 };
  const common = { guildId: guild?.id ?? null, intent };
  if (kind === 'deleted') {
    const data = { id: message.id, channel_id: message.channel_id, ...place };
    return { name: GatewayDispatchEvents.MessageDelete, data, ...common };
  }
  const name = kind === 'created' ? GatewayDispatchEvents.MessageCreate : GatewayDispatchEvents.MessageUpdate;
  const member = guild ? { member: memberObject(guild, message.author.id) } : {};
  return { name, data: { ...shownToBot(world, message), ...place, ...member }, ...common };
}

function ofGuild(world: World, before: Guild | null, guild: Guild): GatewayEvent | null {
  const common = { guildId: guild.id, intent: GatewayIntentBits.Guilds };
  const was = before?.bot ?? 'absent';
  if (was === guild.bot) return null;
  if (guild.bot === 'present') {
    return { name: GatewayDispatchEvents.GuildCreate, data: guildCreate(world, guild), ...common };
  }
  const outage = guild.bot === 'unavailable';
  if (!outage && was === 'absent') return null;
  return {
    name: GatewayDispatchEvents.GuildDelete,
    data: { id: guild.id, ...(outage && { unavailable: true }) },
    ...common,
  };
}

function ofChannel(world: World, before: Channel | null, channel: Channel): GatewayEvent | null {
  if (world.guilds.get(channel.guildId ?? '')?.bot !== 'present' || channel.kind === 'thread') return null;
  const name = before ? GatewayDispatchEvents.ChannelUpdate : GatewayDispatchEvents.ChannelCreate;
  const intent = GatewayIntentBits.Guilds;
  return { name, data: gatewayChannel(world, channel), guildId: channel.guildId, intent };
}

/** The event the bot gets for a change of the world; null when it does not hear of it. */
export function toGatewayEvent(world: World, event: WorldEvent): GatewayEvent | null {
  switch (event.kind) {
    case 'commands':
      return null;
    case 'guild':
      return ofGuild(world, event.before, event.guild);
    case 'channel':
      return ofChannel(world, event.before, event.channel);
    default:
      return ofMessage(world, event);
  }
}
