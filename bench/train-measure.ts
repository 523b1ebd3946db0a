/** Measures of answers and of confidence. All are shares, 0 … 1. */

/** What became of one question. */
export interface Outcome {
  readonly id: string;
  /** `answerable`, or the way in which it is not: `near` (the words that answer were cut out), `absent`, `unanswerable`. */
  readonly kind: string;
  readonly confidence: number;
  /** Place of the first right candidate, from 0; -1 for none. */
  readonly place: number;
  /** Whether the first article is one that answers. */
  readonly article: boolean;
  /** Whether an answer was shown. */
  readonly shown: boolean;
}

/** Figures of one set of questions, by name. */
export function measuresOf(outcomes: readonly Outcome[]): Record<string, number> {
  const answerable = outcomes.filter(({ kind }) => kind === 'answerable');
  const share = (test: (outcome: Outcome) => boolean) =>
    answerable.filter(test).length / Math.max(1, answerable.length);
  const figures: Record<string, number> = {
    top1: share(({ place }) => place === 0),
    top3: share(({ place }) => place >= 0 && place < 3),
    mrr: mean(answerable.map(({ place }) => (place < 0 || place > 9 ? 0 : 1 / (place + 1)))),
    article1: share(({ article }) => article),
    shownRight: share(({ shown, place }) => shown && place === 0),
    shownWrong: share(({ shown, place }) => shown && place !== 0),
  };
  const byId = new Map(answerable.map((outcome) => [outcome.id, outcome]));
  for (const kind of new Set(outcomes.map((outcome) => outcome.kind))) {
    if (kind === 'answerable') continue;
    const negative = outcomes.filter((outcome) => outcome.kind === kind);
    const paired = negative.flatMap(({ id }) => byId.get(id) ?? []);
    const positive = (paired.length >= 20 ? paired : answerable).map(({ confidence }) => confidence);
    const against = negative.map(({ confidence }) => confidence);
    figures[`${kind} auroc`] = auroc(positive, against);
    const bar = quantile(against, 0.9);
    figures[`${kind} kept at 90`] = positive.filter((confidence) => confidence > bar).length / positive.length;
    figures[`${kind} shown`] = negative.filter(({ shown }) => shown).length / negative.length;
  }
  figures['ece'] = calibrationError(outcomes);
  return figures;
}

/** Chance that a positive stands above a negative, ties counting half. */
export function auroc(positive: readonly number[], negative: readonly number[]): number {
  const below = [...negative].sort((a, b) => a - b);
  const rank = (value: number, strict: boolean) => {
    let low = 0;
    let high = below.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (strict ? below[middle]! < value : below[middle]! <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const sum = positive.reduce((total, value) => total + (rank(value, true) + rank(value, false)) / 2, 0);
  return sum / (positive.length * negative.length);
}

/** Expected calibration error in ten bins (Guo et al., ICML 2017). */
function calibrationError(outcomes: readonly Outcome[]): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin += 1) {
    const inside = outcomes.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin);
    if (inside.length === 0) continue;
    const right = inside.filter(isRightOutcome).length / inside.length;
    error += (inside.length / outcomes.length) * Math.abs(mean(inside.map(({ confidence }) => confidence)) - right);
  }
  return error;
}

export function isRightOutcome({ kind, place }: Outcome): boolean {
  return kind === 'answerable' && place === 0;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

export function show(figures: Readonly<Record<string, number>>): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name} ${(100 * value).toFixed(1)}`)
    .join('   ');
}
