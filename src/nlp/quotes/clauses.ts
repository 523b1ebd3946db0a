import { phraseAfter } from './phrases.ts';
import type { Syntax } from './syntax.ts';

/** A clause needs a verb; "yes" and "no" say enough. */
export function isClause(syntax: Syntax, first: number, end: number): boolean {
  const { tokens } = syntax.layout;
  if (first >= end) return false;
  if (/^(?:yes|no)$/u.test(tokens[first]!.lower)) return true;
  for (let at = first; at < Math.min(end, first + 60); at += 1) {
    const token = tokens[at]!;
    if (token.tag === 'AUX' || (token.tag === 'VERB' && at > first)) return true;
  }
  return false;
}

/** Does a clause start here: a noun phrase and then, over nothing but adverbs, a finite verb? */
export function startsClause(syntax: Syntax, first: number, end: number): boolean {
  const { tokens, inside } = syntax.layout;
  if (first >= end) return false;
  const opener = tokens[first]!;
  if (/^(?:if|when|while|although|though|because|since|as|there|whether|how|why|what|who|where)$/u.test(opener.lower))
    return true;
  let at = first;
  for (let hops = 0; hops < 4 && at < end; hops += 1) {
    const phrase = phraseAfter(syntax, at, end);
    if (!phrase) break;
    at = phrase.end;
    if (at >= end || !/^(?:of|for|in|on|at|from|with|to|and|or|by|about|between)$/u.test(tokens[at]!.lower)) break;
    at += 1;
  }
  while (at < end && tokens[at]!.tag === 'ADV' && inside[at]! < 0) at += 1;
  if (at === first || at >= end) return false;
  const next = tokens[at]!;
  if (next.tag === 'AUX' || inside[at]! >= 0) return true;
  return next.tag === 'VERB' && !next.lower.endsWith('ing');
}
