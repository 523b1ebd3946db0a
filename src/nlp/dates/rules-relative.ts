/** Dates that point: from the day of speaking ("yesterday", "last week"), or from the date told last ("the next day"). */
import {
  addDays,
  type CalendarUnit,
  type Day,
  momentValue,
  nearWeekday,
  valueAt,
  weekdayOf,
  weekValue,
  yearValue,
} from './calendar.ts';
import type { Context } from './context.ts';
import { after, amount, before, direction, find, findLast, has, isA, isName, type Phrase } from './phrase.ts';
import { asDay, knows, reference, shifted, speechTime, today, unitOf, weekdayNear } from './resolve.ts';
import { date, duration, type Reading, type Rule, rule, time } from './rule.ts';
import { tenseAround } from './tense.ts';

/** "today", "late yesterday", "tomorrow morning", "tonight". */
function readNamedDay(phrase: Phrase, context: Context): Reading | null {
  const word = find(phrase, 'NAMEDDAY') ?? find(phrase, 'TONIGHT')!;
  const previous = before(phrase);
  // "USA TODAY", "NBC’s Today".
  if (word.capital && (isName(previous) || previous?.kind === 'POSS')) return null;
  const part = word.kind === 'TONIGHT' ? 'NI' : find(phrase, 'PART')?.code;
  const now = today(context);
  if (now === null && word.value === 0 && part === undefined) return date('PRESENT_REF');
  const value = now === null ? 'XXXX-XX-XX' : momentValue(addDays(now, word.value));
  return part === undefined ? date(value) : time(`${value}T${part}`);
}

/** "the day before yesterday", "the day after tomorrow". */
function readNextButOne(phrase: Phrase, context: Context): Reading | null {
  const { value } = find(phrase, 'NAMEDDAY')!;
  const side = find(phrase, 'PREP')!.lower;
  if (find(phrase, 'UNIT')!.code !== 'D' || value === 0 || side !== (value < 0 ? 'before' : 'after')) return null;
  const now = today(context);
  return date(now === null ? 'XXXX-XX-XX' : momentValue(addDays(now, 2 * value)));
}

function readWeekday(phrase: Phrase, context: Context): Reading | null {
  const weekday = find(phrase, 'WEEKDAY')!;
  const day = pointedWeekday(weekday.value, phrase, context);
  const part = find(phrase, 'PART')?.code;
  const value = day === null ? `XXXX-WXX-${weekday.value}` : momentValue(day);
  return part === undefined ? date(value, ['day']) : time(`${value}T${part}`, ['day', 'time']);
}

/** "last Friday" is before today, "next Monday" after it; a bare weekday goes by the tense. */
function pointedWeekday(weekday: number, phrase: Phrase, context: Context): Day | null {
  const told = has(phrase, 'PREVIOUS') || has(phrase, 'FOLLOWING');
  const from = told ? reference(context, 'day') : speechTime(context, 'day');
  if (from === null || from.day === null) return weekdayNear(weekday, phrase, context);
  const day = asDay(from);
  const side = direction(phrase);
  if (side !== 0) return nearWeekday(day, weekday, side);
  if (has(phrase, 'THIS')) return addDays(day, weekday - weekdayOf(day));
  return weekdayNear(weekday, phrase, context);
}

/** "last year", "this week", "early next month". */
function readPointedUnit(phrase: Phrase, context: Context): Reading | null {
  const unit = unitOf(findLast(phrase, 'ONEUNIT'));
  const from = speechTime(context, unit);
  if (unit === undefined || from === null) return null;
  if (unit === 'day' && has(phrase, 'THIS'))
    return date(knows(from, 'day') ? valueAt(asDay(from), 'day') : 'PRESENT_REF');
  const value = shifted(from, unit, direction(phrase));
  return value === null ? null : date(value);
}

/** "the next day", "the previous month", "the following year", "that same week": from the date told last. */
function readStoryUnit(phrase: Phrase, context: Context): Reading | null {
  const unit = unitOf(findLast(phrase, 'ONEUNIT'));
  if (unit === undefined) return null;
  const from = reference(context, unit);
  const value = from === null ? null : shifted(from, unit, direction(phrase));
  if (value !== null) return date(value);
  return unit === 'day' ? date('XXXX-XX-XX') : null;
}

/** A number of units so large that no calendar goes there. */
const FAR = 9999;

/** "two weeks ago", "a year earlier", "three days later". */
function readDistance(phrase: Phrase, context: Context): Reading | null {
  const word = findLast(phrase, 'ANYUNIT')!;
  const unit = unitOf(word);
  const ago = has(phrase, 'AGO');
  const back = ago || has(phrase, 'EARLIER');
  // "Weeks earlier than planned" is a difference.
  if (isA(after(phrase), 'AT')) return null;
  const many = amount(phrase);
  if (many === null || many > FAR || unit === undefined) return date(back ? 'PAST_REF' : 'FUTURE_REF');
  const quarter = context.narrative ? null : context.quarter();
  if (unit === 'year' && many === 1 && back && quarter !== null) return date(shifted(quarter, 'year', -1, 'quarter')!);
  const from = ago ? speechTime(context, unit) : reference(context, unit);
  if (from === null) return date(unit === 'month' ? 'XXXX-XX' : 'XXXX-XX-XX');
  const by = Math.round(many) * (back ? -1 : 1);
  const grain: CalendarUnit = unit === 'week' && !ago ? 'day' : unit === 'decade' || unit === 'century' ? 'year' : unit;
  const value = shifted(from, unit, by, grain);
  if (value === null) return date('XXXX-XX-XX');
  return date(unit === 'decade' ? value.slice(0, 3) : value);
}

