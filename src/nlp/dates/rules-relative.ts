/** Dates that point: from the day of speaking ("yesterday", "last week"), or from the date told last ("the next day"). */
import {
  addDays,
  type CalendarUnit,
  momentValue,
  nearWeekday,
  valueAt,
  weekdayOf,
  weekValue,
  yearValue,
} from './calendar.ts';
import type { Context } from './context.ts';
import { asDay, knows, reference, shifted, speechTime, unitOf, weekdayNear } from './resolve.ts';
import {
  after,
  before,
  date,
  duration,
  find,
  findLast,
  has,
  type Phrase,
  type Reading,
  type Rule,
  rule,
  time,
} from './rule.ts';
import { tenseAround } from './tense.ts';

const WHEN = '(EDGE | EARLIER | LATER | (EARLIER|LATER|EDGE) ON)?';

function readNamedDay(phrase: Phrase, context: Context): Reading | null {
  const word = find(phrase, 'NAMEDDAY') ?? find(phrase, 'TONIGHT')!;
  const moment = context.narrative ? null : context.published;
  const part = find(phrase, 'PART')?.code ?? (word.kind === 'TONIGHT' ? 'NI' : '');
  if (moment === null)
    return word.value === 0 && part === '' ? date('PRESENT_REF') : date(`XXXX-XX-XX${part === '' ? '' : `T${part}`}`);
  const value = momentValue(addDays(moment, word.value));
  return part === '' ? date(value) : time(`${value}T${part}`);
}

/** "the day before yesterday", "the day after tomorrow". */
function readNextButOne(phrase: Phrase, context: Context): Reading | null {
  const { value } = find(phrase, 'NAMEDDAY')!;
  const side = find(phrase, 'PREP')!.lower;
  if (find(phrase, 'UNIT')!.code !== 'D' || value === 0 || side !== (value < 0 ? 'before' : 'after')) return null;
  const from = context.narrative ? null : context.published;
  return date(from === null ? 'XXXX-XX-XX' : momentValue(addDays(from, 2 * value)));
}

function readWeekday(phrase: Phrase, context: Context): Reading | null {
  const weekday = find(phrase, 'WEEKDAY')!;
  const day = pointedWeekday(weekday.value, phrase, context);
  const part = find(phrase, 'PART')?.code;
  const value = day === null ? `XXXX-WXX-${weekday.value}` : momentValue(day);
  return part === undefined ? date(value, ['day']) : time(`${value}T${part}`, ['day', 'time']);
}

/** "last Friday" is before today, "next Monday" after it; a bare weekday goes by the tense. */
function pointedWeekday(weekday: number, phrase: Phrase, context: Context) {
  const from =
    has(phrase, 'PREVIOUS') || has(phrase, 'FOLLOWING') ? reference(context, 'day') : speechTime(context, 'day');
  if (from === null || from.day === null) return weekdayNear(weekday, phrase, context);
  const day = asDay(from);
  if (has(phrase, 'LAST') || has(phrase, 'PREVIOUS')) return nearWeekday(day, weekday, -1);
  if (has(phrase, 'NEXT') || has(phrase, 'FOLLOWING')) return nearWeekday(day, weekday, 1);
  if (has(phrase, 'THIS')) return addDays(day, weekday - weekdayOf(day));
  return weekdayNear(weekday, phrase, context);
}

function direction(phrase: Phrase): -1 | 0 | 1 {
  if (has(phrase, 'LAST') || has(phrase, 'PREVIOUS')) return -1;
  return has(phrase, 'NEXT') || has(phrase, 'FOLLOWING') ? 1 : 0;
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
  const from = reference(context, unit);
  if (unit === undefined || from === null) return null;
  const by = direction(phrase);
  const value = shifted(from, unit, by);
  if (value !== null) return date(value);
  return unit === 'day' ? date('XXXX-XX-XX') : null;
}

/** "two weeks ago", "a year earlier", "three days later". */
function readDistance(phrase: Phrase, context: Context): Reading | null {
  const word = findLast(phrase, 'ANYUNIT')!;
  const unit = unitOf(word);
  const ago = has(phrase, 'AGO');
  const back = ago || has(phrase, 'EARLIER');
  const many = amount(phrase);
  if (many === null || unit === undefined) return date(back ? 'PAST_REF' : 'FUTURE_REF');
  const quarter = context.narrative ? null : context.quarter();
  if (unit === 'year' && many === 1 && back && quarter !== null) return date(shifted(quarter, 'year', -1, 'quarter')!);
  const from = ago ? speechTime(context, unit) : reference(context, unit);
  if (from === null) return date(unit === 'month' ? 'XXXX-XX' : 'XXXX-XX-XX');
  const by = Math.round(many * word.value) * (back ? -1 : 1);
  const grain: CalendarUnit = unit === 'week' && !ago ? 'day' : unit === 'decade' || unit === 'century' ? 'year' : unit;
  const value = shifted(from, unit, by, grain);
  if (value === null) return date('XXXX-XX-XX');
  return date(unit === 'decade' ? value.slice(0, 3) : value);
}

/** The number before a unit; null when it is vague. */
export function amount(phrase: Phrase): number | null {
  const number = findLast(phrase, 'NUMBER');
  if (has(phrase, 'FEW')) return null;
  const half = has(phrase, 'HALF') ? 0.5 : 0;
  if (number !== undefined) return number.value + half;
  if (has(phrase, 'COUPLE')) return 2;
  return has(phrase, 'A') ? 1 + half : null;
}

