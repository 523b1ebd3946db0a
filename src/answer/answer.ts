/** The door of `answer`: a corpus in, the ways to ask it out. All it returns is made of citations. */
import type { Article, Corpus } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Span } from '../nlp/types.ts';
import { createSearcher, createSearcherGently, openSearcher, type Shelf } from '../search/search.ts';
import type { Searcher } from '../search/types.ts';
import { ask } from './ask.ts';
import { check } from './check.ts';
import { cite, NotVerbatim } from './cite.ts';
import { quote } from './quote.ts';
import { profile } from './quote-profile.ts';
import { createRoster } from './quote-roster.ts';
import { timeline } from './timeline.ts';
import { createChronicles } from './timeline-chronicle.ts';
import type { Citation, Library } from './types.ts';

/**
 * Indexes a corpus and returns the ways to ask it. An immutable value: for other articles, make another.
 * @param base articles that are the same objects there are not indexed again
 */
export function createLibrary(corpus: Corpus, reader: Reader, base?: Library): Library {
  return libraryOn(createSearcher(corpus, reader, base?.searcher), reader);
}

/** `createLibrary` for the collection that a process starts with: its index is kept in a folder for the next start. */
export async function openLibrary(corpus: Corpus, reader: Reader, shelf: Shelf): Promise<Library> {
  return libraryOn(await openSearcher(corpus, reader, shelf), reader);
}

/**
 * `createLibrary` for a process that has others to serve.
 * @param pause is awaited after about every 10 ms of work
 */
export async function createLibraryGently(
  corpus: Corpus,
  reader: Reader,
  base: Library | undefined,
  pause: () => Promise<void>,
): Promise<Library> {
  return libraryOn(await createSearcherGently(corpus, reader, base?.searcher, pause), reader);
}

function libraryOn(searcher: Searcher, reader: Reader): Library {
  const { corpus } = searcher;
  const chronicles = createChronicles(searcher, reader);
  const roster = createRoster(searcher, reader);
  return Object.freeze({
    searcher,
    articles: corpus.articles,
    article: (id: string) => corpus.get(id),
    prepare(article) {
      roster.note(article);
      chronicles.of(article);
    },
    ask: (question, options) => ask(question, options, searcher, reader, roster),
    quote: (query) => quote(query, searcher, reader, roster),
    timeline: (query) => timeline(query, searcher, reader, chronicles),
    check: (text) => check(text, searcher, reader),
    speakers: () => roster.list(),
    speaker: (name) => profile(name, searcher, reader, roster),
    cite(articleId, span, hash) {
      const article = corpus.get(articleId);
      if (!article) return null;
      try {
        return cite(article, span, { hash });
      } catch (error) {
        if (error instanceof NotVerbatim) return null;
        throw error;
      }
    },
    around({ article, start, end }, radius) {
      const { sentences } = reader.read(article);
      const first = sentences.findIndex((sentence) => sentence.end > start);
      const after = sentences.findIndex((sentence) => sentence.start >= end);
      const last = (after < 0 ? sentences.length : after) - 1;
      const from = sentences[Math.max(0, first - radius)];
      const to = sentences[Math.min(sentences.length - 1, last + radius)];
      if (first < 0 || !from || !to) return cite(article, { start, end });
      return cite(article, { start: Math.min(start, from.start), end: Math.max(end, to.end) });
    },
    pages: (article, limit) => pages(article, limit, reader),
  } satisfies Library);
}

/**
 * The citation of a span that was shown before, from the very version of the article that it was made of.
 * @param hash of that version, or the start of one
 * @returns null when the article is another version, or has no such span
 */
export function prove(article: Article, span: Span, hash: string): Citation | null {
  if (!article.hash.startsWith(hash)) return null;
  try {
    return cite(article, span);
  } catch (error) {
    if (error instanceof NotVerbatim) return null;
    throw error;
  }
}

/** Paragraphs are packed into pages; one that is too long for a page is taken sentence by sentence. */
function pages(article: Article, limit: number, reader: Reader): Citation[] {
  const { paragraphs, sentences } = reader.read(article);
  const pieces = paragraphs.flatMap((paragraph, index) =>
    paragraph.end - paragraph.start <= limit
      ? [paragraph]
      : sentences.filter((sentence) => sentence.paragraph === index),
  );
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of pieces) {
    const page = found.at(-1);
    if (page && end - page.start <= limit) page.end = end;
    else found.push({ start, end });
  }
  return found.map((span) => cite(article, span));
}
