import type { Article } from '../corpus/types.ts';
import type { Chronicle, Chronicles, Dated } from './timeline-chronicle.ts';

/** A sentence that tells of a date, and how much it has to do with the topic. */
export interface Mention {
  readonly chronicle: Chronicle;
  readonly dated: Dated;
  /** Share of the topic's words, by idf, that the sentence holds. */
  readonly share: number;
  /** The same with its neighbours', at a discount. */
  readonly near: number;
  /** Share of the article's sentences that hold a word of the topic. */
  readonly focus: number;
  /** Whether a word of the topic is among the first of the sentence. */
  readonly early: boolean;
}

export interface Evidence {
  /** Numbers of the topic's stems; empty when there is no topic. */
  readonly topic: readonly number[];
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
}

/** Share of the topic's idf that an article must hold … */
const ON_TOPIC = 0.4;
/** … or so many of its words, when it has more than that: spellings of one name need not all be there. */
const WORDS_ON_TOPIC = 2;
/** What a neighbour's topic words count for a sentence. */
const NEIGHBOUR = { before: 0.5, after: 0.3 };
/** Stems at the head of a sentence, where its subject stands. */
const HEAD = 4;

/** Gathers what the articles about a topic tell of each date. No topic: of all that the articles tell. */
export function gather(
  articles: readonly Article[],
  words: string | undefined,
  chronicles: Chronicles,
  wanted: (date: string) => boolean,
): Evidence {
  const ready = articles.map((article) => chronicles.of(article));
  const topic = words === undefined ? [] : chronicles.numbers(words);
  const mentions = new Map<string, Mention[]>();
  if (words !== undefined && topic.length === 0) return { topic, mentions };
  for (const chronicle of ready) {
    const relation = topic.length === 0 ? ALL : relate(chronicle, topic, chronicles);
    if (!relation) continue;
    for (const dated of chronicle.dated) {
      if (!wanted(dated.date)) continue;
      const { sentence } = dated;
      const share = relation.shares?.[sentence] ?? 1;
      const before = NEIGHBOUR.before * (relation.shares?.[sentence - 1] ?? 0);
      const after = NEIGHBOUR.after * (relation.shares?.[sentence + 1] ?? 0);
      const near = Math.max(share, before, after);
      const early = share > 0 && relation.shares !== null && holdsEarly(chronicle, sentence, topic);
      const mention = { chronicle, dated, share, near, focus: relation.focus, early };
      const list = mentions.get(dated.date);
      if (list) list.push(mention);
      else mentions.set(dated.date, [mention]);
    }
  }
  return { topic, mentions };
}

interface Relation {
  /** Of each sentence; null where there is no topic and every sentence counts in full. */
  readonly shares: Float32Array | null;
  readonly focus: number;
}

const ALL: Relation = { shares: null, focus: 1 };

/** How an article's sentences relate to the topic; null when the article is about something else. */
function relate(chronicle: Chronicle, topic: readonly number[], { idf }: Chronicles): Relation | null {
  const { stems, offsets, title, sentences } = chronicle;
  const weights = topic.map(idf);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const held = new Set(topic.filter((stem) => title.includes(stem)));
  const shares = new Float32Array(sentences.length);
  let holding = 0;
  for (let sentence = 0; sentence < sentences.length; sentence += 1) {
    let sum = 0;
    for (let at = offsets[sentence]!; at < offsets[sentence + 1]!; at += 1) {
      const which = topic.indexOf(stems[at]!);
      if (which < 0) continue;
      sum += weights[which]!;
      held.add(topic[which]!);
    }
    if (sum > 0) holding += 1;
    shares[sentence] = sum / total;
  }
  let covered = 0;
  for (const [which, stem] of topic.entries()) if (held.has(stem)) covered += weights[which]!;
  const many = topic.length > WORDS_ON_TOPIC && held.size >= WORDS_ON_TOPIC;
  if (covered < ON_TOPIC * total && !many) return null;
  return { shares, focus: holding / Math.max(1, sentences.length) };
}

function holdsEarly({ stems, offsets }: Chronicle, sentence: number, topic: readonly number[]): boolean {
  const end = Math.min(offsets[sentence]! + HEAD, offsets[sentence + 1]!);
  for (let at = offsets[sentence]!; at < end; at += 1) if (topic.includes(stems[at]!)) return true;
  return false;
}
