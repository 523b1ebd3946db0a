import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Sentence, TimeExpression } from '../nlp/types.ts';
import type { Searcher } from '../search/types.ts';
import { cite } from './cite.ts';
import { allows } from './filter.ts';
import type { TimelineEntry, TimelineQuery, TimelineSentence } from './types.ts';

const DATES = 20;
const SENTENCES = 2;
/** Share of the topic's idf that an article must hold. */
const ON_TOPIC = 0.4;
/** Sentences of an article that stand for its own day, when they name no other. */
const LEADS = 3;
/** A whole month or year is less of an event than a day. */
const WEIGHT = { day: 1, month: 0.4, year: 0.15 };
/** A mention made later says that the date mattered (after Ghalandari and Ifrim, ACL 2020: dates by back-reference). */
const LATER = 2;

/** Share of the shorter sentence's terms that makes two sentences tell the same. */
const ALIKE = 0.5;
/** A sentence that names the date counts this much more than one that was only printed on it. */
const SAYS_SO = 4;

interface Mention {
  readonly article: Article;
  readonly sentence: Sentence;
  /** Null: the day is that of publication. */
  readonly expression: TimeExpression | null;
  readonly stems: ReadonlySet<string>;
}

/**
 * The dates that matter for a topic, in order, each with the sentences that tell it best. `from` and `to` bound the
 * dates told, not the days of publication.
 */
export function timeline(query: TimelineQuery, searcher: Searcher, reader: Reader): TimelineEntry[] {
  const topic = query.topic === undefined ? [] : reader.terms(query.topic).map(({ stem }) => stem);
  if (query.topic !== undefined && topic.length === 0) return [];
  const scope = query.article === undefined ? {} : { article: query.article };
  const mentions = new Map<string, Mention[]>();
  for (const article of searcher.corpus.articles.filter(allows(scope))) {
    for (const [date, mention] of mentionsIn(article, topic, searcher, reader)) {
      if (!inside(date, query)) continue;
      const list = mentions.get(date);
      if (list) list.push(mention);
      else mentions.set(date, [mention]);
    }
  }
  const scored = [...mentions].map(([date, list]) => ({ date, list, score: importance(date, list) }));
  scored.sort((a, b) => b.score - a.score || a.date.localeCompare(b.date));
  return scored
    .slice(0, query.dates ?? DATES)
    .sort((a, b) => a.date.localeCompare(b.date))
    .map(({ date, list }) => ({
      date,
      precision: precisionOf(date),
      sentences: choose(list, topic, query.sentences ?? SENTENCES, searcher),
    }));
}

function precisionOf(date: string): TimelineEntry['precision'] {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}

function inside(date: string, { from, to }: TimelineQuery): boolean {
  return (
    (from === undefined || date >= from.slice(0, date.length)) && (to === undefined || date <= to.slice(0, date.length))
  );
}

/** The dates that an article's sentences speak of. Nothing, when the article is not about the topic. */
function* mentionsIn(
  article: Article,
  topic: readonly string[],
  searcher: Searcher,
  reader: Reader,
): Generator<[string, Mention]> {
  const reading = reader.read(article);
  const stems = reading.sentences.map(
    (sentence) => new Set(reader.terms(article.text, sentence).map(({ stem }) => stem)),
  );
  if (topic.length > 0) {
    const held = new Set(reader.terms(article.title).map(({ stem }) => stem));
    for (const set of stems) for (const stem of set) held.add(stem);
    const weigh = (list: readonly string[]) => list.reduce((sum, stem) => sum + searcher.idf(stem), 0);
    if (weigh(topic.filter((stem) => held.has(stem))) < ON_TOPIC * weigh(topic)) return;
  }
  let leads = 0;
  let next = 0;
  const { dates } = reading;
  for (const [index, sentence] of reading.sentences.entries()) {
    let told = false;
    while (next < dates.length && dates[next]!.start < sentence.start) next += 1;
    for (; next < dates.length && dates[next]!.end <= sentence.end; next += 1) {
      const expression = dates[next]!;
      const date = dayOf(expression);
      if (date === null) continue;
      told = true;
      yield [date, { article, sentence, expression, stems: stems[index]! }];
    }
    if (!told && article.published && leads < LEADS) {
      leads += 1;
      yield [article.published, { article, sentence, expression: null, stems: stems[index]! }];
    }
  }
}

/** The calendar day, month or year of an expression, or null for any other kind of value. */
function dayOf({ type, value }: TimeExpression): string | null {
  if (type !== 'DATE' && type !== 'TIME') return null;
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|T)/.exec(value)?.[0] ?? null;
}

function importance(date: string, mentions: readonly Mention[]): number {
  const articles = new Set(mentions.map(({ article }) => article));
  const later = mentions.filter(({ article }) => article.published !== null && article.published > `${date}-99`).length;
  return WEIGHT[precisionOf(date)] * (articles.size + LATER * later);
}

/** The sentences nearest to what all sentences of the date say, none nearly the same as another. */
function choose(
  mentions: readonly Mention[],
  topic: readonly string[],
  limit: number,
  searcher: Searcher,
): TimelineSentence[] {
  const centre = new Map<string, number>();
  for (const { stems } of mentions)
    for (const stem of stems) centre.set(stem, (centre.get(stem) ?? 0) + searcher.idf(stem));
  const closeness = ({ stems, expression }: Mention) => {
    let dot = 0;
    let norm = 0;
    for (const stem of stems) {
      dot += (centre.get(stem) ?? 0) * searcher.idf(stem);
      norm += searcher.idf(stem) ** 2;
    }
    const topical = topic.length === 0 ? 1 : topic.filter((stem) => stems.has(stem)).length / topic.length;
    return (dot / Math.sqrt(norm || 1)) * (0.3 + topical) * (expression ? SAYS_SO : 1);
  };
  const ranked = mentions.map((mention) => ({ mention, score: closeness(mention) })).sort((a, b) => b.score - a.score);
  const chosen: { mention: Mention; others: Mention[] }[] = [];
  for (const { mention } of ranked) {
    const same = chosen.find((other) => alike(other.mention.stems, mention.stems));
    if (!same && chosen.length < limit) chosen.push({ mention, others: [] });
    else if (same && [same.mention, ...same.others].every(({ article }) => article !== mention.article)) {
      same.others.push(mention);
    }
  }
  return chosen.map(({ mention: { article, sentence, expression }, others }) => ({
    citation: cite(article, sentence),
    when: expression && { citation: cite(article, expression), rule: expression.rule },
    others: others.map((other) => cite(other.article, other.sentence)),
  }));
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared += 1;
  return shared > ALIKE * Math.min(a.size, b.size);
}