/** "the end of the year", "year-end": December, the last day of the year in company reports. */
function readBoundUnit(phrase: Phrase, context: Context): Reading | null {
  const unit = unitOf(findLast(phrase, 'ONEUNIT'));
  const told = has(phrase, 'THAT') || has(phrase, 'SAME') || has(phrase, 'FOLLOWING') || has(phrase, 'PREVIOUS');
  const from = told ? reference(context, unit) : speechTime(context, unit);
  if (unit === undefined || unit === 'day' || from === null) return null;
  const value = shifted(from, unit, direction(phrase));
  return value === null ? null : date(value);
}

function readYearEnd(phrase: Phrase, context: Context): Reading | null {
  const unit = unitOf(find(phrase, 'UNIT'));
  const from = speechTime(context);
  if (from === null || (unit !== 'year' && unit !== 'month')) return null;
  return date(unit === 'year' ? `${yearValue(from.year)}-12-31` : (shifted(from, 'month', 0) ?? yearValue(from.year)));
}

function readWeekend(phrase: Phrase, context: Context): Reading | null {
  const from = speechTime(context);
  if (from === null || !knows(from, 'day')) return null;
  const day = asDay(from);
  const weekend = weekdayOf(day) >= 6;
  const by = has(phrase, 'NEXT')
    ? 1
    : has(phrase, 'LAST')
      ? -1
      : has(phrase, 'THIS') || weekend || tenseAround(phrase) === 'future'
        ? 0
        : -1;
  return date(`${weekValue(addDays(day, 7 * by))}-WE`);
}

/** "the year", "the quarter": the one just told of. */
function readBareUnit(phrase: Phrase, context: Context): Reading | null {
  const unit = unitOf(findLast(phrase, 'ONEUNIT'));
  const from = speechTime(context, unit);
  if (has(phrase, 'FISCAL')) return unit === 'year' ? duration('P1Y') : null;
  if (unit === 'quarter') {
    const quarter = context.quarter();
    return quarter === null ? null : date(valueAt(quarter, 'quarter'));
  }
  if (from === null || (unit !== 'year' && unit !== 'week')) return null;
  const next = after(phrase)?.lower;
  if (next === 'ended' || next === 'ending') return duration(unit === 'year' ? 'P1Y' : 'P1W');
  const previous = before(phrase)?.lower;
  if (next === 'of' || (unit === 'week' && previous !== 'for' && previous !== 'in')) return null;
  if (previous !== 'for' && previous !== 'of' && previous !== 'in' && previous !== 'during') return null;
  const value = shifted(from, unit, 0);
  return value === null ? null : date(value);
}

export const RELATIVE_RULES: readonly Rule[] = [
  rule('named-day', `(${WHEN} | PART HYPHEN?) NAMEDDAY PART?`, readNamedDay),
  rule('named-day', 'EDGE HYPHEN? PART NAMEDDAY', readNamedDay),
  rule('next-but-one', 'THE UNIT PREP NAMEDDAY', readNextButOne),
  rule('tonight', 'TONIGHT', readNamedDay),
  rule('weekday', `EDGE? (THE? (LAST|NEXT|FOLLOWING|PREVIOUS) | THIS NEXT?)? WEEKDAY PART?`, readWeekday),
  rule('weekday', '(THE? PART | EDGE) (OF THE?)? WEEKDAY', readWeekday),
  rule('pointed-unit', `(${WHEN} | EARLIER IN | LATER IN | EDGE IN) (LAST|THIS|NEXT) FISCAL? ONEUNIT`, readPointedUnit),
  rule('pointed-unit', `(THE? (BOUND|END) OF) (LAST|THIS|NEXT|THE THIS) FISCAL? ONEUNIT`, readPointedUnit),
  rule('this-unit', '(THE|THIS|THAT) (THIS|LATEST) FISCAL ONEUNIT', readPointedUnit),
  rule('this-unit', '(THE) (THIS) ONEUNIT', readPointedUnit),
  rule('story-unit', `${WHEN} (THE (FOLLOWING|PREVIOUS|NEXT|SAME) | THAT SAME?) FISCAL? ONEUNIT`, readStoryUnit),
  rule(
    'distance',
    'APPROX? (APPROX AT)? (A FEW|A COUPLE OF?|A|NUMBER|FEW|A NUMWORD|NUMBER AND A? HALF) MORE? ANYUNIT (AGO|EARLIER|LATER)',
    readDistance,
  ),
  rule('distance', 'ANYUNIT (AGO|EARLIER|LATER)', readDistance),
  rule(
    'bound-unit',
    '((THE? (BOUND|END) OF) | EARLIER IN | LATER IN | EDGE IN) (THE|THAT) (FOLLOWING|PREVIOUS|SAME)? FISCAL? ONEUNIT',
    readBoundUnit,
  ),
  rule('unit-end', 'APPROX? (THE)? UNIT (POSS | HYPHEN)? END', readYearEnd),
  rule('weekend', '(EDGE|EARLIER|LATER)? (THE|THIS|LAST|NEXT|THE (LAST|NEXT)) WEEKEND', readWeekend),
  rule('bare-unit', 'THE (FISCAL|ADJECTIVE)? ONEUNIT', readBareUnit),
];
