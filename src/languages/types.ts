import type { en } from './en.ts';

/** Each by the tag that `Intl` and Discord know it by. */
export type Language = 'en' | 'de' | 'fr' | 'es' | 'ja' | 'zh-CN';

/**
 * Forms of a sentence for a count, `{n}`: which of them is chosen is a matter of the language (CLDR plural rules). Languages
 * without such forms have `other` alone.
 */
interface Plural {
  readonly one?: string;
  readonly other: string;
}

/** Discord Markdown with places for values: `Page {page} of {pages}`. */
export type Template = string | Plural;

/** What the words of another language must have: exactly the keys of the English ones. */
export type Translation<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Plural;
};

export type Catalogue = typeof en;
export type Key = keyof Catalogue;

type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type NamesOf<Words> = Words extends { readonly one: infer One; readonly other: infer Other }
  ? 'n' | NamesIn<One> | NamesIn<Other>
  : NamesIn<Words>;

/** What a key takes beside itself: nothing, or a value for every place in its English sentence. `{n}` is a count. */
export type Values<K extends Key, Value> = [NamesOf<Catalogue[K]>] extends [never]
  ? readonly []
  : readonly [values: { readonly [Name in NamesOf<Catalogue[K]>]: Name extends 'n' ? number : Value }];

/** How one language says things. */
export interface Speech {
  readonly language: Language;
  /** A sentence of the catalogue. Numbers are written as in the language; all other values are put in as they are. */
  text<K extends Key>(key: K, ...values: Values<K, string | number>): string;
  /**
   * A date as people like to read it, no more precise than it was given: `2018`, `2018-06` ("June 2018") or `2019-09-10`
   * ("10 Sep 2019"). Anything else stays as it is.
   */
  date(written: string): string;
  /** "1,234.5", with three decimals at most. */
  number(value: number): string;
  /** "one, two and three". */
  list(items: readonly string[], last?: 'and' | 'or'): string;
}

/**
 * What a command, an option or a choice is called: the name alone (choices, and commands in a message's menu), or name and
 * description.
 */
export type Declared = string | readonly [name: string, description: string];
