import type { Reader } from '../nlp/nlp.ts';
import type { Span, Tag } from '../nlp/types.ts';
import { evidence } from './evidence.ts';
import { knownWords } from './features-words.ts';
import { mostAgreed, type ScoredSpan } from './highlight-agreement.ts';
import type { Question } from './question.ts';
import type { Wanted } from './question-wanted.ts';
import { sentencesFor } from './sentences.ts';

/** A stretch of words that may answer, and the marks that it bears (names of the weights file) with their strength. */
export interface Phrase extends Span {
  readonly marks: ReadonlyMap<string, number>;
}

/** Words of the longest phrase that is looked at. */
const LONGEST = 15;
/** Characters in which closeness to a word of the question falls to 1/e. */
const NEAR = 25;
/** Tags that no phrase begins or ends with. */
const NO_FIRST: ReadonlySet<Tag> = new Set<Tag>(['PUNCT', 'CCONJ', 'SPACE']);
const NO_LAST: ReadonlySet<Tag> = new Set<Tag>(['PUNCT', 'CCONJ', 'SCONJ', 'DET', 'ADP', 'AUX', 'SPACE']);
/** Questions of like answers share their marks. */
const GROUPS: Readonly<Record<Wanted, string>> = {
  person: 'who',
  place: 'where',
  region: 'where',
  name: 'name',
  date: 'when',
  duration: 'count',
  number: 'count',
  percent: 'count',
  money: 'count',
  reason: 'why',
  manner: 'how',
  definition: 'what',
  statement: 'what',
  'yes-no': 'what',
  thing: 'what',
};
/** Words that lead in an answer. */
const LEADS =
  /^(?:by|because|to|for|in|as|with|of|from|at|on|than|called|named|including|like|through|that|is|are|was|were)$/;

const lengthMark = (words: number) =>
  words < 4 ? `${words}` : words < 6 ? '4-5' : words < 9 ? '6-8' : words < 12 ? '9-11' : '12-15';

/** Tags of words that say nothing by themselves. */
const EMPTY: ReadonlySet<Tag> = new Set<Tag>(['DET', 'ADP', 'AUX', 'PRON', 'PART', 'CCONJ', 'SCONJ', 'PUNCT']);

type Weights = Readonly<Partial<Record<string, number>>>;

/**
 * The phrases of a sentence that have something the question does not say, in text order. `ruled` is the phrase that the
 * rules for the wanted kind would take, if any.
 */
export function phrasesOf(
  question: Question,
  text: string,
  sentence: Span,
  ruled: Span | null,
  reader: Reader,
): Phrase[] {
  const phrases: Phrase[] = [];
  let marks = new Map<string, number>();
  visit<string>(question, text, sentence, ruled, reader, {
    keyOf: (name) => name,
    begin(start, end) {
      marks = new Map();
      phrases.push({ start, end, marks });
    },
    mark: (name, strength) => void marks.set(name, strength),
  });
  return phrases;
}

/** The same phrases, each with what its marks weigh together: quicker than to keep some hundred lists of marks. */
export function weighedPhrases(
  question: Question,
  text: string,
  sentence: Span,
  ruled: Span | null,
  reader: Reader,
  weights: Weights,
): ScoredSpan[] {
  const phrases: { start: number; end: number; score: number }[] = [];
  let phrase = { start: 0, end: 0, score: 0 };
  visit<number>(question, text, sentence, ruled, reader, {
    keyOf: (name) => weights[name] ?? 0,
    begin(start, end) {
      phrase = { start, end, score: 0 };
      phrases.push(phrase);
    },
    mark(weight, strength) {
      phrase.score += weight * strength;
    },
  });
  return phrases;
}

/** Is shown the phrases of a sentence, each followed by its marks, none of them twice. */
interface Visitor<Key> {
  /** What stands for a mark: asked once a sentence for each. */
  readonly keyOf: (name: string) => Key;
  readonly begin: (start: number, end: number) => void;
  readonly mark: (key: Key, strength: number) => void;
}

