import type { Article } from '../../src/corpus/types.ts';

/** A text with less than this is hardly an article; in UTF-16 code units. */
const SHORT = 200;

/** As much of a text as tells its language, in UTF-16 code units. */
const TELLING = 20_000;

/** What will make answers from an article worse, a plain sentence each. */
export function warningsOf({ text, title, published }: Article): readonly string[] {
  return [
    ...(published === null
      ? ['No date was found: “last Monday” means nothing here until /knowledge edit adds one.']
      : []),
    ...(title === '' ? ['No title was found: sources name the file instead, until /knowledge edit adds one.'] : []),
    ...(text.trim().length < SHORT ? ['The text is very short.'] : []),
    ...(isEnglish(text) ? [] : ['The text does not look English: names, dates and quotations will hardly be found.']),
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
