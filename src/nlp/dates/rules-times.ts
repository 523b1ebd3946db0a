/** Times of day: clock times, noon and midnight, morning and evening, with the day they belong to. */
import { addDays, isRealDay, momentValue, two } from './calendar.ts';
import type { Context } from './context.ts';
import { after, before, find, findLast, has, isA, type Phrase } from './phrase.ts';
import { asDay, reference, speechTime, today, weekdayNear, yearOf } from './resolve.ts';
import { type Reading, type Rule, rule, time } from './rule.ts';

/** The day a time of day belongs to: written beside it, or the day last spoken of. */
function dayBeside(phrase: Phrase, context: Context): string {
  const monthDay = monthDayIn(phrase, context);
  if (monthDay !== null) return monthDay;
  const weekday = find(phrase, 'WEEKDAY');
  if (weekday !== undefined) {
    const day = weekdayNear(weekday.value, phrase, context);
    return day === null ? `XXXX-WXX-${weekday.value}` : momentValue(day);
  }
  const named = find(phrase, 'NAMEDDAY');
  const now = today(context);
  if (named !== undefined && now !== null) return momentValue(addDays(now, named.value));
  const moment = has(phrase, 'THIS') ? speechTime(context, 'day') : reference(context, 'day');
  return moment === null || moment.day === null ? 'XXXX-XX-XX' : momentValue(moment);
}

function monthDayIn(phrase: Phrase, context: Context): string | null {
  const month = find(phrase, 'MON');
  if (month === undefined) return null;
  const at = phrase.words.indexOf(month);
  const next = phrase.words[at + 1]?.kind === 'DOT' ? phrase.words[at + 2] : phrase.words[at + 1];
  const day = isA(next, 'DAY') ? next : phrase.words[at - 1];
  if (day === undefined || !isA(day, 'DAY')) return null;
  const year = findLast(phrase, 'YEARLIKE')?.value ?? yearOf(month.value, day.value, phrase, context);
  const real = year !== null && isRealDay(year, month.value, day.value);
  return real ? momentValue({ year, month: month.value, day: day.value }) : null;
}

/** `08:30`, on the clock of twenty-four hours; null for what no clock shows. */
function clockOf(phrase: Phrase): string | null {
  const noon = find(phrase, 'NOON');
  if (noon !== undefined) return `${noon.value}:00`;
  const { code } = find(phrase, 'CLOCK') ?? find(phrase, 'SHORTINT')!;
  const [hour = 0, minute = 0] = code.split(/[:.]/).map(Number);
  const part = find(phrase, 'PART')?.code;
  const half = part === undefined ? find(phrase, 'AMPM')?.code : part === 'MO' ? 'a' : 'p';
  if (hour > 24 || ((half === 'a' || half === 'p') && hour > 12)) return null;
  if (half === 'p' && hour < 12) return `${two(hour + 12)}:${two(minute)}`;
  return half === 'a' && hour === 12 ? `00:${two(minute)}` : `${two(hour)}:${two(minute)}`;
}

function readClock(phrase: Phrase, context: Context): Reading | null {
  const clock = clockOf(phrase);
  return clock === null ? null : time(`${dayBeside(phrase, context)}T${clock}`);
}

/** "8:30" alone may be a score, a verse or a ratio: it needs a time zone, or a word before it that goes with times. */
function readBareClock(phrase: Phrase, context: Context): Reading | null {
  const timely = /^(?:at|by|until|till|from|around|about|after|before|since)$/.test(before(phrase)?.lower ?? '');
  return timely || has(phrase, 'ZONE') ? readClock(phrase, context) : null;
}

/** "1730 GMT". */
function readZoned(phrase: Phrase, context: Context): Reading | null {
  const match = /^([01]\d|2[0-3])([0-5]\d)$/.exec(phrase.words[0]!.code);
  return match === null ? null : time(`${dayBeside(phrase, context)}T${match[1]}:${match[2]}`);
}

/** "this morning", "last night", "the following evening", "the night of May 4". */
function readPart(phrase: Phrase, context: Context): Reading | null {
  const { code } = find(phrase, 'PART')!;
  if (has(phrase, 'LAST')) {
    const now = today(context);
    return now === null ? null : time(`${momentValue(addDays(now, -1))}T${code}`);
  }
  if (has(phrase, 'FOLLOWING') || has(phrase, 'NEXT')) {
    const told = reference(context, 'day');
    return told === null || told.day === null ? null : time(`${momentValue(addDays(asDay(told), 1))}T${code}`);
  }
  if (after(phrase)?.kind === 'OF') return null;
  // "In the morning", not "the morning paper".
  const bare = phrase.words.length === 2 && phrase.words[0]!.kind === 'THE';
  if (bare && !isA(before(phrase), 'IN') && !isA(before(phrase), 'PREP')) return null;
  return time(`${dayBeside(phrase, context)}T${code}`);
}

/** "at night", "by night" is any night. */
function readAnyNight(phrase: Phrase): Reading | null {
  const previous = before(phrase)?.lower;
  return previous === 'at' || previous === 'by' ? time(`XXXX-XX-XXT${phrase.words[0]!.code}`) : null;
}

const MONTH_DAY = '(WEEKDAY DOT? COMMA?)? (MON DOT? DAY (COMMA? YEARLIKE)? | DAY OF? MON YEARLIKE?)';
const ON_A_DAY = `(ZONE | OPEN ZONE OTHER)? (COMMA? ON? (${MONTH_DAY} | EDGE? (WEEKDAY|NAMEDDAY)))? ZONE?`;

export const TIME_RULES: readonly Rule[] = [
  rule('clock', `APPROX? (CLOCK|SHORTINT) AMPM ${ON_A_DAY}`, readClock),
  rule('clock', 'SHORTINT IN THE PART', readClock),
  rule('clock', `CLOCK ${ON_A_DAY}`, readBareClock),
  rule('zoned-clock', '(INT|YEARLIKE) ZONE', readZoned),
  rule('noon', `APPROX? NOON ${ON_A_DAY}`, readClock),
  rule('part-of-day', '(EARLIER|LATER|EDGE)? (THIS|THAT|LAST|THE (NEXT|FOLLOWING|SAME)) PART', readPart),
  rule('part-of-day', `(THE EDGE? | EDGE HYPHEN?) PART CLOCKUNITS? (OF|ON) THE? ${MONTH_DAY}`, readPart),
  rule('part-of-day', '(MON DOT? DAY | DAY MON) PART', readPart),
  rule('part-of-day', '(THE | THE? EDGE HYPHEN?) PART', readPart),
  rule('any-night', 'PART', readAnyNight),
];
