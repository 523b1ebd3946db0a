import type { Names, Quotation, Speaker, Tagged } from '../types.ts';
import { attribute } from './attribute.ts';
import type { Finding } from './finding.ts';
import { mentionIndex, type Syntax } from './syntax.ts';
import { layOut } from './units.ts';

/**
 * Finds who said what: direct, mixed and indirect quotations with their speakers and cues, in text order. Rules over
 * tokens, tags and marks, after the line of work of Krestel et al. (LREC 2008), O'Keefe et al. (EMNLP 2012), Pareti
 * (LREC 2012) and Muzny et al. (EACL 2017): marks first, then the cue beside them, then the speaker beside the cue.
 */
export function findQuotations(doc: Tagged, names: Names): readonly Quotation[] {
  const layout = layOut(doc);
  const syntax: Syntax = { layout, names, mentions: mentionIndex(doc, names) };
  return attribute(syntax)
    .map((finding) => asQuotation(doc, syntax, finding))
    .filter((quotation) => quotation !== null)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function asQuotation(doc: Tagged, syntax: Syntax, finding: Finding): Quotation | null {
  const { tokens, quoted } = syntax.layout;
  let start: number;
  let end: number;
  const quote = finding.quote === null ? null : quoted[finding.quote]!;
  if (quote) {
    ({ start, end } = quote);
    if (/[,，]/u.test(doc.text[end - 1]!)) end -= 1;
  } else {
    start = tokens[finding.first]!.start;
    end = tokens[finding.end - 1]!.end;
    [start, end] = trimmed(doc.text, start, end);
  }
  if (end <= start) return null;
  const cue = finding.cue ? { start: tokens[finding.cue.first]!.start, end: tokens[finding.cue.end - 1]!.end } : null;
  return { start, end, kind: finding.kind, speaker: speakerOf(syntax, finding), cue, rule: finding.rule };
}

/**
 * The bounds without blanks, without the stop at the end, and without marks that the words between do not balance: a
 * pair around all of it goes, a pair around a part of it stays.
 */
function trimmed(text: string, from: number, to: number): [number, number] {
  let start = from;
  let end = to;
  while (start < end && /[\s,;:—–-]/u.test(text[start]!)) start += 1;
  while (end > start && /[\s,;:—–-]/u.test(text[end - 1]!)) end -= 1;
  if (text[end - 1] === '.' && !/\p{Lu}\.$/u.test(text.slice(Math.max(start, end - 3), end))) end -= 1;
  const words = text.slice(start, end);
  const whole = WHOLE.exec(words);
  if (whole) return [start + whole[1]!.length, end - whole[2]!.length];
  const closing = CLOSING.exec(words)?.[0] ?? '';
  if (closing && !isBalanced(words)) end -= closing.length;
  while (end > start && /[\s,;]/u.test(text[end - 1]!)) end -= 1;
  return [start, end];
}

const WHOLE = /^(["“]|''|``)(?:(?!["“”]|''|``)[\s\S])*?(,?(?:["”]|''))$/u;
const CLOSING = /(?:["”]|'')$/u;

/** Is every mark that closes one that was opened? Marks that look the same on both sides come in pairs. */
function isBalanced(words: string): boolean {
  const count = (mark: RegExp) => words.match(mark)?.length ?? 0;
  const curly = count(/“|``/gu) - count(/”/gu);
  const straight = count(/"|''/gu);
  return curly >= 0 && (straight + Math.max(0, curly)) % 2 === 0;
}

/** The speaker as a reader meets them: the mention beside the quotation, or the reason why somebody is meant. */
function speakerOf(syntax: Syntax, finding: Finding): Speaker | null {
  const { who } = finding;
  if (!who) return null;
  const { tokens } = syntax.layout;
  const order = syntax.mentions[who.head]!;
  const found = order >= 0 ? syntax.names.mentions[order]! : null;
  // The mention must be what the phrase is about: "North Korea" is not who speaks in "North Korea's government".
  const mention = found && found.end >= tokens[who.headEnd - 1]!.end ? found : null;
  const entity = mention ? syntax.names.entities[mention.entity]! : null;
  if (finding.inferred !== null)
    return entity ? { by: 'inferred', entity: entity.id, name: entity.name, rule: finding.inferred } : null;
  const span = { start: tokens[who.head]!.start, end: tokens[who.headEnd - 1]!.end };
  return { by: 'stated', span, entity: entity?.id ?? null, name: entity?.name ?? null };
}
