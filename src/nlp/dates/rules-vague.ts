/** Words for the present, the past and the future at large (PRESENT_REF, PAST_REF, FUTURE_REF), and for "how often". */
import type { Context } from './context.ts';
import { after, before, find, type Phrase } from './phrase.ts';
import { date, type Reading, type Rule, rule, set } from './rule.ts';
import { tenseAround } from './tense.ts';

const REFERENCES: Readonly<Record<string, string>> = {
  now: 'PRESENT_REF',
  currently: 'PRESENT_REF',
  presently: 'PRESENT_REF',
  nowadays: 'PRESENT_REF',
  recently: 'PAST_REF',
  lately: 'PAST_REF',
  formerly: 'PAST_REF',
  former: 'PAST_REF',
  soon: 'FUTURE_REF',
  shortly: 'FUTURE_REF',
};
const SETS: Readonly<Record<string, string>> = {
  hourly: 'PT1H',
  daily: 'P1D',
  everyday: 'P1D',
  nightly: 'XXXX-XX-XXTNI',
  weekly: 'P1W',
  monthly: 'P1M',
  annually: 'P1Y',
  yearly: 'P1Y',
};

function readAdverb(phrase: Phrase, context: Context): Reading | null {
  const { lower } = find(phrase, 'ADVERB')!;
  const often = SETS[lower];
  if (often !== undefined) return set(often);
  // TIMEX2 counts "former" as a time, TimeML does not: narratives are marked after the one, news after the other.
  if (lower === 'former' && !context.narrative) return null;
  if ((lower === 'soon' || lower === 'shortly') && !looksAhead(phrase)) return null;
  return date(REFERENCES[lower]!);
}

/** "It will soon open"; not "soon after", "as soon as", "he soon left". */
function looksAhead(phrase: Phrase): boolean {
  const next = after(phrase)?.lower;
  if (next === 'after' || next === 'before' || before(phrase)?.lower === 'as') return false;
  return tenseAround(phrase) !== 'past';
}

/** "in the past", but not "the past glory", "the last man". */
function readPast(phrase: Phrase): Reading | null {
  const next = after(phrase);
  const noun = next?.kind === 'OTHER' && /^[a-z]/.test(next.lower) && !FOLLOWS_A_NOUN.has(next.lower);
  return phrase.words[1]!.lower === 'past' && !noun ? date('PAST_REF') : null;
}

const FOLLOWS_A_NOUN = new Set(
  'has have had is was were he she they it we that which when with by who as but'.split(' '),
);

const is = (word: string, value: string) => (phrase: Phrase) => (phrase.words[0]!.lower === word ? date(value) : null);

export const VAGUE_RULES: readonly Rule[] = [
  rule('adverb', 'MORE? ADVERB', readAdverb),
  rule('current', 'THIS', is('current', 'PRESENT_REF')),
  rule('these-days', 'THAT UNITS', (phrase) =>
    phrase.words[1]!.code === 'D' ? is('these', 'PRESENT_REF')(phrase) : null,
  ),
  rule('recent', 'MORE? RECENT', () => date('PAST_REF')),
  rule('past', 'THE LAST', readPast),
  rule('future', '(THE ADJECTIVE?)? FUTURE', () => date('FUTURE_REF')),
];
