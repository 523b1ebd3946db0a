/** Parts of the year: seasons, quarters, halves and holidays. */
import { addDays, addMonths, type Day, easter, momentValue, valueAt, weekdayOfMonth, yearValue } from './calendar.ts';
import type { Context } from './context.ts';
import { asDay, speechTime, yearAhead, yearOf, yearOfQuarter } from './resolve.ts';
import { after, before, date, find, findLast, has, isA, type Phrase, type Reading, type Rule, rule } from './rule.ts';

const SEASON_MONTH: Readonly<Record<string, number>> = { SP: 4, SU: 7, FA: 10, WI: 12 };

function stepOf(phrase: Phrase): -1 | 0 | 1 {
  if (has(phrase, 'LAST') || has(phrase, 'PREVIOUS') || has(phrase, 'EARLIER')) return -1;
  return has(phrase, 'NEXT') || has(phrase, 'FOLLOWING') ? 1 : 0;
}

function readSeason(phrase: Phrase, context: Context): Reading | null {
  const season = findLast(phrase, 'SEASON')!;
  const year = findLast(phrase, 'ANYYEAR');
  const ahead = year === undefined ? yearAhead(phrase) : null;
  if (ahead !== null) return date(`${yearValue(ahead)}-${season.code}`, ['month']);
  if (year !== undefined)
    return date(`${yearValue(has(phrase, 'ERA') ? -year.value : year.value)}-${season.code}`, ['year', 'month']);
  if (after(phrase)?.kind === 'OF' && season.code === 'FA') return null;
  const bare = phrase.words.length === 1;
  if (bare && !isSeasonNoun(phrase)) return null;
  const from = speechTime(context);
  const month = SEASON_MONTH[season.code]!;
  if (from === null) return bare ? null : date(`XXXX-${season.code}`, ['month']);
  const step = stepOf(phrase);
  const here = from.month ?? 1;
  if (step === -1 && has(phrase, 'LAST'))
    return date(`${yearValue(month + 1 >= here ? from.year - 1 : from.year)}-${season.code}`, ['month']);
  if (step === 1) return date(`${yearValue(month <= here ? from.year + 1 : from.year)}-${season.code}`, ['month']);
  const resolved = has(phrase, 'THIS') ? from.year : (yearOf(month, null, phrase, context) ?? from.year);
  return date(`${yearValue(resolved)}-${season.code}`, ['month']);
}

/** A bare season word is a verb or a water source as often as a time: it needs "in", "during", "by" before it. */
function isSeasonNoun(phrase: Phrase): boolean {
  const previous = before(phrase)?.lower;
  const word = phrase.words[0]!;
  if (previous === undefined) return false;
  if (/^(?:in|during|by|since|until|throughout|this|each|every|early|late)$/.test(previous)) return true;
  return (
    (word.code === 'WI' || word.code === 'SU') &&
    !word.lower.endsWith('s') &&
    previous !== 'to' &&
    word.start > 0 &&
    /^[a-z]/.test(previous)
  );
}

function readQuarter(phrase: Phrase, context: Context): Reading | null {
  const ordinal = phrase.words.find(
    (word, i) => (isA(word, 'ORD') || word.kind === 'LAST') && phrase.words.slice(i).some((w) => isA(w, 'QUARTER')),
  );
  if (ordinal === undefined) return null;
  const number = ordinal.kind === 'LAST' ? 4 : ordinal.value;
  if (number > 4) return null;
  const year = find(phrase, 'YEARLIKE') ?? find(phrase, 'SHORTYEAR');
  if (year !== undefined) return date(`${yearValue(year.value)}-Q${number}`, ['year', 'month']);
  const from = speechTime(context);
  if (from === null) return null;
  const pointed = has(phrase, 'UNIT') || has(phrase, 'AGO') || has(phrase, 'EARLIER');
  const base = pointed
    ? from.year + stepOf(phrase) - (has(phrase, 'AGO') ? 1 : 0)
    : yearOfQuarter(number, phrase, context);
  return base === null ? null : date(`${yearValue(base)}-Q${number}`, ['month']);
}

