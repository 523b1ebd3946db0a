import type { Article } from '../../src/corpus/types.ts';
import type { Key } from '../../src/languages/types.ts';

type WarningKey = Extract<Key, `knowledge.warning.${string}`>;

/** A text with less than this is hardly an article; in UTF-16 code units. */
const SHORT = 200;

/** As much of a text as tells its language, in UTF-16 code units. */
const TELLING = 20_000;

/** What will make answers from an article worse, the key of a plain sentence each. */
export function warningsOf({ text, title, published }: Article): readonly WarningKey[] {
  return [
    ...(published === null ? ['knowledge.warning.undated' as const] : []),
    ...(title === '' ? ['knowledge.warning.untitled' as const] : []),
    ...(text.trim().length < SHORT ? ['knowledge.warning.short' as const] : []),
    ...(isEnglish(text) ? [] : ['knowledge.warning.foreign' as const]),
  ];
}

/** Whether enough of the commonest English words are in a text; a short one has the benefit of the doubt. */
function isEnglish(text: string): boolean {
  const words = text.slice(0, TELLING).match(/\p{L}+/gu) ?? [];
  if (words.length < 20) return true;
  return words.filter((word) => COMMON.has(word.toLowerCase())).length / words.length > 0.12;
}

/** In English news every third word or so is one of these; in other languages hardly any ("in" and "was" are not unique). */
const COMMON = new Set('the of to and that it is for on with as by at from his he be have has an are'.split(' '));
