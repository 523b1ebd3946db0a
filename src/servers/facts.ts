import { z } from 'zod';
import { corpusOf } from '../corpus/corpus.ts';
import type { Article } from '../corpus/types.ts';
import type { Entry } from '../store/types.ts';
import type { OwnArticle } from './types.ts';

const span = z.object({ start: z.int().min(0), end: z.int().min(0) }).readonly();
const fact = z.string().nullable();

/** What the store keeps of a server's own article besides its text. */
export const factsSchema = z
  .object({
    title: z.string(),
    published: fact,
    source: fact,
    url: fact,
    author: fact,
    format: z.enum(['text', 'markdown', 'json', 'jsonl', 'html', 'feed', 'pdf', 'docx']).nullable(),
    dateline: z.object({ place: span, agency: span.nullable(), span }).readonly().nullable(),
    furniture: z.array(span).readonly(),
    /** Where it came from: a file's name, an address, `text`, or the address of a feed. */
    origin: z.string(),
    /** A few hashes by which copies are found, as `signs.ts` writes them. */
    signs: z.string(),
  })
  .readonly();

export type Facts = z.infer<typeof factsSchema>;

export const factsOf = (article: Article, origin: string, signs: string): Facts => ({
  title: article.title,
  published: article.published,
  source: article.source,
  url: article.url,
  author: article.author,
  format: article.format ?? null,
  dateline: article.dateline,
  furniture: article.furniture,
  origin,
  signs,
});

/** The article that was kept. Its hash is that of the text given, whatever the store says. */
export const articleOf = (id: string, text: string, { format, origin: _, signs: __, ...facts }: Facts): Article =>
  corpusOf([{ ...facts, id, text, ...(format && { format }) }]).articles[0]!;

export const ownArticleOf = ({ id, hash, length, added, changed, versions, facts }: Entry<Facts>): OwnArticle => {
  const { title, source, published, url, format, origin } = facts;
  return Object.freeze({
    id,
    title,
    source,
    published,
    url,
    format,
    origin,
    hash,
    length,
    added,
    changed,
    versions,
  });
};
