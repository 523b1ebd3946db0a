import { Refusal } from '../../src/discord/refusal.ts';
import type { EditableFacts, OwnArticle } from '../../src/servers/types.ts';
import { readPeriod, showDate } from '../shared/days.ts';
import type { Language } from '../shared/language.ts';
import { tidy } from '../shared/wording.ts';

/** What people type about an article; what is undefined was left out. */
export interface Typed {
  readonly title?: string | undefined;
  readonly published?: string | undefined;
  readonly source?: string | undefined;
  readonly url?: string | undefined;
}

/** The facts that were given; what is empty is left as it is. Throws `Refusal` for what is no day or no address. */
export function readFacts({ title, published, source, url }: Typed): EditableFacts {
  const [name, day, by, address] = [title, published, source, url].map((text) => tidy(text ?? '') || undefined);
  return {
    ...(name !== undefined && { title: name }),
    ...(day !== undefined && { published: readDay(day) }),
    ...(by !== undefined && { source: by }),
    ...(address !== undefined && { url: readAddress(address) }),
  };
}

/** The same for a form that shows what is known: what is empty there takes the fact away, save for the title. */
export function readForm(typed: Typed): EditableFacts {
  return { published: null, source: null, url: null, ...readFacts(typed) };
}

/** What an edit changes, in words: "date 3 May 2020 → 4 May 2020". */
export function tellEdit(before: OwnArticle, after: OwnArticle, language: Language): string {
  const day = ({ published }: OwnArticle) => (published === null ? 'unknown' : showDate(published, language));
  const facts = [
    ['title', before.title, after.title],
    ['date', day(before), day(after)],
    ['source', before.source ?? 'unknown', after.source ?? 'unknown'],
    ['address', before.url ?? 'none', after.url ?? 'none'],
  ] as const;
  return facts
    .filter(([, old, present]) => old !== present)
    .map(([name, old, present]) => `${name} ${old} → ${present}`)
    .join('; ');
}

/** A day as people write it, as `YYYY-MM-DD`. A month or a year is none. */
function readDay(typed: string): string {
  const wrong = new Refusal('Please give the date as a day, such as 2019-09-10 or 10 Sep 2019.');
  try {
    const { from, to } = readPeriod({ from: typed, to: typed });
    if (from !== undefined && from === to) return from;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  throw wrong;
}

function readAddress(typed: string): string {
  const url = URL.parse(typed);
  if (url !== null && /^https?:$/u.test(url.protocol)) return typed;
  throw new Refusal('Please give the address as a link that begins with https://.');
}
