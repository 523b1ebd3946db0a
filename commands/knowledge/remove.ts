import { phrase, sayPhrase, small, speaking } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Block, Choice, MessageReply, Request, Services } from '../../src/discord/types.ts';
import type { Speech } from '../../src/languages/types.ts';
import type { Knowledge, OwnArticle } from '../../src/servers/types.ts';
import { serverOf } from '../shared/options.ts';
import { articleKey, titleOf } from '../shared/sources.ts';
import { shortTitle, words } from '../shared/wording.ts';
import { originOf } from './list.ts';
import { knowledgeOf } from './own.ts';
import { articles, bullets, lines } from './phrases.ts';
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
  if (gone.length === 0) throw new Refusal(phrase('knowledge.remove.gone'));
  const { say, speech } = services;
  const ids = gone.map(({ id }) => id);
  const token = await rememberRemoval(services.store, serverOf(request), ids, now());
  services.audit(
    lines([phrase('knowledge.remove.audit', { articles: articles(gone.length) }), ...bullets(gone, NAMED)]),
  );
  const [only, ...others] = gone;
  const what =
    only !== undefined && others.length === 0
      ? say('knowledge.remove.one', { title: shortTitle(titleOf(only), 200) })
      : say('knowledge.remove.several', { articles: articles(gone.length) });
  return {
    kind: 'message',
    private: true,
    head: [{ kind: 'text', text: what }],
    items: gone.length === 1 ? [] : [{ kind: 'text', text: sayPhrase(speech, lines(bullets(gone, NAMED))) }],
    foot: [
      { kind: 'text', text: small(say('knowledge.remove.proofs')) },
      {
        kind: 'buttons',
        buttons: [
          {
            label: speech.text('knowledge.remove.undo'),
            action: { command: 'knowledge', verb: 'undo', args: [token] },
          },
        ],
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
    throw new Refusal(phrase('knowledge.remove.late'));
  }
  const back = await knowledgeOf(request, services).bringBack(ids);
  await forgetRemoval(services.store, guildId, token);
  if (back.length === 0) throw new Refusal(phrase('knowledge.remove.lost'));
  services.audit(
    lines([phrase('knowledge.remove.auditBack', { articles: articles(back.length) }), ...bullets(back, NAMED)]),
  );
  return {
    kind: 'message',
    private: true,
    update: true,
    head: [{ kind: 'text', text: services.say('knowledge.remove.back', { articles: articles(back.length) }) }],
    items: [{ kind: 'text', text: sayPhrase(services.speech, lines(bullets(back, NAMED))) }],
    foot: [],
  };
}

/** All own articles that came from one place. Rejects with `Refusal` when no place, or more than one, is meant. */
export async function fromOrigin(typed: string, knowledge: Knowledge, speech: Speech): Promise<readonly OwnArticle[]> {
  const origins = [...byOrigin(await knowledge.list())];
  const exact = origins.find(
    ([origin]) => origin === typed || originOf(origin, speech) === typed || keyOf(origin) === typed,
  );
  if (exact !== undefined) return exact[1];
  const wanted = words(typed);
  const [first, second] = origins.filter(([origin]) => {
    const own = words(originOf(origin, speech));
    return wanted.every((word) => own.includes(word));
  });
  if (first !== undefined && second === undefined) return first[1];
  throw new Refusal(phrase(first === undefined ? 'knowledge.remove.missing' : 'knowledge.remove.ambiguous'));
}

/** A menu of the places that own articles came from, those with most articles first. */
export function originMenu(all: readonly OwnArticle[], speech: Speech): MessageReply {
  if (all.length === 0) throw new Refusal(phrase('knowledge.remove.empty'));
  const menu: Block = {
    kind: 'select',
    action: { command: 'knowledge', verb: 'origin', args: [] },
    placeholder: speech.text('knowledge.remove.menu'),
    choices: originChoices(all, '', speech),
  };
  const text = speaking(speech).say('knowledge.remove.what');
  return { kind: 'message', private: true, head: [{ kind: 'text', text }], items: [], foot: [menu] };
}

/** Where own articles came from, those places first that most came from; at most 25. */
export function originChoices(all: readonly OwnArticle[], typed: string, speech: Speech): readonly Choice[] {
  const wanted = words(typed);
  return [...byOrigin(all)]
    .filter(([origin]) => {
      const own = words(originOf(origin, speech));
      return wanted.every((word) => own.some((candidate) => candidate.startsWith(word)));
    })
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, IN_MENU)
    .map(([origin, some]) => ({
      name: speech.text('knowledge.remove.origin', {
        origin: shortTitle(originOf(origin, speech), 70),
        articles: speech.text('knowledge.articles', { n: some.length }),
      }),
      value: keyOf(origin),
    }));
}

function byOrigin(all: readonly OwnArticle[]): ReadonlyMap<string, readonly OwnArticle[]> {
  return Map.groupBy(all, ({ origin }) => origin);
}

const keyOf = (origin: string): string => articleKey({ id: origin });
