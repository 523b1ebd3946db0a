import type { Reader } from '../nlp/nlp.ts';
import { slice } from '../nlp/span.ts';
import type { EntityKind, Span, Term } from '../nlp/types.ts';
import type { SentenceHit } from '../search/types.ts';
import { evidence } from './evidence.ts';
import { gap } from './features-match.ts';
import { knownWords } from './features-words.ts';
import { mostAgreed } from './highlight-agreement.ts';
import { weighedPhrases } from './highlight-spans.ts';
import weights from './highlight-weights.json' with { type: 'json' };
import type { Question } from './question.ts';
import { sentencesFor } from './sentences.ts';

/** Fitted by `bench/train-highlight.ts`; the names are those of the marks. */
const WEIGHTS: Readonly<Partial<Record<string, number>>> = weights.marks;

type Place = Pick<SentenceHit, 'article' | 'span'>;

/** Beyond this many characters a met word tells no more which span is meant. */
const FAR = 80;
/** A number that counts the noun that is asked for stands at most this many characters before it. */
const COUNTING = 30;

/** Least expected agreement of a phrase with what an annotator would mark. */
const AGREED = 0.2;
/** Kinds of answers whose words the rules tell as well as the learned marks do, and to the letter. */
const RULED: ReadonlySet<Question['wanted']> = new Set(['date', 'duration', 'number', 'percent', 'money']);

/**
 * The words of a sentence that answer, or null when none stand out: the phrase that agrees most with all phrases that could
 * answer, each as likely as it was learned from its marks. What has to be a day or a number, or somebody's name, and is none,
 * is no answer.
 */
export function highlight(question: Question, place: Place, reader: Reader): Span | null {
  const ruled = byRule(question, place, reader);
  if (RULED.has(question.wanted) || WHO_IS.test(question.text)) return ruled;
  if (ruled === null && question.wanted === 'person') return null;
  const best = mostAgreed(weighedPhrases(question, place.article.text, place.span, ruled, reader, WEIGHTS));
  if (best === null || best.agreement < AGREED) return ruled;
  return { start: best.phrase.start, end: best.phrase.end };
}

/**
 * What the rules for the wanted kind take: of the spans that have it, and that the question does not say itself, the one
 * closest to the words that the question and the sentence share.
 */
export function byRule(question: Question, { article, span }: Place, reader: Reader): Span | null {
  const known = knownWords(question);
  const fresh = (found: Span) =>
    slice(article.text, found)
      .split(/[^\p{L}\p{N}]+/u)
      .some((word) => word !== '' && !known(word));
  const spans = candidates(question, { article, span }, reader, known, fresh).filter(fresh);
  const here = sentencesFor(reader)(article.text, span).terms;
  const stems = new Set(question.terms.map(({ stem }) => stem));
  const shared = here.filter(({ stem }) => stems.has(stem));
  if (spans.length === 0 || shared.length === 0) return null;
  const distance = (found: Span) => {
    const apart = shared.reduce((sum, term) => sum + Math.min(FAR, gap(found, term)), 0) / shared.length;
    return counts(question, found, here) ? apart - FAR : apart;
  };
  return spans.reduce((best, next) => (distance(next) < distance(best) ? next : best));
}

/** Whether a span is followed by the noun that is asked for: "four summits" for "how many summits". */
function counts({ wanted, head }: Question, { end }: Span, terms: readonly Term[]): boolean {
  if (wanted !== 'number' || head === null) return false;
  return terms.some(({ stem, start }) => stem === head && start >= end && start - end <= COUNTING);
}

const WHO_IS = /^[Ww]ho (?:is|was|are|were) (?:\p{Lu}[\p{L}.’'-]*\s*){1,4}\?*$/u;

const KINDS: Readonly<Partial<Record<Question['wanted'], EntityKind>>> = {
  person: 'person',
  place: 'place',
  region: 'place',
};

function candidates(
  question: Question,
  { article, span }: Place,
  reader: Reader,
  known: (word: string) => boolean,
  fresh: (found: Span) => boolean,
): readonly Span[] {
  const { wanted } = question;
  const within = (found: Span) => found.start >= span.start && found.end <= span.end;
  const typed = evidence(wanted, article.text, span, known);
  if (wanted === 'date' || wanted === 'duration') {
    const found = reader.read(article).dates.filter(within);
    const fitting = found.filter(({ type }) =>
      wanted === 'date' ? type === 'DATE' || type === 'TIME' : type === 'DURATION',
    );
    return fitting.length > 0 ? fitting : typed;
  }
  const kind = KINDS[wanted];
  // "Who is X" asks for what X is, and "what" without a noun for no kind of words that can be told by their looks.
  if (WHO_IS.test(question.text)) return apposition(article.text, span, known);
  if (wanted === 'thing' && question.head === null) return [];
  if (kind !== undefined) {
    const { entities, mentions } = reader.read(article).names;
    const named = mentions.filter(
      (mention) =>
        within(mention) && mention.by === 'name' && entities[mention.entity]?.kind === kind && fresh(mention),
    );
    if (named.length > 0) return named;
  }
  return wanted === 'definition' ? predicate(article.text, span) : typed;
}

/** "X, a special adviser to …": what stands between commas behind a name of the question. */
function apposition(text: string, span: Span, known: (word: string) => boolean): Span[] {
  const words = slice(text, span);
  for (const match of words.matchAll(
    /(?<name>\p{Lu}[\p{L}’']*)(?:-\p{L}+)*, (?<what>(?:an?|the|who) [^,;:.()]{3,160})/gu,
  )) {
    const { name = '', what = '' } = match.groups ?? {};
    if (!known(name)) continue;
    const start = span.start + match.index + match[0].length - what.length;
    return [{ start, end: start + what.trimEnd().length }];
  }
  return [];
}

/** What "X is a …" says of X, up to the end of the clause; nothing where the sentence is not made like that. */
function predicate(text: string, span: Span): Span[] {
  const words = slice(text, span);
  const match =
    /\b(?:is|are|was|were|refers? to|means|called|known as) (?<what>(?:an?|the|any|one)?\b[^,;:.()]{3,160})/iu.exec(
      words,
    );
  const what = match?.groups?.['what']?.trimEnd();
  if (!match || what === undefined) return [];
  const start = span.start + match.index + match[0].indexOf(what);
  return [{ start, end: start + what.length }];
}
