import { type Phrase, phrase, type Value } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { EditableFacts, OwnArticle } from '../../src/servers/types.ts';
import { readPeriod } from '../shared/days.ts';
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

/** What an edit changes, in words: "date 3 May 2020 → 4 May 2020"; null: nothing. */
export function changesBetween(before: OwnArticle, after: OwnArticle): Phrase | null {
  const unknown = phrase('knowledge.unknown');
  const day = ({ published }: OwnArticle): Value => (published === null ? unknown : { date: published });
  const address = ({ url }: OwnArticle): Value => url ?? phrase('knowledge.none');
  const changes = [
    before.title !== after.title && phrase('knowledge.edit.toTitle', { old: before.title, new: after.title }),
    before.published !== after.published && phrase('knowledge.edit.toDate', { old: day(before), new: day(after) }),
    before.source !== after.source &&
      phrase('knowledge.edit.toSource', { old: before.source ?? unknown, new: after.source ?? unknown }),
    before.url !== after.url && phrase('knowledge.edit.toAddress', { old: address(before), new: address(after) }),
  ].filter((change) => change !== false);
  if (changes.length === 0) return null;
  return changes.reduce((first, second) => phrase('knowledge.edit.pair', { first, second }));
}

/** A day as people write it, as `YYYY-MM-DD`. A month or a year is none. */
function readDay(typed: string): string {
  const wrong = new Refusal(phrase('knowledge.edit.noDay'));
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
  throw new Refusal(phrase('knowledge.edit.noAddress'));
}
