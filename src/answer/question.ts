import type { Reader } from '../nlp/nlp.ts';
import type { QueryTerm } from '../search/types.ts';
import { calendarOf } from './calendar.ts';
import { readWanted, type Wanted } from './question-wanted.ts';

/** What part a term plays in the question. */
export const ROLES = ['name', 'noun', 'verb', 'number', 'other'] as const;
export type Role = (typeof ROLES)[number];

interface QuestionTerm extends QueryTerm {
  readonly role: Role;
}

export interface Question {
  readonly text: string;
  readonly wanted: Wanted;
  /** In the order of the question, each stem once. */
  readonly terms: readonly QuestionTerm[];
  /** All stems in order, repeated ones too. */
  readonly stems: readonly string[];
  /** Stem of the noun that is asked for: "country" in "which African country". */
  readonly head: string | null;
  /** … as written. */
  readonly headWord: string | null;
  /** "What did X say about Y": X and Y as written; `about` null when the question leaves it open. */
  readonly said: { readonly speaker: string; readonly about: string | null } | null;
  /** Days that the question's date expressions stand for, as prefixes of ISO dates: `2018`, `2018-06`, `2018-06-12`. */
  readonly dates: readonly string[];
  /** It speaks of the days before it was asked: "this week", "recently". */
  readonly recent: boolean;
  /** The words of a topic, which ask nothing: "harbour tunnel". */
  readonly topical: boolean;
  /** The day of asking. */
  readonly asked: string;
}

const RECENT =
  /\b(?:this (?:week|month|weekend|past)|past (?:week|few days)|last week|recent(?:ly)?|today|yesterday|latest|currently|newest|just|(?:on|this|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iu;
/** Opens with a question word or a verb, or ends with a question mark. */
const ASKING =
  /\?\s*$|^(?:\p{L}+ )?(?:what|which|who|whom|whose|where|when|why|how)\b|^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|name|list|define)\b/iu;
const SAYING =
  'say|said|saying|tell|told|telling|think|thinks|thought|stress|stressed|claim|claimed|state|stated|announce|announced|add|added|write|written|argue|argued|promise|promised|warn|warned|emphasi[sz]e|emphasi[sz]ed|declare|declared';
const SAID = new RegExp(
  `^what (?:did|does|do|has|have|had|was|is) (?:the )?(?<speaker>[^?]{2,60}?) (?:${SAYING})\\b(?: (?:us|reporters|that))?(?: (?:about|on|of|regarding|concerning|over) (?<about>[^?]+))?\\s*\\??$`,
  'iu',
);

/**
 * Reads a question: what it asks for, its search terms and their roles, dates, and whose words it wants.
 * `asked` is the day of asking, `YYYY-MM-DD`. A text without a single term yields no terms, not an error.
 */
export function understand(text: string, asked: string, reader: Reader): Question {
  const found = reader.terms(text);
  const { wanted, head } = readWanted(text);
  const roles = rolesOf(text, reader);
  const terms = new Map<string, QuestionTerm>();
  for (const { stem, start } of found) {
    if (terms.has(stem)) continue;
    const role = /^\p{N}/u.test(stem) ? 'number' : (roles.get(start) ?? 'other');
    terms.set(stem, { stem, weight: 1, role });
  }
  const said = SAID.exec(text)?.groups;
  const speaker = said?.['speaker']?.trim();
  return {
    text,
    wanted: speaker === undefined ? wanted : 'statement',
    terms: [...terms.values()],
    stems: found.map(({ stem }) => stem),
    headWord: head && text.slice(head.start, head.end),
    head: head && (reader.terms(text, head)[0]?.stem ?? null),
    said: speaker === undefined ? null : { speaker, about: said?.['about']?.trim() || null },
    dates: reader.dates(text, asked).flatMap(({ value }) => calendarOf(value) ?? []),
    recent: RECENT.test(text),
    topical: !ASKING.test(text),
    asked,
  };
}

const ROLE_OF: Readonly<Partial<Record<string, Role>>> = {
  PROPN: 'name',
  NOUN: 'noun',
  VERB: 'verb',
  AUX: 'verb',
  NUM: 'number',
};

/** By where a word starts. Inside a question a capital makes a name, whatever the tagger says. */
function rolesOf(text: string, reader: Reader): Map<number, Role> {
  const { tokens } = reader.tag({ text, published: null, furniture: [] });
  return new Map(
    tokens.map(({ start, tag, text: word }, index): [number, Role] => [
      start,
      index > 0 && /^\p{Lu}/u.test(word) ? 'name' : (ROLE_OF[tag] ?? 'other'),
    ]),
  );
}
