import { saturate } from './bm25.ts';
import type { Inverted } from './inverted.ts';
import { seek, type Units, type Weighed } from './units.ts';

export interface Scored {
  readonly unit: number;
  readonly score: number;
}

/**
 * The exact `limit` best units, best first, ties in the order of the collection; only units that hold a term.
 *
 * MaxScore, document at a time (Turtle and Flood, "Query evaluation: strategies and optimizations", 1995): terms stand in
 * order of the most they can add. Once `limit` units are found, those terms that even together cannot lift a unit above the
 * worst of them need not be walked, only looked up in units that the other, rarer terms lead to.
 */
export function topUnits(
  index: Inverted,
  units: Units,
  terms: readonly Weighed[],
  limit: number,
  allowed: ((unit: number) => boolean) | null,
): Scored[] {
  const lists = [...terms].sort((a, b) => a.highest - b.highest);
  const size = lists.length;
  const { sentence, count, offsets } = index;
  const { starts, unitOf, norms, k1 } = units;
  const weight = Float64Array.from(lists, (list) => list.weight);
  const at = Uint32Array.from(lists, ({ term }) => offsets[term]!);
  const to = Uint32Array.from(lists, ({ term }) => offsets[term + 1]!);
  /** The sentence that each list stands at. */
  const head = Float64Array.from(at, (place, i) => (place < to[i]! ? sentence[place]! : Number.POSITIVE_INFINITY));
  /** The most that the lists up to and with `i` can add together. */
  const bound = new Float64Array(size);
  for (let i = 0; i < size; i += 1) bound[i] = lists[i]!.highest + (i > 0 ? bound[i - 1]! : 0);
  const best = heapOf(limit);
  let first = 0;

  /** What list `i`, which stands in the unit or before it, adds there; leaves the list behind the unit. */
  const take = (i: number, unit: number, end: number): number => {
    const stop = to[i]!;
    let place = at[i]!;
    let found = 0;
    while (place < stop && sentence[place]! < end) {
      found += count[place]!;
      place += 1;
    }
    at[i] = place;
    head[i] = place < stop ? sentence[place]! : Number.POSITIVE_INFINITY;
    return found === 0 ? 0 : weight[i]! * saturate(k1, found, norms[unit]!);
  };

  for (;;) {
    let next = Number.POSITIVE_INFINITY;
    for (let i = first; i < size; i += 1) if (head[i]! < next) next = head[i]!;
    if (next === Number.POSITIVE_INFINITY) break;
    const unit = unitOf[next]!;
    const end = starts[unit + 1]!;
    let score = 0;
    for (let i = first; i < size; i += 1) if (head[i]! < end) score += take(i, unit, end);
    if (allowed && !allowed(unit)) continue;
    const worst = best.worst();
    for (let i = first - 1; i >= 0 && score + bound[i]! > worst; i -= 1) {
      if (head[i]! >= end) continue;
      at[i] = seek(sentence, at[i]!, to[i]!, starts[unit]!);
      score += take(i, unit, end);
    }
    if (score <= worst) continue;
    best.offer(unit, score);
    while (first < size && bound[first]! <= best.worst()) first += 1;
  }
  return best.sorted();
}

/** Keeps the `limit` best of what it is offered; units must come in ascending order. */
function heapOf(limit: number) {
  const heap: Scored[] = [];
  const isWorse = (a: Scored, b: Scored) => a.score < b.score || (a.score === b.score && a.unit > b.unit);
  const sink = (from: number) => {
    for (let i = from; ; ) {
      let least = i;
      for (let child = 2 * i + 1; child <= 2 * i + 2 && child < heap.length; child += 1) {
        if (isWorse(heap[child]!, heap[least]!)) least = child;
      }
      if (least === i) return;
      [heap[i], heap[least]] = [heap[least]!, heap[i]!];
      i = least;
    }
  };
  return {
    /** What a unit must score more than to get in. */
    worst: () => (heap.length < limit ? Number.NEGATIVE_INFINITY : heap[0]!.score),
    offer(unit: number, score: number) {
      const next = { unit, score };
      if (heap.length < limit) {
        heap.push(next);
        if (heap.length === limit) for (let i = limit >> 1; i >= 0; i -= 1) sink(i);
      } else if (score > heap[0]!.score) {
        heap[0] = next;
        sink(0);
      }
    },
    sorted: () => heap.sort((a, b) => (isWorse(a, b) ? 1 : -1)),
  };
}
