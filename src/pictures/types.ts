import type { Citation } from '../answer/types.ts';
import type { Span } from '../nlp/types.ts';

export type Theme = 'dark' | 'light';

/** A sentence on the line of time, worded for people save for the citation, which is drawn to the letter. */
export interface CardEntry {
  /** "June 2018" */
  readonly date: string;
  /** What a reader has to know of the date: "planned", "day of publication"; null for nothing. */
  readonly mark: string | null;
  readonly citation: Citation;
  /** The words that the date was read from, a span of the article. */
  readonly highlight: Span | null;
  /** Its number in the reply and its source, one line; shortened when it is too long, as it is no quotation. */
  readonly source: string;
}

/** What a picture of a timeline shows, from top to bottom. */
export interface Card {
  readonly title: string;
  readonly subtitle: string;
  readonly entries: readonly CardEntry[];
  readonly footer: string;
  readonly theme: Theme;
}

/** Bars of two parts on a common scale: what was done, and above it what was not. */
export interface Chart {
  readonly title: string;
  readonly subtitle: string;
  /** What the lower, filled part of a bar counts, and what the upper, hollow one. */
  readonly legend: readonly [lower: string, upper: string];
  /** From left to right. */
  readonly bars: readonly Bar[];
  readonly theme: Theme;
}

interface Bar {
  /** Shown below the first bar, the middle one and the last. */
  readonly label: string;
  /** Whole numbers, none below 0. */
  readonly values: readonly [lower: number, upper: number];
}

export interface Picture {
  /** A PNG. */
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}
