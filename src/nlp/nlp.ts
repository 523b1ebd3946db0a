/** The door of `nlp`: text in, spans out. It knows no article, no index and no Discord. */
import { findDates } from './dates/dates.ts';
import { findNames } from './names/names.ts';
import { findQuotations } from './quotes/quotes.ts';
import { segment } from './sentences.ts';
import { createTagger } from './tagger.ts';
import { createTerms } from './terms.ts';
import type { Names, Quotation, Reading, Segmented, Source, Span, Tagged, Term, TimeExpression } from './types.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/**
 * The version of how text is cut into sentences and terms. Raise it whenever either changes: whatever was kept of texts that
 * were read before, such as an index in a file, is then read anew.
 */
export const READING = 3;

export interface Reader {
  /** Everything that can be read out of a source; read once, remembered as long as the source lives. */
  read(source: Source): Reading;
  /** Paragraphs and sentences alone, and nothing remembered: for going through very many sources once. */
  segment(source: Source): Segmented;
  /** Search terms of a text, or of a span of it. */
  terms(text: string, span?: Span): Term[];
  /** An empty vocabulary, to build an index with. */
  vocabulary(): Vocabulary;
  /** The words of a text with their parts of speech. */
  tag(source: Source): Tagged;
  /** Time expressions of a text that is no article (a question), relative to the day `asked`. */
  dates(text: string, asked: string | null): readonly TimeExpression[];
}

/** Makes a reader. The tagging model is loaded when the first text needs it. */
export function createReader(): Reader {
  const terms = createTerms();
  const readings = new WeakMap<Source, Reading>();
  let tagger: ((segmented: Segmented) => Tagged) | undefined;
  const tagged = (segmented: Segmented): Tagged => {
    tagger ??= createTagger();
    return tagger(segmented);
  };

  return {
    segment,
    terms,
    vocabulary: () => createVocabulary(terms),
    tag: (source) => tagged(segment(source)),
    dates: (text, asked) => findDates(segment({ text, published: asked, furniture: [] }), asked),
    read(source) {
      let reading = readings.get(source);
      if (!reading) {
        reading = readLazily(source, tagged);
        readings.set(source, reading);
      }
      return reading;
    },
  };
}

function readLazily(source: Source, tag: (segmented: Segmented) => Tagged): Reading {
  const segmented = segment(source);
  let people: { names: Names; quotations: readonly Quotation[] } | undefined;
  let dates: readonly TimeExpression[] | undefined;
  // Names and quotations come together so that the tagged words, the bulky part, need not be kept for a second use.
  const readPeople = () => {
    if (!people) {
      const tagged = tag(segmented);
      const names = findNames(tagged);
      people = { names, quotations: findQuotations(tagged, names) };
    }
    return people;
  };
  return {
    ...segmented,
    get names() {
      return readPeople().names;
    },
    get quotations() {
      return readPeople().quotations;
    },
    get dates() {
      dates ??= findDates(segmented, source.published);
      return dates;
    },
  };
}
