import type { Article } from '../corpus/types.ts';
import type { Quotation, Span } from '../nlp/types.ts';
import type { Searcher } from '../search/types.ts';

declare const proven: unique symbol;

/**
 * Words of an article and where they stand. Only `cite` makes one, and it refuses anything that is not
 * `article.text.slice(start, end)` to the letter.
 */
export interface Citation extends Span {
  readonly [proven]: true;
  readonly article: Article;
  readonly text: string;
}

/** Which articles may answer. Days are `YYYY-MM-DD`, both included, and compared with the publication day. */
export interface Filter {
  readonly article?: string;
  readonly from?: string;
  readonly to?: string;
}

export interface AskOptions extends Filter {
  /** The day of asking, `YYYY-MM-DD`, so that "last week" has a meaning. */
  readonly asked: string;
  /** Most candidates and articles to return; ten when absent. */
  readonly top?: number;
  /** `balanced` when absent. */
  readonly caution?: Caution;
}

export interface Candidate {
  readonly citation: Citation;
  readonly score: number;
}

/** What `ask` found. `answer` is null when the articles don't say; `candidates` are then only the nearest sentences. */
export interface AskResult {
  readonly question: string;
  readonly answer: Answer | null;
  /** Calibrated probability, 0…1, that the best candidate is right. */
  readonly confidence: number;
  readonly candidates: readonly Candidate[];
  readonly articles: readonly { readonly article: Article; readonly score: number }[];
  /** How misspelled words of the question were read. */
  readonly corrections: readonly Correction[];
}

export interface Answer {
  readonly citation: Citation;
  /** The answering words, inside the citation; null when none stand out. */
  readonly highlight: Span | null;
  /** Where a date is asked for and the words leave part of it to the reader ("Tuesday"): those words, and the date as an ISO prefix. */
  readonly when: { readonly citation: Citation; readonly date: string } | null;
  /** The sentence that names whom a leading pronoun stands for, when the citation opens with one. */
  readonly antecedent: Citation | null;
  /** The same statement in other articles; of syndicated copies one stands for all. */
  readonly others: readonly Citation[];
  /** The same statement in copies of the answer's own article. */
  readonly copies: readonly Citation[];
  /** What other articles say instead: the same statement, or an answer as full, with another number or day. */
  readonly differing: readonly Differing[];
}

/** A statement that cannot be true beside the answer's, or was made at another time. */
export interface Differing {
  readonly citation: Citation;
  /** The number or date that differs. */
  readonly highlight: Span;
}

/** A word of the question that no article has, and the word of the articles that it was taken for. */
export interface Correction {
  readonly written: string;
  readonly meant: string;
}

/** How sure one wants to be before something is shown as an answer. */
type Caution = 'strict' | 'balanced' | 'eager';

export interface SpeakerCard {
  /** The fullest name that the article gives, or null while the speaker is unclear. */
  readonly name: string | null;
  /** The mention beside the quotation, if one is written there. */
  readonly mention: Citation | null;
  /** "China's new Ambassador to Russia", as written. */
  readonly role: Citation | null;
}

export interface QuoteResult {
  readonly quotation: Quotation;
  readonly citation: Citation;
  readonly speaker: SpeakerCard;
  /** The sentence (or sentences) around the quotation that say who says it. */
  readonly sentence: Citation;
  /** 0…1: how far it is on the topic and by the speaker that were asked for. */
  readonly score: number;
  /** The same words in other articles. */
  readonly others: readonly Citation[];
}

export interface QuoteQuery extends Filter {
  readonly about?: string;
  readonly speaker?: string;
  readonly kind?: Quotation['kind'];
}

export interface TimelineEntry {
  /** `2018`, `2018-06` or `2018-06-12`. */
  readonly date: string;
  readonly precision: 'day' | 'month' | 'year';
  readonly sentences: readonly TimelineSentence[];
  readonly why: Why;
}

/** Why a date was chosen. */
export interface Why {
  /** What dates are chosen by; it has no unit and compares only within one timeline. */
  readonly score: number;
  /** Sentences that speak of the date, and the articles they are in. */
  readonly mentions: number;
  readonly articles: number;
  /** Articles printed more than two weeks after it that still speak of it. */
  readonly looksBack: number;
  /** The rules that read the date from words; none when it is the day of publication everywhere. */
  readonly rules: readonly string[];
}

