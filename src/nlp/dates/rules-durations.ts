/** How long, and how often: durations (`P2Y`, `PT30M`, `PXM` when vague) and sets (`XXXX-WXX-1`, `P1Y`). */
import type { Context } from './context.ts';
import type { Lexeme } from './lexer.ts';
import {
  after,
  before,
  date,
  duration,
  find,
  findLast,
  has,
  isA,
  type Phrase,
  type Reading,
  type Rule,
  rule,
  set,
} from './rule.ts';
import { amount } from './rules-relative.ts';
import { tenseAround } from './tense.ts';

const CLOCK_CODES = new Set(['CLOCKUNIT', 'CLOCKUNITS', 'SECOND']);

function designator(unit: Lexeme): string {
  return unit.kind === 'SECOND' ? 'S' : unit.code === 'Q' ? 'Q' : unit.code;
}

/** `P2Y`; quarters count as three months; a vague number is X; half a unit goes into the next smaller one. */
export function durationValue(many: number | null, unit: Lexeme): string {
  const code = designator(unit);
  const head = CLOCK_CODES.has(unit.kind) ? 'PT' : 'P';
  if (many === null) return `${head}X${code}`;
  if (code === 'Q') return `P${many * 3}M`;
  const scaled = many * Math.max(1, unit.value);
  if (unit.kind === 'SECOND' || (unit.kind !== 'UNIT' && unit.kind !== 'UNITS')) return clockDuration(many, head, code);
  if (code === 'Y' && scaled % 1 === 0.5 && scaled > 1) return `P${Math.floor(scaled)}Y6M`;
  if (code === 'Y' && scaled === 0.5) return 'P6M';
  if (code === 'Y' && scaled >= 1000 && scaled % 1000 === 0) return `P${scaled / 1000}L`;
  return `${head}${scaled}${code}`;
}

function clockDuration(many: number, head: string, code: string): string {
  if (many % 1 !== 0.5) return `${head}${many}${code}`;
  const smaller = code === 'H' ? 'M' : 'S';
  const whole = Math.floor(many);
  return code === 'S' ? `${head}${many}S` : `${head}${whole > 0 ? `${whole}${code}` : ''}30${smaller}`;
}

/** After these "over" means "more than"; elsewhere it means "in the course of". */
const MEASURED = new Set('for after in of just last lasted lasts took well to'.split(' '));

function readDuration(phrase: Phrase): Reading | null {
  const unit = findLast(phrase, 'ANYUNIT')!;
  if (unit.kind === 'SECOND' || unit.kind === 'QUARTER') return null;
  if (/^(?:over|under)$/.test(phrase.words[0]!.lower) && !MEASURED.has(before(phrase)?.lower ?? '')) return null;
  if (unit.kind === 'QUARTERS' && has(phrase, 'HYPHEN')) return null;
  const many = amount(phrase);
  if (unit.code === 'D' && phrase.words[0]!.lower === 'one' && tenseAround(phrase) === 'future')
    return date('FUTURE_REF');
  // "a year" beside a price or a count says how often, not how long.
  if (isRate(phrase)) return set(durationValue(1, unit));
  const next = after(phrase);
  if (next?.kind === 'HYPHEN' && (isA(after(phrase, 1), 'EARLIER') || isA(after(phrase, 1), 'AGO'))) return null;
  if (next?.kind === 'OLD' || (next?.kind === 'HYPHEN' && after(phrase, 1)?.kind === 'OLD')) return null;
  return duration(durationValue(many, unit));
}

function isRate(phrase: Phrase): boolean {
  if (phrase.words[0]!.lower !== 'a' || phrase.words.length !== 2) return false;
  const previous = before(phrase);
  if (previous === undefined) return false;
  if (
    previous.kind === 'MONEY' ||
    previous.lower === 'times' ||
    previous.lower === 'twice' ||
    previous.lower === 'once'
  )
    return true;
  if (previous.kind !== 'OTHER') return false;
  return /^(?:million|billion|dollars|percent|barrels|tons|pounds|people|cds|hours|days|%)$/.test(previous.lower);
}

/** "the past three months", "the next few days", "the first nine months of 1989". */
function readPointedDuration(phrase: Phrase, _context: Context): Reading | null {
  const unit = findLast(phrase, 'ANYUNIT')!;
  if (unit.kind === 'SECOND') return null;
  return duration(
    durationValue(amount(phrase) ?? (has(phrase, 'ONEUNIT') || has(phrase, 'CLOCKUNIT') ? 1 : null), unit),
  );
}

