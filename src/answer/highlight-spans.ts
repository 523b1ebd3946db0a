import type { Reader } from '../nlp/nlp.ts';
import { slice } from '../nlp/span.ts';
import type { Span, Tag, Token } from '../nlp/types.ts';
import { evidence } from './evidence.ts';
import { gap } from './features-match.ts';
import { knownWords } from './features-words.ts';
import type { Question } from './question.ts';
import type { Wanted } from './question-wanted.ts';

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
  const tokens = tokensOf(text, sentence, reader);
  const known = knownWords(question);
  const stems = new Set(question.terms.map(({ stem }) => stem));
  const met = reader.terms(text, sentence).filter(({ stem }) => stems.has(stem));
  const typed = evidence(question.wanted, text, sentence, known);
  const group = GROUPS[question.wanted];
  const isWord = tokens.map((token) => /[\p{L}\p{N}]/u.test(token.text));
  const isKnown = tokens.map((token, at) => isWord[at]! && known(token.text));
  const isContent = tokens.map(
    ({ tag }, at) => isWord[at]! && !/^(?:DET|ADP|AUX|PRON|PART|CCONJ|SCONJ|PUNCT)$/.test(tag),
  );
  const firstMet = met[0]?.start ?? sentence.end;
  const lastMet = met.at(-1)?.end ?? sentence.start;
  const phrases: Phrase[] = [];
  for (const [from, first] of tokens.entries()) {
    if (NO_FIRST.has(first.tag)) continue;
    let content = 0;
    let fresh = 0;
    let commas = 0;
    for (let to = from; to < Math.min(tokens.length, from + LONGEST); to += 1) {
      const last = tokens[to]!;
      if (isContent[to]) content += 1;
      if (isContent[to] && !isKnown[to]) fresh += 1;
      if (last.text === ',') commas += 1;
      if (NO_LAST.has(last.tag) || fresh === 0) continue;
      const span = { start: first.start, end: last.end };
      const before = tokens[from - 1];
      const after = tokens[to + 1];
      const marks = new Map<string, number>();
      marks.set(`${group} words ${lengthMark(to - from + 1)}`, 1);
      marks.set(`first ${first.tag}`, 1);
      marks.set(`last ${last.tag}`, 1);
      marks.set(`before ${before?.tag ?? 'none'}`, 1);
      marks.set(`after ${after?.tag ?? 'none'}`, 1);
      marks.set('known', 1 - fresh / Math.max(1, content));
      if (isKnown[from]) marks.set('opens known', 1);
      if (isKnown[to]) marks.set('ends known', 1);
      if (before && isKnown[from - 1]) marks.set('behind known', 1);
      if (after && isKnown[to + 1]) marks.set('before known', 1);
      if (before && LEADS.test(before.lower)) marks.set(`${group} behind ${before.lower}`, 1);
      if (LEADS.test(first.lower)) marks.set(`${group} opens ${first.lower}`, 1);
      if (commas > 0) marks.set('comma', 1);
      if (met.length > 0) {
        marks.set('near', Math.exp(-Math.min(...met.map((term) => gap(span, term))) / NEAR));
        marks.set('apart', met.reduce((sum, term) => sum + Math.min(80, gap(span, term)), 0) / met.length / 80);
        if (span.start >= lastMet) marks.set(`${group} behind all`, 1);
        if (span.end <= firstMet) marks.set(`${group} before all`, 1);
      }
      if (from === 0) marks.set('opens sentence', 1);
      if (!after || after.tag === 'PUNCT') marks.set('ends clause', 1);
      if (ruled) compare(marks, `${group} ruled`, span, [ruled]);
      if (typed.length > 0) compare(marks, `${group} typed`, span, typed);
      phrases.push({ ...span, marks });
    }
  }
  return phrases;
}

function compare(marks: Map<string, number>, name: string, span: Span, others: readonly Span[]): void {
  if (others.some(({ start, end }) => start === span.start && end === span.end)) marks.set(name, 1);
  if (others.some(({ start, end }) => start >= span.start && end <= span.end)) marks.set(`has ${name}`, 1);
  else if (others.some(({ start, end }) => start <= span.start && end >= span.end)) marks.set(`in ${name}`, 1);
}

function tokensOf(text: string, sentence: Span, reader: Reader): Token[] {
  const { tokens } = reader.tag({ text: slice(text, sentence), published: null, furniture: [] });
  return tokens.map((token) => ({ ...token, start: token.start + sentence.start, end: token.end + sentence.start }));
}

/**
 * The phrase that agrees most with all others, each counted by how likely it is (minimum Bayes risk: Kumar and Byrne, NAACL
 * 2004), and its expected agreement, 0 … 1, in characters (F1).
 */
export function likeliest(
  phrases: readonly Phrase[],
  weights: Readonly<Partial<Record<string, number>>>,
): { readonly phrase: Phrase; readonly agreement: number } | null {
  const scores = phrases.map(({ marks }) => {
    let score = 0;
    for (const [mark, strength] of marks) score += (weights[mark] ?? 0) * strength;
    return score;
  });
  const order = scores
    .map((_, at) => at)
    .sort((a, b) => scores[b]! - scores[a]!)
    .slice(0, FEW);
  const top = scores[order[0] ?? -1];
  if (top === undefined) return null;
  const share = scores.map((score) => Math.exp(score - top));
  const all = share.reduce((sum, one) => sum + one, 0);
  let best: { phrase: Phrase; agreement: number } | null = null;
  for (const at of order) {
    const phrase = phrases[at]!;
    const agreement = order.reduce((sum, other) => sum + (share[other]! / all) * overlap(phrase, phrases[other]!), 0);
    if (best === null || agreement > best.agreement) best = { phrase, agreement };
  }
  return best;
}

/** Phrases that are compared with each other. */
const FEW = 40;

function overlap(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : (2 * shared) / (a.end - a.start + b.end - b.start);
}