export interface TimelineSentence {
  readonly citation: Citation;
  /** The words that the date was read from; null where it is the publication day. */
  readonly when: { readonly citation: Citation; readonly rule: string } | null;
  /** Told as done, as planned (or dated after the day of publication), or as merely possible. */
  readonly modality: 'done' | 'planned' | 'possible';
  /** Where other articles tell the same. */
  readonly others: readonly Citation[];
}

export interface TimelineQuery extends Filter {
  readonly topic?: string;
  /** At most this many dates, the most important ones. */
  readonly dates?: number;
  readonly sentences?: number;
}

/** What was done to a quotation, or what a reader should know of it. */
export type Finding =
  /** The article gives the words to another speaker than the checked text does. */
  | 'said by someone else'
  /** The checked text names a speaker, the article none that is clear. */
  | 'speaker unclear'
  | 'negation dropped'
  | 'negation added'
  /** The words are the article's, but begin right after a "not" that belongs to them. */
  | 'negation cut off'
  | 'number changed'
  /** Words of two places, shown as if they were one. */
  | 'joined'
  | 'words dropped'
  | 'words added'
  | 'words changed'
  | 'misspelt'
  /** Only signs or capital letters differ. */
  | 'punctuation'
  /** "…" or "[…]" stands for words of the article. */
  | 'ellipsis'
  /** "[the bridge]" stands where the article has other words, or none. */
  | 'insertion'
  /** Checked as a quotation, but in the article they are nobody's words but its own. */
  | 'not in quotation marks';

export interface CheckResult {
  readonly verdict: 'exact' | 'altered' | 'not found';
  readonly match: Citation | null;
  readonly speaker: string | null;
  /** Word by word: kept, missing from the text that was checked ('-' stands in the article only), added in it ('+'). */
  readonly diff: readonly (readonly ['=' | '-' | '+', string])[];
  /** The gravest first; with 'exact' only what is allowed but should be told. */
  readonly findings: readonly Finding[];
  /** Whom the checked text gives as the speaker. */
  readonly claimed: string | null;
  /** Who says the match, as its article writes it. */
  readonly said: SpeakerCard | null;
  /** Where the other stretches of a text come from that was joined from several places. */
  readonly parts: readonly Citation[];
  /** The same words in other articles. */
  readonly others: readonly Citation[];
  /** When nothing was found: the sentences that come nearest. */
  readonly nearest: readonly Citation[];
}

/** A speaker of the collection, for lists and autocomplete. */
export interface SpeakerEntry {
  readonly name: string;
  readonly role: Citation | null;
  readonly quotations: number;
}

/** What the articles have of one speaker. */
export interface SpeakerProfile {
  readonly name: string;
  /** Who this is, in different articles' words, the commonest first. */
  readonly roles: readonly Citation[];
  readonly quotations: number;
  readonly kinds: Readonly<Record<Quotation['kind'], number>>;
  readonly articles: number;
  /** The most telling words of the quotations, as written there. */
  readonly topics: readonly string[];
  /** Publication days of the first and the last article that quotes the speaker, `YYYY-MM-DD`; null when none is dated. */
  readonly first: string | null;
  readonly last: string | null;
  /** Quotations on the most of these topics, best first. */
  readonly telling: readonly QuoteResult[];
}

/** The four ways to ask one immutable collection of articles. Methods are pure: same input, same value. */
export interface Library {
  /** What ranks its articles; other libraries may be built on it. */
  readonly searcher: Searcher;
  readonly articles: readonly Article[];
  article(id: string): Article | undefined;
  /** Reads an article's people, quotations and dates, which else wait for the first question that needs them. */
  prepare(article: Article): void;
  ask(question: string, options: AskOptions): AskResult;
  quote(query: QuoteQuery & { readonly top?: number }): readonly QuoteResult[];
  timeline(query: TimelineQuery): readonly TimelineEntry[];
  check(text: string): CheckResult;
  /** Everyone quoted in the articles read so far, most quoted first: all of a small collection, of a large one what `prepare` has read and some more. */
  speakers(): readonly SpeakerEntry[];
  /** What the articles have of a speaker; null when they quote nobody by that name. */
  speaker(name: string): SpeakerProfile | null;
  /** The citation of a span that was shown before, or null when the article is gone, changed, or the span is not in it. */
  cite(articleId: string, span: Span, hash?: string): Citation | null;
  /** The sentences around a citation: up to `radius` on either side within its article, as one citation. */
  around(citation: Citation, radius: number): Citation;
  /** The story in pages of whole paragraphs, none longer than `limit` characters unless one sentence is. */
  pages(article: Article, limit: number): readonly Citation[];
}
