/**
 * Time expressions and what they mean, as TIMEX3 (TimeML 1.2.1): which words, DATE, TIME, DURATION or SET, and a value
 * resolved against the day of publication, or in a narrative against the date told before.
 *
 *     sentence → lexemes → one letter each → the longest rule that matches → reading in context → value
 *
 * The division into finding and normalising, and telling news from narratives, follow HeidelTime (Strötgen and Gertz,
 * 2013); letters for kinds of words follow SynTime (Zhong et al., ACL 2017); values follow the practice of TempEval-3
 * (UzZaman et al., SemEval-2013). The rules are written for this module.
 */

import type { Segmented, TimeExpression } from '../types.ts';
import { type Context, createContext } from './context.ts';
import { type Lexed, lex } from './lexer.ts';
import type { Reading, Rule } from './rule.ts';
import { ANY_RULE, RULES } from './rules.ts';

/**
 * Every time expression in the sentences of a text, in text order, disjoint.
 *
 * @param published the day of publication, `YYYY-MM-DD`; without it relative dates count from the dates the text tells.
 */
export function findDates(doc: Segmented, published: string | null): readonly TimeExpression[] {
  const context = createContext(doc, published);
  const found: TimeExpression[] = [];
  for (const sentence of doc.sentences) {
    const lexed = lex(doc.text, sentence);
    let at = 0;
    while (at < lexed.lexemes.length) at = readAt(lexed, at, context, found);
  }
  return found;
}

interface Match {
  readonly rule: Rule;
  readonly to: number;
}

/** Reads the longest expression that begins here and means something; returns where to go on. */
function readAt({ lexemes, letters }: Lexed, from: number, context: Context, found: TimeExpression[]): number {
  for (const { rule, to } of matchesAt(letters, from)) {
    const words = lexemes.slice(from, to);
    const reading: Reading | null = rule.read({ words, sentence: lexemes, from, to }, context);
    if (reading === null) continue;
    found.push({ start: words[0]!.start, end: words.at(-1)!.end, ...reading, rule: rule.name });
    context.tell(reading.value);
    return to;
  }
  return from + 1;
}

/** Longest first; of equally long ones the rule that stands first in the list. */
function matchesAt(letters: string, at: number): readonly Match[] {
  const matches: Match[] = [];
  ANY_RULE.lastIndex = at;
  if (letters[at] === ' ' || !ANY_RULE.test(letters)) return matches;
  for (const rule of RULES) {
    rule.pattern.lastIndex = at;
    if (rule.pattern.test(letters) && rule.pattern.lastIndex > at) matches.push({ rule, to: rule.pattern.lastIndex });
  }
  return matches.length < 2 ? matches : matches.sort((a, b) => b.to - a.to);
}
