import { hash } from 'node:crypto';
import type { Filter, Library } from '../../src/answer/types.ts';
import type { Article } from '../../src/corpus/types.ts';
import { escapeText, join, md, phrase, speaking } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Choice, Markdown } from '../../src/discord/types.ts';
import type { Speech } from '../../src/languages/types.ts';
import { shortTitle, tidy, words } from './wording.ts';

/** The platform's limit for the name and the value of a choice, in characters. */
const CHOICE = 100;

/** The longest address that is linked, in characters: it counts against what a message may hold. */
const LONGEST_LINK = 500;

/** A short name of an article for buttons and choices: the first ten hexadecimal digits of the SHA-256 of its id. */
export function articleKey(article: Pick<Article, 'id'>): string {
  return hash('sha256', article.id).slice(0, 10);
}

/** What an option or a menu holds for an article: its id, or its key when a choice cannot hold the id to the letter. */
export function articleValue(article: Article): string {
  return article.id.length <= CHOICE && tidy(article.id) === article.id ? article.id : articleKey(article);
}

/** The article with this key, or nothing once it is gone. */
export function articleByKey(library: Library, key: string): Article | undefined {
  return library.articles.find((article) => articleKey(article) === key);
}

/**
 * The article that the option names: by id, by key, or by words of its title when these fit one article only.
 * Throws `Refusal`.
 */
export function findArticle(library: Library, reference: string): Article {
  const article = library.article(reference) ?? articleByKey(library, reference);
  if (article !== undefined) return article;
  const [first, second] = articlesByTitle(library, reference);
  if (first !== undefined && second === undefined) return first;
  throw new Refusal(phrase(first === undefined ? 'source.missing' : 'source.several'));
}

/** Articles in whose title every typed word begins a word, newest first. */
export function articlesByTitle(library: Library, typed: string): readonly Article[] {
  const wanted = words(typed);
  const fitting = library.articles.filter((article) => {
    const title = words(titleOf(article));
    return wanted.every((word) => title.some((candidate) => candidate.startsWith(word)));
  });
  return newestFirst(fitting);
}

/** The choices for an option `article`: title and date, at most 25. */
export function articleChoices(library: Library, typed: string, speech: Speech): readonly Choice[] {
  return articlesByTitle(library, typed)
    .slice(0, 25)
    .map((article) => ({ name: label(article, CHOICE, speech), value: articleValue(article) }));
}

/** The title, or the id where an article has none. */
export function titleOf({ title, id }: Pick<Article, 'title' | 'id'>): string {
  return tidy(title) === '' ? id : title;
}

/** Title and date of an article on one line of at most `limit` characters. */
export function label(article: Pick<Article, 'title' | 'id' | 'published'>, limit: number, speech: Speech): string {
  if (article.published === null) return shortTitle(titleOf(article), limit);
  const date = speech.date(article.published);
  const title = shortTitle(titleOf(article), limit - speech.text('source.label', { title: '', date }).length);
  return speech.text('source.label', { title, date });
}

/** “Title” — publisher, published 10 Sep 2019; linked when the address is a web page's. */
export function sourceLine(article: Article, speech: Speech): Markdown {
  const { say } = speaking(speech);
  const title = linked(speech.text('source.title', { title: shortTitle(titleOf(article), 90) }), article.url, speech);
  const by = article.source ?? article.author;
  const published = showPublished(article, speech);
  if (by === null) return say('source.anonymous', { title, published });
  return say('source.line', { title, publisher: shortTitle(by, 60), published });
}

/** The same with the whole title, for files: without a link, and with no other publisher than the article's source. */
export function plainSource(article: Article, speech: Speech): string {
  const title = speech.text('source.title', { title: titleOf(article) });
  const published = showPublished(article, speech);
  if (article.source === null) return speech.text('source.anonymous', { title, published });
  return speech.text('source.line', { title, publisher: article.source, published });
}

/** "published 10 Sep 2019", or that the day is not known. */
export function showPublished({ published }: Pick<Article, 'published'>, speech: Speech): string {
  if (published === null) return speech.text('source.undated');
  return speech.text('source.published', { date: speech.date(published) });
}

/** Text that links to a web page; plain text when the address is none, or one that Markdown might read otherwise. */
export function linked(text: string, address: string | null, speech: Speech): Markdown {
  const page = address === null ? null : webPage(address);
  if (page === null) return md`${text}`;
  // Brackets would end the text of a link, escaped or not.
  return /[[\]]/u.test(text) ? speaking(speech).say('source.link', { title: text, page }) : md`[${text}](${page})`;
}

function webPage(address: string): Markdown | null {
  const url = URL.parse(address);
  if (url === null || url.port !== '' || url.username !== '' || url.password !== '') return null;
  // RFC 3986 lets any of these be written as its code; spelled so, escaping has nothing left to change.
  const path = (url.pathname + url.search + url.hash).replace(
    /[*_~|()@:[\]\\<>`]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const rest = url.host + path;
  if (rest.length > LONGEST_LINK || escapeText(rest).source !== rest) return null;
  if (url.protocol === 'https:') return md`<https://${rest}>`;
  return url.protocol === 'http:' ? md`<http://${rest}>` : null;
}

/** Whether a filter lets an article through; one without a date only passes when no period is given. */
export function inScope({ article, from, to }: Filter): (candidate: Article) => boolean {
  return ({ id, published }) =>
    (article === undefined || id === article) &&
    (from === undefined || (published !== null && published >= from)) &&
    (to === undefined || (published !== null && published <= to));
}

/** Up to `most` titles with their dates as a list, and how many more there are. */
export function titles(articles: readonly Article[], most: number, speech: Speech): Markdown {
  const lines = articles.slice(0, most).map((article) => md`• ${label(article, 110, speech)}`);
  const more = articles.length - most;
  return join(more > 0 ? [...lines, md`• ${speaking(speech).say('source.rest', { n: more })}`] : lines, '\n');
}

/** Articles in the order of their publication days, latest first; those without one come last. */
export function newestFirst(articles: readonly Article[]): readonly Article[] {
  // ISO dates sort as they are written; a locale's own order would be slower by far.
  const day = ({ published }: Article) => published ?? '';
  return articles.toSorted((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
}
