import type { Answer, AskResult, Candidate, Citation, Filter, Library } from '../src/answer/types.ts';
import { join, md, small } from '../src/discord/markdown.ts';
import type { Block, Button, Markdown, MessageReply } from '../src/discord/types.ts';
import { evidenceAction } from './evidence.ts';
import { inScope, newestFirst, sourceLine, titles } from './sources.ts';
import { speakerLine } from './speakers.ts';

/** How many nearest passages stand in for an answer, how many other sources are named, how many titles. */
const NEAREST = 3;
const OTHERS = 4;
const TITLES = 5;

type Parts = Pick<MessageReply, 'head' | 'items' | 'foot'>;

/** A quotation that answers, with whose words it is, its numbered sources and its buttons. */
export function answered(library: Library, found: Answer, { candidates }: AskResult): Parts {
  const { citation, highlight, antecedent, others } = found;
  const more = candidates.some((candidate) => !same(candidate.citation, citation));
  const before: readonly Block[] =
    antecedent === null
      ? []
      : [
          { kind: 'text', text: small('The sentence before it, which says who or what is meant:') },
          { kind: 'quotation', citation: antecedent, highlight: null },
        ];
  const also = others.slice(0, OTHERS).map((other, index) => md`[${index + 2}] ${sourceLine(other.article)}`);
  const unlisted = others.length - also.length;
  const lines = [
    ...whose(library, citation),
    md`[1] ${sourceLine(citation.article)}`,
    ...(also.length > 0 ? [md`Also said in:`, ...also] : []),
    ...(unlisted > 0 ? [md`and ${unlisted} more`] : []),
  ];
  return {
    head: [],
    items: [...before, { kind: 'quotation', citation, highlight }, { kind: 'text', text: small(join(lines, '\n')) }],
    foot: [{ kind: 'buttons', buttons: buttons(found, more) }, votes],
  };
}

/** Whose words the answer quotes, where it does not say the full name itself ("he said", "Falk added"). */
function whose(library: Library, { article, start, end, text }: Citation): readonly Markdown[] {
  const quoted = library
    .quote({ article: article.id })
    .filter(({ citation, speaker }) => citation.start < end && citation.end > start && speaker.name !== null);
  const [first, second] = new Map(quoted.map((result) => [result.speaker.name, result])).values();
  if (first === undefined || second !== undefined || text.includes(first.speaker.name ?? '')) return [];
  return [md`Speaker: ${speakerLine(first)}`];
}

function buttons({ citation }: Answer, more: boolean): readonly Button[] {
  const own = (label: string, verb: string): Button => ({ label, action: { command: 'ask', verb, args: [] } });
  return [
    { label: 'Context', action: evidenceAction('ask', 'context', citation) },
    ...(more ? [own('Other passages', 'passages')] : []),
    { ...own('Ask a follow-up', 'topic'), style: 'primary' },
    { label: 'Proof', action: evidenceAction('ask', 'proof', citation) },
  ];
}

const votes: Block = {
  kind: 'buttons',
  buttons: [
    { label: 'Helpful', action: { command: 'ask', verb: 'helpful', args: [] } },
    { label: 'Not helpful', action: { command: 'ask', verb: 'unhelpful', args: [] } },
  ],
};

/** The articles don't say: said plainly, with what is nearest and what the articles are about. */
export function silence(library: Library, scope: Filter, result: AskResult): Parts {
  const nearest = result.candidates.slice(0, NEAREST);
  const articles = newestFirst(library.articles.filter(inScope(scope)));
  const closest: readonly Block[] =
    nearest.length === 0
      ? []
      : [{ kind: 'text', text: md`Closest passages, which may not answer:` }, ...listed(nearest)];
  const about = articles.length === 1 ? 'The article is about:' : 'What the articles are about:';
  return {
    head: [{ kind: 'text', text: md`**The articles don’t say.**` }],
    items: [
      ...closest,
      { kind: 'divider' },
      { kind: 'text', text: small(join([md`${about}`, titles(articles, TITLES)], '\n')) },
    ],
    foot: [votes],
  };
}

/** Sentences to the letter, each with its source. */
export function listed(candidates: readonly Candidate[]): readonly Block[] {
  return candidates.flatMap(({ citation }, index): readonly Block[] => [
    ...(index > 0 ? [{ kind: 'divider' } as const] : []),
    { kind: 'quotation', citation, highlight: null },
    { kind: 'text', text: small(sourceLine(citation.article)) },
  ]);
}

/** Whether two citations are the same words at the same place. */
export function same(a: Citation, b: Citation | undefined): boolean {
  return a.article.id === b?.article.id && a.start === b.start && a.end === b.end;
}
