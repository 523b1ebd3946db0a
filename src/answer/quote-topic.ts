import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Reading, Span, Term } from '../nlp/types.ts';
import type { Searcher } from '../search/types.ts';

/** What a word counts, by where it stands: in the quotation, the sentence that reports it, its paragraph, the title. */
const QUOTATION = 1;
const SENTENCE = 0.5;
const PARAGRAPH = 0.25;
const TITLE = 0.25;
/** BM25's saturation and length normalisation, and the length of an ordinary quotation in terms. */
const K1 = 0.9;
const B = 0.3;
const ORDINARY = 15;
/** How much neighbouring words of the topic that stand together in the quotation add, at most. */
const TOGETHER = 0.3;
/** Terms between two neighbouring words of the topic at which they still stand near each other. */
const NEAR = 5;
/** A quotation of which less than this share of the topic speaks is about something else. */
const LEAST = 0.2;

/** Measures how far the quotations of an article are about a topic: 0 (not at all) to 1. */
export type TopicMeasure = (quotation: Span, sentence: Span) => number;

/**
 * BM25F over the quotation and what stands around it (Robertson, Zaragoza and Taylor, CIKM 2004), as a share of the best
 * that the topic could score, and a bonus for words that stand together as in the topic, after the sequential dependence
 * model (Metzler and Croft, SIGIR 2005). `about` are the topic's stems in order.
 */
export function topicMeasure(
  about: readonly string[],
  article: Article,
  reading: Reading,
  searcher: Searcher,
  reader: Reader,
): TopicMeasure {
  const wanted = new Set(about);
  const title = new Set(reader.terms(article.title).map(({ stem }) => stem));
  const read = new Map<Span, readonly Term[]>();
  const termsOf = (paragraph: Span) => {
    const terms = read.get(paragraph) ?? reader.terms(article.text, paragraph);
    read.set(paragraph, terms);
    return terms;
  };
  return (quotation, sentence) => {
    const paragraphs = reading.paragraphs.filter(({ start, end }) => start < sentence.end && end > sentence.start);
    const terms = paragraphs.flatMap(termsOf);
    const said = terms.filter((term) => isIn(term, quotation));
    const counts = new Map<string, number>();
    const best = new Map<string, number>();
    for (const term of terms) {
      if (!wanted.has(term.stem)) continue;
      const worth = isIn(term, quotation) ? QUOTATION : isIn(term, sentence) ? SENTENCE : PARAGRAPH;
      counts.set(term.stem, (counts.get(term.stem) ?? 0) + worth);
      best.set(term.stem, Math.max(best.get(term.stem) ?? 0, worth));
    }
    const norm = K1 * (1 - B + (B * said.length) / ORDINARY);
    let score = 0;
    let covered = 0;
    let all = 0;
    for (const stem of wanted) {
      const weight = searcher.idf(stem);
      const count = (counts.get(stem) ?? 0) + (title.has(stem) ? TITLE : 0);
      all += weight;
      covered += weight * Math.max(best.get(stem) ?? 0, title.has(stem) ? TITLE : 0);
      score += (weight * count) / (count + norm);
    }
    if (all === 0 || covered / all < LEAST) return 0;
    const together = about.length < 2 ? 0 : closeness(about, said);
    return ((score / all) * (1 + TOGETHER * together)) / (1 + TOGETHER);
  };
}

/** Share of the topic's neighbours that stand together: 1 side by side and in order, ½ near each other. */
function closeness(about: readonly string[], said: readonly Term[]): number {
  let sum = 0;
  for (const [at, first] of about.slice(0, -1).entries()) {
    const second = about[at + 1]!;
    let closest = 0;
    for (const [place, { stem }] of said.entries()) {
      if (stem !== first) continue;
      if (said[place + 1]?.stem === second) closest = 1;
      const around = said.slice(Math.max(0, place - NEAR), place + NEAR + 1);
      if (around.some((other) => other.stem === second)) closest = Math.max(closest, 0.5);
    }
    sum += closest;
  }
  return sum / (about.length - 1);
}

function isIn(term: Span, { start, end }: Span): boolean {
  return term.start >= start && term.end <= end;
}
