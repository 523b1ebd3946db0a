/** The best of what was offered, as columns: a score, the place in the collection that decides between equals, and two names. */
export interface Best {
  /** What must be reached to get in; −∞ while there is room. */
  worst(): number;
  /** `rank` is a whole number, the same for no two offers: of equal scores the lower rank is better. */
  offer(score: number, rank: number, part: number, unit: number): void;
  /** Best first. */
  sorted(): Ranked[];
}

export interface Ranked {
  readonly score: number;
  readonly rank: number;
  readonly part: number;
  readonly unit: number;
}

/** Keeps the `limit` best: a heap in typed arrays, the worst on top. */
export function bestOf(limit: number): Best {
  const scores = new Float64Array(limit);
  const ranks = new Float64Array(limit);
  const parts = new Uint32Array(limit);
  const units = new Uint32Array(limit);
  let size = 0;

  const isWorse = (a: number, b: number) =>
    scores[a]! < scores[b]! || (scores[a]! === scores[b]! && ranks[a]! > ranks[b]!);
  const put = (at: number, score: number, rank: number, part: number, unit: number) => {
    scores[at] = score;
    ranks[at] = rank;
    parts[at] = part;
    units[at] = unit;
  };
  const swap = (a: number, b: number) => {
    const score = scores[a]!;
    const rank = ranks[a]!;
    const part = parts[a]!;
    const unit = units[a]!;
    put(a, scores[b]!, ranks[b]!, parts[b]!, units[b]!);
    put(b, score, rank, part, unit);
  };
  const sink = (from: number) => {
    for (let at = from; ; ) {
      const left = 2 * at + 1;
      if (left >= size) return;
      const least = left + 1 < size && isWorse(left + 1, left) ? left + 1 : left;
      if (!isWorse(least, at)) return;
      swap(at, least);
      at = least;
    }
  };

  return {
    worst: () => (size < limit ? Number.NEGATIVE_INFINITY : scores[0]!),
    offer(score, rank, part, unit) {
      if (size < limit) {
        put(size, score, rank, part, unit);
        size += 1;
        if (size === limit) for (let at = limit >> 1; at >= 0; at -= 1) sink(at);
      } else if (limit > 0 && (score > scores[0]! || (score === scores[0]! && rank < ranks[0]!))) {
        put(0, score, rank, part, unit);
        sink(0);
      }
    },
    sorted: () =>
      Array.from({ length: size }, (_, at) => at)
        .sort((a, b) => (isWorse(a, b) ? 1 : -1))
        .map((at) => ({ score: scores[at]!, rank: ranks[at]!, part: parts[at]!, unit: units[at]! })),
  };
}
