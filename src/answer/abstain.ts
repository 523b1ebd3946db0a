import type { Measured, Weighed } from './features.ts';

/** What the confidence rests on. The names are those of the weights file. */
export const EVIDENCE = [
  'bias',
  'score', // the ranker's score of the best candidate
  'lead', // … ahead of the next
  'lead2', // … ahead of the third
  'lead9', // … ahead of the tenth
  'share', // of the best candidate in the softmax of all scores
  'entropy', // of that softmax
  'around', // share of the question's idf in the best sentence, its neighbours and the title
  'around3', // the largest of the first three candidates'
  'coverage',
  'coverageSquared',
  'coverageMost', // the largest of all candidates'
  'missingAround', // idf of the rarest term that is nowhere around the best sentence, over that of the rarest term
  'missingHere',
  'missingRarity', // the first, over the idf of a term that no article has
  'terms', // how many the question has, logarithmic
  'rarity', // their mean idf, over that of a term that no article has
  'unknown', // share of the idf of terms that no article has
  'size', // idf of a term that no article has: the logarithm of the number of sentences
  'smallComplete', // every term of the question is in the sentence, and the collection is small
  'smallAround',
  'complete',
  'related',
  'before',
  'linked',
  'after',
  'titled',
  'nearName',
  'soft',
  'softBefore',
  'kind',
  'theme',
  'dense',
  'run',
  'member',
  'memberless',
  'titleName',
  'besideHead',
  'besideVerb',
  'own',
  'coverName',
  'coverNoun',
  'coverVerb',
  'coverNumber',
  'head',
  'rarest',
  'pairs',
  'order',
  'closeness',
  'evidence',
  'evidenceNear',
  'sentence',
  'passage',
  'article',
  'title',
  'sentenceTop',
  'passageTop',
  'articleTop',
  'articleTotal',
  'articleRank',
  'vote',
  'voters',
  'cross',
  'length',
  'question',
  'unended',
  'days15',
  'days400',
  'recent',
  'age',
] as const;

export type EvidenceName = (typeof EVIDENCE)[number];

/** How sure one wants to be before something is shown as an answer. */
type Caution = 'strict' | 'balanced' | 'eager';

export interface ConfidenceWeights {
  readonly evidence: Readonly<Record<EvidenceName, number>>;
  /** Least confidence of an answer that is shown. */
  readonly thresholds: Readonly<Record<Caution, number>>;
}

/** A candidate and its score; candidates come best first. */
export interface Scored extends Measured {
  readonly score: number;
}

/** The evidence for the first of a question's candidates, of which there must be one. */
export function evidenceFor(ranked: readonly Scored[], { idf, whole, unknown }: Weighed): Record<EvidenceName, number> {
  const best = ranked[0]!;
  const { features } = best;
  const ahead = (place: number) => best.score - (ranked[Math.min(place, ranked.length - 1)]?.score ?? best.score);
  const weights = ranked.map(({ score }) => Math.exp(score - best.score));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const rarest = Math.max(...idf, 1e-9);
  const strange = idf.reduce((sum, weight) => sum + (weight > unknown - 1e-6 ? weight : 0), 0);
  return {
    ...features,
    bias: 1,
    score: best.score,
    lead: ahead(1),
    lead2: ahead(2),
    lead9: ahead(9),
    share: 1 / total,
    entropy: -weights.reduce((sum, weight) => sum + (weight / total) * Math.log(weight / total + 1e-12), 0),
    around: around(best),
    around3: Math.max(...ranked.slice(0, 3).map(around)),
    coverageSquared: features.coverage ** 2,
    coverageMost: Math.max(...ranked.map((candidate) => candidate.features.coverage)),
    missingAround: best.missing.around,
    missingHere: best.missing.here,
    missingRarity: (best.missing.around * rarest) / unknown,
    terms: Math.log1p(idf.length),
    rarity: whole / Math.max(1, idf.length) / unknown,
    unknown: strange / whole,
    size: unknown / 10,
    smallComplete: features.complete * (1 - unknown / 10),
    smallAround: around(best) * (1 - unknown / 10),
  };
}

function around({ features }: Measured): number {
  return features.coverage + features.linked + features.before + features.after + features.titled;
}

/** Probability, 0 … 1, that the first candidate answers: logistic regression over the evidence. */
export function confidenceOf(evidence: Readonly<Record<EvidenceName, number>>, weights: ConfidenceWeights): number {
  let sum = 0;
  for (const name of EVIDENCE) sum += weights.evidence[name] * evidence[name];
  return 1 / (1 + Math.exp(-sum));
}
