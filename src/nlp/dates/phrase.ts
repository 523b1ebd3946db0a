/** The words of one match and those around it, and the questions that readings ask of them. */
import type { Lexeme } from './lexer.ts';
import { type KindName, kindsOf } from './words.ts';

export interface Phrase {
  readonly words: readonly Lexeme[];
  /** All lexemes of the sentence, and where the match stands among them (`to` exclusive). */
  readonly sentence: readonly Lexeme[];
  readonly from: number;
  readonly to: number;
}

export function isA(word: Lexeme | undefined, name: KindName): boolean {
  return word !== undefined && (word.kind === name || kindsOf(name).includes(word.kind));
}

/** The first word of that kind in the match. */
export function find(phrase: Phrase, name: KindName): Lexeme | undefined {
  return phrase.words.find((word) => isA(word, name));
}

export function findLast(phrase: Phrase, name: KindName): Lexeme | undefined {
  return phrase.words.findLast((word) => isA(word, name));
}

export function has(phrase: Phrase, name: KindName): boolean {
  return find(phrase, name) !== undefined;
}

/** A capitalised word that the lexicon does not know. */
export const isName = (word: Lexeme | undefined): boolean => word?.kind === 'OTHER' && word.capital;

export const before = (phrase: Phrase, by = 1): Lexeme | undefined => phrase.sentence[phrase.from - by];
export const after = (phrase: Phrase, by = 0): Lexeme | undefined => phrase.sentence[phrase.to + by];

/** Where "last", "next", "the previous", "the following" point. */
export function direction(phrase: Phrase): -1 | 0 | 1 {
  if (has(phrase, 'LAST') || has(phrase, 'PREVIOUS')) return -1;
  return has(phrase, 'NEXT') || has(phrase, 'FOLLOWING') ? 1 : 0;
}

/** The number before a unit: "two", "a", "a couple of", "three and a half"; null when it is vague or absent. */
export function amount(phrase: Phrase): number | null {
  const number = findLast(phrase, 'NUMBER');
  const half = has(phrase, 'HALF') ? 0.5 : 0;
  if (number !== undefined) return number.value + half;
  if (has(phrase, 'FEW')) return null;
  if (has(phrase, 'COUPLE')) return 2;
  return has(phrase, 'A') ? 1 + half : null;
}
