/**
 * What can be read out of a text. Everything is a span into that text; nothing here holds a copy that could differ from
 * it, save for names and TIMEX3 values, which are readings and say so.
 */

/** A stretch of one text in UTF-16 code units (JavaScript string indexes), end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What the reader needs to know of a document: its text, the day it speaks from, and the spans that are not the story. */
export interface Source {
  readonly text: string;
  /** Publication day, `YYYY-MM-DD`, the reference of every relative date; null when unknown. */
  readonly published: string | null;
  /** Headline, dateline, byline, comment box: kept in the text, never part of a sentence. Sorted, disjoint. */
  readonly furniture: readonly Span[];
}

export interface Sentence extends Span {
  /** Index into `paragraphs`. */
  readonly paragraph: number;
}

/** Paragraphs and sentences, trimmed of white space; a sentence never crosses a blank line. */
export interface Segmented {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Sentence[];
}

/** A search term: the stem of a word, and where the word stands. */
export interface Term extends Span {
  readonly stem: string;
}

/** Universal part-of-speech tags, as wink-nlp gives them. */
export type Tag =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SPACE'
  | 'SYM'
  | 'VERB'
  | 'X';

export interface Token extends Span {
  /** The token as written. */
  readonly text: string;
  readonly lower: string;
  readonly tag: Tag;
  /** Index into `sentences`. */
  readonly sentence: number;
}

export interface TaggedSentence extends Sentence {
  /** Tokens of the sentence: `tokens.slice(firstToken, endToken)`. */
  readonly firstToken: number;
  readonly endToken: number;
}

export interface Tagged extends Segmented {
  readonly sentences: readonly TaggedSentence[];
  readonly tokens: readonly Token[];
}

export type EntityKind = 'person' | 'organisation' | 'place' | 'other';

/** One person, body or place of one text, with every mention of it that was linked. */
interface Entity {
  readonly id: number;
  readonly kind: EntityKind;
  /** The fullest name that the text gives, as written there once. */
  readonly name: string;
  /** Phrases that say who this is ("China's new Ambassador to Russia"), in text order. */
  readonly roles: readonly Span[];
}

export interface Mention extends Span {
  /** Index into `entities`. */
  readonly entity: number;
  /** How the entity is mentioned here: by (part of) its name, by a description ("the ambassador"), or by a pronoun. */
  readonly by: 'name' | 'description' | 'pronoun';
}

export interface Names {
  readonly entities: readonly Entity[];
  /** In text order, disjoint. */
  readonly mentions: readonly Mention[];
}

/**
 * Who speaks. `stated`: a mention stands beside the quotation (`span`); `entity` is null while that mention could not be
 * linked to a name ("a spokesman"). `inferred`: nobody is named beside it, and `rule` says why this person is meant.
 */
export type Speaker =
  | { readonly by: 'stated'; readonly span: Span; readonly entity: number | null; readonly name: string | null }
  | { readonly by: 'inferred'; readonly entity: number; readonly name: string; readonly rule: string };

/** What was said: the span leaves out the quotation marks. */
export interface Quotation extends Span {
  readonly kind: 'direct' | 'mixed' | 'indirect';
  /** Null: unclear, which beats a guess. */
  readonly speaker: Speaker | null;
  /** The reporting words: "said", "according to". */
  readonly cue: Span | null;
  readonly rule: string;
}

/** A time expression after TIMEX3 (https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html). */
export interface TimeExpression extends Span {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** `2018-06`, `2019-W37`, `P2Y`, `PRESENT_REF` … resolved against the publication day. */
  readonly value: string;
  /** Which parts of the value the words say themselves; the others were worked out from the context. */
  readonly stated: readonly ('year' | 'month' | 'day' | 'time')[];
  readonly rule: string;
}

/** Everything read out of one source. The costly parts are read when first asked for. */
export interface Reading extends Segmented {
  readonly names: Names;
  readonly quotations: readonly Quotation[];
  readonly dates: readonly TimeExpression[];
}
