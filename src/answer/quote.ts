import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Quotation, Reading, Span } from '../nlp/types.ts';
import type { Searcher } from '../search/types.ts';
import { cite } from './cite.ts';
import { allows } from './filter.ts';
import { withoutCopies } from './quote-copies.ts';
import { foldedName, newest, type Roster } from './quote-roster.ts';
import { speakerOf } from './quote-speaker.ts';
import { topicMeasure } from './quote-topic.ts';
import type { QuoteQuery, QuoteResult, SpeakerCard } from './types.ts';

/** Articles read for a query: those that fit its words best, or the latest when it has none. */
const ARTICLES_READ = 400;

/** In larger collections, articles among these that were not read before: nobody is to wait for seconds. */
const UNREAD = 100;

/** At equal fit the speaker's own words come first. */
const KINDS: Readonly<Record<Quotation['kind'], number>> = { direct: 1, mixed: 0.95, indirect: 0.85 };

/**
 * Quotations on a topic, by a speaker, of a kind: best first, those of one score in the order of the collection, copies in
 * several articles once. A speaker is met by any part of the name, or by the role or mention as written ("ambassador");
 * with a `roster`, also where an article gives the surname alone.
 */
export function quote(
  query: QuoteQuery & { readonly top?: number },
  searcher: Searcher,
  reader: Reader,
  roster?: Roster,
): QuoteResult[] {
  const about = query.about === undefined ? [] : reader.terms(query.about).map(({ stem }) => stem);
  if (query.about !== undefined && about.length === 0) return [];
  const results: Omit<QuoteResult, 'others'>[] = [];
  const isLarge = searcher.corpus.articles.length > ARTICLES_READ;
  let unread = 0;
  for (const article of articlesFor(query, about, searcher, reader, roster)) {
    if (roster && !roster.has(article)) {
      if (isLarge && unread === UNREAD) continue;
      unread += 1;
      roster.note(article);
    }
    const reading = reader.read(article);
    const onTopic = about.length === 0 ? () => 1 : topicMeasure(about, article, reading, searcher, reader);
    for (const quotation of reading.quotations) {
      if (query.kind !== undefined && quotation.kind !== query.kind) continue;
      const speaker = speakerOf(article, reading, quotation);
      const fit = query.speaker === undefined ? 1 : likeness(query.speaker, speaker, roster);
      if (fit === 0) continue;
      const sentence = frame(article, reading, quotation);
      const topic = onTopic(quotation, sentence);
      if (topic === 0) continue;
      const score = topic * fit * KINDS[quotation.kind];
      results.push({
        quotation,
        citation: cite(article, quotation),
        speaker,
        sentence: cite(article, sentence),
        score,
      });
    }
  }
  const distinct = withoutCopies(results.sort((a, b) => b.score - a.score));
  return query.top === undefined ? distinct : distinct.slice(0, query.top);
}

function articlesFor(
  query: QuoteQuery,
  about: readonly string[],
  searcher: Searcher,
  reader: Reader,
  roster: Roster | undefined,
): readonly Article[] {
  const allow = allows(query);
  const { articles } = searcher.corpus;
  const one = query.article === undefined ? undefined : searcher.corpus.get(query.article);
  if (one) return allow(one) ? [one] : [];
  const stems = [...about, ...reader.terms(query.speaker ?? '').map(({ stem }) => stem)];
  if (articles.length <= ARTICLES_READ || stems.length === 0) return newest(articles.filter(allow), ARTICLES_READ);
  const terms = stems.map((stem) => ({ stem, weight: 1 }));
  const found = searcher.search(terms, { limit: 1, articles: ARTICLES_READ, allow }).articles;
  const known = query.speaker === undefined ? [] : (roster?.articles(query.speaker) ?? []).filter(allow);
  return [...new Set([...found.map(({ article }) => article), ...newest(known, ARTICLES_READ)])];
}

/** From the first sentence that the quotation, its cue or its speaker touches to the last. */
function frame(article: Article, reading: Reading, quotation: Quotation): Span {
  const parts: Span[] = [quotation];
  if (quotation.cue) parts.push(quotation.cue);
  if (quotation.speaker?.by === 'stated') parts.push(quotation.speaker.span);
  const start = Math.min(...parts.map((part) => part.start));
  const end = Math.max(...parts.map((part) => part.end));
  const touched = reading.sentences.filter((sentence) => sentence.start < end && sentence.end > start);
  return {
    start: Math.min(start, touched[0]?.start ?? start),
    end: Math.min(article.text.length, Math.max(end, touched.at(-1)?.end ?? end)),
  };
}

/** 1 for the whole name, less for a part of it, the mention or the role; 0 for somebody else. */
function likeness(wanted: string, { name, mention, role }: SpeakerCard, roster: Roster | undefined): number {
  const words = foldedName(wanted);
  if (words.length === 0) return 0;
  const within = (text: string) => {
    const there = new Set(foldedName(text));
    return words.every((word) => there.has(word));
  };
  if (name !== null && foldedName(name).join(' ') === words.join(' ')) return 1;
  if (name !== null && (within(name) || roster?.isSame(name, wanted))) return 0.9;
  if (mention && within(mention.text)) return 0.8;
  return role && within(role.text) ? 0.7 : 0;
}