/** "for years", "within weeks": a bare plural needs a preposition, or it is no time ("years of age" has a number). */
function readBarePlural(phrase: Phrase): Reading | null {
  const previous = before(phrase)?.lower ?? '';
  if (!/^(?:for|within|in|over|after|of|through|during|by|took|take|just|only|lasted|recent|and|or)$/.test(previous))
    return null;
  return duration(durationValue(null, find(phrase, 'ANYUNIT')!));
}

function readRecent(phrase: Phrase): Reading | null {
  const unit = findLast(phrase, 'ANYUNIT');
  if (unit === undefined) return date('PAST_REF');
  if (has(phrase, 'NEXT')) return date('FUTURE_REF');
  return duration(durationValue(null, unit));
}

function readEach(phrase: Phrase): Reading | null {
  const weekday = find(phrase, 'WEEKDAY') ?? find(phrase, 'WEEKDAYS');
  const part = find(phrase, 'PART')?.code ?? find(phrase, 'PARTS')?.code;
  if (weekday !== undefined) return set(`XXXX-WXX-${weekday.value}${part === undefined ? '' : `T${part}`}`);
  const month = find(phrase, 'MONTH');
  if (month !== undefined) return set(`XXXX-${String(month.value).padStart(2, '0')}`);
  const season = find(phrase, 'SEASON');
  if (season !== undefined) return set(`XXXX-${season.code}`);
  if (part !== undefined) return set(`XXXX-XX-XXT${part}`);
  const unit = findLast(phrase, 'ANYUNIT');
  if (unit === undefined) return null;
  const many = findLast(phrase, 'NUMBER')?.value ?? 1;
  return set(unit.code === 'Q' ? `P${many}Q` : durationValue(many, unit));
}

export const DURATION_RULES: readonly Rule[] = [
  rule(
    'duration',
    '(APPROX | (MORE|AT|APPROX) (AT|TO) | AT TO)? (FEW (?=NUMBER))? (A FEW MORE?|A COUPLE OF?|NUMBER (AND A? HALF|TO NUMBER|OR NUMBER|HYPHEN NUMBER)?|A NUMWORD (?= ADJECTIVE? MORE? UNITS)|A|FEW) HYPHEN? (MORE|ADJECTIVE)? (UNIT|UNITS|CLOCKUNIT|CLOCKUNITS|QUARTERS) (AND A HALF)?',
    readDuration,
  ),
  rule('duration', 'HALF A (UNIT|CLOCKUNIT)', (phrase) => duration(durationValue(0.5, findLast(phrase, 'ANYUNIT')!))),
  rule('duration', 'A HALF HYPHEN? (UNIT|CLOCKUNIT)', (phrase) =>
    duration(durationValue(0.5, findLast(phrase, 'ANYUNIT')!)),
  ),
  rule(
    'pointed-duration',
    '(AT AT?)? (THE|THIS|THAT)? (LAST|NEXT|ORD|FOLLOWING|PREVIOUS|LATEST|BOUND) (A? FEW|NUMBER|COUPLE OF?|NUMBER TO NUMBER) (ADJECTIVE|MORE)? (UNIT|UNITS|CLOCKUNITS|QUARTERS)',
    readPointedDuration,
  ),
  rule('pointed-duration', 'THE (LAST|NEXT) (UNIT|CLOCKUNIT|UNITS|CLOCKUNITS)', readPointedDuration),
  rule('the-duration', 'THE NUMBER (UNITS|CLOCKUNITS)', readPointedDuration),
  rule('bare-plural', '(UNITS|CLOCKUNITS) (OR UNITS)?', readBarePlural),
  rule('recent', '(MORE)? (RECENT|NEXT) (UNITS|QUARTERS|CLOCKUNITS)', readRecent),
  rule(
    'each',
    '(EACH|PER) NUMBER? (WEEKDAY|MONTH|SEASON|PART|UNIT|UNITS|QUARTER|CLOCKUNIT|CLOCKUNITS|WEEKDAY PART)',
    readEach,
  ),
  rule('weekdays', 'ON? WEEKDAYS', readEach),
  rule('weekdays', 'WEEKDAY PARTS', readEach),
];
