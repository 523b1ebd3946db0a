import type { Channel, Guild, GuildPlan } from './guilds.ts';
import { withBot, withoutBot } from './guilds.ts';
import type { LocalChannel, LocalGuild } from './protocol.ts';
import { localGuild } from './surroundings.ts';
import type { World } from './world.ts';

/** A server of the local Discord, for tests. */
interface LocalServer extends LocalGuild {
  /** Those of this server, the first text channel first. */
  readonly channels: readonly LocalChannel[];
  /** The id of a role by its name, as for a role option. Throws when there is none. */
  role(name: string): string;
  /** The id of a channel by its name. Throws when there is none. */
  channel(name: string): string;
}

/** What tests do with servers, always by a server's name. Each throws when there is no server of that name. */
export interface Servers {
  /** The present state. */
  server(name: string): LocalServer;
  /** Founds a server, with the bot unless the plan says otherwise: GUILD_CREATE. */
  addServer(plan: GuildPlan): LocalServer;
  /** The bot joins, or leaves, or is thrown out: GUILD_CREATE, GUILD_DELETE. */
  addBot(name: string): void;
  removeBot(name: string): void;
  /** An outage begins (GUILD_DELETE with `unavailable`) or ends (GUILD_CREATE). */
  setOutage(name: string, unavailable: boolean): void;
  /** What the bot may not do in a channel from now on: CHANNEL_UPDATE. 0n lifts it. */
  denyBot(name: string, channel: string, permissions: bigint): void;
  /** Gives a person these roles, and makes them a member if they are none. The bot hears nothing of it. */
  setRoles(name: string, person: string, roles: readonly string[]): void;
}

export function createServers(world: World): Servers {
  function guildOf(name: string): Guild {
    const guild = [...world.guilds.values()].find((one) => one.name === name);
    if (!guild) throw new Error(`There is no server ${name}.`);
    return guild;
  }

  function channelIn(guild: Guild, name: string): Channel {
    const channel = world.channels.find((one) => one.guildId === guild.id && one.name === name);
    if (!channel) throw new Error(`There is no channel ${name} on ${guild.name}.`);
    return channel;
  }

  function roleIn(guild: Guild, name: string): string {
    const role = guild.roles.find((one) => one.name === name);
    if (!role) throw new Error(`There is no role ${name} on ${guild.name}.`);
    return role.id;
  }

  function show(guild: Guild): LocalServer {
    return {
      ...localGuild(guild),
      channels: world.channels.filter(({ guildId }) => guildId === guild.id),
      role: (name) => roleIn(guild, name),
      channel: (name) => channelIn(guild, name).id,
    };
  }

  return {
    server: (name) => show(guildOf(name)),
    addServer: (plan) => show(world.addGuild(plan)),
    addBot: (name) => world.setGuild(withBot(guildOf(name), world.bot.id)),
    removeBot: (name) => world.setGuild(withoutBot(guildOf(name), world.bot.id)),
    setOutage(name, unavailable) {
      const guild = guildOf(name);
      if (guild.bot === 'absent') throw new Error(`The bot is not on ${name}.`);
      world.setGuild({ ...guild, bot: unavailable ? 'unavailable' : 'present' });
    },
    denyBot(name, channelName, deny) {
      const channel = channelIn(guildOf(name), channelName);
      const others = channel.overwrites.filter(({ id }) => id !== world.bot.id);
      const own = { id: world.bot.id, type: 'member' as const, allow: 0n, deny };
      world.setChannel({ ...channel, overwrites: deny === 0n ? others : [...others, own] });
    },
    setRoles(name, person, roles) {
      const guild = guildOf(name);
      const user = world.people.find((one) => one.user.global_name === person)?.user;
      if (!user) throw new Error(`Nobody here is called ${person}.`);
      const held = roles.map((role) => roleIn(guild, role));
      world.setGuild({ ...guild, members: new Map([...guild.members, [user.id, held]]) });
    },
  };
}
