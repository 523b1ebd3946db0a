import type { Source, Span } from '../nlp/types.ts';

export interface Dateline {
  readonly place: Span;
  readonly agency: Span | null;
  /** The whole dateline, up to and with its closing bracket or dash. */
  readonly span: Span;
}

/** How an article's file was read. */
export type Format = 'text' | 'markdown' | 'json' | 'jsonl' | 'html' | 'feed' | 'pdf' | 'docx';

/** One article: its text to the letter, and what is known about it. Frozen. */
export interface Article extends Source {
  /** Survives restarts: from the file's name, or as the record gives it. */
  readonly id: string;
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  readonly hash: string;
  readonly title: string;
  readonly source: string | null;
  readonly url: string | null;
  readonly author: string | null;
  readonly dateline: Dateline | null;
  /** Absent when the text did not come from a file. */
  readonly format?: Format;
}

/** An immutable set of articles. */
export interface Corpus {
  readonly articles: readonly Article[];
  get(id: string): Article | undefined;
}

/** A file, or a line of one, that could not be read, and why in plain words. */
export interface Failure {
  readonly file: string;
  readonly reason: string;
}

export interface Loaded {
  readonly corpus: Corpus;
  readonly failures: readonly Failure[];
}

/** What one file holds: its articles, and what of it could not be read. */
export interface Parsed {
  readonly articles: readonly Article[];
  readonly failures: readonly Failure[];
}
