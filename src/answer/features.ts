import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Span } from '../nlp/types.ts';
import type { Hits, Searcher, SentenceHit } from '../search/types.ts';
import { freshOf } from './evidence.ts';
import { hasMember, membersOf } from './evidence-classes.ts';
import type { Cue } from './evidence-cues.ts';
import { agreement } from './features-agreement.ts';
import { kinFor } from './features-kin.ts';
import { linker } from './features-linked.ts';
import { closeness, inOrder, type Match, matcher, nearness, pairsMet } from './features-match.ts';
import type { FeatureName, Features } from './features-names.ts';
import { softly } from './features-soft.ts';
import { besides, densest, longestRun } from './features-spots.ts';
import { type TermsMet, termsMet } from './features-terms.ts';
import {
  ageOf,
  EARLIEST,
  isRecent,
  knownWords,
  largest,
  opensParagraph,
  ownWords,
  pairsOf,
  RECENT_DAYS,
  titleName,
} from './features-words.ts';
import { type Question, ROLES, type Role } from './question.ts';
import { sentencesFor } from './sentences.ts';
import { loadVectors } from './vectors.ts';

/** A candidate sentence, measured. */
export interface Measured {
  readonly hit: SentenceHit;
  readonly features: Features;
  readonly cues: readonly Cue[];
  /** Share of the question's idf that no word of the sentence, its neighbours or the title accounts for, term by term. */
  readonly missing: Missing;
  readonly terms: TermsMet;
}

interface Missing {
  /** The largest idf of a term that is missing around the sentence, and of one missing in it, over the largest of all. */
  readonly around: number;
  readonly here: number;
}

