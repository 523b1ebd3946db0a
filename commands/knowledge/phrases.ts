import { type Phrase, phrase, type Value } from '../../src/discord/markdown.ts';
import type { OwnArticle } from '../../src/servers/types.ts';
import { titleOf } from '../shared/sources.ts';
import { shortTitle } from '../shared/wording.ts';

// What replies and the log channel both say, each in its own language.

/** A title in a list has at most so many characters. */
const LONGEST = 76;

/** "one article", "1,204 articles" */
export const articles = (count: number): Phrase => phrase('knowledge.articles', { n: count });

/** Several phrases, one a line. */
export const lines = ([first, ...rest]: readonly Phrase[]): Phrase =>
  rest.reduce((above, below) => phrase('knowledge.lines', { first: above, second: below }), first!);

/** Titles and days, up to `most` of them, and how many more there are: a bullet each. */
export function bullets(some: readonly OwnArticle[], most: number): readonly Phrase[] {
  const named = some.slice(0, most).map(dated);
  const rest = some.length - named.length;
  return [...named, ...(rest > 0 ? [phrase('knowledge.more', { n: rest })] : [])].map((item) =>
    phrase('knowledge.bullet', { item }),
  );
}

function dated(article: OwnArticle): Value {
  const title = shortTitle(titleOf(article), LONGEST);
  return article.published === null ? title : phrase('knowledge.dated', { title, date: { date: article.published } });
}
