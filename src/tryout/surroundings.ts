import type { IncomingMessage } from 'node:http';
import { PermissionFlagsBits } from 'discord.js';
import { reachOf } from './act.ts';
import { ATTACHMENT_LIMIT, type Guild } from './guilds.ts';
import { readBytes } from './http.ts';
import { inLocale } from './locales.ts';
import { guildPermissions } from './permissions.ts';
import type { LocalGuild, Surroundings, UploadedFile } from './protocol.ts';
import { refuseFile, storeUpload } from './uploads.ts';
import { channelsOf, type Person, type World } from './world.ts';

/** A server as its members see it. */
export function localGuild(guild: Guild): LocalGuild {
  const { id, name, ownerId, bot, attachmentLimit } = guild;
  const manages = (userId: string) => (guildPermissions(guild, userId) & PermissionFlagsBits.ManageGuild) !== 0n;
  return {
    id,
    name,
    ownerId,
    bot,
    attachmentLimit,
    roles: guild.roles
      .filter((role) => role.id !== id)
      .map(({ id: roleId, name: role, color }) => ({ id: roleId, name: role, color })),
    members: [...guild.members].map(([userId, roleIds]) => ({ userId, roleIds, manages: manages(userId) })),
  };
}

/** What this person sees of the servers, and what they may do where. */
export function surroundingsOf(world: World, person: Person): Surroundings {
  const reach = reachOf(world, person.user.id);
  const commands = new Set([...reach.values()].flat());
  return {
    guilds: [...world.guilds.values()].filter(({ members }) => members.has(person.user.id)).map(localGuild),
    channels: channelsOf(world, person).map(({ id, name, kind, guildId, parentId }) => ({
      id,
      name,
      kind,
      guildId,
      parentId,
    })),
    commands: [...commands].map((command) => inLocale(command, person.locale)),
    reach: Object.fromEntries([...reach].map(([channelId, known]) => [channelId, known.map(({ id }) => id)])),
  };
}

/** Takes in a file that the page sends ahead of the act that uses it; or why it cannot be taken, in one sentence. */
export async function receiveFile(
  world: World,
  request: IncomingMessage,
  query: URLSearchParams,
  cdnBase: string,
): Promise<UploadedFile | { readonly error: string }> {
  const person = world.people.find(({ user }) => user.id === query.get('user'));
  const channel = person && channelsOf(world, person).find(({ id }) => id === query.get('channel'));
  if (!person || !channel) return { error: 'There is no such channel.' };
  const name = query.get('name') ?? '';
  const limit = world.guilds.get(channel.guildId ?? '')?.attachmentLimit ?? ATTACHMENT_LIMIT;
  const announced = Number(request.headers['content-length'] ?? 1);
  const early = refuseFile(name, announced, limit);
  if (early) return { error: early };
  const bytes = await readBytes(request, limit).catch(() => null);
  const refusal = refuseFile(name, bytes?.length ?? limit + 1, limit);
  if (!bytes || refusal) return { error: refusal ?? 'The file cannot be read.' };
  const contentType = request.headers['content-type'] ?? '';
  const { id, filename, size } = storeUpload(world, person.user.id, { name, contentType, bytes }, cdnBase);
  return { id, filename, size };
}
