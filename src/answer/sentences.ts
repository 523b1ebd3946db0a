import type { Reader } from '../nlp/nlp.ts';
import { slice } from '../nlp/span.ts';
import type { Span, Term, Token } from '../nlp/types.ts';
import { type Shaped, shapedIn } from './evidence.ts';
import { type Cue, cuesOf } from './evidence-cues.ts';
import { opensWithPronoun, wordCount } from './features-words.ts';
import { type Quantity, quantities } from './quantities.ts';
import type { Wanted } from './question-wanted.ts';

/** What can be said of a sentence whatever is asked. The parts are read when first looked at. */
interface Sentence {
  readonly words: string;
  readonly terms: readonly Term[];
  readonly count: number;
  readonly opensWithPronoun: boolean;
  readonly cues: readonly Cue[];
  readonly quantities: readonly Quantity[];
  readonly tokens: readonly Token[];
  /** What could answer a question for something of a kind, as far as its looks tell. */
  shaped(wanted: Wanted): readonly Shaped[];
}

/** Sentences of one generation; at most two are kept, some megabytes. */
const KEPT = 2048;

const made = new WeakMap<Reader, (text: string, span: Span) => Sentence>();

/**
 * The sentences as a reader reads them. The same few articles are asked about again and again, so sentences are remembered:
 * by their spans, which a searcher keeps, and no longer than these. Of many, those that were not looked at lately are forgotten.
 */
export function sentencesFor(reader: Reader): (text: string, span: Span) => Sentence {
  const sentenceOf = made.get(reader) ?? remember(reader);
  made.set(reader, sentenceOf);
  return sentenceOf;
}

function remember(reader: Reader): (text: string, span: Span) => Sentence {
  let older = new WeakMap<Span, Sentence>();
  let newer = new WeakMap<Span, Sentence>();
  let count = 0;
  return (text, span) => {
    const known = newer.get(span);
    if (known) return known;
    const sentence = older.get(span) ?? readSentence(text, span, reader);
    if (count === KEPT) {
      older = newer;
      newer = new WeakMap();
      count = 0;
    }
    newer.set(span, sentence);
    count += 1;
    return sentence;
  };
}

function readSentence(text: string, span: Span, reader: Reader): Sentence {
  const words = slice(text, span);
  const shapes = new Map<Wanted, readonly Shaped[]>();
  let cues: readonly Cue[] | undefined;
  let counts: readonly Quantity[] | undefined;
  let tokens: readonly Token[] | undefined;
  return {
    words,
    terms: reader.terms(text, span),
    count: wordCount(words),
    opensWithPronoun: opensWithPronoun(words),
    get cues() {
      cues ??= cuesOf(words);
      return cues;
    },
    get quantities() {
      counts ??= quantities(words, span.start);
      return counts;
    },
    get tokens() {
      tokens ??= tokensOf(words, span, reader);
      return tokens;
    },
    shaped(wanted) {
      const found = shapes.get(wanted) ?? shapedIn(wanted, text, span);
      shapes.set(wanted, found);
      return found;
    },
  };
}

function tokensOf(words: string, { start }: Span, reader: Reader): Token[] {
  const { tokens } = reader.tag({ text: words, published: null, furniture: [] });
  return tokens.map((token) => ({ ...token, start: token.start + start, end: token.end + start }));
}
