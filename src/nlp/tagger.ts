import { createRequire } from 'node:module';
import type Model from 'wink-eng-lite-web-model';
import type WinkNLP from 'wink-nlp';
import type { Segmented, Tag, Tagged, TaggedSentence, Token } from './types.ts';

const require = createRequire(import.meta.url);

/**
 * Makes the one adapter to wink-nlp. The function it returns tags the sentences of a text: tokens with exact offsets and
 * universal part-of-speech tags. Loading the model takes some tenths of a second and 80 MB, so one tagger serves all.
 */
export function createTagger(): (segmented: Segmented) => Tagged {
  // Not imported, so that a program which has not tagged anything yet starts without the model.
  const winkNLP = require('wink-nlp') as typeof WinkNLP;
  const nlp = winkNLP(require('wink-eng-lite-web-model') as typeof Model, ['pos']);
  const { its } = nlp;

  return function tag(segmented) {
    const { text } = segmented;
    const tokens: Token[] = [];
    const sentences: TaggedSentence[] = [];
    for (const [index, sentence] of segmented.sentences.entries()) {
      const firstToken = tokens.length;
      const words = nlp.readDoc(text.slice(sentence.start, sentence.end)).tokens();
      const values = words.out(its.value) as string[];
      const tags = words.out(its.pos) as Tag[];
      let at = sentence.start;
      for (const [order, value] of values.entries()) {
        // wink gives the white space before a token as a count only, so the token is looked for where it must be.
        const start = text.indexOf(value, at);
        if (start < 0 || start + value.length > sentence.end) continue;
        at = start + value.length;
        const tag = tags[order] ?? 'X';
        if (tag === 'SPACE') continue;
        tokens.push({ start, end: at, text: value, lower: value.toLowerCase(), tag, sentence: index });
      }
      sentences.push({ ...sentence, firstToken, endToken: tokens.length });
    }
    return { text, paragraphs: segmented.paragraphs, sentences, tokens };
  };
}
