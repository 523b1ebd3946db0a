/** One engine at one size. Seconds and milliseconds come as [clock, processor]. */
export interface Measured {
  readonly engine: string;
  readonly passages: number;
  /** Of which `articles` is not the index: hashing the articles and making a corpus of them. */
  readonly build: Pair;
  readonly articles: Pair;
  /** Memory that stays after a collection: of the index, and of the articles that it is of. */
  readonly indexBytes: number;
  readonly articlesBytes: number;
  readonly p50: Pair;
  readonly p99: Pair;
  /** Taking the index back from a file, and the file's bytes; null where there is no such thing. */
  readonly restart: Pair | null;
  readonly fileBytes: number | null;
}
export type Pair = readonly [clock: number, processor: number];
