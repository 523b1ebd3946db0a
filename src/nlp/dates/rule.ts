/**
 * What a rule is: a name, a pattern over kinds, and a reading. Patterns are regular expressions in which a name in
 * capitals stands for one lexeme of that kind or set, so `MON DOT? DAY (COMMA? YEAR)?` reads "Sept. 10, 2019".
 * Nothing in them repeats without bound: a rule looks at a dozen lexemes at most, whatever the text.
 */
import type { TimeExpression } from '../types.ts';
import type { Context } from './context.ts';
import type { Phrase } from './phrase.ts';
import { isKindName, KINDS, kindsOf } from './words.ts';

export type Stated = TimeExpression['stated'][number];
export type Reading = Pick<TimeExpression, 'type' | 'value' | 'stated'>;

export interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  /** Null: these words are no time expression here. */
  readonly read: (phrase: Phrase, context: Context) => Reading | null;
}

/** Throws when a pattern names a kind that does not exist, so that a slip shows when the module loads. */
export function rule(name: string, pattern: string, read: Rule['read']): Rule {
  const source = pattern.replaceAll(/[A-Z]+/g, (word) => {
    if (!isKindName(word)) throw new Error(`The pattern "${pattern}" names an unknown kind: ${word}`);
    const letters = kindsOf(word).map((kind) => KINDS[kind]);
    return `[${letters.join('').replaceAll(/[\\\]^-]/g, '\\$&')}]`;
  });
  return { name, pattern: new RegExp(source.replaceAll(/\s+/g, ''), 'y'), read };
}

export const date = (value: string, stated: readonly Stated[] = []): Reading => ({ type: 'DATE', value, stated });
export const time = (value: string, stated: readonly Stated[] = ['time']): Reading => ({ type: 'TIME', value, stated });
export const duration = (value: string): Reading => ({ type: 'DURATION', value, stated: [] });
export const set = (value: string): Reading => ({ type: 'SET', value, stated: [] });