/** "the end of the month", "earlier in the year", "the beginning of the following week". */
function readBoundUnit(phrase: Phrase, context: Context): Reading | null {
  const unit = unitOf(findLast(phrase, 'ONEUNIT'));
  if (unit === undefined || unit === 'day') return null;
  const from = has(phrase, 'THAT') || has(phrase, 'TELLER') ? reference(context, unit) : speechTime(context, unit);
  const value = from === null ? null : shifted(from, unit, direction(phrase));
  return value === null ? null : date(value);
}

/** "year-end" is the last day of the year, as accountants use it. */
function readUnitEnd(phrase: Phrase, context: Context): Reading | null {
  const unit = unitOf(find(phrase, 'UNIT'));
  const from = speechTime(context);
  if (from === null) return null;
  const year = find(phrase, 'YEARLIKE')?.value;
  if (unit === 'year') return date(`${yearValue(year ?? from.year)}-12-31`, year === undefined ? [] : ['year']);
  const value = unit === 'month' ? shifted(from, 'month', 0) : null;
  return value === null ? null : date(value);
}

/** "the weekend" is the last one, unless it has begun or the tense looks ahead. */
function readWeekend(phrase: Phrase, context: Context): Reading | null {
  const from = speechTime(context, 'day');
  if (from === null || !knows(from, 'day')) return null;
  const day = asDay(from);
  const coming = has(phrase, 'THIS') || weekdayOf(day) >= SATURDAY || tenseAround(phrase) === 'future';
  const weeks = direction(phrase) !== 0 ? direction(phrase) : coming ? 0 : -1;
  return date(`${weekValue(addDays(day, 7 * weeks))}-WE`);
}

const SATURDAY = 6;

/** "for the year", "in the quarter", "the year ended June 30": the one under report. */
function readBareUnit(phrase: Phrase, context: Context): Reading | null {
  const unit = unitOf(findLast(phrase, 'ONEUNIT'));
  if (unit === 'quarter') {
    const quarter = context.quarter();
    return quarter === null ? null : date(valueAt(quarter, 'quarter'));
  }
  if ((unit !== 'year' && unit !== 'week') || phrase.words.at(-1)!.capital) return null;
  const next = after(phrase)?.lower;
  if (has(phrase, 'FISCAL') || next === 'ended' || next === 'ending') return duration(unit === 'year' ? 'P1Y' : 'P1W');
  const from = speechTime(context, unit);
  const reported = unit === 'year' ? /^(?:for|of|in|during)$/ : /^(?:for|in)$/;
  if (from === null || next === 'of' || !reported.test(before(phrase)?.lower ?? '')) return null;
  const value = shifted(from, unit, 0);
  return value === null ? null : date(value);
}

const WHEN = '((EDGE|EARLIER|LATER) ON?)?';
const PART_OF = '(THE? (BOUND|END) OF | (EARLIER|LATER|EDGE) IN)';
const MANY = '(A FEW | A COUPLE OF? | A NUMWORD? | NUMBER (AND A? HALF)? | FEW)';

export const RELATIVE_RULES: readonly Rule[] = [
  rule('named-day', `(${WHEN} | EDGE? HYPHEN? PART HYPHEN?) NAMEDDAY PART?`, readNamedDay),
  rule('next-but-one', 'THE UNIT PREP NAMEDDAY', readNextButOne),
  rule('tonight', 'TONIGHT', readNamedDay),
  // "Earlier Tuesday" is read without "earlier": it says nothing more of the day.
  rule('weekday', 'EDGE? (THE? (LAST|NEXT|FOLLOWING|PREVIOUS) | THIS NEXT?)? WEEKDAY PART?', readWeekday),
  rule('weekday', 'THE? PART (OF THE?)? WEEKDAY', readWeekday),
  // "The past year" is no calendar year but the twelve months up to now: a duration.
  rule('pointed-unit', `(${WHEN} | ${PART_OF}) (POINTER | THE THIS) FISCAL? ONEUNIT`, readPointedUnit),
  rule('pointed-unit', 'THE (THIS|LATEST) FISCAL ONEUNIT', readPointedUnit),
  rule('story-unit', `${WHEN} (THE (TELLER|NEXT) | THAT SAME?) FISCAL? ONEUNIT`, readStoryUnit),
  // Not "more than a year earlier": "they sold more than a year earlier" compares amounts.
  rule(
    'distance',
    `(APPROX | (APPROX|MORE|AT) AT (?! ${MANY} MORE? ANYUNIT EARLIER))? ${MANY} MORE? ANYUNIT (AGO|EARLIER|LATER)`,
    readDistance,
  ),
  rule('distance', 'ANYUNIT (AGO|EARLIER|LATER)', readDistance),
  rule('bound-unit', `${PART_OF} (THE|THAT) TELLER? FISCAL? ONEUNIT`, readBoundUnit),
  rule('unit-end', 'APPROX? THE? UNIT (POSS | HYPHEN)? END YEARLIKE?', readUnitEnd),
  rule('weekend', '(EDGE|EARLIER|LATER)? (THE POINTER? | POINTER) WEEKEND', readWeekend),
  rule('bare-unit', 'THE (FISCAL|ADJECTIVE)? ONEUNIT', readBareUnit),
];
