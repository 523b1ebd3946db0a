import type { Answer, AskResult, Candidate, Citation, Filter, Library, QuoteResult } from '../../src/answer/types.ts';
import { join, md, small } from '../../src/discord/markdown.ts';
import type { Block, Button, MessageReply, Noted, Services } from '../../src/discord/types.ts';
import { evidenceAction } from '../shared/evidence.ts';
import type { Language } from '../shared/language.ts';
import { note } from '../shared/noted.ts';
import { inScope, newestFirst, sourceLine, titles } from '../shared/sources.ts';
import { speakerLine } from '../shared/speakers.ts';
import { oneLine } from '../shared/wording.ts';

/** How many nearest passages stand in for an answer, how many titles. */
const NEAREST = 3;
const TITLES = 5;

type Parts = Pick<MessageReply, 'head' | 'items' | 'foot'> & { readonly noted: Noted };

/** A quotation that answers, with whose words it is, its numbered sources and its buttons. */
export function answered({ library, server }: Services, found: Answer, result: AskResult, language: Language): Parts {
  const { citation, highlight, antecedent, others, copies, differing } = found;
  const { question, candidates, confidence } = result;
  const more = candidates.some((candidate) => !same(candidate.citation, citation));
  const before: readonly Block[] =
    antecedent === null
      ? []
      : [
          { kind: 'text', text: small('The sentence before it, which says who or what is meant:') },
          { kind: 'quotation', citation: antecedent, highlight: null },
        ];
  const said = others.slice(0, server.settings.sources - 1);
  const printed = copies.slice(0, server.settings.sources - 1 - said.length);
  const speaker = speakerOf(library, citation);
  const numbered = [...said, ...printed].map(
    (other, index) => md`[${index + 2}] ${sourceLine(other.article, language)}`,
  );
  const unlisted = others.length + copies.length - numbered.length;
  const lines = [
    ...(speaker === null || citation.text.includes(speaker.speaker.name ?? '')
      ? []
      : [md`Speaker: ${speakerLine(speaker)}`]),
    md`[1] ${sourceLine(citation.article, language)}`,
    ...(said.length > 0 ? [md`Also said in:`, ...numbered.slice(0, said.length)] : []),
    ...(printed.length > 0 ? [md`The same report, printed in:`, ...numbered.slice(said.length)] : []),
    ...(unlisted > 0 ? [md`and ${unlisted} more`] : []),
  ];
  return {
    head: corrected(result),
    items: [
      ...before,
      { kind: 'quotation', citation, highlight },
      { kind: 'text', text: small(join(lines, '\n')) },
      ...otherwise(differing, language),
    ],
    foot: [{ kind: 'buttons', buttons: buttons(found, more) }, votes],
    noted: note(question, {
      answered: true,
      confidence,
      citations: [citation, ...said, ...printed],
      speakers: [speaker?.speaker.name ?? null],
    }),
  };
}

/** The one person whose words the answer quotes; null where it is nobody by name, or several are quoted. */
function speakerOf(library: Library, { article, start, end }: Citation): QuoteResult | null {
  const quoted = library
    .quote({ article: article.id })
    .filter(({ citation, speaker }) => citation.start < end && citation.end > start && speaker.name !== null);
  const [first, second] = new Map(quoted.map((result) => [result.speaker.name, result])).values();
  return first === undefined || second !== undefined ? null : first;
}

/** How misspelled words of the question were read, so that nobody takes the answer for one to another question. */
function corrected({ corrections }: AskResult): readonly Block[] {
  if (corrections.length === 0) return [];
  const words = corrections.map(({ written, meant }) => `“${oneLine(written)}” as “${oneLine(meant)}”`);
  return [{ kind: 'text', text: small(`I read ${words.join(', ')}.`) }];
}

/** Statements of other articles that cannot be true beside the answer: whoever asks has to know of them. */
function otherwise(differing: Answer['differing'], language: Language): readonly Block[] {
  if (differing.length === 0) return [];
  const text = differing.length === 1 ? md`**Another article says otherwise:**` : md`**Other articles say otherwise:**`;
  return [
    { kind: 'divider' },
    { kind: 'text', text },
    ...differing.flatMap(({ citation, highlight }): readonly Block[] => [
      { kind: 'quotation', citation, highlight },
      { kind: 'text', text: small(sourceLine(citation.article, language)) },
    ]),
  ];
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
export function silence(library: Library, scope: Filter, result: AskResult, language: Language): Parts {
  const nearest = result.candidates.slice(0, NEAREST);
  const articles = newestFirst(library.articles.filter(inScope(scope)));
  const closest: readonly Block[] =
    nearest.length === 0
      ? []
      : [{ kind: 'text', text: md`Closest passages, which may not answer:` }, ...listed(nearest, language)];
  const about = articles.length === 1 ? 'The article is about:' : 'What the articles are about:';
  return {
    head: [...corrected(result), { kind: 'text', text: md`**The articles don’t say.**` }],
    items: [
      ...closest,
      { kind: 'divider' },
      { kind: 'text', text: small(join([md`${about}`, titles(articles, TITLES, language)], '\n')) },
    ],
    foot: [votes],
    noted: note(result.question, { answered: false, confidence: result.confidence }),
  };
}

/** Sentences to the letter, each with its source. */
export function listed(candidates: readonly Candidate[], language: Language): readonly Block[] {
  return candidates.flatMap(({ citation }, index): readonly Block[] => [
    ...(index > 0 ? [{ kind: 'divider' } as const] : []),
    { kind: 'quotation', citation, highlight: null },
    { kind: 'text', text: small(sourceLine(citation.article, language)) },
  ]);
}

/** Whether two citations are the same words at the same place. */
export function same(a: Citation, b: Citation | undefined): boolean {
  return a.article.id === b?.article.id && a.start === b.start && a.end === b.end;
}
