/**
 * What a rule is: a name, a pattern over kinds, and a reading. Patterns are regular expressions in which a name in
 * capitals stands for one lexeme of that kind or set, so `MONTH DOT? DAY (COMMA? YEAR)?` reads "Sept. 10, 2019".
 * Every repetition is bounded: a rule looks at a dozen lexemes at most, whatever the text.
 */
import type { TimeExpression } from '../types.ts';
import type { Context } from './context.ts';
import type { Lexeme } from './lexer.ts';
import { KINDS, type Kind } from './words.ts';

export type Stated = TimeExpression['stated'][number];

export interface Reading {
  readonly type: TimeExpression['type'];
  readonly value: string;
  readonly stated: readonly Stated[];
}

/** The words of one match, and those around it. */
export interface Phrase {
  readonly words: readonly Lexeme[];
  /** All lexemes of the sentence, and where the match stands among them (`to` exclusive). */
  readonly sentence: readonly Lexeme[];
  readonly from: number;
  readonly to: number;
}

export interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  /** Null: these words are no time expression here. */
  readonly read: (phrase: Phrase, context: Context) => Reading | null;
}

/** Sets of kinds that patterns and readings name as if they were one. */
const SETS = {
  DAY: ['SHORTINT', 'ORDINAL', 'SECOND'],
  ORD: ['ORDINAL', 'SECOND'],
  YEAR: ['YEARLIKE', 'YEARWORDS'],
  ANYYEAR: ['YEARLIKE', 'YEARWORDS', 'SHORTYEAR'],
  MON: ['MONTH', 'MONTHABBR'],
  WDAY: ['WEEKDAY', 'WEEKDAYABBR'],
  NUMBER: ['SHORTINT', 'INT', 'NUMWORD', 'FRACTION', 'YEARLIKE', 'YEARWORDS'],
  WHOLE: ['SHORTINT', 'INT', 'YEARLIKE'],
  ANYUNIT: ['UNIT', 'UNITS', 'CLOCKUNIT', 'CLOCKUNITS', 'QUARTER', 'QUARTERS', 'SECOND'],
  ONEUNIT: ['UNIT', 'QUARTER'],
  MANYUNITS: ['UNITS', 'CLOCKUNITS', 'QUARTERS'],
  APPROX: ['ABOUT', 'ALMOST'],
  DAYPART: ['PART', 'NOON'],
} as const satisfies Record<string, readonly Kind[]>;

export type KindName = Kind | keyof typeof SETS;

function lettersOf(name: KindName): string {
  const kinds: readonly Kind[] = name in SETS ? SETS[name as keyof typeof SETS] : [name as Kind];
  return kinds.map((kind) => KINDS[kind]).join('');
}

const isKindName = (name: string): name is KindName => name in KINDS || name in SETS;

/** Throws when a pattern names a kind that does not exist, so that a slip shows when the module loads. */
export function compile(pattern: string): RegExp {
  const source = pattern.replaceAll(/[A-Z]+/g, (name) => {
    if (!isKindName(name)) throw new Error(`The pattern "${pattern}" names an unknown kind: ${name}`);
    return `[${lettersOf(name).replaceAll(/[\\\]^-]/g, '\\$&')}]`;
  });
  return new RegExp(source.replaceAll(/\s+/g, ''), 'y');
}

export function rule(name: string, pattern: string, read: Rule['read']): Rule {
  return { name, pattern: compile(pattern), read };
}

const MEMBERS = new Map<string, ReadonlySet<Kind>>();
for (const [name, kinds] of Object.entries(SETS)) MEMBERS.set(name, new Set<Kind>(kinds));

export function isA(word: Lexeme | undefined, name: KindName): boolean {
  return word !== undefined && (word.kind === name || MEMBERS.get(name)?.has(word.kind) === true);
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

export const before = (phrase: Phrase, by = 1): Lexeme | undefined => phrase.sentence[phrase.from - by];
export const after = (phrase: Phrase, by = 0): Lexeme | undefined => phrase.sentence[phrase.to + by];

export const date = (value: string, stated: readonly Stated[] = []): Reading => ({ type: 'DATE', value, stated });
export const time = (value: string, stated: readonly Stated[] = ['time']): Reading => ({ type: 'TIME', value, stated });
export const duration = (value: string): Reading => ({ type: 'DURATION', value, stated: [] });
export const set = (value: string): Reading => ({ type: 'SET', value, stated: [] });
