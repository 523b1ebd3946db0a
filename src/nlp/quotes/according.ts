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
    // "But, according to X, …" opens the sentence as well.
    const opens =
      at === unit.first ||
      (at - unit.first <= 2 && (tokens[at - 1]!.text !== ',' || tokens[unit.first]!.tag === 'CCONJ'));
    if (opens) {
      const part = { first: end + 1, end: withoutEndMarks(syntax, end + 1, unit.end) };
      if (part.first < part.end && isClause(syntax, part.first, part.end))
        result.push({ ...base, ...part, ...clause(syntax, part), rule: 'according to, clause' });
      continue;
    }
    const around = aroundSource(syntax, unit, at, who.end, found);
    if (around) {
      result.push({ ...base, ...around, ...clause(syntax, around), rule: 'clause around a source' });
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

/** "Some concerns, according to experts, include the leak": the subject before the source, its verb behind it. */
function aroundSource(syntax: Syntax, unit: Unit, at: number, from: number, found: readonly Finding[]): Stretch | null {
  const { tokens } = syntax.layout;
  const close = from < unit.end && tokens[from]!.text === ',' ? from : -1;
  if (close < 0 || close + 1 >= unit.end || at - 1 <= unit.first || tokens[at - 1]!.text !== ',') return null;
  const verb = tokens[close + 1]!;
  const goesOn = verb.tag === 'AUX' || (verb.tag === 'VERB' && !verb.lower.endsWith('ing'));
  const first = startOfClause(syntax, unit, at - 1, found);
  if (!goesOn || first >= at - 1 || isClause(syntax, first, at - 1)) return null;
  const part = { first, end: withoutEndMarks(syntax, close + 1, unit.end) };
  return found.some((one) => overlaps(one, part)) ? null : part;
}

function clause(syntax: Syntax, part: Stretch): Pick<Finding, 'quote' | 'kind'> {
  return { quote: null, kind: hasQuote(syntax, part.first, part.end) ? 'mixed' : 'indirect' };
}
