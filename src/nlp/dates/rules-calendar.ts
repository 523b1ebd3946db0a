/** Dates that name a place on the calendar: days, months, years, decades and centuries, in every order and style. */
import { daysInMonth, isRealDay, momentValue, weekValue, yearValue } from './calendar.ts';
import type { Context } from './context.ts';
import { centuryYear } from './lexer.ts';
import { reference, speechTime, yearOf } from './resolve.ts';
import {
  after,
  before,
  date,
  find,
  findLast,
  has,
  isA,
  type Phrase,
  type Reading,
  type Rule,
  rule,
  type Stated,
} from './rule.ts';
import { isYear } from './years.ts';

const WEEKDAY_BEFORE = '(THIS? NEXT? WDAY DOT? COMMA? (THE|ON)?)?';
/** "early", "mid-", "late in", "the end of", "the beginning of the". */
export const LEAD =
  '(ABOUT DOT?)? (THE? (BOUND|END) (PERIOD)? OF THE? | EDGE HYPHEN? (IN THE?)? | EARLIER IN THE? | LATER IN THE?)?';

/** A day, or a month, with or without its year: what is not written is worked out. */
function readCalendar(phrase: Phrase, context: Context): Reading | null {
  const month = find(phrase, 'MON');
  if (month === undefined || isOtherWord(phrase)) return null;
  const at = phrase.words.indexOf(month);
  const day = phrase.words.find((word, i) => isA(word, 'DAY') && i !== at);
  const stated: Stated[] = ['month'];
  if (day !== undefined) stated.push('day');
  const year = statedYear(phrase, day === undefined ? null : phrase.words.indexOf(day));
  if (year !== null) stated.push('year');
  const resolved = year ?? yearOf(month.value, day?.value ?? null, phrase, context);
  if (day === undefined) {
    const value =
      resolved === null
        ? `XXXX-${String(month.value).padStart(2, '0')}`
        : momentValue({ year: resolved, month: month.value, day: null });
    return date(value, stated);
  }
  if (day.value > daysInMonth(2000, month.value)) return null;
  const days = { month: month.value, day: day.value };
  if (resolved === null) return date(`XXXX-${momentValue({ year: 2000, ...days }).slice(5)}`, stated);
  if (!isRealDay(resolved, days.month, days.day)) return null;
  return date(momentValue({ year: resolved, ...days }), stated);
}

function statedYear(phrase: Phrase, dayAt: number | null): number | null {
  const era = has(phrase, 'ERA');
  const year = phrase.words.find((word, i) => i !== dayAt && (isA(word, 'ANYYEAR') || (era && isA(word, 'WHOLE'))));
  if (year === undefined) return null;
  return era ? -year.value : year.value;
}

/**
 * "May I", "the March on Rome", "Theresa May", "Mr. March": a bare month's name is another word at the head of a sentence,
 * after an article and after a name. "May" must even have a word before it that goes with times.
 */
function isOtherWord(phrase: Phrase): boolean {
  if (phrase.words.length > 1) return false;
  const { lower } = phrase.words[0]!;
  const previous = before(phrase);
  if (previous?.kind === 'IN' || previous?.kind === 'PREP') return false;
  if (NAMES.has(lower) && previous !== undefined && (previous.capital || previous.kind === 'DOT')) return true;
  if (lower !== 'may' && lower !== 'march') return false;
  if (previous === undefined || previous.kind === 'THE' || previous.kind === 'POSS') return true;
  if (lower === 'march') return /^(?:on|of|for|to|against)$/.test(after(phrase)?.lower ?? '');
  return previous.kind === 'OTHER' && !/^(?:by|as)$/.test(previous.lower);
}

/** Months that are people's names as well. */
const NAMES = new Set('may march april june august'.split(' '));

function readMonthOfYear(phrase: Phrase, context: Context): Reading | null {
  const month = find(phrase, 'MON')!;
  const day = find(phrase, 'DAY');
  const moment = has(phrase, 'THAT') || has(phrase, 'SAME') ? reference(context) : speechTime(context);
  if (moment === null) return null;
  const year =
    moment.year +
    (has(phrase, 'LAST') || has(phrase, 'PREVIOUS') ? -1 : has(phrase, 'NEXT') || has(phrase, 'FOLLOWING') ? 1 : 0);
  const stated: Stated[] = day === undefined ? ['month'] : ['month', 'day'];
  return date(momentValue({ year, month: month.value, day: day?.value ?? null }), stated);
}

