import type { Citation, Library } from '../src/answer/types.ts';
import type { Article } from '../src/corpus/types.ts';
import { join, md, small } from '../src/discord/markdown.ts';
import { Refusal } from '../src/discord/refusal.ts';
import type { Action, Command, MessageReply } from '../src/discord/types.ts';
import { articleByKey, articleKey, sourceLine } from './sources.ts';

/** How many characters of an article's hash a button carries: enough to notice that the text is another one. */
const HASH_PREFIX = 8;

/** Characters of an article that one page holds beside its source, whatever has to be escaped in them. */
const ONE_PAGE = 1_600;

/** What became of a citation since it was shown. */
type Recalled =
  | { readonly state: 'same'; readonly citation: Citation }
  | { readonly state: 'changed'; readonly article: Article; readonly hash: string }
  | { readonly state: 'gone' };

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
    return showContext(services.library, args);
  },
  proof(_request, services, args) {
    return showProof(services.library, args);
  },
} satisfies Command['verbs'];

/** The sentences around a citation, with the citation in bold. Throws `Refusal` when it no longer stands. */
export function showContext(library: Library, args: readonly string[]): MessageReply {
  const recalled = recall(library, args);
  if (recalled.state !== 'same') {
    throw new Refusal(
      recalled.state === 'gone'
        ? 'That article is no longer in the collection. Please ask again.'
        : 'The source has changed since this was shown. Please ask again.',
    );
  }
  const { citation } = recalled;
  return {
    kind: 'message',
    private: true,
    head: [{ kind: 'text', text: md`**In context**` }],
    items: [
      { kind: 'quotation', citation: surroundings(library, citation), highlight: citation },
      { kind: 'text', text: small(sourceLine(citation.article)) },
    ],
    foot: [],
  };
}

/**
 * What a reader needs to check a citation without trusting the bot: article, hash, offsets, and the words in place. Says so
 * when the article is another text now, or gone.
 */
export function showProof(library: Library, args: readonly string[]): MessageReply {
  const recalled = recall(library, args);
  if (recalled.state === 'gone') {
    return plain(join([md`**No proof: the source is gone**`, md`The article is no longer in the collection.`], '\n'));
  }
  if (recalled.state === 'changed') {
    const { article, hash } = recalled;
    const lines = [
      md`**The source has changed**`,
      md`When this was shown, the SHA-256 of the article's text began with ${hash}; now it is ${article.hash}. Please ask again for an answer from the present text.`,
      small(sourceLine(article)),
    ];
    return plain(join(lines, '\n'));
  }
  const { citation } = recalled;
  const { article, start, end } = citation;
  const facts = [
    sourceLine(article),
    md`**Article** ${article.id.length > 200 ? articleKey(article) : article.id}`,
    md`**SHA-256 of its text** \`${article.hash}\``,
    md`**Characters** ${start} to ${end} of ${article.text.length}, that is ${end - start}`,
    md`**To check it:** the article's text has the SHA-256 above (UTF-8), and \`text.slice(${start}, ${end})\` in JavaScript gives the words in bold, to the letter.`,
  ];
  return {
    kind: 'message',
    private: true,
    head: [{ kind: 'text', text: md`**Proof**` }],
    items: [
      { kind: 'quotation', citation: library.around(citation, 1), highlight: citation },
      { kind: 'text', text: join(facts, '\n') },
    ],
    foot: [],
  };
}

/** Two sentences on either side, or fewer when that would not stay on one page. */
function surroundings(library: Library, citation: Citation): Citation {
  const widths = [2, 1].map((radius) => library.around(citation, radius));
  return widths.find(({ text }) => text.length <= ONE_PAGE) ?? library.around(citation, 0);
}

function plain(text: ReturnType<typeof md>): MessageReply {
  return { kind: 'message', private: true, head: [], items: [{ kind: 'text', text }], foot: [] };
}

function recall(library: Library, [key = '', hash = '', from = '', to = '']: readonly string[]): Recalled {
  const article = articleByKey(library, key);
  if (article === undefined) return { state: 'gone' };
  const span = { start: Number.parseInt(from, 36), end: Number.parseInt(to, 36) };
  const citation = article.hash.startsWith(hash) ? library.cite(article.id, span, article.hash) : null;
  return citation === null ? { state: 'changed', article, hash } : { state: 'same', citation };
}
