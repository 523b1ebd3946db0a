/** Which kind each word is, and its number where it has one. Lower case; case is judged by the lexer. */
import type { Kind } from './words.ts';

export interface Entry {
  readonly kind: Kind;
  /** Month 1–12, weekday 1–7, the number a word names; 0 when there is none. */
  readonly value: number;
  /** What the word stands for in a value: `P..Y` designators for units, `SU` for seasons, `MO` for parts of the day. */
  readonly code: string;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const MONTH_ABBREVIATIONS = 'jan feb mar apr - jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const WEEKDAY_ABBREVIATIONS = ['mon', 'tue tues', 'wed weds', 'thu thur thurs', 'fri', 'sat', 'sun'];
const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const DECADES = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ');
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const SEASONS = {
  spring: 'SP',
  springtime: 'SP',
  summer: 'SU',
  summertime: 'SU',
  autumn: 'FA',
  fall: 'FA',
  winter: 'WI',
  wintertime: 'WI',
};
const PARTS = {
  morning: 'MO',
  afternoon: 'AF',
  evening: 'EV',
  night: 'NI',
  dawn: 'MO',
  dusk: 'EV',
  daytime: 'DT',
  nighttime: 'NI',
};
const UNITS = {
  day: 'D',
  week: 'W',
  fortnight: 'W',
  month: 'M',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
  millennium: 'ML',
};
const PLURAL_UNITS = {
  days: 'D',
  weeks: 'W',
  fortnights: 'W',
  months: 'M',
  years: 'Y',
  yrs: 'Y',
  decades: 'DE',
  centuries: 'CE',
  millennia: 'ML',
};

/** Words that have one kind and no number. */
const PLAIN: Readonly<Partial<Record<Kind, string>>> = {
  LAST: 'last past',
  NEXT: 'next coming upcoming',
  THIS: 'this current',
  THAT: 'that these those',
  SAME: 'same',
  FOLLOWING: 'following subsequent ensuing',
  PREVIOUS: 'previous preceding prior',
  AGO: 'ago',
  EARLIER: 'earlier before previously',
  LATER: 'later after afterward afterwards',
  RECENT: 'recent',
  LATEST: 'latest corresponding comparable',
  FISCAL: 'fiscal financial',
  THE: 'the',
  A: 'a an another',
  OF: 'of',
  IN: 'in',
  TO: 'to through',
  AND: 'and',
  OR: 'or',
  EACH: 'each every',
  FEW: 'few several some many',
  COUPLE: 'couple',
  MORE: 'more additional less fewer',
  EDGE: 'early late mid',
  BOUND: 'beginning start middle end close outset turn latter final',
  ABOUT: 'about around circa ca approximately roughly',
  ALMOST: 'nearly almost over under only just barely',
  FUTURE: 'future',
  AT: 'at least most up than',
  PER: 'per',
  ON: 'on',
  OLD: 'old',
  PREP: 'for within during since by until till after before throughout from between into',
  END: 'end',
  EVE: 'eve',
  PERIOD: 'period term span',
  WEEKEND: 'weekend weekends',
  QUARTER: 'quarter',
  QUARTERS: 'quarters',
  HALF: 'half',
  SECOND: 'second',
  TONIGHT: 'tonight overnight',
  ZONE: 'est edt et gmt utc pst pdt pt cst cdt mst mdt bst cet cest',
  ADJECTIVE:
    'near foreseeable distant immediate long full straight consecutive whole entire solid brutal trading business working calendar',
  ADVERB:
    'now currently presently nowadays recently lately formerly former soon shortly daily weekly monthly annually yearly hourly nightly everyday',
};

function build(): ReadonlyMap<string, Entry> {
  const words = new Map<string, Entry>();
  const add = (word: string, kind: Kind, value = 0, code = '') => words.set(word, { kind, value, code });
  for (const [kind, list] of Object.entries(PLAIN)) for (const word of list.split(' ')) add(word, kind as Kind);
  MONTHS.forEach((word, i) => {
    add(word, 'MONTH', i + 1);
  });
  MONTH_ABBREVIATIONS.forEach((word, i) => {
    add(word, 'MONTHABBR', i + 1);
  });
  add('sept', 'MONTHABBR', 9);
  WEEKDAYS.forEach((word, i) => {
    add(word, 'WEEKDAY', i + 1);
    add(`${word}s`, 'WEEKDAYS', i + 1);
  });
  WEEKDAY_ABBREVIATIONS.forEach((list, i) => {
    for (const word of list.split(' ')) add(word, 'WEEKDAYABBR', i + 1);
  });
  ONES.forEach((word, i) => {
    add(word, 'NUMWORD', i);
  });
  TENS.forEach((word, i) => {
    add(word, 'NUMWORD', 20 + 10 * i);
  });
  add('hundred', 'NUMWORD', 100);
  add('thousand', 'NUMWORD', 1000);
  add('dozen', 'NUMWORD', 12);
  DECADES.forEach((word, i) => {
    add(word, 'DECADE', 1920 + 10 * i);
  });
  ORDINALS.forEach((word, i) => {
    if (word !== 'second') add(word, 'ORDINAL', i + 1);
  });
  add('second', 'SECOND', 2);
  for (const [word, code] of Object.entries(SEASONS)) {
    add(word, 'SEASON', 0, code);
    add(`${word}s`, 'SEASON', 0, code);
  }
  for (const [word, code] of Object.entries(PARTS)) {
    add(word, 'PART', 0, code);
    add(`${word}s`, 'PARTS', 0, code);
  }
  add('noon', 'NOON', 12);
  add('midday', 'NOON', 12);
  add('midnight', 'NOON', 24);
  for (const [word, code] of Object.entries(UNITS)) add(word, 'UNIT', word === 'fortnight' ? 2 : 1, code);
  for (const [word, code] of Object.entries(PLURAL_UNITS)) add(word, 'UNITS', word === 'fortnights' ? 2 : 1, code);
  add('quarter', 'QUARTER', 1, 'Q');
  add('quarters', 'QUARTERS', 1, 'Q');
  add('hour', 'CLOCKUNIT', 1, 'H');
  add('minute', 'CLOCKUNIT', 1, 'M');
  add('hours', 'CLOCKUNITS', 1, 'H');
  add('minutes', 'CLOCKUNITS', 1, 'M');
  add('seconds', 'CLOCKUNITS', 1, 'S');
  add('today', 'NAMEDDAY', 0);
  add('yesterday', 'NAMEDDAY', -1);
  add('tomorrow', 'NAMEDDAY', 1);
  for (const word of ['christmas', 'xmas', 'thanksgiving', 'easter', 'halloween']) add(word, 'HOLIDAY', 0, word);
  return words;
}

/** Deliberately a prototype-free map: a text may hold the word "constructor". */
export const LEXICON: ReadonlyMap<string, Entry> = build();