/** "the latest quarter", "this quarter", "the year-earlier period", "the 1988 period": the quarter under report. */
function readReportedQuarter(phrase: Phrase, context: Context): Reading | null {
  if (context.narrative || context.published === null) return null;
  const told = context.quarter();
  const year = find(phrase, 'YEARLIKE');
  if (told === null && year !== undefined) return date(yearValue(year.value), ['year']);
  if (told === null && (has(phrase, 'PERIOD') || has(phrase, 'LATEST') || has(phrase, 'HYPHEN')))
    return has(phrase, 'EARLIER') || has(phrase, 'AGO') ? date(yearValue(context.published.year - 1)) : null;
  const step = stepOf(phrase) === -1 || has(phrase, 'AGO') ? -1 : 0;
  const latest = asDay(addMonths(context.published, has(phrase, 'THIS') || has(phrase, 'NEXT') ? 0 : -3));
  const base: Day =
    told !== null && !has(phrase, 'THIS') && !has(phrase, 'LAST') && !has(phrase, 'NEXT') ? told : latest;
  if (year !== undefined) return date(valueAt({ ...base, year: year.value }, 'quarter'), ['year']);
  if (has(phrase, 'LAST') && !has(phrase, 'UNIT')) return date(valueAt(latest, 'quarter'));
  if (has(phrase, 'NEXT')) return date(valueAt(asDay(addMonths(context.published, 3)), 'quarter'));
  return date(valueAt({ ...base, year: base.year + step }, 'quarter'));
}

function readHalf(phrase: Phrase, context: Context): Reading | null {
  const lead =
    find(phrase, 'ORD') ??
    find(phrase, 'FIRST') ??
    find(phrase, 'BOUND') ??
    find(phrase, 'LAST') ??
    find(phrase, 'EDGE');
  const month = find(phrase, 'MON');
  const year = findLast(phrase, 'ANYYEAR');
  const from = speechTime(context);
  const first = lead?.value === 1 || lead?.lower === 'early';
  if (month !== undefined) {
    const resolved = year?.value ?? yearOf(month.value, null, phrase, context);
    return resolved === null
      ? null
      : date(
          momentValue({ year: resolved, month: month.value, day: null }),
          year === undefined ? ['month'] : ['year', 'month'],
        );
  }
  const decade = find(phrase, 'DECADE');
  if (decade !== undefined) return date(yearValue(decade.value).slice(0, 3), ['year']);
  const base = year?.value ?? from?.year;
  if (base === undefined) return null;
  const step = has(phrase, 'LAST') && lead?.kind !== 'LAST' ? -1 : has(phrase, 'NEXT') ? 1 : 0;
  return date(`${yearValue(base + step)}-H${first ? 1 : 2}`, year === undefined ? ['month'] : ['year', 'month']);
}

const HOLIDAYS: readonly [RegExp, (year: number) => Day][] = [
  [/^christmas eve/, (year) => ({ year, month: 12, day: 24 })],
  [/^(?:christmas|xmas)/, (year) => ({ year, month: 12, day: 25 })],
  [/^boxing/, (year) => ({ year, month: 12, day: 26 })],
  [/^new year.s eve/, (year) => ({ year, month: 12, day: 31 })],
  [/^new year.s day/, (year) => ({ year, month: 1, day: 1 })],
  [/^martin/, (year) => weekdayOfMonth(year, 1, 1, 3)],
  [/^australia/, (year) => ({ year, month: 1, day: 26 })],
  [/^valentine/, (year) => ({ year, month: 2, day: 14 })],
  [/^president/, (year) => weekdayOfMonth(year, 2, 1, 3)],
  [/^april/, (year) => ({ year, month: 4, day: 1 })],
  [/^good friday/, (year) => addDays(easter(year), -2)],
  [/^easter monday/, (year) => addDays(easter(year), 1)],
  [/^easter/, easter],
  [/^memorial/, (year) => weekdayOfMonth(year, 5, 1, -1)],
  [/^canada/, (year) => ({ year, month: 7, day: 1 })],
  [/^independence/, (year) => ({ year, month: 7, day: 4 })],
  [/^bastille/, (year) => ({ year, month: 7, day: 14 })],
  [/^labo/, (year) => weekdayOfMonth(year, 9, 1, 1)],
  [/^columbus/, (year) => weekdayOfMonth(year, 10, 1, 2)],
  [/^halloween/, (year) => ({ year, month: 10, day: 31 })],
  [/^election/, (year) => addDays(weekdayOfMonth(year, 11, 1, 1), 1)],
  [/^(?:veterans|armistice)/, (year) => ({ year, month: 11, day: 11 })],
  [/^thanksgiving/, (year) => weekdayOfMonth(year, 11, 4, 4)],
];

