/** Seasons (`2019-SU`) and holidays. */
import { momentValue, yearValue } from './calendar.ts';
import type { Context } from './context.ts';
import { holidayOf } from './holidays.ts';
import { after, before, direction, find, findLast, has, isName, type Phrase } from './phrase.ts';
import { speechTime, yearAhead, yearOf } from './resolve.ts';
import { date, type Reading, type Rule, rule } from './rule.ts';

/** A month at the height of each season; winter is written with the year it begins in. */
const SEASON_MONTH: Readonly<Record<string, number>> = { SP: 4, SU: 7, FA: 10, WI: 12 };

function readSeasonOfYear(phrase: Phrase): Reading | null {
  const year = findLast(phrase, 'ANYYEAR') ?? findLast(phrase, 'WHOLE')!;
  const { code } = findLast(phrase, 'SEASON')!;
  // TIMEX3 has four digits for a year.
  if (year.value > 9999) return null;
  return date(`${yearValue(has(phrase, 'ERA') ? -year.value : year.value)}-${code}`, ['year', 'month']);
}

function readSeason(phrase: Phrase, context: Context): Reading | null {
  const { code } = findLast(phrase, 'SEASON')!;
  const ahead = yearAhead(phrase);
  if (ahead !== null) return date(`${yearValue(ahead)}-${code}`, ['month']);
  if (isOtherWord(phrase)) return null;
  const year = yearOfSeason(SEASON_MONTH[code]!, phrase, context);
  return date(`${year === null ? 'XXXX' : yearValue(year)}-${code}`, ['month']);
}

function yearOfSeason(month: number, phrase: Phrase, context: Context): number | null {
  const from = speechTime(context);
  if (from === null) return null;
  const here = from.month ?? 1;
  // "last summer", said in August, is the summer of the year before.
  if (has(phrase, 'LAST')) return month + 1 >= here ? from.year - 1 : from.year;
  if (direction(phrase) === 1) return month <= here ? from.year + 1 : from.year;
  return has(phrase, 'THIS') ? from.year : (yearOf(month, null, phrase, context) ?? from.year);
}

/** "the fall of Rome"; "springs" and "to fall": alone, a season needs a word before it that goes with times. */
function isOtherWord(phrase: Phrase): boolean {
  const word = findLast(phrase, 'SEASON')!;
  if (word.lower === 'fall' && after(phrase)?.kind === 'OF') return true;
  if (phrase.words.length > 1) return false;
  const previous = before(phrase);
  if (previous === undefined) return true;
  if (/^(?:in|during|by|since|until|throughout)$/.test(previous.lower)) return false;
  // "their summer offensive", "the long winter": these two are hardly ever anything else.
  return (
    !/^(?:summer|winter)$/.test(word.lower) || isName(previous) || previous.kind === 'TO' || !/\w/.test(previous.lower)
  );
}

function readHoliday(phrase: Phrase, context: Context): Reading | null {
  const { lower } = find(phrase, 'HOLIDAY')!;
  const holiday = holidayOf(has(phrase, 'EVE') ? `${lower} eve` : lower);
  if (holiday === undefined) return null;
  const year = findLast(phrase, 'YEARLIKE')?.value;
  if (year !== undefined) return date(momentValue(holiday(year)), ['year', 'month', 'day']);
  const from = speechTime(context);
  if (from === null) return null;
  const there = holiday(from.year);
  const away = (there.month - (from.month ?? 1)) * 31 + there.day - (from.day ?? 1);
  if (has(phrase, 'LAST')) return date(momentValue(holiday(from.year - (away >= 0 ? 1 : 0))), ['month', 'day']);
  if (has(phrase, 'NEXT')) return date(momentValue(holiday(from.year + (away <= 0 ? 1 : 0))), ['month', 'day']);
  const resolved = has(phrase, 'THIS') ? from.year : yearOf(there.month, there.day, phrase, context);
  return resolved === null ? null : date(momentValue(holiday(resolved)), ['month', 'day']);
}

const PART = '(THE? (BOUND|END) OF)?';

export const SEASON_RULES: readonly Rule[] = [
  rule('season-year', `${PART} THE? EDGE? HYPHEN? SEASON (OF|COMMA)? (ANYYEAR | WHOLE ERA)`, readSeasonOfYear),
  rule(
    'season',
    `${PART} ((EARLIER|LATER|EDGE) IN?)? (THE|THIS|LAST|NEXT|THAT SAME?)? (EDGE|TELLER|NEXT|LAST)? HYPHEN? SEASON`,
    readSeason,
  ),
  rule('holiday', 'THE? POINTER? HOLIDAY (UNIT|EVE)? (COMMA|OF|IN)? YEARLIKE?', readHoliday),
];
