/** Past or future, judged from the verb forms around an expression: no part-of-speech tags, only closed word lists. */

import type { Lexeme } from './lexer.ts';
import { isA, type Phrase } from './phrase.ts';

export type Tense = 'past' | 'future' | null;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const WILL = words('will shall ll would may might should must upcoming payable effective scheduled slated due');
/** Present forms of what is put into a diary look ahead as well: "school starts Monday". */
const DIARY = words(
  'meets meet begins begin opens open starts start resumes resume arrives arrive travels leaves returns',
);
/** These look ahead only with "to" after them: "plans to", "is to"; "a plan" and "is" do not. */
const LOOKS_AHEAD = words(
  'plans plan planned planning expects expect expected expecting hopes hope hoped intends intended intend wants want set aims aim agreed promised forecast predicted supposed likely ready going is are',
);
/** And these with "for", or before the date itself: "set for Monday", "expected in June". */
const EXPECTED = words('expected planned due ready forecast predicted set');
const AHEAD = words('for in by next');
const PAST = words(
  'was were had did has have been said told went came took made gave got saw found left began became met held kept led lost won sold bought brought built sent spent paid rose fell grew hit cut shot put ran sat stood spoke wrote knew thought felt heard struck broke drove flew chose drew ate beat fought sought caught taught died lay laid sank sang',
);
/** The same form may stand after "to" or "will". */
const BARE_FORMS = words('have put cut hit');
const BE = words('be is are being');
/** How many words on either side are looked at. */
const REACH = 24;

/** A past form by its looks: "-ed" after two letters or more, with the commonest words that only look so left out. */
const ENDS_IN_ED = /^(?!hundred$|seed$|speed$|indeed$|exceed$|proceed$|succeed$|united$)[a-z]{2,}ed$/;

/** The nearest verb to the left decides; with none there, the nearest to the right. */
export function tenseAround({ sentence, from, to }: Phrase): Tense {
  for (let i = from - 1; i >= Math.max(0, from - REACH); i -= 1) {
    const tense = tenseAt(sentence, i);
    if (tense !== null) return tense;
  }
  for (let i = to; i < Math.min(sentence.length, to + REACH); i += 1) {
    const tense = tenseAt(sentence, i);
    if (tense !== null) return tense;
  }
  const previous = sentence[from - 1]?.lower;
  return previous === 'until' || previous === 'by' ? 'future' : null;
}

/** Whether the verb stands right before the expression, but for a preposition: "died on", "will open in". */
export function tenseIsBeside({ sentence, from }: Phrase): boolean {
  const preposition = isA(sentence[from - 1], 'ON') || isA(sentence[from - 1], 'IN');
  return tenseAt(sentence, from - (preposition ? 2 : 1)) !== null;
}

function tenseAt(sentence: readonly Lexeme[], i: number): Tense {
  const word = sentence[i];
  if (word?.kind !== 'OTHER') return null;
  if (WILL.has(word.lower) || DIARY.has(word.lower)) return 'future';
  const next = sentence[i + 1]?.lower;
  const previous = sentence[i - 1];
  if (LOOKS_AHEAD.has(word.lower) && next === 'to') return 'future';
  if (EXPECTED.has(word.lower) && AHEAD.has(next ?? '')) return 'future';
  if (word.lower === 'set' && next === 'on') return 'past';
  if (!PAST.has(word.lower) && !ENDS_IN_ED.test(word.lower)) return null;
  if ((word.lower === 'was' || word.lower === 'were') && next === 'to') return 'future';
  // A participle says nothing of time: "the increased dividend", "will be paid", "is more inclined".
  if (previous?.kind === 'THE' || previous?.kind === 'A') return null;
  if (BE.has(previous?.lower ?? '') || BE.has(sentence[i - 2]?.lower ?? '')) return null;
  if (BARE_FORMS.has(word.lower) && (previous?.kind === 'TO' || (previous !== undefined && WILL.has(previous.lower))))
    return 'future';
  return 'past';
}
