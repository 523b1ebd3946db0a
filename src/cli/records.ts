/** What the command line prints for programs: one JSON object a line, as laid down in `docs/cli.md`. */
import type { AskResult, CheckResult, Citation, QuoteResult, TimelineEntry } from '../answer/types.ts';
import type { Article } from '../corpus/types.ts';
import { slice } from '../nlp/span.ts';
import type { Names, Quotation, Reading, Span } from '../nlp/types.ts';

export function askRecord(id: string, result: AskResult, ms: number): string {
  const { answer } = result;
  return JSON.stringify({
    id,
    question: result.question,
    answered: answer !== null,
    confidence: result.confidence,
    answer: answer && {
      ...place(answer.citation),
      highlight: answer.highlight && spanOf(answer.citation.article, answer.highlight),
    },
    candidates: result.candidates.map(({ citation, score }) => ({ ...place(citation), score })),
    articles: result.articles.map(({ article, score }) => ({ article: article.id, score })),
    ms: Math.round(ms * 1000) / 1000,
  });
}

export function quoteRecord({ quotation, citation, speaker, score }: QuoteResult): string {
  const { article } = citation;
  const name = speaker.name ?? (speaker.mention ? described(speaker.mention.text) : null);
  const mention = speaker.mention ? spanOf(article, speaker.mention) : NOT_WRITTEN;
  return JSON.stringify({
    article: article.id,
    ...quotationRecord(article, quotation, name === null ? null : { name, ...mention }),
    score,
  });
}

export function timelineRecord({ date, precision, sentences }: TimelineEntry): string {
  return JSON.stringify({
    date,
    precision,
    sentences: sentences.map(({ citation, when }) => ({
      ...place(citation),
      published: citation.article.published,
      when: when && { ...spanOf(citation.article, when.citation), rule: when.rule },
    })),
  });
}

export function checkRecord({ verdict, match, speaker, diff }: CheckResult): string {
  return JSON.stringify({ verdict, match: match && { ...place(match), speaker }, diff });
}

export function inspectRecord(article: Article, reading: Reading): string {
  const { names, quotations, dates, sentences } = reading;
  return JSON.stringify({
    article: article.id,
    title: article.title,
    published: article.published,
    sentences: sentences.map(({ start, end }) => ({ start, end })),
    quotes: quotations.map((quotation) => quotationRecord(article, quotation, speakerOf(article, quotation))),
    dates: dates.map(({ start, end, type, value, rule }) => ({
      ...spanOf(article, { start, end }),
      type,
      value,
      rule,
    })),
    names: namesOf(names),
  });
}

const NOT_WRITTEN = { start: null, end: null, text: null };

function speakerOf(article: Article, { speaker }: Quotation) {
  if (!speaker) return null;
  if (speaker.by === 'inferred') return { name: speaker.name, ...NOT_WRITTEN };
  const mention = spanOf(article, speaker.span);
  return { name: speaker.name ?? described(mention.text), ...mention };
}

/** Words that open a description at the start of a sentence; they are no part of a name, and lose their capital. */
const OPENS_DESCRIPTION =
  /^(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|some|many|most|several|few|both|all|no|one|two|three|four|five|six|seven|eight|nine|ten|another|other|others|sources?|officials?|police|critics?|experts?|witnesses)\b/iu;

/** Somebody whom the article does not name, as written inside a sentence: "Two officials" → "two officials". */
function described(mention: string): string {
  return OPENS_DESCRIPTION.test(mention) ? `${mention[0]!.toLowerCase()}${mention.slice(1)}` : mention;
}

function quotationRecord(article: Article, { kind, start, end, cue, rule }: Quotation, speaker: object | null) {
  return { kind, ...spanOf(article, { start, end }), speaker, cue: cue && spanOf(article, cue), rule };
}

function namesOf({ entities, mentions }: Names) {
  return mentions.flatMap(({ start, end, entity, by }) => {
    const named = entities[entity];
    return named && by === 'name' ? [{ name: named.name, start, end, kind: named.kind }] : [];
  });
}

function place({ article, start, end, text }: Citation) {
  return { article: article.id, start, end, text };
}

function spanOf(article: Article, { start, end }: Span) {
  return { start, end, text: slice(article.text, { start, end }) };
}
