import type { Span } from '../nlp/types.ts';

/** What a question asks for. `place` answers "where", `region` "which country"; `name` is that of a thing or body; `thing` is what the words do not say more closely. */
export const WANTED = [
  'person',
  'place',
  'region',
  'name',
  'date',
  'duration',
  'number',
  'percent',
  'money',
  'reason',
  'manner',
  'definition',
  'statement',
  'yes-no',
  'thing',
] as const;
export type Wanted = (typeof WANTED)[number];

const PEOPLE =
  'person|people|man|woman|men|women|actor|actress|singer|rapper|musician|artist|comedian|celebrity|star|athlete|player|golfer|quarterback|driver|boxer|coach|author|writer|novelist|poet|director|filmmaker|composer|philosopher|scientist|physicist|mathematician|economist|historian|theorist|theologian|president|leader|king|queen|prince|princess|emperor|monarch|pope|bishop|politician|senator|congressman|congresswoman|lawmaker|representative|governor|mayor|minister|ambassador|chancellor|judge|justice|lawyer|general|commander|explorer|inventor|engineer|architect|billionaire|founder|ceo|executive|host|anchor|journalist|activist|figure|candidate|nominee';
const PLACES =
  'country|countries|nation|nations|city|cities|town|towns|state|states|province|county|place|places|continent|region|regions|island|islands|location|locations|village|street|area|areas|venue|district|borough|neighborhood|neighbourhood|territory|capital|river|lake|mountain|ocean|sea|stadium';
const DATES = 'year|years|date|day|days|month|months|decade|decades|century|centuries|time|season|era|period';
const NAMED =
  'company|companies|firm|brand|team|club|party|group|band|organi[sz]ation|agency|university|college|school|newspaper|magazine|network|show|movie|film|song|album|book|airline|automaker|carmaker|retailer|restaurant|chain|platform|app|museum|church|ship|award|event|war|battle|treaty|law|act|tribe|religion|denomination|language|planet|hurricane|storm|word|name|title|term|nickname|studio|bank|league|sport|tournament|conference|union|court|department|institution|festival';
/** A question word that no other stands before: "What is needed when …" does not ask for a day. */
const first = (word: string) => `^(?:(?!\\b(?:what|which|who|whom|whose|where|why|how|when)\\b).)*\\b${word}\\b`;
const which = (nouns: string) => `\\b(?:what|which) (?:[\\p{L}.’'-]+ ){0,3}?(?:${nouns})\\b`;

/** In order: the first that fits decides, so the particular stand before the general. */
const SHAPES: readonly (readonly [Wanted, RegExp])[] = [
  [
    'percent',
    /\b(?:what|which|how many|how much)\b.{0,20}\b(?:percent|percentage|per cent|proportion|share|fraction)\b|\bpercentage\b/iu,
  ],
  [
    'money',
    /\bhow (?:much|expensive)\b.*\b(?:costs?|pay|paid|spen[dt]|worth|earn|earned|price|money|raised?|fined?|charged?|sell|sold|dollars|settle|bid|budget)\b|\b(?:what|which) (?:(?:is|was|are|were) )?(?:the )?(?:\p{L}+ ){0,2}(?:price|salary|cost|fee|hourly amount|budget)\b/iu,
  ],
  ['duration', /\bhow long\b|\bhow many (?:\p{L}+ )?(?:years|months|weeks|days|hours|minutes|seconds)\b/iu],
  [
    'number',
    /\bhow (?:many|much|old|tall|far|big|large|high|fast|often|deep|heavy|wide|thick|hot|cold)\b|\b(?:what|which) (?:is|was|are|were) the (?:total |average |estimated |approximate |current )?(?:number|population|size|amount|height|length|depth|width|age|rate|area|speed|distance|temperature|value)\b|\bwhat (?:number|age|size|amount|rate)\b|\bhow .* times\b/iu,
  ],
  ['date', new RegExp(`${first('when')}|\\b(?:what|which) (?:\\p{L}+ )?(?:${DATES})\\b|\\bsince:?$`, 'iu')],
  ['place', new RegExp(first('where'), 'iu')],
  ['region', new RegExp(which(PLACES), 'iu')],
  ['person', new RegExp(`\\bwho(?:m|se)?\\b|${which(PEOPLE)}`, 'iu')],
  [
    'reason',
    /\bwhy\b|\bwhat (?:caused|causes|(?:is|was|are|were) the (?:\p{L}+ )?(?:reasons?|causes?)|led|prompted|made|motivated|forced)\b|\bfor what reason\b|\bhow come\b|\bbecause of what\b/iu,
  ],
  ['manner', /\bhow\b/iu],
  ['name', /\bwhat (?:is|was|were) (?:[\p{L}’']+ )*?names?\b/iu],
  [
    'definition',
    /^(?!.*\b(?:called|named|titled|known as)\b)(?:what (?:is|are|was|were)|define|what['’]s) (?:(?:an?|the) )?(?:[\p{L}\p{N}.’'-]+ ){0,3}[\p{L}\p{N}.’'-]+\s*\??$|\bwhat does .* (?:mean|stand for)\b|\bdefin(?:e|ed|ition)\b|\bwhat is meant by\b/iu,
  ],
  [
    'name',
    new RegExp(
      `${which(NAMED)}|\\bwhat (?:is|was) .*\\bname\\b|\\b(?:called|named|titled|known as)\\b|\\bwhich\\b`,
      'iu',
    ),
  ],
  ['yes-no', /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might)\b/iu],
];

const ASKING = /\b(?:what|which|who|whom|whose|where|why|how|when)\b/iu;
const VERBS =
  'is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|won|made|led|to|in|on|at|by|for|from|with|of|that|who|which|this|and|or|the|an?|after|first';
/** "which African country": the words after the question word, up to what cannot belong to them. */
const FOCUS = new RegExp(
  `\\b(?:what|which|how many|how much)(?: (?:kinds?|types?|sorts?|forms?) of)? (?<focus>(?!(?:${VERBS})\\b)[\\p{L}\\p{N}’'.-]+(?: (?!(?:${VERBS})\\b)[\\p{L}\\p{N}’'.-]+){0,2})`,
  'iu',
);
const NOUN = new RegExp(`^(?:${PEOPLE}|${PLACES}|${DATES}|${NAMED})$`, 'iu');

/** What a question asks for, and the noun that says so ("country"), if there is one. */
export function readWanted(text: string): { readonly wanted: Wanted; readonly head: Span | null } {
  const wanted = wantedBy(text);
  const match = FOCUS.exec(text);
  const words = match?.groups?.['focus'];
  if (!match || words === undefined) return { wanted, head: null };
  const start = match.index + match[0].length - words.length;
  const parts = [...words.matchAll(/\S+/gu)];
  // The last of the words may be the verb already ("which vegetable notched …"), so a noun that is known goes first.
  const noun =
    parts.findLast(([word]) => NOUN.test(word)) ?? parts.find(([word]) => /^\p{Ll}+$/u.test(word)) ?? parts[0]!;
  return { wanted, head: { start: start + noun.index, end: start + noun.index + noun[0].length } };
}

/** Several sentences ask in the last of them that has a question word. */
function wantedBy(text: string): Wanted {
  const asking = text.split(/(?<=[\p{Ll}\p{N}”"][.!?]) +(?=\p{Lu})/u).findLast((part) => ASKING.test(part)) ?? text;
  return SHAPES.find(([, shape]) => shape.test(asking))?.[0] ?? 'thing';
}
