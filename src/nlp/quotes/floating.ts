import type { Cue } from './cues.ts';
import { opensLikeSentence } from './direct.ts';
import { type Finding, hasQuote, ofQuote } from './finding.ts';
import { CUE_FORMS } from './lexicon-cues.ts';
import { type NounPhrase, phraseAfter, phraseBefore } from './phrases.ts';
import { firstSubject } from './subjects.ts';
import { mentionEnd, type Syntax } from './syntax.ts';
import type { Unit } from './units.ts';

/** What is remembered from one unit to the next. */
export interface Memory {
  /** What was said last, by somebody known, and in which paragraph. */
  last: Finding | null;
  paragraph: number;
  /** A cue that ended its unit with a colon: what follows is said by its subject. */
  pending: Cue | null;
  /** The subject of the unit before, when it is a person and nobody was quoted there. */
  subject: NounPhrase | null;
  /** The unit that follows, where a signature may stand. */
  next: Unit | null;
}

/** More words than this between marks, and no verb beside them: still something that was said. */
const SHORTEST_FLOATING = 4;

/** A quotation with no reporting verb of the lists beside it: by its place, by the colon before, or by who spoke last. */
export function floating(
  syntax: Syntax,
  unit: Unit,
  index: number,
  memory: Memory,
  found: readonly Finding[],
): Finding | null {
  const { tokens, quoted, inside } = syntax.layout;
  const quote = quoted[index]!;
  const base = { kind: 'direct' as const, quote: index, first: quote.firstToken, end: quote.endToken };
  if (memory.pending && unit.first === quote.firstToken)
    return ofQuote(syntax, index, memory.pending, 'speaker, verb, colon, quotation');
  const beside = anyVerb(syntax, unit, index) ?? signature(syntax, unit, index, memory.next);
  if (beside) return { ...base, ...beside };
  const alone = !outsideWords(syntax, unit);
  const here = found.findLast((one) => one.who !== null);
  if (alone) {
    const near = unit.paragraph - memory.paragraph <= 2;
    if (here?.who)
      return { ...base, who: here.who, inferred: 'continues the speaker', cue: null, rule: 'quotation alone' };
    if (memory.subject)
      return {
        ...base,
        who: memory.subject,
        inferred: 'subject of the sentence before',
        cue: null,
        rule: 'quotation alone',
      };
    if (memory.last?.who && near)
      return { ...base, who: memory.last.who, inferred: 'continues the speaker', cue: null, rule: 'quotation alone' };
    return { ...base, who: null, inferred: null, cue: null, rule: 'quotation alone' };
  }
  const words = quote.endToken - quote.firstToken - 2;
  const before = tokens[quote.firstToken - 1];
  if (quote.firstToken > unit.first && before?.text === ':' && words > 2 && inside[quote.firstToken - 1]! < 0) {
    const who = firstSubject(syntax, unit, quote.firstToken) ?? phraseBefore(syntax, quote.firstToken - 2, unit.first);
    // "READ MORE: …", "WATCH: …" are labels, not speakers.
    const label = who !== null && /^\p{Lu}{3,}$/u.test(tokens[who.head]!.text);
    return label ? null : { ...base, who, inferred: null, cue: null, rule: 'speaker, colon, quotation' };
  }
  // "ABC's “This Week”", "the “old guard”": a title or a word that is mentioned.
  const free = quote.firstToken === unit.first || !/^(?:ADP|DET|PART)$/u.test(before?.tag ?? '');
  if (here?.who && free && words >= SHORTEST_FLOATING && opensLikeSentence(syntax, index))
    return { ...base, who: here.who, inferred: 'same sentence', cue: null, rule: 'quotation beside another' };
  return null;
}

function outsideWords(syntax: Syntax, unit: Unit): boolean {
  const { tokens, inside } = syntax.layout;
  for (let at = unit.first; at < unit.end; at += 1)
    if (inside[at]! < 0 && /[\p{L}\p{N}]/u.test(tokens[at]!.text)) return true;
  return false;
}

type Beside = Pick<Finding, 'who' | 'inferred' | 'cue' | 'rule'>;

