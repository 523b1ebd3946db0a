import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Span } from '../nlp/types.ts';
import type { Searcher } from '../search/types.ts';
import { isKnown, type Pool } from './check-candidates.ts';
import { occurrences, phraseOf } from './check-exact.ts';
import { type Alignment, align, type Step, type Word, wordsOf } from './diff.ts';

/** Words compared at most. */
const LONGEST = 400;
/** Pairs of words that are compared for a text, and for a stretch of it: bounds the time, whatever the lengths. */
const PAIRS = 2_000_000;
const PART_PAIRS = 300_000;
/** From this share of its words on, a text is an altered quotation and not another text. */
const ALIKE = 0.6;
/** Fewer words than this in a row are no stretch of their own. */
const LEAST = 4;
/** A run of this many words to the letter is taken over from the article, whatever stands around it. */
const TAKEN = 7;
/** So is a shorter one that makes up this share of the text. */
const TAKEN_SHORT = 5;
const TAKEN_SHARE = 0.4;

export interface Altered {
  readonly article: Article;
  readonly alignment: Alignment;
  readonly parts: readonly Part[];
}

/** A stretch of the checked text that stands at another place. */
interface Part {
  readonly article: Article;
  readonly span: Span;
  /** In the checked text. */
  readonly said: Span;
}

interface Compared {
  readonly pool: Pool;
  readonly searcher: Searcher;
  /** Keys of words that the collection does not hold: they may be misspellings. */
  readonly unknown: ReadonlySet<string>;
}

/** The place whose words a text comes nearest to, with the places of what is not from there; null when it is another text. */
export function findAltered(text: string, pool: Pool, searcher: Searcher, reader: Reader): Altered | null {
  const said = wordsOf(text).slice(0, LONGEST);
  const unknown = new Set(said.filter((word) => !isKnown(word.text, searcher, reader)).map(({ key }) => key));
  const compared: Compared = { pool, searcher, unknown };
  const best = nearest(said, compared, PAIRS);
  if (!best) return null;
  const parts = runs(best.alignment.steps).flatMap((run): Part[] => {
    const part = partOf(text, run, compared);
    return part ? [part] : [];
  });
  const found = { ...best, parts };
  return isAlike(found, said, reader) ? found : null;
}

function isAlike({ alignment: { kept, steps }, parts }: Altered, said: readonly Word[], reader: Reader): boolean {
  const elsewhere = said.filter((word) =>
    parts.some((part) => word.start >= part.said.start && word.end <= part.said.end),
  );
  const found = steps.flatMap(({ from, to }) => (from && to ? [from.text] : []));
  if (reader.terms(found.join(' ')).length === 0) return false;
  const run = longestRun(steps);
  if (run >= TAKEN || (run >= TAKEN_SHORT && run / said.length >= TAKEN_SHARE)) return true;
  const original = steps.filter(({ from }) => from !== null).length;
  const enough = kept >= Math.min(LEAST - 1, said.length - 1) && kept >= 2;
  return enough && (kept + elsewhere.length) / said.length >= ALIKE && kept / original >= ALIKE / 2;
}

function longestRun(steps: readonly Step[]): number {
  let longest = 0;
  let run = 0;
  for (const { same } of steps) {
    run = same ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** The place, around one of the pool's sentences, along which the words lie best. */
function nearest(
  said: readonly Word[],
  { pool, searcher, unknown }: Compared,
  most: number,
): { article: Article; alignment: Alignment } | null {
  const length = said.length === 0 ? 0 : said.at(-1)!.end - said[0]!.start;
  const reach = Math.ceil(length * 1.3) + 60;
  let pairs = 0;
  const tried: { article: Article; span: Span }[] = [];
  let best: { article: Article; alignment: Alignment } | null = null;
  for (const { article, span } of pool.sentences) {
    if (pairs >= most) break;
    if (
      tried.some((other) => other.article === article && span.start >= other.span.start && span.end <= other.span.end)
    ) {
      continue;
    }
    tried.push({ article, span: { start: span.start - reach / 2, end: span.end + reach / 2 } });
    const words = wordsOf(article.text, around(article, span, reach, searcher));
    pairs += words.length * said.length;
    const alignment = align(words, said, unknown);
    if (alignment && (!best || alignment.score > best.alignment.score)) best = { article, alignment };
  }
  return best;
}

/** A sentence with `reach` characters on either side, widened to whole sentences, so that no word is cut. */
function around(article: Article, { start, end }: Span, reach: number, searcher: Searcher): Span {
  const near = searcher
    .sentences(article)
    .filter((sentence) => sentence.end > start - reach && sentence.start < end + reach);
  return { start: near[0]?.start ?? start, end: near.at(-1)?.end ?? end };
}

/** Stretches of the checked text of which the place holds nothing. */
function runs(steps: readonly Step[]): Span[] {
  const found: Span[] = [];
  let run: Word[] = [];
  const close = () => {
    if (run.length >= LEAST) found.push({ start: run[0]!.start, end: run.at(-1)!.end });
    run = [];
  };
  // Words kept one by one between those that were not are chance.
  for (const [at, { from, to, same }] of steps.entries()) {
    const alone = same && !steps[at - 1]?.same && !steps[at + 1]?.same;
    if (to && (!from || (alone && run.length > 0))) run.push(to);
    else if (to) close();
  }
  close();
  return found;
}

function partOf(text: string, said: Span, compared: Compared): Part | null {
  const words = text.slice(said.start, said.end);
  const phrase = phraseOf([words], false);
  for (const article of phrase ? compared.pool.articles : []) {
    const [span] = occurrences(article.text, phrase!, 1);
    if (span) return { article, span: { start: span.start, end: span.end }, said };
  }
  const own = wordsOf(text, said);
  if (own.length < 2 * LEAST) return null;
  const best = nearest(own, compared, PART_PAIRS);
  if (!best || best.alignment.kept / own.length < 0.75) return null;
  return { article: best.article, span: best.alignment.span, said };
}