/** "last May", "this September", "next June". */
function readPointedMonth(phrase: Phrase, context: Context): Reading | null {
  const month = find(phrase, 'MON')!;
  const moment = speechTime(context);
  if (moment === null) return null;
  const here = moment.month ?? 1;
  let year = moment.year;
  if (has(phrase, 'LAST') || has(phrase, 'PREVIOUS')) year -= month.value >= here ? 1 : 0;
  else if (has(phrase, 'NEXT') || has(phrase, 'FOLLOWING')) year += month.value <= here ? 1 : 0;
  return date(momentValue({ year, month: month.value, day: null }), ['month']);
}

/** 2019-09-10; 11/25/2019, or 25/11/2019 where the first number can be no month. */
function readNumeric(phrase: Phrase): Reading | null {
  const [a = 0, b = 0, c = 0] = phrase.words[0]!.code.split(/[/-]/).map(Number);
  const iso = phrase.words[0]!.code.includes('-');
  const year = iso ? a : c < 100 ? centuryYear(c) : c;
  const [month, day] = iso ? [b, c] : a > 12 ? [b, a] : [a, b];
  return isRealDay(year, month, day) ? date(momentValue({ year, month, day }), ['year', 'month', 'day']) : null;
}

function readYear(phrase: Phrase): Reading | null {
  const year = findLast(phrase, 'ANYYEAR');
  if (has(phrase, 'ERA')) return date(yearValue(-find(phrase, 'WHOLE')!.value), ['year']);
  const spelled = find(phrase, 'NUMWORD')?.value ?? 0;
  if (spelled > 1900 && spelled < 2100) return date(yearValue(spelled), ['year']);
  if (year === undefined || !isYear(phrase, year)) return null;
  return date(yearValue(year.value), ['year']);
}

function readCentury(phrase: Phrase): Reading | null {
  const ordinal = find(phrase, 'ORD')!;
  const number = ordinal.value - 1;
  if (has(phrase, 'ERA')) return date(`BC${String(number).padStart(2, '0')}`, ['year']);
  return number < 0 || number > 30 ? null : date(String(number).padStart(2, '0'), ['year']);
}

/** The first day of "May 6 and 7", "6-7 January 1916", the first year of "490-479 BC": the rest says the missing part. */
function readFirstOfRange(phrase: Phrase, context: Context): Reading | null {
  const rest = phrase.sentence.slice(phrase.to, phrase.to + 7);
  const at = rest.findIndex((word) => isA(word, 'MON') || isA(word, 'ERA'));
  const month = rest[at];
  if (month === undefined) return null;
  if (month.kind === 'ERA') return date(yearValue(-phrase.words[0]!.value), ['year']);
  const day = phrase.words.find((word) => isA(word, 'DAY'))!;
  const next = rest[at + 1]?.kind === 'COMMA' || rest[at + 1]?.kind === 'DOT' ? rest[at + 2] : rest[at + 1];
  const year = isA(next, 'YEAR') ? next!.value : yearOf(month.value, day.value, phrase, context);
  if (year === null || !isRealDay(year, month.value, day.value)) return null;
  return date(momentValue({ year, month: month.value, day: day.value }), ['day']);
}

/** The second day of "May 4 and 5": its month was told just before. */
function readSecondOfRange(phrase: Phrase, context: Context): Reading | null {
  const story = context.story();
  const day = find(phrase, 'DAY')!;
  if (story === null || story.month === null || story.day === null || !isRealDay(story.year, story.month, day.value))
    return null;
  const month = phrase.sentence.slice(Math.max(0, phrase.from - 4), phrase.from).find((word) => isA(word, 'MON'));
  if (month?.value !== story.month || day.value <= story.day) return null;
  return date(momentValue({ year: story.year, month: story.month, day: day.value }), ['day']);
}

function readSecondYear(phrase: Phrase): Reading | null {
  const first = before(phrase, 2);
  const second = phrase.words[0]!;
  if (first === undefined) return null;
  const text = second.code;
  if (!/^\d\d$/.test(text)) return null;
  const year = Math.floor(first.value / 100) * 100 + Number(text);
  return year > first.value && year - first.value < 60 ? date(yearValue(year), ['year']) : null;
}