function visit<Key>(
  question: Question,
  text: string,
  sentence: Span,
  ruled: Span | null,
  reader: Reader,
  visitor: Visitor<Key>,
): void {
  const { keyOf, begin, mark } = visitor;
  const { tokens, terms } = sentencesFor(reader)(text, sentence);
  const known = knownWords(question);
  const stems = new Set(question.terms.map(({ stem }) => stem));
  const met = terms.filter(({ stem }) => stems.has(stem));
  const typed = evidence(question.wanted, text, sentence, known);
  const group = GROUPS[question.wanted];
  // What depends on one word only, or on none, is worked out before the some hundred phrases are gone through.
  const words = tokens.map(({ text: word, lower, tag }) => {
    const isWord = /[\p{L}\p{N}]/u.test(word);
    const leads = LEADS.test(lower);
    return {
      isKnown: isWord && known(word),
      isContent: isWord && !EMPTY.has(tag),
      first: keyOf(`first ${tag}`),
      last: keyOf(`last ${tag}`),
      before: keyOf(`before ${tag}`),
      after: keyOf(`after ${tag}`),
      behind: leads ? keyOf(`${group} behind ${lower}`) : null,
      opens: leads ? keyOf(`${group} opens ${lower}`) : null,
    };
  });
  const lengths = Array.from({ length: LONGEST + 1 }, (_, length) => keyOf(`${group} words ${lengthMark(length)}`));
  const marks = {
    atStart: keyOf('before none'),
    atEnd: keyOf('after none'),
    known: keyOf('known'),
    opensKnown: keyOf('opens known'),
    endsKnown: keyOf('ends known'),
    behindKnown: keyOf('behind known'),
    beforeKnown: keyOf('before known'),
    comma: keyOf('comma'),
    near: keyOf('near'),
    apart: keyOf('apart'),
    behindAll: keyOf(`${group} behind all`),
    beforeAll: keyOf(`${group} before all`),
    opensSentence: keyOf('opens sentence'),
    endsClause: keyOf('ends clause'),
  };
  const compareRuled = comparison(`${group} ruled`, ruled ? [ruled] : [], visitor);
  const compareTyped = comparison(`${group} typed`, typed, visitor);
  const firstMet = met[0]?.start ?? sentence.end;
  const lastMet = met.at(-1)?.end ?? sentence.start;
  for (const [from, first] of tokens.entries()) {
    if (NO_FIRST.has(first.tag)) continue;
    const opening = words[from]!;
    const before = words[from - 1];
    let content = 0;
    let fresh = 0;
    let commas = 0;
    for (let to = from; to < Math.min(tokens.length, from + LONGEST); to += 1) {
      const last = tokens[to]!;
      const closing = words[to]!;
      if (closing.isContent) content += 1;
      if (closing.isContent && !closing.isKnown) fresh += 1;
      if (last.text === ',') commas += 1;
      if (NO_LAST.has(last.tag) || fresh === 0) continue;
      const { start } = first;
      const { end } = last;
      const after = words[to + 1];
      begin(start, end);
      mark(lengths[to - from + 1]!, 1);
      mark(opening.first, 1);
      mark(closing.last, 1);
      mark(before?.before ?? marks.atStart, 1);
      mark(after?.after ?? marks.atEnd, 1);
      mark(marks.known, 1 - fresh / Math.max(1, content));
      if (opening.isKnown) mark(marks.opensKnown, 1);
      if (closing.isKnown) mark(marks.endsKnown, 1);
      if (before?.isKnown) mark(marks.behindKnown, 1);
      if (after?.isKnown) mark(marks.beforeKnown, 1);
      if (before && before.behind !== null) mark(before.behind, 1);
      if (opening.opens !== null) mark(opening.opens, 1);
      if (commas > 0) mark(marks.comma, 1);
      if (met.length > 0) {
        let nearest = Number.POSITIVE_INFINITY;
        let apart = 0;
        for (const term of met) {
          const distance = Math.max(0, end <= term.start ? term.start - end : start - term.end);
          nearest = Math.min(nearest, distance);
          apart += Math.min(80, distance);
        }
        mark(marks.near, Math.exp(-nearest / NEAR));
        mark(marks.apart, apart / met.length / 80);
        if (start >= lastMet) mark(marks.behindAll, 1);
        if (end <= firstMet) mark(marks.beforeAll, 1);
      }
      if (from === 0) mark(marks.opensSentence, 1);
      if (!after || tokens[to + 1]!.tag === 'PUNCT') mark(marks.endsClause, 1);
      compareRuled(start, end);
      compareTyped(start, end);
    }
  }
}

/** Marks a phrase that is one of the spans, that has one of them in it, or that is in one. */
function comparison<Key>(
  name: string,
  spans: readonly Span[],
  { keyOf, mark }: Visitor<Key>,
): (start: number, end: number) => void {
  const same = keyOf(name);
  const has = keyOf(`has ${name}`);
  const isIn = keyOf(`in ${name}`);
  return (start, end) => {
    let [is, holds, within] = [false, false, false];
    for (const span of spans) {
      if (span.start === start && span.end === end) is = true;
      if (span.start >= start && span.end <= end) holds = true;
      else if (span.start <= start && span.end >= end) within = true;
    }
    if (is) mark(same, 1);
    if (holds) mark(has, 1);
    else if (within) mark(isIn, 1);
  };
}

/** The phrase that agrees most with all others, as likely as the weights of their marks make them. */
export function likeliest(
  phrases: readonly Phrase[],
  weights: Weights,
): { readonly phrase: Phrase; readonly agreement: number } | null {
  const scored = phrases.map((phrase) => {
    let score = 0;
    for (const [mark, strength] of phrase.marks) score += (weights[mark] ?? 0) * strength;
    return { ...phrase, score, phrase };
  });
  const best = mostAgreed(scored);
  return best && { phrase: best.phrase.phrase, agreement: best.agreement };
}
