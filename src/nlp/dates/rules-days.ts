/** Days and months by name or number, in every order and style, with or without their year; ranges of days. */
import { daysInMonth, isRealDay, momentValue, weekValue } from './calendar.ts';
import type { Context } from './context.ts';
import type { Lexeme } from './lexer.ts';
import { centuryYear } from './numbers.ts';
import { after, before, direction, find, findLast, has, isA, isName, type Phrase } from './phrase.ts';
import { reference, speechTime, yearOf } from './resolve.ts';
import { date, type Reading, type Rule, rule, type Stated } from './rule.ts';

/** The value of a month, or of a day in it; the year is worked out unless it is given. Null: there is no such day. */
function valueIn(
  month: Lexeme,
  day: Lexeme | undefined,
  year: number | null,
  phrase: Phrase,
  context: Context,
): Reading | null {
  // 2000 is a leap year: 29 February may be meant until the year is known.
  if (day !== undefined && day.value > daysInMonth(2000, month.value)) return null;
  const resolved = year ?? yearOf(month.value, day?.value ?? null, phrase, context);
  if (day !== undefined && resolved !== null && !isRealDay(resolved, month.value, day.value)) return null;
  const stated: Stated[] = year === null ? ['month'] : ['year', 'month'];
  if (day !== undefined) stated.push('day');
  return date(momentValue({ year: resolved, month: month.value, day: day?.value ?? null }), stated);
}

/** The year at the end of an expression; before the common era it is negative. */
function statedYear(phrase: Phrase): number | null {
  if (has(phrase, 'ERA')) return -(findLast(phrase, 'WHOLE')!.value % 10_000);
  return findLast(phrase, 'ANYYEAR')?.value ?? null;
}

function readDay(phrase: Phrase, context: Context): Reading | null {
  const month = find(phrase, 'MON')!;
  return valueIn(month, find(phrase, 'DAY'), statedYear(phrase), phrase, context);
}

/** "March eighth" is a day; "in May third place went to Ghana", "in July first responders" is none. */
function readMonthDay(phrase: Phrase, context: Context): Reading | null {
  const spelled = /^[a-z]/.test(phrase.words.at(-1)!.lower);
  const next = after(phrase);
  return spelled && next?.kind === 'OTHER' && !next.capital ? null : readDay(phrase, context);
}

function readMonth(phrase: Phrase, context: Context): Reading | null {
  if (isOtherWord(phrase)) return null;
  return valueIn(find(phrase, 'MON')!, undefined, statedYear(phrase), phrase, context);
}

/**
 * "May I", "the March on Rome", "Theresa May", "Mr. March": a bare month's name is another word at the head of a sentence,
 * after an article and after a name. "May" must even have a word before it that goes with times.
 */
function isOtherWord(phrase: Phrase): boolean {
  const { lower } = phrase.words[0]!;
  const previous = before(phrase);
  if (phrase.words.length > 1 || previous?.kind === 'IN' || previous?.kind === 'PREP') return false;
  if (FIRST_NAMES.has(lower) && (isName(previous) || previous?.kind === 'DOT')) return true;
  if (lower !== 'may' && lower !== 'march') return false;
  if (previous === undefined || previous.kind === 'THE' || previous.kind === 'POSS') return true;
  if (lower === 'march') return /^(?:on|of|for|to|against)$/.test(after(phrase)?.lower ?? '');
  return previous.kind === 'OTHER' && !/^(?:by|as)$/.test(previous.lower);
}

const FIRST_NAMES = new Set(['may', 'march', 'april', 'june', 'august']);

/** "August of that year", "January this year", "May 5 of the following year". */
function readInPointedYear(phrase: Phrase, context: Context): Reading | null {
  const from = has(phrase, 'THAT') || has(phrase, 'TELLER') ? reference(context) : speechTime(context);
  if (from === null || find(phrase, 'UNIT')!.code !== 'Y') return null;
  const reading = valueIn(find(phrase, 'MON')!, find(phrase, 'DAY'), from.year + direction(phrase), phrase, context);
  return reading === null ? null : { ...reading, stated: reading.stated.filter((part) => part !== 'year') };
}

/** "last May", "this September", "next June". */
function readPointedMonth(phrase: Phrase, context: Context): Reading | null {
  const month = find(phrase, 'MON')!.value;
  const from = speechTime(context);
  if (from === null) return null;
  const side = direction(phrase);
  const here = from.month ?? 1;
  const year = from.year + (side === -1 && month >= here ? -1 : side === 1 && month <= here ? 1 : 0);
  return date(momentValue({ year, month, day: null }), ['month']);
}

/** 2019-09-10; 9/10/2019 as Americans write it, or 25/11/2019 where the first number can be no month. */
function readNumeric(phrase: Phrase): Reading | null {
  const { code } = phrase.words[0]!;
  const [a = 0, b = 0, c = 0] = code.split(/[/-]/).map(Number);
  const iso = code.includes('-');
  const year = iso ? a : c < 100 ? centuryYear(c) : c;
  const [month, day] = iso ? [b, c] : a > 12 ? [b, a] : [a, b];
  return isRealDay(year, month, day) ? date(momentValue({ year, month, day }), ['year', 'month', 'day']) : null;
}