/** "the week of March 6": the week that holds the day. */
function readWeekOf(phrase: Phrase, context: Context): Reading | null {
  if (find(phrase, 'UNIT')!.code !== 'W') return null;
  const month = find(phrase, 'MON')!;
  const day = find(phrase, 'DAY')!;
  const year = find(phrase, 'YEAR')?.value ?? yearOf(month.value, day.value, phrase, context);
  if (year === null || !isRealDay(year, month.value, day.value)) return null;
  return date(weekValue({ year, month: month.value, day: day.value }), ['month', 'day']);
}

/** "the last week of August", "the first days of May 1940": a value inside the month. */
function readCalendarPart(phrase: Phrase, context: Context): Reading | null {
  const month = find(phrase, 'MON')!;
  const year = find(phrase, 'ANYYEAR')?.value ?? yearOf(month.value, null, phrase, context);
  return year === null ? null : date(momentValue({ year, month: month.value, day: null }), ['month']);
}

/** "in his 30s" is an age and "in the 40s" may be the weather: two digits need an apostrophe, or to look like a recent decade. */
function readDecade(phrase: Phrase): Reading | null {
  const decade = find(phrase, 'DECADE')!;
  if (/^\d\d['’]?s$/.test(decade.lower) && (decade.value < 1950 || !has(phrase, 'THE'))) return null;
  return date(yearValue(decade.value).slice(0, 3), ['year']);
}

export const CALENDAR_RULES: readonly Rule[] = [
  rule('numeric-date', 'ISODATE', readNumeric),
  rule('month-day-year', `${WEEKDAY_BEFORE} MON DOT? DAY COMMA? (OF|IN)? (ANYYEAR | WHOLE ERA)`, readCalendar),
  rule(
    'day-month-year',
    `${WEEKDAY_BEFORE} THE? DAY (OF THE?)? MON DOT? COMMA? (OF|IN)? (ANYYEAR | WHOLE ERA)`,
    readCalendar,
  ),
  rule('month-day', `${WEEKDAY_BEFORE} MON DOT? THE? DAY (?!OLD)`, readCalendar),
  rule('day-month', `${WEEKDAY_BEFORE} THE? DAY (OF THE?)? MON`, readCalendar),
  rule('month-year', `${LEAD} MON DOT? COMMA? (OF|IN)? (ANYYEAR | WHOLE ERA)`, readCalendar),
  rule(
    'month-of-that-year',
    `${LEAD} MON DOT? DAY? COMMA? OF? (THE? SAME | THE? FOLLOWING | THE? PREVIOUS | THAT | LAST | THIS | NEXT) UNIT`,
    readMonthOfYear,
  ),
  rule('month', `${LEAD} MONTH`, readCalendar),
  rule('pointed-month', '(EDGE|EARLIER)? (LAST|THIS|NEXT|THE? PREVIOUS|THE? FOLLOWING) MONTH', readPointedMonth),
  rule('first-of-range', 'THE? DAY (?=(HYPHEN|TO|AND|OR) THE? DAY (OF THE?)? MON)', readFirstOfRange),
  rule('first-of-range', 'WHOLE (?=(HYPHEN|TO|AND) WHOLE ERA)', readFirstOfRange),
  rule('second-of-range', '(?<=MON DOT? DAY (HYPHEN|TO|AND|OR)) DAY (?!MON|UNIT|UNITS|CLOCKUNITS)', readSecondOfRange),
  rule('second-year', '(?<=YEARLIKE HYPHEN) (SHORTINT|INT)', readSecondYear),
  rule('year', `${LEAD} FISCAL? ANYYEAR`, readYear),
  rule('year', 'THE UNIT (YEAR|NUMWORD)', readYear),
  rule('year', `${LEAD} WHOLE ERA`, readYear),
  rule('week-of', 'THE UNIT OF MON DOT? DAY (COMMA? YEAR)?', readWeekOf),
  rule('month-day', 'ABOUT MON DOT? DAY (?!OLD)', readCalendar),
  rule(
    'part-of-month',
    'THE (LAST|ORD|BOUND|NEXT) (UNIT|NUMBER? UNITS) OF MON (DOT? COMMA? ANYYEAR)?',
    readCalendarPart,
  ),
  rule('decade', '(THE (EDGE|BOUND) HYPHEN? OF? | EDGE HYPHEN? | THE)? THE? DECADE', readDecade),
  rule('century', '(THE)? (EDGE HYPHEN?)? ORD HYPHEN? UNIT ERA?', (phrase) =>
    find(phrase, 'UNIT')!.code === 'CE' ? readCentury(phrase) : null,
  ),
];
