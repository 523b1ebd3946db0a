import { accordingTo } from './according.ts';
import { askedPassively } from './asked.ts';
import { findCues } from './cues.ts';
import { takeQuotations } from './direct.ts';
import type { Finding } from './finding.ts';
import { colonCue, floating, type Memory, speakerColon } from './floating.ts';
import { reported } from './indirect.ts';
import type { NounPhrase } from './phrases.ts';
import { firstSubject } from './subjects.ts';
import { kindAt, type Syntax } from './syntax.ts';
import type { Unit } from './units.ts';

/** Attributes every unit of a text, in order. */
export function attribute(syntax: Syntax): Finding[] {
  const findings: Finding[] = [];
  const memory: Memory = { last: null, paragraph: -1, pending: null, subject: null, next: null };
  for (const [order, unit] of syntax.layout.units.entries()) {
    memory.next = syntax.layout.units[order + 1] ?? null;
    const found = attributeUnit(syntax, unit, memory);
    findings.push(...found);
    remember(syntax, unit, memory, found);
  }
  return findings;
}

/**
 * The rules in their order. Quotations come first: a cue beside quoted words is bound to them, and only a cue left over
 * may report indirectly. "According to" takes what no verb has taken. Quotations still free come last, because who spoke
 * in the same unit decides whose they are.
 */
function attributeUnit(syntax: Syntax, unit: Unit, memory: Memory): Finding[] {
  const found: Finding[] = [];
  const taken = new Set<number>();
  const take = (findings: readonly Finding[]) => {
    for (const finding of findings) {
      found.push(finding);
      for (const index of unit.quoted) {
        const quote = syntax.layout.quoted[index]!;
        if (finding.first <= quote.firstToken && quote.endToken <= finding.end) taken.add(index);
      }
    }
  };
  const cues = findCues(syntax, unit);
  const bound = new Set<number>();
  let from = unit.first;
  if (unit.quoted.length > 0) {
    for (const order of cues.keys()) {
      const taking = takeQuotations(syntax, unit, cues, order, from, (quote) => !taken.has(quote));
      if (!taking) continue;
      take(taking.findings);
      bound.add(order);
      from = taking.from;
    }
  }
  for (const order of cues.keys()) if (!bound.has(order)) take(reported(syntax, unit, cues, order, found));
  take(accordingTo(syntax, unit, found));
  take(askedPassively(syntax, unit, found));
  for (const index of unit.quoted) {
    if (taken.has(index)) continue;
    const finding = floating(syntax, unit, index, memory, found);
    if (finding) found.push(finding);
  }
  if (found.length === 0) {
    const turn = speakerColon(syntax, unit);
    if (turn) found.push(turn);
  }
  found.sort((a, b) => a.first - b.first);
  const ends = syntax.layout.tokens[unit.end - 1]!.text === ':';
  memory.pending = ends ? (cues.at(-1) ?? colonCue(syntax, unit)) : null;
  return found;
}

function remember(syntax: Syntax, unit: Unit, memory: Memory, found: readonly Finding[]): void {
  const last = found.findLast((finding) => finding.who !== null);
  memory.subject = null;
  if (last) {
    memory.last = last;
    memory.paragraph = unit.paragraph;
  } else if (unit.quoted.length === 0) memory.subject = personSubject(syntax, unit);
}

/** The person whom a sentence without quotations is about, if its subject is one. */
function personSubject(syntax: Syntax, unit: Unit): NounPhrase | null {
  const subject = firstSubject(syntax, unit, unit.end);
  return subject && kindAt(syntax, subject.head) === 'person' ? subject : null;
}
