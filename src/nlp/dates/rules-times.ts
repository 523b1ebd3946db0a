/** Times of day: clock times, noon and midnight, morning and evening, with the day they belong to. */

import { addDays, isRealDay, momentValue, two } from './calendar.ts';
import type { Context } from './context.ts';
import type { Lexeme } from './lexer.ts';
import { after, before, find, findLast, has, isA, type Phrase } from './phrase.ts';
import { reference, speechTime, weekdayNear, yearOf } from './resolve.ts';
import { type Reading, type Rule, rule, time } from './rule.ts';

const DATE_AFTER =
  '(ZONE | OPEN ZONE OTHER)? (COMMA? ON? (WEEKDAY DOT? COMMA?)? (MON DOT? DAY (COMMA? YEARLIKE)? | DAY MON YEARLIKE?) | COMMA? ON? EDGE? (WEEKDAY|NAMEDDAY))?  ZONE?';

/** The day a time of day belongs to: written beside it, or the day last spoken of. */
function dayBeside(phrase: Phrase, context: Context): string {
  const month = find(phrase, 'MON');
  if (month !== undefined) {
    const at = phrase.words.indexOf(month);
    const [next, previous] = [
      phrase.words[at + 1]?.kind === 'DOT' ? phrase.words[at + 2] : phrase.words[at + 1],
      phrase.words[at - 1],
    ];
    const day = isA(next, 'DAY') ? next : previous;
    const year = findLast(phrase, 'YEARLIKE')?.value ?? yearOf(month.value, day?.value ?? 1, phrase, context);
    if (day !== undefined && year !== null && isRealDay(year, month.value, day.value))
      return momentValue({ year, month: month.value, day: day.value });
  }
  const weekday = find(phrase, 'WEEKDAY');
  if (weekday !== undefined) {
    const day = weekdayNear(weekday.value, phrase, context);
    return day === null ? `XXXX-WXX-${weekday.value}` : momentValue(day);
  }
  const named = find(phrase, 'NAMEDDAY');
  if (named !== undefined && context.published !== null) return momentValue(addDays(context.published, named.value));
  const moment = has(phrase, 'THIS') ? speechTime(context, 'day') : reference(context, 'day');
  return moment === null || moment.day === null ? 'XXXX-XX-XX' : momentValue(moment);
}

function clockOf(phrase: Phrase): string | null {
  const noon = find(phrase, 'NOON');
  if (noon !== undefined) return `${noon.value}:00`;
  const word: Lexeme = find(phrase, 'CLOCK') ?? find(phrase, 'SHORTINT')!;
  const [hour = 0, minute = 0] = word.code.split(/[:.]/).map(Number);
  const half =
    find(phrase, 'AMPM')?.code ?? (has(phrase, 'PART') ? (find(phrase, 'PART')!.code === 'MO' ? 'a' : 'p') : '');
  if (hour > 24 || (half !== '' && half !== 'h' && hour > 12)) return null;
  const full = half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour;
  return `${two(full)}:${two(minute)}`;
}

function readClock(phrase: Phrase, context: Context): Reading | null {
  const clock = clockOf(phrase);
  if (clock === null) return null;
  return time(`${dayBeside(phrase, context)}T${clock}`);
}

/** "8:30" alone may be a score, a verse or a ratio. */
function readBareClock(phrase: Phrase, context: Context): Reading | null {
  const previous = before(phrase)?.lower ?? '';
  const zone = has(phrase, 'ZONE');
  if (!zone && !/^(?:at|by|until|till|from|around|about|after|before|since)$/.test(previous)) return null;
  return readClock(phrase, context);
}

/** "1730 GMT". */
function readZoned(phrase: Phrase, context: Context): Reading | null {
  const match = /^([01]\d|2[0-3])([0-5]\d)$/.exec(phrase.words[0]!.code);
  return match === null ? null : time(`${dayBeside(phrase, context)}T${match[1]}:${match[2]}`);
}

function readPart(phrase: Phrase, context: Context): Reading | null {
  const part = find(phrase, 'PART')!;
  const first = phrase.words[0]!;
  if (has(phrase, 'LAST')) {
    const from = context.narrative ? null : context.published;
    return from === null ? null : time(`${momentValue(addDays(from, -1))}T${part.code}`);
  }
  if (has(phrase, 'FOLLOWING') || has(phrase, 'NEXT')) {
    const moment = reference(context, 'day');
    if (moment === null || moment.day === null || moment.month === null) return null;
    return time(`${momentValue(addDays({ year: moment.year, month: moment.month, day: moment.day }, 1))}T${part.code}`);
  }
  if (first.kind === 'THE' && after(phrase)?.lower === 'of') return null;
  return time(`${dayBeside(phrase, context)}T${part.code}`);
}

function readNight(phrase: Phrase): Reading | null {
  const previous = before(phrase);
  if (previous?.lower !== 'at' && previous?.lower !== 'by') return null;
  return time(`XXXX-XX-XXT${phrase.words[0]!.code}`);
}

export const TIME_RULES: readonly Rule[] = [
  rule('clock', `APPROX? (CLOCK|SHORTINT) AMPM ${DATE_AFTER}`, readClock),
  rule('clock', `CLOCK ${DATE_AFTER}`, readBareClock),
  rule('zoned-clock', '(INT|YEARLIKE) ZONE', readZoned),
  rule('clock', 'SHORTINT IN THE PART', readClock),
  rule('noon', `APPROX? NOON ${DATE_AFTER}`, readClock),
  rule('part-of-day', '(EARLIER|LATER|EDGE)? (THIS|THAT|LAST|THE (NEXT|FOLLOWING|SAME)) PART', readPart),
  rule(
    'part-of-day',
    '(THE EDGE?|EDGE HYPHEN?) PART CLOCKUNITS? (OF|ON) THE? (WEEKDAY DOT? COMMA?)? (MON DOT? DAY (COMMA? YEARLIKE)? | DAY (OF)? MON YEARLIKE?)',
    readPart,
  ),
  rule('part-of-day', '(MON DOT? DAY|DAY MON) PART', readPart),
  rule('part-of-day', 'EDGE HYPHEN? PART', readPart),
  rule('part-of-day', 'THE (EDGE HYPHEN?)? PART', readPart),
  rule('night', 'PART', readNight),
];
