import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Span } from '../nlp/types.ts';
import type { QueryTerm, Searcher } from '../search/types.ts';

/** Where a text may stand: the likeliest sentences and articles first. */
export interface Pool {
  readonly articles: readonly Article[];
  readonly sentences: readonly Place[];
}

interface Place {
  readonly article: Article;
  readonly span: Span;
}

/** Rarest terms that are looked for together; more cost time and find nothing new. */
const TERMS = 24;
/** Terms of a stretch that is looked for by itself, since a text may be put together from several places. */
const STRETCH = 8;
const STRETCHES = 12;
/** Sentences and articles taken from a search for the whole text; of sentences more for short texts, whose words stand in many places. */
const ARTICLES = 300;
const WIDE = 300;
const NARROW = 40;
/** Rare words that are looked for in these articles as they are written, since no search ranks all sentences that hold them. */
const WRITTEN = 6;
/** Characters within which they must stand together. */
const WINDOW = 400;
/** Articles that are looked through for a text without a telling word ("we will do it"). */
const UNTOLD = 2_000;
/** Words that are tried in other spellings, and spellings taken of each. */
const CORRECTED = 6;
const SPELLINGS = 3;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** The sentences and articles that hold a text's rarest terms, whole and stretch by stretch, misspelt words corrected. */
export function poolOf(text: string, searcher: Searcher, reader: Reader): Pool {
  const terms = termsOf(text, searcher, reader);
  if (terms.length === 0) return { articles: searcher.corpus.articles.slice(0, UNTOLD), sentences: [] };
  const rarest = byRarity(terms, searcher).slice(0, TERMS);
  const most = terms.length <= 4 ? WIDE : NARROW;
  const whole = searcher.search(unique(rarest), { limit: most, articles: ARTICLES });
  const searches = [whole];
  if (terms.length >= 4) {
    const stretches = inStretches(terms).map((stretch) => byRarity(stretch, searcher).slice(0, STRETCH));
    for (const stretch of stretches) {
      searches.push(searcher.search(unique(stretch), { limit: STRETCH, articles: STRETCH }));
    }
  }
  const found = whole.articles.map(({ article }) => article);
  // In turns, so that what only one stretch finds is not behind all that another does.
  const sentences = inTurns<Place>([
    ...searches.map((hits) => hits.sentences.slice(0, most)),
    written(text, found, searcher, reader).slice(0, most),
  ]);
  const articles = new Set<Article>();
  for (const { article } of sentences) articles.add(article);
  for (const { article } of inTurns(searches.map((hits) => hits.articles))) articles.add(article);
  const seen = new Set<string>();
  const distinct = sentences.filter(({ article, span }) => {
    const place = `${span.start} ${article.id}`;
    return seen.has(place) ? false : seen.add(place);
  });
  return { articles: [...articles], sentences: distinct };
}

/** The sentences of some articles that hold most of a text's rare words as they are written there; the best of each article. */
function written(text: string, articles: readonly Article[], searcher: Searcher, reader: Reader): Place[] {
  const words = reader
    .terms(text)
    .map(({ stem, start, end }) => ({ word: text.slice(start, end), weight: searcher.idf(stem) }))
    .filter(({ word }) => word.length > 2)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, WRITTEN);
  const found = articles.flatMap((article): (Place & { weight: number })[] => {
    const best = densest(article.text, words);
    const sentences = best ? searcher.sentences(article) : [];
    const span = sentences.find(({ end }) => end > best!.at) ?? sentences.at(-1);
    return best && span ? [{ article, span, weight: best.weight }] : [];
  });
  return found.sort((a, b) => b.weight - a.weight);
}

/** Where most of the words, which come rarest first, stand within `WINDOW` characters: the place of the rarest of them. */
function densest(
  text: string,
  words: readonly { word: string; weight: number }[],
): { at: number; weight: number } | null {
  const windows = new Map<number, { at: number; weight: number }>();
  for (const { word, weight } of words) {
    const met = new Set<number>();
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + WINDOW / 2)) {
      const half = Math.floor(at / (WINDOW / 2));
      for (const number of [half - 1, half]) {
        if (met.has(number)) continue;
        met.add(number);
        const window = windows.get(number);
        if (window) window.weight += weight;
        else windows.set(number, { at, weight });
      }
    }
  }
  let best: { at: number; weight: number } | null = null;
  for (const window of windows.values()) if (!best || window.weight > best.weight) best = window;
  return best;
}

/** Whether the collection holds a word, in any of its forms; stop words it does. */
export function isKnown(word: string, searcher: Searcher, reader: Reader): boolean {
  return reader.terms(word).every(({ stem }) => isIndexed(stem, searcher));
}

function isIndexed(stem: string, searcher: Searcher): boolean {
  // No stem holds a space, so this is the weight of what stands nowhere.
  return searcher.idf(stem) < searcher.idf(' ');
}

function termsOf(text: string, searcher: Searcher, reader: Reader): QueryTerm[] {
  let corrected = 0;
  return reader.terms(text).flatMap(({ stem, start, end }): QueryTerm[] => {
    if (isIndexed(stem, searcher)) return [{ stem, weight: 1 }];
    corrected += 1;
    return corrected > CORRECTED ? [] : spellings(text.slice(start, end).toLowerCase(), searcher, reader);
  });
}

/** Words of the collection one slip away: a letter left out, put in, exchanged or swapped (https://norvig.com/spell-correct.html). */
function spellings(word: string, searcher: Searcher, reader: Reader): QueryTerm[] {
  if (!/^[a-z]{4,20}$/u.test(word)) return [];
  const found = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    const slips = [
      before + after.slice(1),
      before + (after[1] ?? '') + (after[0] ?? '') + after.slice(2),
      ...Array.from(LETTERS, (letter) => before + letter + after.slice(1)),
      ...Array.from(LETTERS, (letter) => before + letter + after),
    ];
    for (const slip of slips) {
      const stem = reader.terms(slip)[0]?.stem;
      if (stem !== undefined && isIndexed(stem, searcher)) found.add(stem);
    }
  }
  return [...found].slice(0, SPELLINGS).map((stem) => ({ stem, weight: 0.7 }));
}

function byRarity(terms: readonly QueryTerm[], searcher: Searcher): QueryTerm[] {
  return terms.toSorted((a, b) => searcher.idf(b.stem) - searcher.idf(a.stem));
}

function unique(terms: readonly QueryTerm[]): QueryTerm[] {
  return [...new Map(terms.map((term) => [term.stem, term])).values()];
}

/** Halves of a short text, runs of terms of a longer one. */
function inStretches(terms: readonly QueryTerm[]): QueryTerm[][] {
  const size = Math.max(STRETCH, Math.ceil(terms.length / STRETCHES));
  const length = terms.length < 2 * size ? Math.ceil(terms.length / 2) : size;
  return Array.from({ length: Math.ceil(terms.length / length) }, (_, at) =>
    terms.slice(at * length, (at + 1) * length),
  );
}

function inTurns<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}
