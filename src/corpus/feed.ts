/** RSS, RDF or Atom → one extract an item. Entities that a feed defines itself are never expanded. */
import { parseFeed } from 'feedsmith';
import { z } from 'zod';
import { type Extract, joinBlocks, tidy, webAddress } from './extract.ts';
import { blocksOfHtml } from './html.ts';
import { UnreadableError } from './unreadable.ts';

const MOST_ITEMS = 2_000;

const words = z.string().optional().catch(undefined);
/** Texts of Atom say what they are; texts of RSS are HTML. */
const Text = z
  .union([z.string().transform((value) => ({ value, type: undefined })), z.object({ value: z.string(), type: words })])
  .optional()
  .catch(undefined);
const Person = z
  .union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])
  .optional()
  .catch(undefined);
const Content = z.union([
  z.object({ encoded: z.string() }).transform(({ encoded }) => ({ value: encoded, type: undefined })),
  Text,
]);
const Item = z.object({
  title: Text,
  link: words,
  links: z.array(z.object({ href: words, rel: words })).catch([]),
  id: words,
  guid: z.object({ value: z.string() }).optional().catch(undefined),
  pubDate: words,
  published: words,
  updated: words,
  authors: z.array(Person).catch([]),
  description: Text,
  summary: Text,
  content: Content.optional().catch(undefined),
  dc: z
    .object({ creators: z.array(z.string()).catch([]), dates: z.array(z.string()).catch([]), date: words })
    .optional()
    .catch(undefined),
});
const Feed = z.object({
  title: Text,
  items: z.array(Item).optional().catch(undefined),
  entries: z.array(Item).optional().catch(undefined),
});
type Item = z.infer<typeof Item>;
type Text = z.infer<typeof Text>;

/** Throws UnreadableError if it is no feed, or none of its items has a text. */
export function readFeed(xml: string): Extract[] {
  let feed: z.infer<typeof Feed>;
  try {
    feed = Feed.parse(parseFeed(xml, { maxItems: MOST_ITEMS }).feed);
  } catch {
    throw new UnreadableError('it is not a whole RSS or Atom feed');
  }
  const source = plain(feed.title);
  const extracts = (feed.items ?? feed.entries ?? []).flatMap((item) => readItem(item, source) ?? []);
  if (extracts.length === 0) throw new UnreadableError('no item of this feed has a text');
  return extracts;
}

function readItem(item: Item, source: string | null): Extract | null {
  const blocks = [item.content, item.description, item.summary]
    .map((text) => (text ? blocksOf(text) : []))
    .reduce((longest, next) => (longest.length === 0 ? next : longest), []);
  if (blocks.length === 0) return null;
  const title = plain(item.title);
  const href = item.links.find(({ rel }) => rel === undefined || rel === 'alternate')?.href;
  const url = webAddress(item.link) ?? webAddress(href) ?? webAddress(item.guid?.value);
  const published = item.pubDate ?? item.published ?? item.dc?.dates[0] ?? item.dc?.date ?? item.updated;
  return {
    ...joinBlocks(blocks),
    title,
    published: tidy(published),
    source,
    url,
    author: tidy([...item.authors, ...(item.dc?.creators ?? [])].filter((name) => name !== undefined)[0]),
    key: item.guid?.value ?? item.id ?? url ?? title ?? blocks.map(({ text }) => text).join('\n'),
  };
}

function blocksOf({ value, type }: NonNullable<Text>): ReturnType<typeof blocksOfHtml> {
  if (type !== 'text') return blocksOfHtml(value);
  const parts = value.split(/\n\s*\n/u).map((text) => ({ text: text.trim(), heading: false }));
  return parts.filter(({ text }) => text !== '');
}

/** A title without markup. */
function plain(text: Text): string | null {
  if (!text) return null;
  const markup = text.type !== 'text' && /<\/?\w|&[\w#]+;/u.test(text.value);
  return tidy(
    markup
      ? blocksOfHtml(text.value)
          .map((block) => block.text)
          .join(' ')
      : text.value,
  );
}
