import type { Library } from '../../src/answer/types.ts';
import { phrase } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Choice, Request, Services } from '../../src/discord/types.ts';
import type { Speech } from '../../src/languages/types.ts';
import { isOwn } from '../../src/servers/servers.ts';
import type { Knowledge, OwnArticle } from '../../src/servers/types.ts';
import { serverOf } from '../shared/options.ts';
import { articleKey, articlesByTitle, articleValue, label } from '../shared/sources.ts';
import { words } from '../shared/wording.ts';

/** The own articles of the server that asks. Throws `Refusal` in direct messages. */
export function knowledgeOf(request: Request, { servers }: Pick<Services, 'servers'>): Knowledge {
  return servers.knowledge(serverOf(request));
}

/** The choices for an option `article` that takes own articles alone: title and date, at most 25. */
export function ownChoices(library: Library, typed: string, speech: Speech): readonly Choice[] {
  return articlesByTitle(library, typed)
    .filter(isOwn)
    .slice(0, 25)
    .map((article) => ({ name: label(article, 100, speech), value: articleValue(article) }));
}

/** The own article that an option or a button names: by id, key, or words of its title. Rejects with `Refusal`. */
export async function findOwn(knowledge: Knowledge, reference: string): Promise<OwnArticle> {
  const all = await knowledge.list();
  const named = all.find((article) => article.id === reference || articleKey(article) === reference);
  if (named !== undefined) return named;
  const wanted = words(reference);
  const [first, second] = all.filter(({ title }) => {
    const own = words(title);
    return wanted.length > 0 && wanted.every((word) => own.some((candidate) => candidate.startsWith(word)));
  });
  if (first !== undefined && second === undefined) return first;
  throw new Refusal(phrase(first === undefined ? 'knowledge.missing' : 'knowledge.ambiguous'));
}

/** The newest addition first. */
export function latestFirst(articles: readonly OwnArticle[]): readonly OwnArticle[] {
  return articles.toSorted((a, b) => (a.added < b.added ? 1 : a.added > b.added ? -1 : 0));
}
