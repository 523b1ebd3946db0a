import stem from 'wink-porter2-stemmer';
import { american } from './american.ts';
import type { Span, Term } from './types.ts';

/**
 * Words that carry no topic: function words, and the words questions are made of. A long list with the question words in
 * it ranks better than a short one.
 */
const STOP_WORDS = new Set(
  (
    'a about above across after afterwards again against ain all almost along already also although always am among ' +
    'amongst an and another any anybody anyhow anyone anything anyway are aren arent around as at away be became ' +
    'because been before beforehand behind being below beside besides between beyond both but by came can cannot cant ' +
    'come could couldn couldnt d did didn didnt do does doesn doesnt doing don done dont down during each either else ' +
    'enough etc even ever every everybody everyone everything everywhere except few for from further get gets getting ' +
    'give given go goes going got had hadn hadnt has hasn hasnt have haven havent having he hed hence her here heres ' +
    'hers herself hes him himself his how however hows i if im in indeed instead into is isn isnt it itd itll its ' +
    'itself ive just let lets like ll m made make makes many may maybe me might mine more moreover most mostly much ' +
    'must mustn my myself name namely near neither never nevertheless no nobody none nonetheless nor not nothing now ' +
    'o of off often oh on once one only onto or other others otherwise ought our ours ourselves out over own per ' +
    'perhaps please quite rather re really s said same say says see seem seemed seems shall shan she shes should ' +
    'shouldn shouldnt since so some somebody someone something sometimes somewhere still such t take taken tell than ' +
    'that thatll thats the their theirs them themselves then there therefore theres these they theyd theyll theyre ' +
    'theyve this those though through throughout thus to together too toward towards under until unto up upon us use ' +
    'used ve very was wasn wasnt way we well were weren werent weve what whatever whats when whenever where whereas ' +
    'wherever whether which whichever while who whoever whole whom whos whose why will with within without wont would ' +
    'wouldn wouldnt y yes yet you youd youll your youre yours yourself yourselves youve happened happen called call ' +
    'named kind type anybody'
  ).split(' '),
);

/** Contractions that are words of their own without the apostrophe: "she'll" says nothing, Shell is a company. */
const CONTRACTIONS = new Set(['wont', 'shed', 'shell', 'hell', 'ill', 'wed', 'id']);

/** Initials, numbers with their separators, and words with inner apostrophes. */
const WORD =
  /(?:\p{Lu}\.){2,}|\p{N}+(?:[.,]\p{N}+)*(?:st|nd|rd|th)?(?!\p{L})|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
const PLAIN = /^[a-z]+$/;
/** How words end that no step of Porter2 changes: a third of all words in the news, and the stemmer is slow. */
const UNCHANGED = /(?:[abfhjkopquvwxz]|[^o]n|[^eo]r|[^n]t|[^s]m|[^i]c)$/;
/** Words kept for their stems; past this many, the memory is started anew. */
const KEPT = 300_000;

/**
 * Makes the reader of search terms: Porter2 stems (https://snowballstem.org/algorithms/english/stemmer.html) of all words
 * but stop words, lower case, in American spelling, without accents, possessives and thousands separators. Stems of words
 * seen are remembered.
 */
export function createTerms(): (text: string, span?: Span) => Term[] {
  const known = new Map<string, string>();

  const stemOf = (written: string): string => {
    let found = known.get(written);
    if (found === undefined) {
      // "River", "rivers" and "river's" need a stem, but only two of them the work.
      found = normalise(written, (word) => {
        if (word !== written) return stemOf(word);
        return UNCHANGED.test(word) ? word : stem(word);
      });
      if (known.size >= KEPT) known.clear();
      known.set(written, found);
    }
    return found;
  };

  return (text, span = { start: 0, end: text.length }) => {
    const found: Term[] = [];
    const words = span.start === 0 && span.end === text.length ? text : text.slice(span.start, span.end);
    WORD.lastIndex = 0;
    for (let match = WORD.exec(words); match; match = WORD.exec(words)) {
      const term = stemOf(match[0]);
      if (term === '') continue;
      const start = span.start + match.index;
      found.push({ stem: term, start, end: start + match[0].length });
    }
    return found;
  };
}

/** The stem of a word as written; empty for a stop word. */
function normalise(written: string, stemmed: (word: string) => string): string {
  // The country, not the pronoun: written in capitals both with and without full stops.
  if (written === 'US' || written === 'U.S.') return 'u.s';
  let word = written.toLowerCase();
  if (!PLAIN.test(word)) {
    if (/^(?:\p{Lu}\.){2,}$/u.test(written)) return written.replaceAll('.', '').toLowerCase();
    const whole = word
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/['’]s$/u, '');
    word = whole.replace(/['’]/gu, '');
    if (word !== whole && CONTRACTIONS.has(word)) return '';
    if (/^\p{N}/u.test(word)) return word.replaceAll(',', '').replace(/(?<=\d)(?:st|nd|rd|th)$/, '');
  }
  if (STOP_WORDS.has(word)) return '';
  return PLAIN.test(word) ? stemmed(american(word)) : word;
}
