import { wordsOf } from './diff.ts';
import { nameKey } from './quote-roster.ts';
import type { Citation, QuoteResult } from './types.ts';

/** Shorter quotations are said by many without being copies. */
const SHORTEST = 5;
/** Words at either end that copies share, and the share of words that they have in common. */
const ENDS = 4;
const ALIKE = 0.8;

interface Kept {
  readonly result: Omit<QuoteResult, 'others'>;
  readonly words: readonly string[];
  readonly others: Citation[];
}

/**
 * Shows a quotation once that several articles print, with where else it stands: agencies' texts, and what several
 * reporters heard. The first of the copies stays. Time in proportion to the number of quotations.
 */
export function withoutCopies(results: readonly Omit<QuoteResult, 'others'>[]): QuoteResult[] {
  const article = results[0]?.citation.article;
  // No article prints copies of its own, and those of one article are wanted for every answer.
  if (results.every(({ citation }) => citation.article === article)) {
    return results.map((result) => ({ ...result, others: [] }));
  }
  const kept: Kept[] = [];
  const bySign = new Map<string, Kept[]>();
  for (const result of results) {
    const words = wordsOf(result.citation.text).map(({ key }) => key);
    const signs = words.length < SHORTEST ? [] : signsOf(words, result);
    const known = signs.flatMap((sign) => bySign.get(sign) ?? []);
    const original = known.find((other) => isCopy(other, words, result));
    if (original) {
      original.others.push(result.citation);
      continue;
    }
    const fresh: Kept = { result, words, others: [] };
    kept.push(fresh);
    for (const sign of signs) {
      const alike = bySign.get(sign);
      if (alike) alike.push(fresh);
      else bySign.set(sign, [fresh]);
    }
  }
  return kept.map(({ result, others }) => ({ ...result, others }));
}

function signsOf(words: readonly string[], { speaker }: Omit<QuoteResult, 'others'>): string[] {
  const surname = speaker.name === null ? '' : (nameKey(speaker.name).split(' ').at(-1) ?? '');
  return [`${surname} > ${words.slice(0, ENDS).join(' ')}`, `${surname} < ${words.slice(-ENDS).join(' ')}`];
}

function isCopy(known: Kept, words: readonly string[], { citation, quotation }: Omit<QuoteResult, 'others'>): boolean {
  const { article } = known.result.citation;
  if (article === citation.article || known.others.some((other) => other.article === citation.article)) return false;
  if (known.result.quotation.kind !== quotation.kind) return false;
  const own = new Set(known.words);
  const shared = words.filter((word) => own.has(word)).length;
  return shared / Math.max(words.length, known.words.length) >= ALIKE;
}
