const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Shorter words have too many neighbours to guess from. */
const SHORTEST = 5;

/**
 * The known stem that an unknown one most likely stands for: one letter more, less, other, or two swapped (Damerau, 1964),
 * but never the first; of several the commonest. Null when none is known.
 *
 * @param rarity how rare a stem is (its idf), or Infinity for one that nobody uses
 */
export function respell(stem: string, rarity: (stem: string) => number): string | null {
  if (stem.length < SHORTEST || !/^[a-z]+$/.test(stem)) return null;
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of neighbours(stem)) {
    const found = rarity(candidate);
    if (found < least) {
      least = found;
      best = candidate;
    }
  }
  return best;
}

function* neighbours(word: string): Generator<string> {
  for (let at = 1; at <= word.length; at += 1) {
    const head = word.slice(0, at);
    const tail = word.slice(at);
    for (const letter of LETTERS) yield head + letter + tail;
    if (tail === '') continue;
    yield head + tail.slice(1);
    if (tail.length > 1) yield head + tail[1]! + tail[0]! + tail.slice(2);
    for (const letter of LETTERS) if (letter !== tail[0]) yield head + letter + tail.slice(1);
  }
}

/** Whether one word is the other with a slip in one place of up to two letters, whatever their case and plural s. */
export function isSlip(written: string, meant: string): boolean {
  const [one, other] = [written, meant].map((word) => word.toLowerCase().replace(/s$/, '')) as [string, string];
  const longer = Math.max(one.length, other.length);
  let same = 0;
  while (same < longer && one[same] === other[same]) same += 1;
  let after = 0;
  while (after < longer - same && one.at(-1 - after) === other.at(-1 - after)) after += 1;
  return same + after >= longer - 2;
}
