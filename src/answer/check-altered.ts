import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Span } from '../nlp/types.ts';
import type { Searcher } from '../search/types.ts';
import type { Pool } from './check-candidates.ts';
import { occurrences, phraseOf } from './check-exact.ts';
import { type Alignment, align, type Step, type Word, wordsOf } from './diff.ts';

/** Places that are compared word by word, and words compared at most. */
const PLACES = 24;
const LONGEST = 400;
/** Places compared for a stretch that the best place does not hold. */
const PART_PLACES = 8;
/** From this share of its words on, a text is an altered quotation and not another text. */
const ALIKE = 0.6;
/** Fewer words than this in a row are no stretch of their own. */
const LEAST = 3;
/** A run of this many words to the letter is taken over from the article, whatever stands around it. */
const TAKEN = 7;

export interface Altered {
  readonly article: Article;
  readonly alignment: Alignment;
  readonly parts: readonly Part[];
}

/** A stretch of the checked text that stands at another place. */
export interface Part {
  readonly article: Article;
  readonly span: Span;
  /** In the checked text. */
  readonly said: Span;
}

/** The place whose words a text comes nearest to, with the places of what is not from there; null when it is another text. */
export function findAltered(text: string, pool: Pool, searcher: Searcher, reader: Reader): Altered | null {
  const said = wordsOf(text).slice(0, LONGEST);
  const best = nearest(said, text.length, pool, PLACES, searcher);
  if (!best) return null;
  const parts = runs(best.alignment.steps).flatMap((run): Part[] => {
    const part = partOf(text, run, pool, searcher);
    return part ? [part] : [];
  });
  const found = { ...best, parts };
  return isAlike(found, said, reader) ? found : null;
}

function isAlike({ alignment: { kept, steps }, parts }: Altered, said: readonly Word[], reader: Reader): boolean {
  const elsewhere = said.filter((word) =>
    parts.some((part) => word.start >= part.said.start && word.end <= part.said.end),
  );
  const same = steps.filter((step) => step.same).map(({ from }) => from!.text);
  if (reader.terms(same.join(' ')).length === 0) return false;
  if (longestRun(steps) >= TAKEN) return true;
  const original = steps.filter(({ from }) => from !== null).length;
  const enough = kept >= Math.min(LEAST, said.length - 1) && kept >= 2;
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
  length: number,
  { sentences }: Pool,
  most: number,
  searcher: Searcher,
): { article: Article; alignment: Alignment } | null {
  const reach = Math.ceil(length * 1.3) + 60;
  const tried: { article: Article; span: Span }[] = [];
  let best: { article: Article; alignment: Alignment } | null = null;
  for (const { article, span } of sentences) {
    if (tried.length === most) break;
    if (
      tried.some((other) => other.article === article && span.start >= other.span.start && span.end <= other.span.end)
    ) {
      continue;
    }
    tried.push({ article, span: { start: span.start - reach / 2, end: span.end + reach / 2 } });
    const words = wordsOf(article.text, around(article, span, reach, searcher));
    const alignment = align(words, said);
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

function partOf(text: string, said: Span, pool: Pool, searcher: Searcher): Part | null {
  const words = text.slice(said.start, said.end);
  const phrase = phraseOf([words], false);
  for (const article of phrase ? pool.articles : []) {
    const [span] = occurrences(article.text, phrase!, 1);
    if (span) return { article, span: { start: span.start, end: span.end }, said };
  }
  const own = wordsOf(text, said);
  if (own.length < 2 * LEAST) return null;
  const best = nearest(own, words.length, pool, PART_PLACES, searcher);
  if (!best || best.alignment.kept / own.length < 0.75) return null;
  return { article: best.article, span: best.alignment.span, said };
}
