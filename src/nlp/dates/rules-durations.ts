/** How long, and how often: durations (`P2Y`, `PT30M`, `PXM` when vague) and sets (`XXXX-WXX-1`, `P1Y`). */
import type { Lexeme } from './lexer.ts';
import { after, amount, before, find, findLast, has, isA, type Phrase } from './phrase.ts';
import { date, duration, type Reading, type Rule, rule, set } from './rule.ts';
import { tenseAround } from './tense.ts';

/**
 * `P2Y`, `PT90M`; a vague number is X, and half a unit goes into the next smaller one. ISO 8601 knows neither quarters nor
 * decades: they are counted in months and years, unless nobody says how many (`PXDE`).
 */
function durationValue(many: number | null, { kind, code }: Lexeme): string {
  const clock = kind === 'CLOCKUNIT' || kind === 'CLOCKUNITS';
  const head = clock ? 'PT' : 'P';
  if (many === null || many > COUNTABLE) return `${head}X${code}`;
  const counted = COUNTED_IN[code];
  if (counted !== undefined) return `P${round(many * counted.times)}${counted.code}`;
  if (code === 'Y' && many >= 1000 && many % 1000 === 0) return `P${many / 1000}L`;
  const smaller = many % 1 === 0.5 ? HALVES[`${head}${code}`] : undefined;
  if (smaller === undefined) return `${head}${round(many)}${code}`;
  return `${head}${many < 1 ? '' : `${Math.floor(many)}${code}`}${smaller}`;
}

const round = (number: number): number => Number(number.toFixed(2));

const COUNTED_IN: Readonly<Record<string, { readonly times: number; readonly code: string }>> = {
  Q: { times: 3, code: 'M' },
  DE: { times: 10, code: 'Y' },
  CE: { times: 100, code: 'Y' },
};

/** More than this is as good as "many". */
const COUNTABLE = 1e9;

/** What half a unit is. */
const HALVES: Readonly<Record<string, string>> = { PY: '6M', PTH: '30M', PTM: '30S' };

/** After these "over" means "more than"; elsewhere it means "in the course of". */
const MEASURED = new Set('for after in of just last lasted lasts took well to'.split(' '));

function readDuration(phrase: Phrase): Reading | null {
  const unit = findLast(phrase, 'ANYUNIT')!;
  if (/^(?:over|under)$/.test(phrase.words[0]!.lower) && !MEASURED.has(before(phrase)?.lower ?? '')) return null;
  if (unit.kind === 'QUARTERS' && has(phrase, 'HYPHEN')) return null;
  const many = amount(phrase);
  if (unit.code === 'D' && phrase.words[0]!.lower === 'one' && tenseAround(phrase) === 'future')
    return date('FUTURE_REF');
  // "a year" beside a price or a count says how often, not how long.
  if (isRate(phrase)) return set(durationValue(1, unit));
  const next = after(phrase);
  // "A year-long siege", "a year-on-year rise".
  if (next?.kind === 'HYPHEN' && !has(phrase, 'NUMBER')) return null;
  // "Year-ago" and "a year earlier" are points in time.
  const behind = next?.kind === 'HYPHEN' ? after(phrase, 1) : next;
  if (isA(behind, 'AGO') || isA(behind, 'EARLIER') || isA(behind, 'LATER')) return null;
  if (isA(behind, 'OLD')) return null;
  return duration(durationValue(many, unit));
}

/** "$40 a year", "twice a week", "two million barrels a day". */
function isRate(phrase: Phrase): boolean {
  const previous = before(phrase);
  if (phrase.words[0]!.lower !== 'a' || phrase.words.length !== 2 || previous === undefined) return false;
  return previous.kind === 'MONEY' || RATED.has(previous.lower);
}

const RATED = new Set(
  'times twice once million billion dollars pounds euros percent % barrels tons tonnes people hours days'.split(' '),
);

/** "the past three months", "the next few days", "the first nine months of 1989". */
function readPointedDuration(phrase: Phrase): Reading | null {
  const unit = findLast(phrase, 'ANYUNIT')!;
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

/** "recent weeks", "coming months". */
function readVague(phrase: Phrase): Reading | null {
  return has(phrase, 'NEXT') ? date('FUTURE_REF') : duration(durationValue(null, findLast(phrase, 'ANYUNIT')!));
}

/** "a year-long siege", "a decades-long feud". */
function readLong(phrase: Phrase): Reading | null {
  const unit = find(phrase, 'ANYUNIT')!;
  return phrase.words[2]!.lower === 'long' ? duration(durationValue(isA(unit, 'MANYUNITS') ? null : 1, unit)) : null;
}

const readHalf = (phrase: Phrase): Reading => duration(durationValue(0.5, findLast(phrase, 'ANYUNIT')!));

/** "every Monday", "each July", "every other week", "Tuesday nights". */
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

const NUMBERS = `(A FEW MORE? | A COUPLE OF? | A NUMWORD (?= ADJECTIVE? MORE? UNITS) | A | FEW
  | NUMBER (AND A? HALF | TO NUMBER | OR NUMBER | HYPHEN NUMBER)?)`;

export const DURATION_RULES: readonly Rule[] = [
  rule(
    'duration',
    `(APPROX | (MORE|AT|APPROX) (AT|TO) | AT TO)? (FEW (?=NUMBER))? ${NUMBERS} HYPHEN? (MORE|ADJECTIVE)? LASTING (AND A HALF)?`,
    readDuration,
  ),
  rule('half-duration', '(HALF A | A HALF HYPHEN? | HALF HYPHEN) (UNIT|CLOCKUNIT)', readHalf),
  rule('long', '(UNIT|UNITS|CLOCKUNIT|CLOCKUNITS) HYPHEN ADJECTIVE', readLong),
  rule(
    'pointed-duration',
    `(AT AT?)? (THE|THIS|THAT)? (LAST|NEXT|ORD|FOLLOWING|PREVIOUS|LATEST|BOUND)
     (A? FEW | NUMBER (TO NUMBER)? | COUPLE OF?) (ADJECTIVE|MORE)? (UNIT|MANYUNITS)`,
    readPointedDuration,
  ),
  rule('pointed-duration', 'THE (LAST|NEXT) (UNIT|UNITS|CLOCKUNIT|CLOCKUNITS)', readPointedDuration),
  rule('pointed-duration', 'THE NUMBER (UNITS|CLOCKUNITS)', readPointedDuration),
  rule('bare-plural', '(UNITS|CLOCKUNITS) (OR UNITS)?', readBarePlural),
  rule('vague-duration', 'MORE? (RECENT|NEXT) MANYUNITS', readVague),
  rule('each', '(EACH|PER) NUMBER? (WEEKDAY PART? | MONTH | SEASON | PART | QUARTER | LASTING)', readEach),
  rule('weekdays', '(ON? WEEKDAYS | WEEKDAY PARTS)', readEach),
];
