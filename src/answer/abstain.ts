import { EVIDENCE, type Evidence, type EvidenceName, OPENINGS } from './abstain-names.ts';
import type { Measured, Weighed } from './features.ts';
import type { Question } from './question.ts';
import { askTrees, type Tree } from './trees.ts';

/** How sure one wants to be before something is shown as an answer. */
type Caution = 'strict' | 'balanced' | 'eager';

export interface ConfidenceWeights {
  readonly evidence: Evidence;
  /** What the weighted sum of the evidence leaves to be said. */
  readonly trees: readonly Tree[];
  /** From that sum to the logarithm of the odds (Platt, 1999). */
  readonly calibration: { readonly shift: number; readonly slope: number };
  /** Least confidence of an answer that is shown. */
  readonly thresholds: Readonly<Record<Caution, number>>;
}

/** A candidate and its score; candidates come best first. */
export interface Scored extends Measured {
  readonly score: number;
}

/** Terms that are met less than this are missing. */
const MET = 0.5;

/** The evidence for the first of a question's candidates, of which there must be one. */
export function evidenceFor(ranked: readonly Scored[], question: Question, weighed: Weighed): Evidence {
  const best = ranked[0]!;
  const evidence = Object.fromEntries(EVIDENCE.map((name) => [name, 0])) as Record<EvidenceName, number>;
  Object.assign(evidence, best.features, leads(ranked), asked(question));
  Object.assign(evidence, overall(ranked, weighed), missing(best, question, weighed), general(ranked, weighed));
  for (const cue of best.cues) evidence[`cue ${cue}`] = 1;
  const { wanted } = question;
  evidence[`wanted ${wanted}`] = 1;
  evidence[`${wanted} evidence`] = best.features.evidence;
  evidence[`${wanted} near`] = best.features.evidenceNear;
  return evidence;
}

/** By how much the best candidate is ahead. */
function leads(ranked: readonly Scored[]) {
  const { score } = ranked[0]!;
  const ahead = (place: number) => score - (ranked[Math.min(place, ranked.length - 1)]?.score ?? score);
  const weights = ranked.map((one) => Math.exp(one.score - score));
  const total = sum(weights);
  return {
    bias: 1,
    score,
    next: ranked[1]?.score ?? score - 5,
    lead: ahead(1),
    lead2: ahead(2),
    lead9: ahead(9),
    share: 1 / total,
    entropy: -sum(weights.map((weight) => (weight / total) * Math.log(weight / total + 1e-12))),
  };
}

/** What the first candidates have of the question, and all of them. */
function overall(ranked: readonly Scored[], { idf, whole, unknown }: Weighed) {
  const best = ranked[0]!;
  const five = ranked.slice(0, 5);
  const three = ranked.slice(0, 3);
  const strange = sum(idf.filter((weight) => weight > unknown - 1e-6));
  const found = idf.map((weight, term) => weight * Math.max(...ranked.map(({ terms }) => terms.exact[term]!)));
  return {
    around: around(best),
    around3: Math.max(...three.map(around)),
    coverageMost: Math.max(...ranked.map(({ features }) => features.coverage)),
    coverageTop: sum(five.map(({ features }) => features.coverage)) / five.length,
    evidenceTop: sum(three.map(({ features }) => features.evidence)) / three.length,
    articlesTop: new Set(five.map(({ hit }) => hit.article)).size / 5,
    anywhere: sum(found) / whole,
    terms: Math.log1p(idf.length),
    rarity: whole / Math.max(1, idf.length) / unknown,
    unknown: strange / whole,
    size: unknown / 10,
    smallComplete: best.features.complete * (1 - unknown / 10),
    smallAround: around(best) * (1 - unknown / 10),
  };
}

/** Which terms of the question the best candidate lacks. */
function missing({ terms, missing: rarest }: Scored, { terms: wanted, head }: Question, weighed: Weighed) {
  const { idf, general, unknown } = weighed;
  const largest = Math.max(...idf, 1e-9);
  const lack = idf.map((weight, term) => weight * (1 - terms.here[term]!)).sort((a, b) => b - a);
  const worst = (from: Float32Array, among: (term: number) => boolean, rarity?: readonly number[]) =>
    Math.max(0, ...wanted.map((_, term) => (among(term) ? (1 - from[term]!) * (rarity?.[term] ?? 1) : 0)));
  // A sentence that only has the names of a question speaks of somebody, but not of what is asked.
  const told = general.map((rarity, term) => (wanted[term]!.role === 'name' ? 0 : rarity));
  const untold = (met: Float32Array) => sum(told.map((rarity, term) => rarity * (1 - met[term]!))) / (sum(told) || 1);
  const plays = (role: string) => (term: number) => wanted[term]!.role === role;
  return {
    missingAround: rarest.around,
    missingHere: rarest.here,
    missingSecond: (lack[1] ?? 0) / largest,
    missingRarity: (rarest.around * largest) / unknown,
    missingTerms: terms.here.filter((met) => met < MET).length,
    missingTermsAround: terms.around.filter((met) => met < MET).length,
    leastLike: Math.min(1, ...terms.here),
    untold: untold(terms.around),
    untoldHere: untold(terms.here),
    missingHead: worst(terms.here, (term) => wanted[term]!.stem === head),
    missingVerb: worst(terms.here, plays('verb'), general),
    missingName: worst(terms.around, plays('name'), general),
    missingNumber: worst(terms.around, plays('number')),
  };
}

/** The same as coverage, with what terms weigh in English at large: a small collection cannot tell which of its words are rare. */
function general(ranked: readonly Scored[], { general: rarity }: Weighed) {
  const { terms } = ranked[0]!;
  const whole = sum(rarity) || 1;
  const share = (met: Float32Array) => sum(rarity.map((weight, term) => weight * met[term]!)) / whole;
  const lack = (met: Float32Array) => Math.max(0, ...rarity.map((weight, term) => weight * (1 - met[term]!)));
  return {
    generalHere: share(terms.exact),
    generalLike: share(terms.here),
    generalAround: share(terms.around),
    generalAroundMost: Math.max(...ranked.slice(0, 5).map((one) => share(one.terms.around))),
    generalMissing: lack(terms.here),
    generalMissingAround: lack(terms.around),
  };
}

/** What can be seen of the question alone. */
function asked({ text, recent }: Question): Partial<Record<EvidenceName, number>> {
  const words = text.split(/\s+/).filter(Boolean);
  const openings = new Set(words.slice(0, 3).map((word) => word.toLowerCase()));
  return {
    words: Math.log(Math.max(1, words.length)),
    capitals: words.slice(1).filter((word) => /^\p{Lu}/u.test(word)).length / Math.max(1, words.length),
    figures: /\d/.test(text) ? 1 : 0,
    asksRecent: recent ? 1 : 0,
    ...Object.fromEntries(OPENINGS.map((word) => [`opens ${word}`, openings.has(word) ? 1 : 0])),
  };
}

function around({ features }: Measured): number {
  return features.coverage + features.linked + features.before + features.after + features.titled;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Probability, 0 … 1, that the first candidate answers: a weighted sum of the evidence, put right by trees and calibrated. */
export function confidenceOf(evidence: Evidence, { evidence: weights, trees, calibration }: ConfidenceWeights): number {
  const inputs = Float64Array.from(EVIDENCE, (name) => evidence[name]);
  let margin = askTrees(trees, EVIDENCE, inputs);
  for (const [at, name] of EVIDENCE.entries()) margin += weights[name] * inputs[at]!;
  return 1 / (1 + Math.exp(-(calibration.shift + calibration.slope * margin)));
}