function readHoliday(phrase: Phrase, context: Context): Reading | null {
  const word = find(phrase, 'HOLIDAY')!;
  const name = has(phrase, 'EVE') ? `${word.lower} eve` : word.lower;
  const holiday = HOLIDAYS.find(([pattern]) => pattern.test(name))?.[1];
  const from = speechTime(context);
  const stated = findLast(phrase, 'YEARLIKE');
  if (holiday === undefined) return null;
  if (stated !== undefined) return date(momentValue(holiday(stated.value)), ['year', 'month', 'day']);
  if (from === null) return null;
  const here = holiday(from.year);
  const index = here.month * 31 + here.day;
  const now = (from.month ?? 1) * 31 + (from.day ?? 1);
  if (has(phrase, 'LAST')) return date(momentValue(index >= now ? holiday(from.year - 1) : here), ['month', 'day']);
  if (has(phrase, 'NEXT')) return date(momentValue(index <= now ? holiday(from.year + 1) : here), ['month', 'day']);
  const year = has(phrase, 'THIS') ? from.year : yearOf(here.month, here.day, phrase, context);
  return year === null ? null : date(momentValue(holiday(year)), ['month', 'day']);
}

export const PART_RULES: readonly Rule[] = [
  rule(
    'season-year',
    '(THE? (BOUND|END) OF)? THE? EDGE? HYPHEN? SEASON (OF|COMMA)? (ANYYEAR ERA? | INT ERA)',
    readSeason,
  ),
  rule(
    'season',
    '(THE? (BOUND|END) OF)? (EARLIER|LATER)? (THE|LAST|THIS|NEXT|THAT SAME?)? (EDGE|FOLLOWING|PREVIOUS|SAME|NEXT|LAST)? HYPHEN? SEASON',
    readSeason,
  ),
  rule(
    'quarter-of-year',
    '(THE? (BOUND|END) OF)? THE? FISCAL? (ORD|LAST) HYPHEN? QUARTER (OF|IN|COMMA)? (THE? FISCAL UNIT?)? ANYYEAR',
    readQuarter,
  ),
  rule(
    'quarter-of-year',
    '(THE? (BOUND|END) OF)? THE? FISCAL? (ORD|LAST) HYPHEN? QUARTER (OF|IN)? (THE|LAST|NEXT|THIS|THE (FOLLOWING|PREVIOUS)) FISCAL? UNIT',
    readQuarter,
  ),
  rule('quarter-of-year', '(THE)? FISCAL? YEARLIKE POSS? FISCAL? ORD HYPHEN? QUARTER', readQuarter),
  rule('quarter-of-year', '(THIS|LAST|NEXT) UNIT POSS FISCAL? ORD HYPHEN? QUARTER', readQuarter),
  rule('quarter-of-year', 'THE? UNIT HYPHEN (AGO|EARLIER) FISCAL? ORD HYPHEN? QUARTER', readQuarter),
  rule('quarter', '(THE? (BOUND|END) OF)? THE? FISCAL? HYPHEN? ORD QUARTER', readQuarter),
  rule('quarter', 'FISCAL? ORD HYPHEN QUARTER', readQuarter),
  rule(
    'reported-quarter',
    '(THE? LATEST? UNIT HYPHEN (AGO|EARLIER) (QUARTER|PERIOD) | UNIT HYPHEN (AGO|EARLIER))',
    readReportedQuarter,
  ),
  rule('reported-quarter', 'THE? LATEST (QUARTER | PERIOD)', readReportedQuarter),
  rule('reported-quarter', 'THE? (THIS|LAST|NEXT|THAT|PREVIOUS) QUARTER', readReportedQuarter),
  rule('reported-quarter', 'THE YEARLIKE (QUARTER|PERIOD)', readReportedQuarter),
  rule('reported-quarter', 'THE LATEST PERIOD LAST UNIT', readReportedQuarter),
  rule(
    'half',
    'THE? (ORD|BOUND|LAST|EDGE) HALF OF (MON (DOT? COMMA? ANYYEAR)? | THE? ANYYEAR | THE? UNIT | (LAST|THIS|NEXT) UNIT | THE DECADE)',
    readHalf,
  ),
  rule('holiday', '(THE)? (LAST|NEXT|THIS)? HOLIDAY (DAYWORD|UNIT|EVE)? (COMMA|OF|IN)? ANYYEAR?', readHoliday),
];