/** The first day of "6-7 January 1916", "12 to 15 March": its month, and often its year, stand after the second. */
function readFirstOfRange(phrase: Phrase, context: Context): Reading | null {
  const rest = phrase.sentence.slice(phrase.to, phrase.to + 7);
  const at = rest.findIndex((word) => isA(word, 'MON'));
  const next = rest[at + 1]?.kind === 'COMMA' || rest[at + 1]?.kind === 'DOT' ? rest[at + 2] : rest[at + 1];
  const year = isA(next, 'YEAR') ? next!.value : null;
  const reading = valueIn(rest[at]!, find(phrase, 'DAY')!, year, phrase, context);
  return reading === null ? null : { ...reading, stated: ['day'] };
}

/** The second day of "May 4 and 5", "May 4-5, 1903": its month was told just before. */
function readSecondOfRange(phrase: Phrase, context: Context): Reading | null {
  const story = context.story('day');
  const day = find(phrase, 'DAY')!.value;
  const month = phrase.sentence.slice(Math.max(0, phrase.from - 4), phrase.from).find((word) => isA(word, 'MON'));
  if (story === null || story.month === null || story.month !== month?.value || day <= (story.day ?? day)) return null;
  const year = findLast(phrase, 'ANYYEAR')?.value ?? story.year;
  if (!isRealDay(year, story.month, day)) return null;
  return date(momentValue({ year, month: story.month, day }), has(phrase, 'ANYYEAR') ? ['year', 'day'] : ['day']);
}

/** "on the 20th": of the month told last. */
function readDayOfMonth(phrase: Phrase, context: Context): Reading | null {
  const { value, lower } = phrase.words[1]!;
  const [previous, next] = [before(phrase), after(phrase)];
  const timely = previous?.kind === 'ON' || previous?.kind === 'PREP';
  const noun = next?.kind === 'OTHER' && /^[\w“"]/.test(next.lower);
  if (!timely || noun || next?.kind === 'OF' || next?.kind === 'HYPHEN' || !/^\d/.test(lower)) return null;
  const from = reference(context, 'month');
  if (from === null || from.month === null || !isRealDay(from.year, from.month, value)) return null;
  return date(momentValue({ year: from.year, month: from.month, day: value }), ['day']);
}

/** "the week of March 6": the week that holds the day. */
function readWeekOf(phrase: Phrase, context: Context): Reading | null {
  const month = find(phrase, 'MON')!.value;
  const day = find(phrase, 'DAY')!.value;
  const year = statedYear(phrase) ?? yearOf(month, day, phrase, context);
  if (find(phrase, 'UNIT')!.code !== 'W' || year === null || !isRealDay(year, month, day)) return null;
  return date(weekValue({ year, month, day }), ['month', 'day']);
}

/** "early", "mid-", "late in", "the end of", "about". */
export const LEAD =
  '(ABOUT DOT?)? (THE? (BOUND|END) PERIOD? OF THE? | EDGE HYPHEN? (IN THE?)? | (EARLIER|LATER) IN THE?)?';
const WEEKDAY = '(THIS? NEXT? WDAY DOT? COMMA? (THE|ON)?)?';
const OF_YEAR = 'COMMA? (OF|IN)? (ANYYEAR | WHOLE ERA)';

export const DAY_RULES: readonly Rule[] = [
  rule('numeric-date', 'ISODATE', readNumeric),
  rule('month-day-year', `${WEEKDAY} MON DOT? DAY ${OF_YEAR}`, readDay),
  rule('day-month-year', `${WEEKDAY} THE? DAY (OF THE?)? MON DOT? ${OF_YEAR}`, readDay),
  rule('month-day', `(ABOUT | ${WEEKDAY}) MON DOT? DAY (?!OLD)`, readMonthDay),
  rule('day-month', `${WEEKDAY} THE? DAY (OF THE?)? MON`, readDay),
  rule('first-of-range', 'THE? DAY (?=(HYPHEN|TO|AND|OR) THE? DAY (OF THE?)? MON)', readFirstOfRange),
  rule(
    'second-of-range',
    '(?<=MON DOT? DAY (HYPHEN|TO|AND|OR)) DAY (COMMA? ANYYEAR)? (?!MON|UNIT|UNITS|CLOCKUNITS)',
    readSecondOfRange,
  ),
  rule('day-of-month', 'THE ORDINAL (?!UNIT|QUARTER|HALF)', readDayOfMonth),
  rule('week-of', 'THE UNIT OF MON DOT? DAY (COMMA? YEAR)?', readWeekOf),
  rule('month-year', `${LEAD} MON DOT? ${OF_YEAR}`, readMonth),
  // "The last week of August" has no TIMEX3 value of its own: the month's.
  rule('month-part', 'THE (LAST|ORD|BOUND|NEXT) (UNIT|NUMBER? UNITS) OF MON (DOT? COMMA? ANYYEAR)?', readMonth),
  rule('month-of-that-year', `${LEAD} MON DOT? DAY? COMMA? OF? (THE? TELLER | THAT | POINTER) UNIT`, readInPointedYear),
  rule('pointed-month', '(EDGE|EARLIER)? (POINTER | THE? PREVIOUS | THE? FOLLOWING) MONTH', readPointedMonth),
  rule('month', `${LEAD} MONTH`, readMonth),
];
