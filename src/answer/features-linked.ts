import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Span } from '../nlp/types.ts';
import type { SentenceHit } from '../search/types.ts';
import type { Question } from './question.ts';

/** Articles whose people are looked at: reading them is costly while they were not prepared. */
const ARTICLES = 3;

/**
 * Whom a sentence speaks of without saying the name that the question says: "the ambassador", "he", a surname alone.
 * Returns a function that gives the stems of the full names of everyone a sentence mentions; of the best few articles only,
 * and only of those whose name the question has a part of.
 */
export function linker(
  question: Question,
  hits: readonly SentenceHit[],
  reader: Reader,
): (article: Article, span: Span) => ReadonlySet<string> {
  const names = new Set(question.terms.flatMap(({ stem, role }) => (role === 'name' ? [stem] : [])));
  const none: ReadonlySet<string> = new Set();
  if (names.size === 0) return () => none;
  const articles = new Set<Article>();
  for (const { article } of hits) {
    if (articles.size === ARTICLES) break;
    articles.add(article);
  }
  const people = new Map([...articles].map((article) => [article, mentionsIn(article, names, reader)]));
  return (article, span) => {
    const mentions = people.get(article);
    if (!mentions || mentions.length === 0) return none;
    const within = mentions.filter(({ start, end }) => start >= span.start && end <= span.end);
    return within.length === 0 ? none : new Set(within.flatMap(({ stems }) => stems));
  };
}

function mentionsIn(article: Article, names: ReadonlySet<string>, reader: Reader) {
  const { entities, mentions } = reader.read(article).names;
  const stems = entities.map(({ name }) => {
    const all = reader.terms(name).map(({ stem }) => stem);
    return all.some((stem) => names.has(stem)) ? all : [];
  });
  return mentions.flatMap(({ start, end, entity }) => {
    const known = stems[entity] ?? [];
    return known.length === 0 ? [] : [{ start, end, stems: known }];
  });
}