/** “…,” VERB-ed NAME or “…,” NAME VERB-ed: a verb that is in no list, told by its place alone. */
function anyVerb(syntax: Syntax, unit: Unit, index: number): Beside | null {
  const { tokens, quoted, inside } = syntax.layout;
  const from = quoted[index]!.endToken;
  const closing = tokens[from - 2];
  if (!closing || !/^[,?!]$/u.test(closing.text) || from >= unit.end || inside[from]! >= 0) return null;
  if (tokens[from]!.tag === 'VERB') {
    const who = phraseAfter(syntax, from + 1, unit.end);
    if (who && syntax.mentions[who.head]! >= 0)
      return { who, inferred: null, cue: { first: from, end: from + 1 }, rule: 'quotation, any verb, speaker' };
  }
  for (let at = from + 1; at < Math.min(unit.end, from + 12) && inside[at]! < 0; at += 1) {
    if (tokens[at]!.tag !== 'VERB') continue;
    const who = phraseBefore(syntax, at - 1, from);
    if (who && who.first === from && syntax.mentions[who.head]! >= 0)
      return { who, inferred: null, cue: { first: at, end: at + 1 }, rule: 'quotation, speaker, any verb' };
    return null;
  }
  return null;
}

/** “…” — NAME, at the end of the unit: how letters and tweets are signed. */
function signature(syntax: Syntax, unit: Unit, index: number, next: Unit | null): Beside | null {
  const { tokens, quoted } = syntax.layout;
  const dash = quoted[index]!.endToken;
  const end = next && next.paragraph === unit.paragraph && dash === next.first ? next.end : unit.end;
  if (dash + 1 >= end || !/^(?:[—–―-]|--)$/u.test(tokens[dash]!.text)) return null;
  const who = phraseAfter(syntax, dash + 1, end);
  if (!who || syntax.mentions[who.head]! < 0) return null;
  const closes = who.end >= end || /^[.,(@]$/u.test(tokens[who.end]!.text);
  return closes ? { who, inferred: null, cue: null, rule: 'quotation, dash, speaker' } : null;
}

/** "The newspaper, in an editorial:" – a colon at the end of a unit without a reporting verb before it. */
export function colonCue(syntax: Syntax, unit: Unit): Cue | null {
  const { tokens, inside } = syntax.layout;
  let subject = firstSubject(syntax, unit, unit.end);
  if (!subject || syntax.mentions[subject.head]! < 0) {
    let at = unit.first;
    while (at < unit.end && (syntax.mentions[at]! < 0 || inside[at]! >= 0)) at += 1;
    if (at >= unit.end || tokens[at]!.tag === 'PRON') return null;
    const end = mentionEnd(syntax, at, unit.end);
    subject = { first: at, end, head: at, headEnd: end, by: 'before' };
  }
  const word = CUE_FORMS.get('said')!;
  return {
    first: unit.end - 1,
    end: unit.end,
    word,
    subject,
    clauseStart: subject.first,
    clauseEnd: unit.end,
    gerund: false,
    inverted: false,
  };
}

/** "DOYLE: Well, look, …", "Doyle: No new harbour this year": a name and a colon open the unit. */
export function speakerColon(syntax: Syntax, unit: Unit): Finding | null {
  const { names, mentions } = syntax;
  const { tokens, inside } = syntax.layout;
  const limit = Math.min(unit.end, unit.first + 6);
  let colon = unit.first;
  while (colon < limit && tokens[colon]!.text !== ':') colon += 1;
  if (colon === limit || colon === unit.first || colon + 3 > unit.end || inside[colon]! >= 0) return null;
  const order = mentions[colon - 1]!;
  if (order < 0) return null;
  const mention = names.mentions[order]!;
  if (mention.by !== 'name' || names.entities[mention.entity]!.kind !== 'person') return null;
  let head = colon - 1;
  while (head > unit.first && mentions[head - 1] === order) head -= 1;
  const kind = hasQuote(syntax, colon + 1, unit.end) ? 'mixed' : 'indirect';
  return {
    kind,
    quote: null,
    first: colon + 1,
    end: unit.end,
    who: { first: unit.first, end: colon, head, headEnd: colon },
    inferred: null,
    cue: null,
    rule: 'speaker, colon',
  };
}
