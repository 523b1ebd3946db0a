/**
 * The closed word lists. Every word of a sentence becomes one letter (its kind), so that an expression is a regular
 * expression over a short string, as SynTime's token types do it (Zhong, Sun and Cambria, ACL 2017).
 */

export const KINDS = {
  // What the lexer reads from digits.
  ISODATE: 'A', // 2019-09-10, 9/10/2019
  CLOCK: 'B', // 8:30, 08:30:15
  AMPM: 'C', // a.m.
  DECADE: 'D', // 1990s, '80s, nineties
  SHORTINT: 'E', // 1–31
  INT: 'F', // other whole numbers
  YEARLIKE: 'G', // 1000–2099 in digits
  YEARWORDS: 'H', // nineteen ninety-one
  NUMWORD: 'I', // three, twenty-four, a hundred
  FRACTION: 'J', // 2 1/2, 22.8
  ORDINAL: 'K', // 10th, third
  SHORTYEAR: 'L', // '89
  MONEY: 'M', // $1,990
  // Names of the calendar.
  MONTH: 'N',
  MONTHABBR: 'O',
  WEEKDAY: 'P',
  WEEKDAYS: 'Q', // Mondays
  WEEKDAYABBR: 'R',
  SEASON: 'S',
  PART: 'T', // morning, evening
  PARTS: 'U', // mornings
  NOON: 'V', // noon, midnight
  HOLIDAY: 'W',
  ERA: 'X', // BC, B.C.
  ZONE: 'Y', // EST, GMT
  // Units.
  UNIT: 'Z',
  UNITS: 'a',
  CLOCKUNIT: 'b', // hour, minute
  CLOCKUNITS: 'c',
  SECOND: 'd', // the ordinal or the unit
  QUARTER: 'e',
  QUARTERS: 'f',
  HALF: 'g',
  WEEKEND: 'h',
  PERIOD: 'i', // period, term
  // Pointers.
  NAMEDDAY: 'k', // today, yesterday, tomorrow
  TONIGHT: 'l',
  LAST: 'm', // last, past
  NEXT: 'n', // next, coming
  THIS: 'o', // this, current
  THAT: 'p',
  SAME: 'q',
  FOLLOWING: 'r',
  PREVIOUS: 's',
  AGO: 't',
  EARLIER: 'u',
  LATER: 'v',
  RECENT: 'w',
  LATEST: 'x',
  FISCAL: 'y',
  // Small words.
  THE: 'z',
  A: '0',
  OF: '1',
  IN: '2',
  TO: '3',
  AND: '4',
  OR: '5',
  EACH: '6',
  FEW: '7', // few, several, some
  COUPLE: '8',
  MORE: '9',
  EDGE: '!', // early, late, mid
  BOUND: '#', // beginning, start, middle, end
  ABOUT: '_', // about, around, circa
  ALMOST: '%', // nearly, almost, over
  ADVERB: '@', // now, recently, daily: read from the word itself
  FUTURE: '~',
  DOT: '.',
  COMMA: ',',
  HYPHEN: '-',
  POSS: "'",
  AT: '`',
  PER: ':',
  ON: ';',
  OLD: '"',
  PREP: '<', // for, within, during, since …: never part of an expression, evidence before a bare one
  END: '=', // year-end
  EVE: '>',
  OPEN: '(',
  ADJECTIVE: '{', // long, full, straight, consecutive: may stand between a number and a unit
  OTHER: ' ',
} as const;

export type Kind = keyof typeof KINDS;

/** Sets of kinds that patterns and readings name as if they were one. */
const SETS = {
  DAY: ['SHORTINT', 'ORDINAL', 'SECOND'],
  ORD: ['ORDINAL', 'SECOND'],
  YEAR: ['YEARLIKE', 'YEARWORDS'],
  ANYYEAR: ['YEARLIKE', 'YEARWORDS', 'SHORTYEAR'],
  MON: ['MONTH', 'MONTHABBR'],
  WDAY: ['WEEKDAY', 'WEEKDAYABBR'],
  NUMBER: ['SHORTINT', 'INT', 'NUMWORD', 'FRACTION', 'YEARLIKE', 'YEARWORDS'],
  WHOLE: ['SHORTINT', 'INT', 'YEARLIKE'],
  ONEUNIT: ['UNIT', 'QUARTER'],
  LASTING: ['UNIT', 'UNITS', 'CLOCKUNIT', 'CLOCKUNITS', 'QUARTERS'],
  MANYUNITS: ['UNITS', 'CLOCKUNITS', 'QUARTERS'],
  ANYUNIT: ['UNIT', 'UNITS', 'CLOCKUNIT', 'CLOCKUNITS', 'QUARTER', 'QUARTERS'],
  APPROX: ['ABOUT', 'ALMOST'],
  POINTER: ['LAST', 'NEXT', 'THIS'],
  TELLER: ['FOLLOWING', 'PREVIOUS', 'SAME'],
} as const satisfies Record<string, readonly Kind[]>;

export type KindName = Kind | keyof typeof SETS;

export const isKindName = (name: string): name is KindName => name in KINDS || name in SETS;

export function kindsOf(name: KindName): readonly Kind[] {
  return name in SETS ? SETS[name as keyof typeof SETS] : [name as Kind];
}
