import type { Server, ServerSettings } from '../servers/types.ts';
import { md, phrase, type Value } from './markdown.ts';
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
  if (place.kind === 'guest') throw new Refusal(phrase('guard.guest'));
  if (place.kind === 'direct' || member === null) throw new Refusal(phrase('guard.direct'));
  if (member.managesServer) return;
  const allowed = command.for === 'managers' ? settings.managers : [];
  if (member.roles.some((id) => allowed.includes(id))) return;
  if (allowed.length === 0) throw new Refusal(phrase('guard.managers'));
  const roles = named(
    allowed.map((id) => md`<@&${id}>`),
    'or',
  );
  throw new Refusal(phrase('guard.roles', { roles }));
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
    throw new Refusal(phrase('guard.channels', { channels: where }));
  }
  if (parent !== null && !threads) throw new Refusal(phrase('guard.threads'));
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
  throw new Refusal(phrase(full.key === user.key ? 'guard.user' : 'guard.channel', { n: full.seconds }));
};

/** @throws Refusal when a task may not be run for the one who asks, or not here, or not now */
export const checkTask = async (task: Task, place: Place, server: Server, rates: Rates): Promise<void> => {
  checkPermission(task.command, task.request, place, server.settings);
  // What is always private disturbs nobody, such as help, and everybody must reach what is kept about them.
  if (task.command.for !== undefined || task.command.isPrivate === true) return;
  await checkPlace(place, server.settings);
  if (task.counts) checkRates(rates, task, server);
};

const named = (names: readonly Markdown[], last: 'and' | 'or'): Value => ({
  list: names.length > mostNamed ? [...names.slice(0, mostNamed), phrase('guard.others')] : names,
  last,
});
