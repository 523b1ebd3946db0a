/** What the confidence rests on. The names are those of the weights file. */
import { CUES } from './evidence-cues.ts';
import { FEATURES } from './features-names.ts';
import { WANTED } from './question-wanted.ts';

/** Words that a question opens with. */
export const OPENINGS = [
  'what',
  'which',
  'who',
  'when',
  'where',
  'why',
  'how',
  'is',
  'did',
  'the',
  'in',
  'of',
] as const;

const OWN = [
  'bias',
  'score', // the ranker's score of the best candidate
  'next', // … of the next
  'lead', // the best ahead of the next
  'lead2', // … ahead of the third
  'lead9', // … ahead of the tenth
  'share', // of the best candidate in the softmax of all scores
  'entropy', // of that softmax
  'around', // share of the question's idf in the best sentence, its neighbours and the title
  'around3', // the largest of the first three candidates'
  'coverageMost', // the largest share of the question's idf in any candidate
  'coverageTop', // the mean of the first five candidates'
  'evidenceTop', // share of the first three candidates that have something of the kind that is asked for
  'articlesTop', // how many articles the first five candidates are of, over five
  'anywhere', // share of the question's idf that any candidate at all has
  'missingAround', // idf of the rarest term that is nowhere around the best sentence, over that of the rarest term
  'missingHere',
  'missingSecond', // … of the second rarest that is not in it
  'missingRarity', // the first, over the idf of a term that no article has
  'missingTerms', // how many terms are not in the best sentence
  'missingTermsAround', // … nor around it
  'leastLike', // how well the term is met that the best sentence meets least
  'missingHead', // how badly the noun that is asked for is met; the worst verb, name and number
  'missingVerb',
  'missingName',
  'missingNumber',
  'untold', // share of what is asked beside names that is met neither in the best sentence nor around it
  'untoldHere', // … that is not met in it
  'generalHere', // share of the question that the best sentence has, each term as rare as it is in English at large
  'generalLike', // … counting words of like meaning
  'generalAround', // … and what stands around it
  'generalAroundMost', // the largest of the first five candidates'
  'generalMissing', // rarity in English of the rarest term that is not in the best sentence
  'generalMissingAround',
  'terms', // how many the question has, logarithmic
  'rarity', // their mean idf, over that of a term that no article has
  'unknown', // share of the idf of terms that no article has
  'size', // idf of a term that no article has: the logarithm of the number of sentences
  'smallComplete', // every term of the question is in the sentence, and the collection is small
  'smallAround',
  'words', // how many the question has, logarithmic
  'capitals', // share of its words but the first that have one
  'figures', // it has a digit
  'asksRecent', // it speaks of the days before it was asked
] as const;

export const EVIDENCE = [
  ...OWN,
  ...FEATURES, // of the best candidate
  ...CUES.map((cue) => `cue ${cue}` as const),
  ...WANTED.map((wanted) => `wanted ${wanted}` as const),
  ...WANTED.map((wanted) => `${wanted} evidence` as const),
  ...WANTED.map((wanted) => `${wanted} near` as const),
  ...OPENINGS.map((word) => `opens ${word}` as const),
] as const;

export type EvidenceName = (typeof EVIDENCE)[number];
export type Evidence = Readonly<Record<EvidenceName, number>>;

/**
 * What tells how large a collection is. Trees may not ask it: where the answer was cut out of a collection for training, that is
 * a little smaller, and they would learn to tell by that.
 */
export const SIZES: ReadonlySet<EvidenceName> = new Set([
  'size',
  'unknown',
  'rarity',
  'missingRarity',
  'smallComplete',
  'smallAround',
]);
