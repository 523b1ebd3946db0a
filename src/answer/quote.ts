import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Quotation, Reading, Span } from '../nlp/types.ts';
import type { Searcher } from '../search/types.ts';
import { cite } from './cite.ts';
import { allows } from './filter.ts';
import type { QuoteQuery, QuoteResult, SpeakerCard, SpeakerEntry } from './types.ts';

/** Articles read for a query with words in it; without words all are. */
const ARTICLES_READ = 400;

/**
 * Quotations on a topic, by a speaker, of a kind: best first, those of one score in the order of the collection.
 * A speaker is met by any part of the name, or by the role or mention as written ("ambassador").
 */
export function quote(
  query: QuoteQuery & { readonly top?: number },
  searcher: Searcher,
  reader: Reader,
): QuoteResult[] {
  const about = query.about === undefined ? [] : reader.terms(query.about).map(({ stem }) => stem);
  if (query.about !== undefined && about.length === 0) return [];
  const results: QuoteResult[] = [];
  for (const article of articlesFor(query, about, searcher, reader)) {
    const reading = reader.read(article);
    for (const quotation of reading.quotations) {
      if (query.kind !== undefined && quotation.kind !== query.kind) continue;
      const speaker = speakerOf(article, reading, quotation);
      const fit = query.speaker === undefined ? 1 : likeness(query.speaker, speaker);
      if (fit === 0) continue;
      const sentence = frame(article, reading, quotation);
      const topic = about.length === 0 ? 1 : relevance(about, article, quotation, sentence, searcher, reader);
      if (topic === 0) continue;
      results.push({
        quotation,
        citation: cite(article, quotation),
        speaker,
        sentence: cite(article, sentence),
        score: topic * fit * (quotation.kind === 'indirect' ? 0.8 : 1),
      });
    }
  }
  results.sort((a, b) => b.score - a.score);
  return query.top === undefined ? results : results.slice(0, query.top);
}

/** Everyone who is quoted, most quoted first. */
export function speakers(searcher: Searcher, reader: Reader): SpeakerEntry[] {
  const known = new Map<string, SpeakerEntry>();
  for (const article of searcher.corpus.articles) {
    const reading = reader.read(article);
    for (const quotation of reading.quotations) {
      const { name, role } = speakerOf(article, reading, quotation);
      if (name === null) continue;
      const key = folded(name).join(' ');
      const seen = known.get(key);
      known.set(key, { name: seen?.name ?? name, role: seen?.role ?? role, quotations: (seen?.quotations ?? 0) + 1 });
    }
  }
  return [...known.values()].sort((a, b) => b.quotations - a.quotations || a.name.localeCompare(b.name));
}

/** The speaker's name, mention and role, as the article gives them. */
export function speakerOf(article: Article, reading: Reading, { speaker }: Quotation): SpeakerCard {
  if (!speaker) return { name: null, mention: null, role: null };
  const mention = speaker.by === 'stated' ? cite(article, speaker.span) : null;
  const entity = speaker.entity === null ? undefined : reading.names.entities[speaker.entity];
  const role = entity?.roles[0];
  return { name: speaker.name, mention, role: role ? cite(article, role) : null };
}

function articlesFor(
  query: QuoteQuery,
  about: readonly string[],
  searcher: Searcher,
  reader: Reader,
): readonly Article[] {
  const allow = allows(query);
  const all = searcher.corpus.articles.filter(allow);
  if (all.length <= ARTICLES_READ) return all;
  const stems = [...about, ...reader.terms(query.speaker ?? '').map(({ stem }) => stem)];
  if (stems.length === 0) return all;
  const terms = stems.map((stem) => ({ stem, weight: 1 }));
  return searcher.search(terms, { limit: 1, articles: ARTICLES_READ, allow }).articles.map(({ article }) => article);
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

/** Share of the topic's idf that the words, or (counting half) the sentence or the article's title around them, hold. */
function relevance(
  about: readonly string[],
  article: Article,
  quotation: Span,
  sentence: Span,
  searcher: Searcher,
  reader: Reader,
): number {
  const said = stems(reader, article.text, quotation);
  const around = stems(reader, article.text, sentence);
  const title = new Set(reader.terms(article.title).map(({ stem }) => stem));
  let met = 0;
  let all = 0;
  for (const stem of about) {
    const weight = searcher.idf(stem);
    all += weight;
    if (said.has(stem)) met += weight;
    else if (around.has(stem)) met += weight / 2;
    else if (title.has(stem)) met += weight / 4;
  }
  return met / all < 0.2 ? 0 : met / all;
}

function stems(reader: Reader, text: string, span: Span): Set<string> {
  return new Set(reader.terms(text, span).map(({ stem }) => stem));
}

/** 1 for the whole name, less for a part of it, the mention or the role; 0 for somebody else. */
function likeness(wanted: string, { name, mention, role }: SpeakerCard): number {
  const words = folded(wanted);
  if (words.length === 0) return 0;
  const within = (text: string) => {
    const there = new Set(folded(text));
    return words.every((word) => there.has(word));
  };
  if (name !== null && folded(name).join(' ') === words.join(' ')) return 1;
  if (name !== null && within(name)) return 0.9;
  if (mention && within(mention.text)) return 0.8;
  return role && within(role.text) ? 0.7 : 0;
}

function folded(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/^(?:the|a|an|of|s|mr|mrs|ms|dr)$/u.test(word));
}
