/** Whether four digits are a year: they also count men, miles and dollars, number rooms and pages. */

import type { Lexeme } from './lexer.ts';
import { isA, type Phrase } from './phrase.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const MEASURES = words(
  'people men women troops soldiers miles mile kilometers kilometres km meters metres feet foot ft yards pounds tons tonnes percent dollars cents votes points shares jobs rooms seats homes houses acres hectares degrees workers members employees students children prisoners casualties dead killed wounded others tanks guns aircraft ships planes vehicles barrels units copies words pages calories mhz kg lb lbs gallons more hours minutes',
);
const COUNTED_BEFORE = words(
  'no number page pages room flight route highway chapter verse section article line lines model channel psalm paragraph some nearly almost approximately roughly worth killed',
);
const TIMELY_BEFORE = words(
  'in since by until till through during from after before between to and or around about early late mid the for year years fiscal circa ca c of at than throughout beginning end start into summer winter spring autumn fall its his their her our election',
);
const ONLY_MODERN = 1800;

export function isYear(phrase: Phrase, year: Lexeme): boolean {
  const { sentence } = phrase;
  const at = sentence.indexOf(year, phrase.from);
  const next = sentence[at + 1];
  const previous = sentence[at - 1];
  if (previous?.kind === 'HYPHEN' && !isA(sentence[at - 2], 'YEARLIKE') && isA(sentence[at - 2], 'NUMBER'))
    return false;
  if (isA(previous, 'INT') || isA(next, 'ZONE')) return false;
  if (next !== undefined && MEASURES.has(next.lower)) return false;
  if (isA(next, 'UNITS') || isA(next, 'CLOCKUNITS') || next?.lower === '%') return false;
  if (previous !== undefined && (COUNTED_BEFORE.has(previous.lower) || /^[#$£€+*/]$/.test(previous.lower)))
    return false;
  if (next !== undefined && /^[/*+=]$/.test(next.lower)) return false;
  if (year.kind === 'SHORTYEAR')
    return previous === undefined || TIMELY_BEFORE.has(previous.lower) || isA(previous, 'MON');
  if (year.value >= ONLY_MODERN) return true;
  return (
    phrase.words.length > 1 ||
    previous === undefined ||
    previous.kind === 'OPEN' ||
    TIMELY_BEFORE.has(previous.lower) ||
    previous.kind === 'HYPHEN'
  );
}