/** A stem that no article has: its idf is the largest. */
const UNKNOWN = '\u0000';
/** The place of a word that is not among the common ones. */
const RARE = 40_000;
const ENDED = /[.!?]["”’)\]]*(?:\[\d+\])*$/;

/** What a question weighs: the idf of its terms, and their sum (never 0). */
export interface Weighed {
  readonly idf: readonly number[];
  readonly whole: number;
  /** The idf of a term that no article has. */
  readonly unknown: number;
  /** How rare each term is in English at large, 0 … 1: the logarithm of its place among the commonest words. */
  readonly general: readonly number[];
}

export function weigh(question: Question, searcher: Searcher): Weighed {
  const idf = question.terms.map(({ stem }) => searcher.idf(stem));
  const vectors = loadVectors();
  const general = question.terms.map(({ stem }) => Math.log(2 + (vectors.rowOf(stem) ?? RARE)) / Math.log(2 + RARE));
  return { idf, whole: sum(idf) || 1, unknown: searcher.idf(UNKNOWN), general };
}

/**
 * Measures the candidates of one question, all together because some features compare them. Their age counts in a collection
 * that is kept up to date alone.
 */
export function measure(
  question: Question,
  hits: Hits,
  searcher: Searcher,
  reader: Reader,
  { idf, whole, unknown }: Weighed,
  isKeptUp: boolean,
): Measured[] {
  const match = matcher(question, kinFor(reader));
  const sentenceOf = sentencesFor(reader);
  const viewed = new Map<Span, Match>();
  const view = (article: Article, span: Span | undefined): Match | null => {
    if (!span) return null;
    const found = viewed.get(span) ?? match(sentenceOf(article.text, span).terms);
    viewed.set(span, found);
    return found;
  };
  const titles = new Map<Article, Match>();
  const titleOf = (article: Article): Match => {
    const found = titles.get(article) ?? match(reader.terms(article.title));
    titles.set(article, found);
    return found;
  };
  const linkedIn = linker(question, hits.sentences, reader);
  const rank = new Map(hits.articles.map(({ article }, index) => [article, 1 / (1 + index)]));
  const totals = new Map(hits.articles.map(({ article, score }) => [article, score]));
  const top = {
    sentence: largest(hits.sentences, (hit) => hit.sentenceScore),
    passage: largest(hits.sentences, (hit) => hit.passageScore),
    article: largest(hits.sentences, (hit) => hit.articleScore),
  };
  const rarest = idf.indexOf(Math.max(...idf));
  const roles = Object.fromEntries(
    ROLES.map((role) => [role, sum(idf.filter((_, term) => question.terms[term]!.role === role))]),
  ) as Record<Role, number>;
  const pairs = pairsOf(question, searcher);
  const pairsWhole = sum(pairs.values()) || 1;
  const known = knownWords(question);

  const soft = softly(question, idf, whole);
  const members = membersOf(question.headWord);
  const found = hits.sentences.map((hit) => {
    const { article, span } = hit;
    const sentences = searcher.sentences(article);
    const here = view(article, span)!;
    const before = view(article, sentences[hit.sentence - 1]);
    const after = view(article, sentences[hit.sentence + 1]);
    const title = titleOf(article);
    const linked = linkedIn(article, span);
    const share = { here: 0, related: 0, linked: 0, before: 0, after: 0, title: 0, names: 0 };
    const met: Record<Role, number> = { name: 0, noun: 0, verb: 0, number: 0, other: 0 };
    const missing = { around: 0, here: 0 };
    for (const [term, { role }] of question.terms.entries()) {
      const weight = idf[term]!;
      const likeness = here.met[term]!;
      if (likeness === 1) {
        share.here += weight;
        met[role] += weight;
      } else {
        share.related += weight * likeness;
        missing.here = Math.max(missing.here, weight * (1 - likeness));
        if (linked.has(question.terms[term]!.stem)) share.linked += weight;
        else if (before?.met[term] === 1) share.before += weight;
        else if (after?.met[term] === 1) share.after += weight;
        else if (title.met[term] === 1) share.title += weight;
        else {
          missing.around = Math.max(missing.around, weight * (1 - likeness));
          continue;
        }
      }
      if (role === 'name') share.names += weight;
    }
    const sentence = sentenceOf(article.text, span);
    const { words, count } = sentence;
    const spans = freshOf(sentence.shaped(question.wanted), question.wanted, known);
    const near = spans.reduce((best, next) => Math.max(best, nearness(next, here, idf)), 0);
    const own = ownWords(here, question, searcher);
    const age = isKeptUp ? ageOf(article, question) : null;
    const within = (limit: number) => (age !== null && age >= EARLIEST && age <= limit ? 1 : 0);
    const kind = soft.kind(article, here, own);
    const beside = besides(question, here, spans);
    const isMember = members !== null && hasMember(words, members, known);
    const features = {
      sentence: hit.sentenceScore / whole,
      passage: hit.passageScore / whole,
      article: hit.articleScore / whole,
      title: hit.titleScore / whole,
      sentenceTop: hit.sentenceScore / top.sentence,
      passageTop: hit.passageScore / top.passage,
      articleTop: hit.articleScore / top.article,
      articleTotal: (totals.get(article) ?? 0) / (hits.articles[0]?.score || 1),
      articleRank: rank.get(article) ?? 0,
      coverage: share.here / whole,
      related: share.related / whole,
      before: share.before / whole,
      linked: share.linked / whole,
      after: share.after / whole,
      titled: share.title / whole,
      complete: share.here + share.linked > 0.99 * whole ? 1 : 0,
      coverName: ratio(met.name, roles.name),
      coverNoun: ratio(met.noun, roles.noun),
      coverVerb: ratio(met.verb, roles.verb),
      coverNumber: ratio(met.number, roles.number),
      nearName: ratio(share.names, roles.name),
      head: question.terms.some(({ stem }, term) => stem === question.head && here.met[term] === 1) ? 1 : 0,
      rarest: here.met[rarest] === 1 ? 1 : before?.met[rarest] === 1 || after?.met[rarest] === 1 ? 0.5 : 0,
      pairs: pairsMet(here, pairs) / pairsWhole,
      order: inOrder(here),
      closeness: closeness(here),
      evidence: spans.length > 0 ? 1 : 0,
      evidenceNear: near / whole,
      vote: 0,
      voters: 0,
      cross: 0,
      outdone: 0,
      member: isMember ? 1 : 0,
      memberless: members !== null && !isMember ? 1 : 0,
      soft: soft.cover(here, here),
      softBefore: soft.cover(here, before),
      kind: kind.kind,
      kindName: kind.kindName,
      theme: soft.theme(own),
      titleName: titleName(article, title, own) / unknown,
      dense: densest(here, idf) / whole,
      run: longestRun(here),
      coverageSquared: (share.here / whole) ** 2,
      besideHead: beside.head,
      besideVerb: beside.verb,
      fullName: question.wanted === 'person' && spans.some((answer) => answer.text.includes(' ')) ? 1 : 0,
      own: Math.log1p((8 * sum(own.values())) / unknown) / 3,
      length: Math.log(count / 20),
      short: count < 7 ? 1 : 0,
      long: count > 45 ? 1 : 0,
      lead: 1 / (1 + hit.sentence),
      opens: opensParagraph(article, sentences[hit.sentence - 1], span) ? 1 : 0,
      pronoun: sentence.opensWithPronoun ? share.before / whole : 0,
      question: words.endsWith('?') ? 1 : 0,
      unended: ENDED.test(words) ? 0 : 1,
      date: question.dates.some((date) => article.published?.startsWith(date) || words.includes(date.slice(0, 4)))
        ? 1
        : 0,
      days4: within(4),
      days15: within(RECENT_DAYS),
      days400: age !== null && age <= 400 ? 1 : 0,
      recent: question.recent && isRecent(article, question) ? 1 : 0,
      stale: question.recent && article.published !== null && !isRecent(article, question) ? 1 : 0,
      age: age === null ? 0 : Math.log1p(Math.max(0, age)) / 7,
    } satisfies Record<FeatureName, number>;
    const hasName = freshOf(sentence.shaped('name'), 'name', known).length > 0;
    const cues: readonly Cue[] = hasName ? [...sentence.cues, 'name'] : sentence.cues;
    const largestIdf = Math.max(...idf, 1e-9);
    return {
      hit,
      features,
      cues,
      missing: { around: missing.around / largestIdf, here: missing.here / largestIdf },
      terms: termsMet(here, soft.likeness(here), {
        before,
        after,
        title,
        linked: (term) => linked.has(question.terms[term]!.stem),
        likeness: soft.likeness,
      }),
      answers: spans.map((answer) => answer.text.toLowerCase()),
      own,
    };
  });
  for (const [index, shared] of agreement(found).entries()) Object.assign(found[index]!.features, shared);
  return found;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
