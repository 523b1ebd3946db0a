import { type Phrase, phrase } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Request, Services } from '../../src/discord/types.ts';
import type { Changed, ServerSettings } from '../../src/servers/types.ts';
import { serverOf } from '../shared/options.ts';
import { changesBetween } from './config-words.ts';

const DAY = 86_400_000;

/**
 * Changes a server's settings, tells its log channel what changed, and deletes logged questions that the new settings no
 * longer want kept.
 * @param now milliseconds since 1970
 */
export async function apply(
  request: Request,
  services: Services,
  edit: (before: ServerSettings) => ServerSettings,
  now: () => number = Date.now,
): Promise<Changed> {
  const guildId = serverOf(request);
  const changed = await services.servers.configure(guildId, edit);
  const told = changesBetween(changed.before, changed.after);
  if (told.length === 0) return changed;
  services.audit(told.reduce((first, second) => phrase('settings.lines', { first, second }), phrase('settings.audit')));
  const { kept, days } = changed.after.questionLog;
  if (!kept && changed.before.questionLog.kept) await services.store.eraseQuestions(guildId, Number.MAX_SAFE_INTEGER);
  else if (days < changed.before.questionLog.days) await services.store.eraseQuestions(guildId, now() - days * DAY);
  return changed;
}

/** A whole number that was typed, within its bounds. Throws `Refusal` that names the field. */
export function wholeNumber(
  name: Phrase,
  typed: string,
  { least, most }: { readonly least: number; readonly most: number },
) {
  const number = /^\d{1,9}$/u.test(typed.trim()) ? Number(typed) : Number.NaN;
  if (!(number >= least && number <= most)) {
    throw new Refusal(phrase('setup.numbers.wrong', { name, least, most }));
  }
  return number;
}
