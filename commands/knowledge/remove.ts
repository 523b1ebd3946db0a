import { join, md, small } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Block, Choice, Markdown, MessageReply, Request, Services } from '../../src/discord/types.ts';
import type { Knowledge, OwnArticle } from '../../src/servers/types.ts';
import { type Language, languageOf } from '../shared/language.ts';
import { serverOf } from '../shared/options.ts';
import { articleKey, label, titleOf } from '../shared/sources.ts';
import { shortTitle, words } from '../shared/wording.ts';
import { articles } from './addition.ts';
import { originOf } from './list.ts';
import { knowledgeOf } from './own.ts';
import { forgetRemoval, rememberRemoval, undoable } from './removals.ts';

/** How many titles a reply and the log channel name. */
const NAMED = 5;
const IN_MENU = 25;

/** Takes articles away, with a button that brings them back. */
export async function remove(
  doomed: readonly OwnArticle[],
  request: Request,
  services: Services,
  now: () => number = Date.now,
): Promise<MessageReply> {
  const gone = await knowledgeOf(request, services).remove(doomed.map(({ id }) => id));
  if (gone.length === 0) throw new Refusal('That has been removed already.');
  const language = languageOf(request, services);
  const ids = gone.map(({ id }) => id);
  const token = await rememberRemoval(services.store, serverOf(request), ids, now());
  services.audit(join([md`**Articles removed:** ${articles(gone.length)}`, ...named(gone, language)], '\n'));
  const what = gone.length === 1 ? `“${shortTitle(titleOf(gone[0]!), 200)}”` : articles(gone.length);
  return {
    kind: 'message',
    private: true,
    head: [{ kind: 'text', text: md`**Removed:** ${what}` }],
    items: gone.length === 1 ? [] : [{ kind: 'text', text: join(named(gone, language), '\n') }],
    foot: [
      { kind: 'text', text: small('Answers that were given from it can still be proven for a week.') },
      {
        kind: 'buttons',
        buttons: [{ label: 'Undo (for a minute)', action: { command: 'knowledge', verb: 'undo', args: [token] } }],
      },
    ],
  };
}

/** Brings back what a removal took away, for a minute. Rejects with `Refusal` when that is over. */
export async function undo(
  token: string,
  request: Request,
  services: Services,
  now: () => number = Date.now,
): Promise<MessageReply> {
  const guildId = serverOf(request);
  const ids = await undoable(services.store, guildId, token, now());
  if (ids === null) {
    throw new Refusal('A removal can be undone once and for a minute, which is over. Please add the article again.');
  }
  const language = languageOf(request, services);
  const back = await knowledgeOf(request, services).bringBack(ids);
  await forgetRemoval(services.store, guildId, token);
  if (back.length === 0) throw new Refusal('There is nothing to bring back any more. Please add the article again.');
  services.audit(join([md`**Articles brought back:** ${articles(back.length)}`, ...named(back, language)], '\n'));
  return {
    kind: 'message',
    private: true,
    update: true,
    head: [{ kind: 'text', text: md`**Back again:** ${articles(back.length)}` }],
    items: [{ kind: 'text', text: join(named(back, language), '\n') }],
    foot: [],
  };
}

/** All own articles that came from one place. Rejects with `Refusal` when no place, or more than one, is meant. */
export async function fromOrigin(typed: string, knowledge: Knowledge): Promise<readonly OwnArticle[]> {
  const origins = [...byOrigin(await knowledge.list())];
  const exact = origins.find(([origin]) => origin === typed || originOf(origin) === typed || keyOf(origin) === typed);
  if (exact !== undefined) return exact[1];
  const wanted = words(typed);
  const [first, second] = origins.filter(([origin]) => {
    const own = words(originOf(origin));
    return wanted.every((word) => own.includes(word));
  });
  if (first !== undefined && second === undefined) return first[1];
  throw new Refusal(
    first === undefined
      ? 'No article came from there. /knowledge list shows where each came from.'
      : 'Several files, links or feeds fit that. Please write more of it, or use /knowledge remove without options to choose.',
  );
}

/** A menu of the places that own articles came from, those with most articles first. */
export function originMenu(all: readonly OwnArticle[]): MessageReply {
  if (all.length === 0) throw new Refusal('This server has no articles of its own to remove.');
  const menu: Block = {
    kind: 'select',
    action: { command: 'knowledge', verb: 'origin', args: [] },
    placeholder: 'Remove everything that came from …',
    choices: originChoices(all, ''),
  };
  const text = md`**What should go?** Choose where it came from, or name one article in the option “article”.`;
  return { kind: 'message', private: true, head: [{ kind: 'text', text }], items: [], foot: [menu] };
}

/** Where own articles came from, those places first that most came from; at most 25. */
export function originChoices(all: readonly OwnArticle[], typed: string): readonly Choice[] {
  const wanted = words(typed);
  return [...byOrigin(all)]
    .filter(([origin]) => {
      const own = words(originOf(origin));
      return wanted.every((word) => own.some((candidate) => candidate.startsWith(word)));
    })
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, IN_MENU)
    .map(([origin, some]) => ({
      name: `${shortTitle(originOf(origin), 75)} (${articles(some.length)})`,
      value: keyOf(origin),
    }));
}

function byOrigin(all: readonly OwnArticle[]): ReadonlyMap<string, readonly OwnArticle[]> {
  return Map.groupBy(all, ({ origin }) => origin);
}

const keyOf = (origin: string): string => articleKey({ id: origin });

function named(some: readonly OwnArticle[], language: Language): readonly Markdown[] {
  const titles = some.slice(0, NAMED).map((article) => md`• ${label(article, 90, language)}`);
  const rest = some.length - titles.length;
  return rest > 0 ? [...titles, md`• and ${rest} more`] : titles;
}
