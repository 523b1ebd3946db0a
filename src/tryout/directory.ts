import { type Answer, NO_CONTENT, ok, refuse, refuseForm } from './answer.ts';
import { applicationObject } from './application.ts';
import type { Endpoint } from './endpoint.ts';
import { channelObject, guildObject, memberObject, rolesOf } from './entities.ts';
import { type Guild, withoutBot } from './guilds.ts';
import { guildPermissions, permissionsIn } from './permissions.ts';
import type { Call, Route } from './routes.ts';
import type { World } from './world.ts';

const UNKNOWN_GUILD = refuse(404, 10004, 'Unknown Guild');
const UNKNOWN_USER = refuse(404, 10013, 'Unknown User');
const UNKNOWN_MEMBER = refuse(404, 10007, 'Unknown Member');

export interface DirectoryOptions {
  readonly world: World;
  readonly endpoint: Endpoint;
  readonly gatewayUrl: () => string;
  /** How many connections Discord recommends. */
  readonly shards: number;
  /** How many connections may identify at once. */
  readonly concurrency: number;
}

/** Who the bot is, where it is, and whom it finds there. */
export function directoryRoutes(options: DirectoryOptions): readonly Route[] {
  const { world, endpoint, gatewayUrl, shards, concurrency } = options;
  const startLimit = { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: concurrency };
  const application = () => ok(applicationObject(world, { endpoint: endpoint.url, verifyKey: endpoint.verifyKey }));
  const userOf = (id: string | undefined) =>
    [...world.people.map(({ user }) => user), world.bot].find((user) => user.id === id);

  function within(call: Call, then: (guild: Guild) => Answer): Answer {
    const guild = world.guilds.get(call.params['guild_id'] ?? '');
    return guild?.bot === 'present' ? then(guild) : UNKNOWN_GUILD;
  }

  const ownGuilds = () =>
    [...world.guilds.values()]
      .filter(({ bot }) => bot !== 'absent')
      .map((guild) => ({
        id: guild.id,
        name: guild.name,
        icon: null,
        banner: null,
        owner: false,
        permissions: String(guildPermissions(guild, world.bot.id)),
        features: [],
      }));

  function member(call: Call, guild: Guild): Answer {
    const user = userOf(call.params['user_id']);
    if (!user) return UNKNOWN_USER;
    return guild.members.has(user.id) ? ok({ ...memberObject(guild, user.id), user }) : UNKNOWN_MEMBER;
  }

  async function editApplication({ body }: Call): Promise<Answer> {
    const url = body['interactions_endpoint_url'];
    if (url === undefined) return application();
    try {
      await endpoint.set(url === null || url === '' ? null : String(url));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return refuseForm([{ path: ['interactions_endpoint_url'], message }]);
    }
    return application();
  }

  return [
    { method: 'GET', path: '/gateway', handle: () => ok({ url: gatewayUrl() }) },
    {
      method: 'GET',
      path: '/gateway/bot',
      handle: () => ok({ url: gatewayUrl(), shards, session_start_limit: startLimit }),
    },
    {
      method: 'GET',
      path: '/users/@me',
      handle: () => ok({ ...world.bot, mfa_enabled: false, locale: 'en-US', verified: true, email: null }),
    },
    { method: 'GET', path: '/applications/@me', handle: application },
    { method: 'PATCH', path: '/applications/@me', handle: editApplication },
    { method: 'GET', path: '/oauth2/applications/@me', handle: application },
    {
      method: 'GET',
      path: '/users/{user_id}',
      handle: ({ params }) => {
        const user = userOf(params['user_id']);
        return user ? ok(user) : UNKNOWN_USER;
      },
    },
    { method: 'GET', path: '/users/@me/guilds', handle: () => ok(ownGuilds()) },
    {
      method: 'DELETE',
      path: '/users/@me/guilds/{guild_id}',
      handle: (call) =>
        within(call, (guild) => {
          world.setGuild(withoutBot(guild, world.bot.id));
          return NO_CONTENT;
        }),
    },
    { method: 'GET', path: '/guilds/{guild_id}', handle: (call) => within(call, (guild) => ok(guildObject(guild))) },
    {
      method: 'GET',
      path: '/guilds/{guild_id}/roles',
      handle: (call) => within(call, (guild) => ok(rolesOf(guild))),
    },
    {
      method: 'GET',
      path: '/guilds/{guild_id}/channels',
      handle: (call) =>
        within(call, ({ id }) => {
          const all = world.channels.filter(({ guildId, kind }) => guildId === id && kind === 'text');
          const seen = all.filter((channel) => permissionsIn(world, channel, world.bot.id) !== 0n);
          return ok(seen.map((channel) => channelObject(world, channel)));
        }),
    },
    {
      method: 'GET',
      path: '/guilds/{guild_id}/members/{user_id}',
      handle: (call) => within(call, (guild) => member(call, guild)),
    },
  ];
}
