/**
 * Quarters and halves (`2019-Q3`, `2019-H2`). Company reports compare a quarter with the one a year before and call them
 * "the latest quarter", "the year-earlier period", "a year ago": what these mean is the quarter under report.
 */
import { addMonths, momentValue, valueAt, yearValue } from './calendar.ts';
import type { Context } from './context.ts';
import { direction, find, findLast, has, isA, type Phrase } from './phrase.ts';
import { asDay, speechTime, yearOf, yearOfQuarter } from './resolve.ts';
import { date, type Reading, type Rule, rule } from './rule.ts';

/** "the third quarter", "the fourth quarter of 2018", "last year's first quarter". */
function readQuarter(phrase: Phrase, context: Context): Reading | null {
  const at = phrase.words.findIndex((word) => isA(word, 'QUARTER'));
  const ordinal = phrase.words.slice(0, at).findLast((word) => isA(word, 'ORD') || word.kind === 'LAST');
  const number = ordinal?.kind === 'LAST' ? 4 : (ordinal?.value ?? 5);
  if (number > 4) return null;
  const year = find(phrase, 'ANYYEAR');
  if (year !== undefined) return date(`${yearValue(year.value)}-Q${number}`, ['year', 'month']);
  const from = speechTime(context);
  if (from === null) return null;
  const pointed = has(phrase, 'UNIT');
  const resolved = pointed
    ? from.year + (isYearBefore(phrase) ? -1 : direction(phrase))
    : yearOfQuarter(number, phrase, context);
  return date(`${yearValue(resolved ?? from.year)}-Q${number}`, ['month']);
}

/** "year-ago", "year-earlier", "the corresponding period last year". */
const isYearBefore = (phrase: Phrase): boolean => has(phrase, 'AGO') || has(phrase, 'EARLIER') || has(phrase, 'LAST');

/** "this quarter", "last quarter", "next quarter": by the calendar. */
function readPointedQuarter(phrase: Phrase, context: Context): Reading | null {
  const from = speechTime(context, 'quarter');
  if (from === null || from.month === null) return null;
  return date(valueAt(asDay(addMonths({ ...from, day: null }, 3 * direction(phrase))), 'quarter'));
}

/** "the latest quarter", "the year-earlier period", "the 1988 period": by the quarter under report, or by years if none is. */
function readReported(phrase: Phrase, context: Context): Reading | null {
  const from = context.published;
  if (context.narrative || from === null) return null;
  const year = find(phrase, 'YEARLIKE')?.value;
  const quarter = context.quarter();
  if (quarter !== null) {
    return date(valueAt({ ...quarter, year: year ?? quarter.year - (isYearBefore(phrase) ? 1 : 0) }, 'quarter'));
  }
  if (year !== undefined) return date(yearValue(year), ['year']);
  return isYearBefore(phrase) ? date(yearValue(from.year - 1)) : null;
}

/** "the second half of September" has no TIMEX3 value of its own: the month's; of a year it is `2019-H2`. */
function readHalf(phrase: Phrase, context: Context): Reading | null {
  const first = find(phrase, 'ORD')?.value === 1 || find(phrase, 'EDGE')?.lower === 'early';
  const month = find(phrase, 'MON');
  const decade = find(phrase, 'DECADE');
  const year = findLast(phrase, 'ANYYEAR')?.value;
  if (decade !== undefined) return date(yearValue(decade.value).slice(0, -1), ['year']);
  if (month !== undefined) {
    const resolved = year ?? yearOf(month.value, null, phrase, context);
    if (resolved === null) return null;
    const value = momentValue({ year: resolved, month: month.value, day: null });
    return date(value, year === undefined ? ['month'] : ['year', 'month']);
  }
  const from = speechTime(context);
  if (year === undefined && from === null) return null;
  // "the last half of last year": only the second "last" points.
  const pointer = phrase.words.slice(phrase.words.indexOf(find(phrase, 'HALF')!)).find((word) => isA(word, 'POINTER'));
  const step = pointer?.kind === 'LAST' ? -1 : pointer?.kind === 'NEXT' ? 1 : 0;
  return date(
    `${yearValue((year ?? from!.year) + step)}-H${first ? 1 : 2}`,
    year === undefined ? ['month'] : ['year', 'month'],
  );
}

const PART = '(THE? (BOUND|END) OF)?';
const NTH = 'FISCAL? HYPHEN? (ORD|LAST) HYPHEN? QUARTER';
const YEAR_BEFORE = 'UNIT HYPHEN (AGO|EARLIER)';

export const QUARTER_RULES: readonly Rule[] = [
  rule('quarter-of-year', `${PART} THE? ${NTH} (OF|IN|COMMA)? (THE? FISCAL UNIT?)? ANYYEAR`, readQuarter),
  rule(
    'quarter-of-year',
    `${PART} THE? ${NTH} (OF|IN)? THE? (THE|POINTER|FOLLOWING|PREVIOUS) FISCAL? UNIT`,
    readQuarter,
  ),
  rule('quarter-of-year', `THE? FISCAL? YEARLIKE POSS? ${NTH}`, readQuarter),
  rule('quarter-of-year', `(POINTER UNIT POSS | THE? ${YEAR_BEFORE}) ${NTH}`, readQuarter),
  rule('quarter', `${PART} THE? FISCAL? HYPHEN? ORD QUARTER`, readQuarter),
  rule('quarter', 'FISCAL? ORD HYPHEN QUARTER', readQuarter),
  rule('reported-quarter', `THE? LATEST? ${YEAR_BEFORE} (QUARTER|PERIOD)`, readReported),
  // Beside a noun that is neither, the article belongs to the noun: "the year-earlier results".
  rule('reported-quarter', YEAR_BEFORE, readReported),
  rule('reported-quarter', 'THE? (LATEST|THAT) (QUARTER|PERIOD)', readReported),
  rule('reported-quarter', 'THE (LATEST|SAME) (QUARTER|PERIOD) LAST UNIT', readReported),
  rule('reported-quarter', 'THE (LATEST|SAME)? (QUARTER|PERIOD) (A UNIT | UNIT) (AGO|EARLIER)', readReported),
  rule('reported-quarter', 'THE YEARLIKE (QUARTER|PERIOD)', readReported),
  rule('pointed-quarter', 'THE? (POINTER|PREVIOUS|FOLLOWING) QUARTER', readPointedQuarter),
  rule(
    'half',
    `THE? (ORD|BOUND|LAST|EDGE) HALF OF
     (MON (DOT? COMMA? ANYYEAR)? | THE? ANYYEAR | THE? UNIT | POINTER UNIT | THE DECADE)`,
    readHalf,
  ),
];
