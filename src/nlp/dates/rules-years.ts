/** Years, decades (`199`), centuries (`19` is the twentieth), and years before the common era (`BC0480`). */
import { yearValue } from './calendar.ts';
import { after, before, find, findLast, has, isName, type Phrase } from './phrase.ts';
import { date, type Reading, type Rule, rule } from './rule.ts';
import { LEAD } from './rules-days.ts';
import { isYear } from './years.ts';

function readYear(phrase: Phrase): Reading | null {
  const year = findLast(phrase, 'ANYYEAR')!;
  return isYear(phrase, year) ? date(yearValue(year.value), ['year']) : null;
}

/** "the year 2000", "the year two thousand", "fiscal year 2014". */
function readNamedYear(phrase: Phrase): Reading | null {
  const { value } = phrase.words.at(-1)!;
  if (find(phrase, 'UNIT')!.code !== 'Y') return null;
  return value >= 1000 && value < 2100 ? date(yearValue(value), ['year']) : null;
}

function readYearBefore(phrase: Phrase): Reading | null {
  const { value } = find(phrase, 'WHOLE')!;
  return value < 10_000 ? date(yearValue(-value), ['year']) : null;
}

/** The second year of "1939-45": two digits that count on from the first. */
function readSecondYear(phrase: Phrase): Reading | null {
  const first = before(phrase, 2)!.value;
  const { code } = phrase.words[0]!;
  const year = Math.floor(first / 100) * 100 + Number(code);
  return /^\d\d$/.test(code) && year > first && year - first < 60 ? date(yearValue(year), ['year']) : null;
}

/** "in his 30s" is an age and "in the 40s" the weather: two digits must look like a recent decade, and have their article. */
function readDecade(phrase: Phrase): Reading | null {
  const { lower, value } = find(phrase, 'DECADE')!;
  if (/^\d\d['’]?s$/.test(lower) && (value < 1950 || !has(phrase, 'THE'))) return null;
  return date(yearValue(value).slice(0, -1), ['year']);
}

/** "the 19th century" began in 1801 and is written by the digits its years share: `18`. */
function readCentury(phrase: Phrase): Reading | null {
  const century = find(phrase, 'ORD')!.value - 1;
  const unit = find(phrase, 'UNIT')!;
  if (unit.code !== 'CE' || century < 0 || century > 30) return null;
  // A film studio, not a hundred years.
  if (unit.capital && isName(after(phrase))) return null;
  return date(`${has(phrase, 'ERA') ? 'BC' : ''}${String(century).padStart(2, '0')}`, ['year']);
}

export const YEAR_RULES: readonly Rule[] = [
  rule('year', `${LEAD} FISCAL? ANYYEAR`, readYear),
  rule('year', 'THE? FISCAL? UNIT (YEAR|NUMWORD)', readNamedYear),
  rule('year', `${LEAD} WHOLE ERA`, readYearBefore),
  rule('year', 'WHOLE (?=(HYPHEN|TO|AND) WHOLE ERA)', readYearBefore),
  rule('second-year', '(?<=YEARLIKE HYPHEN) (SHORTINT|INT)', readSecondYear),
  rule('decade', '(THE (EDGE|BOUND) HYPHEN? OF? | EDGE HYPHEN? | THE)? THE? DECADE', readDecade),
  rule('century', '(THE? (BOUND|END) OF)? THE? (EDGE HYPHEN?)? ORD HYPHEN? UNIT ERA?', readCentury),
];
