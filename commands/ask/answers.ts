import type { Answer, AskResult, Candidate, Citation, Filter, Library, QuoteResult } from '../../src/answer/types.ts';
import { join, md, type Say, small } from '../../src/discord/markdown.ts';
import type { Block, Button, MessageReply, Noted, Services } from '../../src/discord/types.ts';
import type { Speech } from '../../src/languages/types.ts';
import { evidenceAction } from '../shared/evidence.ts';
import { note } from '../shared/noted.ts';
import { inScope, newestFirst, sourceLine, titles } from '../shared/sources.ts';
import { speakerLine } from '../shared/speakers.ts';
import { inRow, oneLine } from '../shared/wording.ts';

/** How many nearest passages stand in for an answer, how many titles. */
const NEAREST = 3;
const TITLES = 5;

type Parts = Pick<MessageReply, 'head' | 'items' | 'foot'> & { readonly noted: Noted };

/** A quotation that answers, with whose words it is, its numbered sources and its buttons. */
export function answered(services: Services, found: Answer, result: AskResult): Parts {
  const { library, server, say, speech } = services;
  const { citation, highlight, when, antecedent, others, copies, differing } = found;
  const { question, candidates, confidence } = result;
  const more = candidates.some((candidate) => !same(candidate.citation, citation));
  const before: readonly Block[] =
    antecedent === null
      ? []
      : [
          { kind: 'text', text: small(say('ask.before')) },
          { kind: 'quotation', citation: antecedent, highlight: null },
        ];
  const said = others.slice(0, server.settings.sources - 1);
  const printed = copies.slice(0, server.settings.sources - 1 - said.length);
  const speaker = speakerOf(library, citation);
  const numbered = [...said, ...printed].map((other, index) => md`[${index + 2}] ${sourceLine(other.article, speech)}`);
  const unlisted = others.length + copies.length - numbered.length;
  const lines = [
    ...(when === null ? [] : [say('ask.when', { words: oneLine(when.citation.text), date: speech.date(when.date) })]),
    ...(speaker === null || citation.text.includes(speaker.speaker.name ?? '')
      ? []
      : [say('ask.speaker', { speaker: speakerLine(speaker, speech) })]),
    md`[1] ${sourceLine(citation.article, speech)}`,
    ...(said.length > 0 ? [say('ask.also'), ...numbered.slice(0, said.length)] : []),
    ...(printed.length > 0 ? [say('ask.copies'), ...numbered.slice(said.length)] : []),
    ...(unlisted > 0 ? [say('source.more', { n: unlisted })] : []),
  ];
  return {
    head: corrected(result, say),
    items: [
      ...before,
      { kind: 'quotation', citation, highlight },
      { kind: 'text', text: small(join(lines, '\n')) },
      ...otherwise(differing, services),
    ],
    foot: [{ kind: 'buttons', buttons: buttons(found, more, speech) }, votes(speech)],
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
function corrected({ corrections }: AskResult, say: Say): readonly Block[] {
  if (corrections.length === 0) return [];
  const words = corrections.map(({ written, meant }) =>
    say('ask.correction', { written: oneLine(written), meant: oneLine(meant) }),
  );
  return [{ kind: 'text', text: small(say('ask.corrected', { words: inRow(say, words) })) }];
}

/** Statements of other articles that cannot be true beside the answer: whoever asks has to know of them. */
function otherwise(differing: Answer['differing'], { say, speech }: Services): readonly Block[] {
  if (differing.length === 0) return [];
  return [
    { kind: 'divider' },
    { kind: 'text', text: say('ask.otherwise', { n: differing.length }) },
    ...differing.flatMap(({ citation, highlight }): readonly Block[] => [
      { kind: 'quotation', citation, highlight },
      { kind: 'text', text: small(sourceLine(citation.article, speech)) },
    ]),
  ];
}

function buttons({ citation }: Answer, more: boolean, { text }: Speech): readonly Button[] {
  const own = (label: string, verb: string): Button => ({ label, action: { command: 'ask', verb, args: [] } });
  return [
    { label: text('evidence.context'), action: evidenceAction('ask', 'context', citation) },
    ...(more ? [own(text('ask.passages'), 'passages')] : []),
    { ...own(text('ask.followUp'), 'topic'), style: 'primary' },
    { label: text('evidence.proof'), action: evidenceAction('ask', 'proof', citation) },
  ];
}

const votes = ({ text }: Speech): Block => ({
  kind: 'buttons',
  buttons: [
    { label: text('ask.helpful'), action: { command: 'ask', verb: 'helpful', args: [] } },
    { label: text('ask.unhelpful'), action: { command: 'ask', verb: 'unhelpful', args: [] } },
  ],
});

/** The articles don't say: said plainly, with what is nearest and what the articles are about. */
export function silence({ library, say, speech }: Services, scope: Filter, result: AskResult): Parts {
  const nearest = result.candidates.slice(0, NEAREST);
  const articles = newestFirst(library.articles.filter(inScope(scope)));
  const closest: readonly Block[] =
    nearest.length === 0 ? [] : [{ kind: 'text', text: say('ask.closest') }, ...listed(nearest, speech)];
  const about = say('ask.titles', { n: articles.length });
  return {
    head: [...corrected(result, say), { kind: 'text', text: say('ask.silence') }],
    items: [
      ...closest,
      { kind: 'divider' },
      { kind: 'text', text: small(join([about, titles(articles, TITLES, speech)], '\n')) },
    ],
    foot: [votes(speech)],
    noted: note(result.question, { answered: false, confidence: result.confidence }),
  };
}

/** Sentences to the letter, each with its source. */
export function listed(candidates: readonly Candidate[], speech: Speech): readonly Block[] {
  return candidates.flatMap(({ citation }, index): readonly Block[] => [
    ...(index > 0 ? [{ kind: 'divider' } as const] : []),
    { kind: 'quotation', citation, highlight: null },
    { kind: 'text', text: small(sourceLine(citation.article, speech)) },
  ]);
}

/** Whether two citations are the same words at the same place. */
export function same(a: Citation, b: Citation | undefined): boolean {
  return a.article.id === b?.article.id && a.start === b.start && a.end === b.end;
}
