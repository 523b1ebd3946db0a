/** Whether four digits are a year: they also count men, miles and dollars, number rooms and pages. */

import type { Lexeme } from './lexer.ts';
import { isA, type Phrase } from './phrase.ts';

const words = (...lists: readonly string[]): ReadonlySet<string> => new Set(lists.join(' ').split(' '));

/** After a number: it counts these. */
const COUNTED = words(
  'people men women troops soldiers prisoners casualties dead killed wounded others workers members employees students children',
  'miles mile kilometers kilometres km meters metres feet foot ft yards acres hectares degrees pounds tons tonnes kg lb lbs',
  'gallons calories barrels percent % dollars cents euros votes points shares jobs rooms seats homes houses tanks guns aircraft',
  'ships planes vehicles units copies words pages more / * + =',
);
/** Before a number: it is a count, a price or the number of something. */
const NUMBERED = words(
  'no number page pages room flight route highway chapter verse section article line lines model channel psalm paragraph',
  'some nearly almost approximately roughly worth killed # $ £ € + * /',
);
/** Before a year. Years that could as well be a count (1500, 1066) need one of these. */
const TIMELY = words(
  'in since by until till through during from after before between to and or around about early late mid the for year years',
  'fiscal circa ca c of at than throughout beginning end start into summer winter spring autumn fall its his their her our',
  'election ( [ - – —',
);
const QUOTES = words('" “ ” ‘ ’');
const SURELY_YEARS = 1800;

export function isYear(phrase: Phrase, year: Lexeme): boolean {
  const { sentence } = phrase;
  const at = sentence.indexOf(year, phrase.from);
  const next = sentence[at + 1];
  const previous = sentence[at - 1];
  // A telephone number: "555-1989", "7946 2000".
  if (isA(previous, 'INT')) return false;
  if (previous?.kind === 'HYPHEN' && isA(sentence[at - 2], 'NUMBER') && !isA(sentence[at - 2], 'YEARLIKE'))
    return false;
  if (next !== undefined && (COUNTED.has(next.lower) || isA(next, 'MANYUNITS') || isA(next, 'ZONE'))) return false;
  if (previous === undefined) return true;
  // A title: "1917", '1984'.
  if (
    QUOTES.has(previous.lower) &&
    next !== undefined &&
    (QUOTES.has(next.lower) || QUOTES.has(sentence[at + 2]?.lower ?? ''))
  )
    return false;
  if (NUMBERED.has(previous.lower)) return false;
  if (year.kind === 'SHORTYEAR') return TIMELY.has(previous.lower) || isA(previous, 'MON');
  return year.value >= SURELY_YEARS || phrase.words.length > 1 || TIMELY.has(previous.lower);
}
