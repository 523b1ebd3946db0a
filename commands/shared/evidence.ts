import type { Citation, Library } from '../../src/answer/types.ts';
import type { Article } from '../../src/corpus/types.ts';
import { bold, join, phrase, type Say, small } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Action, Command, Markdown, MessageReply, Services } from '../../src/discord/types.ts';
import { removedId } from '../knowledge/removals.ts';
import { articleByKey, articleKey, sourceLine } from './sources.ts';

/** How many characters of an article's hash a button carries: enough to notice that the text is another one. */
const HASH_PREFIX = 8;

/** Characters of an article that one page holds beside its source, whatever has to be escaped in them. */
const ONE_PAGE = 1_600;

/**
 * What became of a citation since it was shown: it stands in the article still; it stands in an older version of it that is
 * kept (`now` is the article as it is today, null when it was removed); or it can no longer be shown.
 */
type Recalled =
  | { readonly state: 'same'; readonly citation: Citation }
  | { readonly state: 'older'; readonly citation: Citation; readonly now: Article | null }
  | { readonly state: 'changed'; readonly article: Article; readonly hash: string }
  | { readonly state: 'gone' };

/** What an article's citations are recalled from. */
type Recall = Pick<Services, 'library' | 'server' | 'servers' | 'store' | 'say' | 'speech'>;

/** A citation as the arguments of a button: article key, start of the hash, offsets in base 36. */
export function refer(citation: Citation): readonly string[] {
  const { article, start, end } = citation;
  return [articleKey(article), article.hash.slice(0, HASH_PREFIX), start.toString(36), end.toString(36)];
}

/** An action of `command` that shows a citation `context` or its `proof`. */
export function evidenceAction(command: string, verb: keyof typeof evidence, citation: Citation): Action {
  return { command, verb, args: refer(citation) };
}

/** The verbs that every command with citations shares: the sentences around one, and the proof of it. */
export const evidence = {
  context(_request, services, args) {
    return showContext(services, args);
  },
  proof(_request, services, args) {
    return showProof(services, args);
  },
} satisfies Command['verbs'];

/** The sentences around a citation, with the citation in bold. Rejects with `Refusal` when its text is not kept any more. */
export async function showContext(services: Recall, args: readonly string[]): Promise<MessageReply> {
  const { say, speech } = services;
  const recalled = await recall(services, args);
  if (recalled.state === 'gone') throw new Refusal(phrase('evidence.gone'));
  if (recalled.state === 'changed') throw new Refusal(phrase('evidence.changed'));
  const { citation } = recalled;
  return {
    kind: 'message',
    private: true,
    head: [{ kind: 'text', text: join([bold(say('evidence.inContext')), ...since(recalled, say)], '\n') }],
    items: [
      { kind: 'quotation', citation: surroundings(services.library, citation), highlight: citation },
      { kind: 'text', text: small(sourceLine(citation.article, speech)) },
    ],
    foot: [],
  };
}

/**
 * What a reader needs to check a citation without trusting the bot: article, hash, offsets, and the words in place. Says so
 * when the article is another text now, or gone, and proves the words from the version that they were taken from as long as
 * that is kept.
 */
export async function showProof(services: Recall, args: readonly string[]): Promise<MessageReply> {
  const { say, speech } = services;
  const recalled = await recall(services, args);
  if (recalled.state === 'gone') return plain(say('proof.gone'));
  if (recalled.state === 'changed') {
    const { article, hash } = recalled;
    const changed = say('proof.changed', { before: hash, now: article.hash });
    return plain(join([changed, small(sourceLine(article, speech))], '\n'));
  }
  const { citation } = recalled;
  const { article, start, end } = citation;
  // Offsets are for programs: without the separators of a language.
  const facts = say('proof.facts', {
    article: article.id.length > 200 ? articleKey(article) : article.id,
    hash: article.hash,
    start: String(start),
    end: String(end),
    length: String(article.text.length),
    count: String(end - start),
  });
  return {
    kind: 'message',
    private: true,
    head: [{ kind: 'text', text: join([bold(say('evidence.proof')), ...since(recalled, say)], '\n') }],
    items: [
      { kind: 'quotation', citation: services.library.around(citation, 1), highlight: citation },
      { kind: 'text', text: join([sourceLine(article, speech), facts], '\n') },
    ],
    foot: [],
  };
}

/** That the words are those of an older version, and what there is today. */
function since(recalled: Extract<Recalled, { readonly citation: Citation }>, say: Say): readonly Markdown[] {
  if (recalled.state === 'same') return [];
  return [recalled.now === null ? say('proof.removed') : say('proof.since', { hash: recalled.now.hash })];
}

/** Two sentences on either side, or fewer when that would not stay on one page. */
function surroundings(library: Library, citation: Citation): Citation {
  const widths = [2, 1].map((radius) => library.around(citation, radius));
  return widths.find(({ text }) => text.length <= ONE_PAGE) ?? library.around(citation, 0);
}

function plain(text: Markdown): MessageReply {
  return { kind: 'message', private: true, head: [], items: [{ kind: 'text', text }], foot: [] };
}

async function recall(
  services: Recall,
  [key = '', hash = '', from = '', to = '']: readonly string[],
): Promise<Recalled> {
  const { library, server, servers, store } = services;
  const article = articleByKey(library, key);
  const span = { start: Number.parseInt(from, 36), end: Number.parseInt(to, 36) };
  const citation = article?.hash.startsWith(hash) ? library.cite(article.id, span, article.hash) : null;
  if (citation !== null) return { state: 'same', citation };
  // Only a whole start of a hash says which version is meant.
  if (server.id !== null && hash.length === HASH_PREFIX) {
    const id = article?.id ?? (await removedId(store, server.id, key));
    const older = id === null ? null : await servers.knowledge(server.id).prove(id, span, hash);
    if (older !== null) {
      return older.current
        ? { state: 'same', citation: older.citation }
        : { state: 'older', citation: older.citation, now: article ?? null };
    }
  }
  return article === undefined ? { state: 'gone' } : { state: 'changed', article, hash };
}
