/** Ids of a server's own articles: `own/` and a name that stays the same when the same thing is added again. */
import { createHash } from 'node:crypto';

/** No shipped article has it: `createServers` sees to that. */
export const OWN = 'own/';

/** Whether an article is a server's own, and not one that came with the bot. */
export const isOwn = ({ id }: { readonly id: string }): boolean => id.startsWith(OWN);
const LONGEST = 200;
const LONGEST_NAME = 60;

/** The id of an article that a file or a record calls `name`; one that was exported keeps its own. */
export const ownId = (name: string): string => {
  const id = name.startsWith(OWN) ? name : `${OWN}${name}`;
  return id.length <= LONGEST ? id : `${id.slice(0, LONGEST - 9).toWellFormed()}~${digest(id)}`;
};

/** The id of another article under a name that is taken: that of the first and the beginning of its own hash. */
export const besides = (id: string, hash: string): string => ownId(`${id}~${hash.slice(0, 8)}`);

/** A file's name for what stands at an address: readable, and different for different addresses. */
export const nameOfLink = (url: string, ending: string): string => {
  const { hostname, pathname } = new URL(url);
  const page = slug(decodeURI(pathname.split('/').findLast((part) => part !== '') ?? '')) || 'page';
  return `web/${slug(hostname)}/${page}-${digest(url)}${ending}`;
};

/** A file's name for a feed; its items have theirs below it. */
export const nameOfFeed = (url: string): string => `feeds/${slug(new URL(url).hostname)}-${digest(url)}.xml`;

/** A file's name for a text that somebody has pasted. */
export const nameOfText = (title: string | undefined): string => `${slug(title ?? '') || 'text'}.txt`;

const slug = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, LONGEST_NAME)
    .toWellFormed()
    .replaceAll(/^-+|[-\uFFFD]+$/gu, '');

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);
