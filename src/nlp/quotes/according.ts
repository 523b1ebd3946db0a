import { isClause } from './clauses.ts';
import { type Finding, hasQuote, overlaps, type Stretch, startOfClause, withoutEndMarks } from './finding.ts';
import { phraseAfter } from './phrases.ts';
import type { Syntax } from './syntax.ts';
import type { Unit } from './units.ts';

/** "According to X, …", "…, according to X". */
export function accordingTo(syntax: Syntax, unit: Unit, found: readonly Finding[]): Finding[] {
  const { tokens, inside } = syntax.layout;
  const result: Finding[] = [];
  for (let at = unit.first; at + 2 < unit.end; at += 1) {
    if (inside[at]! >= 0 || tokens[at]!.lower !== 'according' || tokens[at + 1]!.lower !== 'to') continue;
    let end = at + 2;
    while (end < unit.end && !/^[,.;—–:]$/u.test(tokens[end]!.text) && inside[end]! < 0) end += 1;
    const who = phraseAfter(syntax, at + 2, unit.end) ?? { first: at + 2, end, head: at + 2, headEnd: end };
    if (who.end <= who.first) continue;
    const base = { who, inferred: null, cue: { first: at, end: at + 2 } };
    if (at - unit.first <= 2 && tokens[at - 1]?.text !== ',') {
      const part = { first: end + 1, end: withoutEndMarks(syntax, end + 1, unit.end) };
      if (part.first < part.end && isClause(syntax, part.first, part.end))
        result.push({ ...base, ...part, ...clause(syntax, part), rule: 'according to, clause' });
      continue;
    }
    const stop = tokens[at - 1]!.text === ',' ? at - 1 : at;
    const quote = stop > unit.first ? inside[stop - 1]! : -1;
    const part = { first: startOfClause(syntax, unit, stop, found), end: stop };
    if (quote >= 0 && syntax.layout.quoted[quote]!.firstToken <= part.first) {
      if (!found.some((one) => one.quote === quote))
        result.push({ ...base, ...part, quote, kind: 'direct', rule: 'quotation, according to' });
      continue;
    }
    const clash = found.some((one) => overlaps(one, part));
    if (part.end - part.first > 1 && !clash)
      result.push({ ...base, ...part, ...clause(syntax, part), rule: 'clause, according to' });
  }
  return result;
}

function clause(syntax: Syntax, part: Stretch): Pick<Finding, 'quote' | 'kind'> {
  return { quote: null, kind: hasQuote(syntax, part.first, part.end) ? 'mixed' : 'indirect' };
}
