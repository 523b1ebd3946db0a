import type { Server, ServerSettings } from '../servers/types.ts';
import { join, md } from './markdown.ts';
import type { Place } from './place.ts';
import type { Rates } from './rates.ts';
import { Refusal } from './refusal.ts';
import type { Task, Undated } from './request.ts';
import type { Command, Markdown } from './types.ts';

/** No more channels or roles than this are named in a refusal. */
const mostNamed = 10;

/**
 * Whether the one who asks may use a command at all. Discord hides commands from those who may not, but administrators can
 * change that, and buttons can be pressed by everybody who sees them.
 * @throws Refusal
 */
export const checkPermission = (
  command: Command,
  { member }: Undated,
  place: Place,
  settings: ServerSettings,
): void => {
  if (command.for === undefined) return;
  if (place.kind === 'guest')
    throw new Refusal(
      'I was not added to this server, so there is nothing to manage here. Someone who manages it can add me.',
    );
  if (place.kind === 'direct' || member === null)
    throw new Refusal('This works in a server only. Please use it in a channel of the server that it is about.');
  if (member.managesServer) return;
  const allowed = command.for === 'managers' ? settings.managers : [];
  if (member.roles.some((id) => allowed.includes(id))) return;
  const names = named(
    allowed.map((id) => md`<@&${id}>`),
    'or',
  );
  const roles = allowed.length === 0 ? md`` : md` or the role ${names}`;
  throw new Refusal(md`Only members with the permission Manage Server${roles} can do this. Please ask one of them.`);
};

/**
 * Whether the bot answers everybody here.
 * @throws Refusal that names the channels where it does
 */
export const checkPlace = async (place: Place, { channels, threads }: ServerSettings): Promise<void> => {
  if (place.kind !== 'server' || channels.includes(place.channelId) || (threads && channels.length === 0)) return;
  const parent = await place.thread();
  if (channels.length > 0 && !channels.includes(parent ?? '')) {
    const where = named(
      channels.map((id) => md`<#${id}>`),
      'and',
    );
    throw new Refusal(md`On this server I answer in ${where}. Please ask there.`);
  }
  if (parent !== null && !threads)
    throw new Refusal('I do not answer in threads on this server. Please ask in the channel itself.');
};

/**
 * Counts a question of somebody who does not manage the server.
 * @throws Refusal when there were too many in the last minute
 */
export const checkRates = (rates: Rates, { request }: Pick<Task, 'request'>, { id, settings }: Server): void => {
  if (request.member?.managesServer) return;
  const place = id ?? 'direct';
  const user = { key: `${place}/user/${request.userId}`, limit: settings.limits.user };
  const channel = { key: `${place}/channel/${request.channelId}`, limit: settings.limits.channel };
  const full = rates.take([user, channel]);
  if (full === null) return;
  const wait = full.seconds === 1 ? 'a second' : `${full.seconds} seconds`;
  throw new Refusal(
    full.key === user.key
      ? `You have asked as often as you may in a minute. Please ask again in ${wait}.`
      : `This channel has asked as often as it may in a minute. Please ask again in ${wait}.`,
  );
};

/** @throws Refusal when a task may not be run for the one who asks, or not here, or not now */
export const checkTask = async (task: Task, place: Place, server: Server, rates: Rates): Promise<void> => {
  checkPermission(task.command, task.request, place, server.settings);
  if (task.command.for !== undefined) return;
  await checkPlace(place, server.settings);
  if (task.counts) checkRates(rates, task, server);
};

const named = (names: readonly Markdown[], last: 'and' | 'or'): Markdown => {
  const shown: readonly Markdown[] = names.length > mostNamed ? [...names.slice(0, mostNamed), md`others`] : names;
  if (shown.length < 2) return join(shown);
  return md`${join(shown.slice(0, -1), md`, `)} ${last} ${shown.at(-1)!}`;
};
