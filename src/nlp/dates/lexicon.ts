/** The closed word lists: which kind a word is, and its number or code where it has one. Lower case; the lexer judges case. */
import type { Kind } from './words.ts';

export interface Entry {
  readonly kind: Kind;
  /** Month 1–12, weekday 1–7, the number that a word names, the days that "yesterday" is away; else 0. */
  readonly value: number;
  /** What the word stands for in a TIMEX3 value: `Y` for years, `SU` for summer, `MO` for the morning; else ''. */
  readonly code: string;
}

/** Words that have a kind and nothing else. */
const PLAIN: Readonly<Partial<Record<Kind, string>>> = {
  // Pointers and what goes with them.
  LAST: 'last past',
  NEXT: 'next coming upcoming',
  THIS: 'this current',
  THAT: 'that these those',
  SAME: 'same',
  FOLLOWING: 'following subsequent ensuing',
  PREVIOUS: 'previous preceding prior',
  AGO: 'ago',
  EARLIER: 'earlier previously',
  LATER: 'later afterward afterwards',
  RECENT: 'recent',
  LATEST: 'latest corresponding comparable',
  FUTURE: 'future',
  TONIGHT: 'tonight overnight',
  ADVERB:
    'now currently presently nowadays recently lately formerly former soon shortly hourly daily everyday nightly weekly monthly annually yearly',
  // Parts and edges.
  EDGE: 'early late mid',
  BOUND: 'beginning start middle close outset turn latter final',
  END: 'end',
  EVE: 'eve',
  HALF: 'half',
  WEEKEND: 'weekend weekends',
  PERIOD: 'period term span',
  FISCAL: 'fiscal financial',
  // How many, how nearly.
  A: 'a an another',
  FEW: 'few several some many',
  COUPLE: 'couple',
  MORE: 'more additional less fewer',
  ABOUT: 'about around circa ca approximately roughly',
  ALMOST: 'nearly almost over under only just barely',
  AT: 'at least most up than',
  ADJECTIVE:
    'near foreseeable distant immediate long full straight consecutive whole entire solid trading business working calendar',
  EACH: 'each every',
  PER: 'per',
  OLD: 'old olds',
  // Small words.
  THE: 'the',
  OF: 'of',
  IN: 'in',
  ON: 'on',
  TO: 'to through',
  AND: 'and',
  OR: 'or',
  PREP: 'for within during since by until till after before throughout from between into',
  ZONE: 'est edt et gmt utc pst pdt pt cst cdt mst mdt bst cet cest',
  HOLIDAY: 'christmas xmas thanksgiving easter halloween',
};

/** Words that count up: kind, number of the first, step, words (alternatives joined by a bar, a gap by a dash). */
const COUNTING: readonly (readonly [Kind, number, number, string])[] = [
  ['MONTH', 1, 1, 'january february march april may june july august september october november december'],
  ['MONTHABBR', 1, 1, 'jan feb mar apr - jun jul aug sep|sept oct nov dec'],
  ['WEEKDAY', 1, 1, 'monday tuesday wednesday thursday friday saturday sunday'],
  ['WEEKDAYS', 1, 1, 'mondays tuesdays wednesdays thursdays fridays saturdays sundays'],
  ['WEEKDAYABBR', 1, 1, 'mon tue|tues wed|weds thu|thur|thurs fri sat sun'],
  ['NAMEDDAY', -1, 1, 'yesterday today tomorrow'],
  ['NOON', 12, 12, 'noon|midday midnight'],
  ['NUMWORD', 0, 1, 'zero one two three four five six seven eight nine ten eleven twelve|dozen'],
  ['NUMWORD', 13, 1, 'thirteen fourteen fifteen sixteen seventeen eighteen nineteen'],
  ['NUMWORD', 20, 10, 'twenty thirty forty fifty sixty seventy eighty ninety'],
  ['NUMWORD', 100, 900, 'hundred thousand'],
  ['ORDINAL', 1, 1, 'first - third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth'],
  ['ORDINAL', 14, 1, 'fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'],
  ['SECOND', 2, 1, 'second'],
  ['DECADE', 1920, 10, 'twenties thirties forties fifties sixties seventies eighties nineties'],
];

/** Words that have a code: kind, then `word:code`. */
const CODED: readonly (readonly [Kind, string])[] = [
  ['SEASON', 'spring:SP springtime:SP summer:SU summertime:SU autumn:FA fall:FA'],
  ['SEASON', 'winter:WI wintertime:WI'],
  ['PART', 'dawn:MO morning:MO daytime:DT afternoon:AF dusk:EV evening:EV night:NI nighttime:NI'],
  ['PARTS', 'mornings:MO afternoons:AF evenings:EV nights:NI'],
  ['UNIT', 'day:D week:W month:M year:Y decade:DE century:CE millennium:ML'],
  ['UNITS', 'days:D weeks:W months:M years:Y yrs:Y decades:DE centuries:CE millennia:ML'],
  ['QUARTER', 'quarter:Q'],
  ['QUARTERS', 'quarters:Q'],
  ['CLOCKUNIT', 'minute:M hour:H'],
  ['CLOCKUNITS', 'seconds:S minutes:M hours:H'],
];

function build(): ReadonlyMap<string, Entry> {
  const words = new Map<string, Entry>();
  for (const [kind, list] of Object.entries(PLAIN)) {
    for (const word of list.split(' ')) words.set(word, { kind: kind as Kind, value: 0, code: '' });
  }
  for (const [kind, first, step, list] of COUNTING) {
    for (const [i, alternatives] of list.split(' ').entries()) {
      for (const word of alternatives.split('|')) words.set(word, { kind, value: first + i * step, code: '' });
    }
  }
  for (const [kind, list] of CODED) {
    for (const [word = '', code = ''] of list.split(' ').map((pair) => pair.split(':'))) {
      words.set(word, { kind, value: 0, code });
    }
  }
  return words;
}

/** A map and no object: a text may hold the word "constructor". */
export const LEXICON: ReadonlyMap<string, Entry> = build();
