import type { Reader } from '../nlp/nlp.ts';
import type { QueryTerm } from '../search/types.ts';

/** What a question asks for. `thing` is anything that the words around it do not say more closely. */
export type Wanted =
  | 'person'
  | 'place'
  | 'date'
  | 'duration'
  | 'number'
  | 'money'
  | 'reason'
  | 'manner'
  | 'statement'
  | 'yes-no'
  | 'thing';

export interface Question {
  readonly text: string;
  readonly wanted: Wanted;
  /** Stems in the order of the question, each once. */
  readonly terms: readonly QueryTerm[];
  /** Stems of words written with a capital inside the question: names, mostly. */
  readonly names: ReadonlySet<string>;
  /** Neighbouring stems, as `first second`. */
  readonly pairs: ReadonlySet<string>;
  /** "What did X say about Y": X and Y as written; `about` null when the question leaves it open. */
  readonly said: { readonly speaker: string; readonly about: string | null } | null;
  /** Days that the question's date expressions stand for, as prefixes of ISO dates: `2018`, `2018-06`, `2018-06-12`. */
  readonly dates: readonly string[];
  /** The day of asking. */
  readonly asked: string;
}

/** In order: the first that fits decides, so the particular stand before the general. */
const WANTED: readonly (readonly [Wanted, RegExp])[] = [
  [
    'money',
    /\bhow (?:much|expensive)\b.*\b(?:cost|pay|paid|spen[dt]|worth|earn|price|money|raise|fine|charge)|\bwhat (?:was|is|did) .*\b(?:price|salary|cost|fee)\b/iu,
  ],
  ['duration', /\bhow long\b|\bhow many (?:years|months|weeks|days|hours|minutes|seconds)\b/iu],
  [
    'number',
    /\bhow (?:many|much|old|tall|far|big|large|high|fast|often|deep|heavy|wide)\b|\bwhat (?:percentage|percent|number|proportion|share|fraction)\b|\bhow .* times\b/iu,
  ],
  [
    'date',
    /\bwhen\b|\b(?:what|which|in what|in which) (?:year|date|day|month|decade|century|time|season)\b|\bsince when\b/iu,
  ],
  [
    'place',
    /\bwhere\b|\b(?:what|which) (?:country|city|state|town|place|continent|region|island|location|province|county|street|venue|nation|village|area)\b/iu,
  ],
  [
    'person',
    /\bwho(?:m|se)?\b|\b(?:what|which) (?:person|man|woman|actor|actress|singer|president|player|leader|author|director|politician|minister|coach|celebrity)\b|\bwhat (?:is|was) .*\bname\b/iu,
  ],
  [
    'reason',
    /\bwhy\b|\bwhat (?:caused|is the reason|was the reason|were the reasons|led|prompted|makes?|made)\b|\bfor what reason\b|\bhow come\b/iu,
  ],
  ['manner', /\bhow (?:do|does|did|can|could|is|are|was|were|has|have|will|would)\b/iu],
  ['yes-no', /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might)\b/iu],
];
const SAID =
  /\bwhat (?:did|does|do|has|have|had|was|is) (?:the )?(?<speaker>[^?]{2,60}?) (?:say|said|saying|tell|told|think|thinks|stress|claim|state|announce|add|write|argue|promise|warn|emphasi[sz]e|declare)\w*(?: (?:about|on|of|regarding|concerning|over) (?<about>[^?]+))?/iu;

/**
 * Reads a question: what it asks for, its search terms, names, dates, and whose words it wants.
 * `asked` is the day of asking, `YYYY-MM-DD`. A text without a single term yields no terms, not an error.
 */
export function understand(text: string, asked: string, reader: Reader): Question {
  const found = reader.terms(text);
  const terms = new Map<string, QueryTerm>();
  const names = new Set<string>();
  const pairs = new Set<string>();
  for (const [index, term] of found.entries()) {
    if (!terms.has(term.stem)) terms.set(term.stem, { stem: term.stem, weight: 1 });
    if (term.start > 0 && /^\p{Lu}/u.test(text.slice(term.start, term.end))) names.add(term.stem);
    const next = found[index + 1];
    if (next) pairs.add(`${term.stem} ${next.stem}`);
  }
  const said = SAID.exec(text)?.groups;
  const speaker = said?.['speaker']?.trim();
  return {
    text,
    wanted: speaker === undefined ? (WANTED.find(([, shape]) => shape.test(text))?.[0] ?? 'thing') : 'statement',
    terms: [...terms.values()],
    names,
    pairs,
    said: speaker === undefined ? null : { speaker, about: said?.['about']?.trim() || null },
    dates: reader
      .dates(text, asked)
      .flatMap(({ value }) => /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|T)/.exec(value)?.[0] ?? []),
    asked,
  };
}
