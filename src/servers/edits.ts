import { type EditableFacts, KnowledgeRefusal } from './types.ts';

const LONGEST = 300;
const LONGEST_URL = 2_048;

/** Facts as an article may have them, without white space at their ends. @throws KnowledgeRefusal */
export const checkedFacts = ({ title, published, source, url }: EditableFacts): EditableFacts => {
  const known = { title: tidy(title), published: tidy(published), source: tidy(source), url: tidy(url) };
  for (const text of [known.title, known.source]) {
    if (text && text.length > LONGEST) {
      throw new KnowledgeRefusal(`A title or a source can have ${LONGEST} characters. Please shorten it.`);
    }
  }
  if (known.published && !isDay(known.published)) {
    throw new KnowledgeRefusal(`"${known.published.slice(0, 40)}" is not a day. Please write it like 2024-03-09.`);
  }
  if (known.url && !isWebAddress(known.url)) {
    throw new KnowledgeRefusal('That is not a web address. Please write it with https:// in front.');
  }
  const { title: named, ...others } = known;
  // What is undefined is left out, because it must not take anything away; and a title is never taken away.
  const defined = Object.entries(others).filter(([, value]) => value !== undefined);
  return { ...(named && { title: named }), ...Object.fromEntries(defined) };
};

/** Nothing but white space takes a fact away, as null does. */
const tidy = (text: string | null | undefined): string | null | undefined =>
  typeof text === 'string' ? text.trim() || null : text;

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

const isWebAddress = (text: string): boolean => {
  const url = text.length <= LONGEST_URL ? URL.parse(text) : null;
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
};
