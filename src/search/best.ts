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

/** Keeps the `limit` best: columns in typed arrays, and a heap of their numbers, the worst on top. */
export function bestOf(limit: number): Best {
  const scores = new Float64Array(limit);
  const ranks = new Float64Array(limit);
  const parts = new Uint32Array(limit);
  const units = new Uint32Array(limit);
  const heap = new Uint32Array(limit);
  let size = 0;

  const isWorse = (a: number, b: number) =>
    scores[a]! < scores[b]! || (scores[a]! === scores[b]! && ranks[a]! > ranks[b]!);
  const put = (at: number, score: number, rank: number, part: number, unit: number) => {
    scores[at] = score;
    ranks[at] = rank;
    parts[at] = part;
    units[at] = unit;
  };
  /** Moves what stands at `from` down to where nothing below it is worse. */
  const sink = (from: number) => {
    const sinking = heap[from]!;
    let at = from;
    for (let below = 2 * at + 1; below < size; below = 2 * at + 1) {
      if (below + 1 < size && isWorse(heap[below + 1]!, heap[below]!)) below += 1;
      if (!isWorse(heap[below]!, sinking)) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = sinking;
  };

  return {
    worst: () => (size < limit ? Number.NEGATIVE_INFINITY : scores[heap[0]!]!),
    offer(score, rank, part, unit) {
      if (size < limit) {
        put(size, score, rank, part, unit);
        heap[size] = size;
        size += 1;
        if (size === limit) for (let at = limit >> 1; at >= 0; at -= 1) sink(at);
        return;
      }
      const worst = heap[0]!;
      if (limit === 0 || score < scores[worst]! || (score === scores[worst]! && rank > ranks[worst]!)) return;
      put(worst, score, rank, part, unit);
      sink(0);
    },
    sorted: () =>
      Array.from(heap.subarray(0, size))
        .sort((a, b) => (isWorse(a, b) ? 1 : -1))
        .map((at) => ({ score: scores[at]!, rank: ranks[at]!, part: parts[at]!, unit: units[at]! })),
  };
}
