/** Words for the present, the past and the future at large: PRESENT_REF, PAST_REF, FUTURE_REF. */

import type { Context } from './context.ts';
import { after, before, find, has, type Phrase } from './phrase.ts';
import { date, type Reading, type Rule, rule, set } from './rule.ts';
import { tenseAround } from './tense.ts';

const ADVERBS: Readonly<Record<string, string>> = {
  now: 'PRESENT_REF',
  currently: 'PRESENT_REF',
  presently: 'PRESENT_REF',
  nowadays: 'PRESENT_REF',
  recently: 'PAST_REF',
  lately: 'PAST_REF',
  previously: 'PAST_REF',
  formerly: 'PAST_REF',
  former: 'PAST_REF',
  soon: 'FUTURE_REF',
  shortly: 'FUTURE_REF',
};
const SETS: Readonly<Record<string, string>> = {
  daily: 'P1D',
  everyday: 'P1D',
  weekly: 'P1W',
  monthly: 'P1M',
  quarterly: 'P1Q',
  annually: 'P1Y',
  yearly: 'P1Y',
  hourly: 'PT1H',
  nightly: 'XXXX-XX-XXTNI',
};

function readAdverb(phrase: Phrase, context: Context): Reading | null {
  const word = find(phrase, 'ADVERB')!;
  const next = after(phrase)?.lower;
  if (word.lower === 'former' && !context.narrative) return null;
  if (word.lower === 'shortly' && (next === 'after' || next === 'before' || next === 'thereafter')) return null;
  if (word.lower === 'soon' && (next === 'after' || before(phrase)?.lower === 'as')) return null;
  if ((word.lower === 'soon' || word.lower === 'shortly') && tenseAround(phrase) === 'past') return null;
  const often = SETS[word.lower];
  return often === undefined ? date(ADVERBS[word.lower]!) : set(often);
}

function readFuture(phrase: Phrase): Reading | null {
  const next = after(phrase)?.lower;
  return next === 'contracts' || next === 'tense' ? null : date(has(phrase, 'FUTURE') ? 'FUTURE_REF' : 'PAST_REF');
}

export const VAGUE_RULES: readonly Rule[] = [
  rule('adverb', 'MORE? ADVERB', readAdverb),
  rule('future', '(THE ADJECTIVE?)? FUTURE', readFuture),
  rule('past', 'THE LAST', (phrase) => (phrase.words[1]!.lower === 'past' && isEnd(phrase) ? date('PAST_REF') : null)),
  rule('this-time', 'THIS', (phrase) =>
    phrase.words[0]!.lower === 'current' && before(phrase)?.kind !== 'HYPHEN' ? date('PRESENT_REF') : null,
  ),
  rule('these-days', 'THAT UNITS', (phrase) =>
    phrase.words[0]!.lower === 'these' && phrase.words[1]!.code === 'D' ? date('PRESENT_REF') : null,
  ),
  rule('recent', 'MORE? RECENT', () => date('PAST_REF')),
];

/** "in the past." or "in the past, he": not "the past glory". */
function isEnd(phrase: Phrase): boolean {
  const next = after(phrase);
  return (
    next === undefined ||
    next.kind !== 'OTHER' ||
    !/^[a-z]/.test(next.lower) ||
    /^(?:has|have|had|is|was|were|he|she|they|it|we|that|which|when|with|by|who|as|but)$/.test(next.lower)
  );
}
