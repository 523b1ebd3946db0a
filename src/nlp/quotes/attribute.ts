import type { Quotation } from '../types.ts';
import { complementOf, isClause, startsClause } from './content.ts';
import { type Cue, findCues, firstSubject } from './cues.ts';
import { CUE_FORMS, PLAIN_SPEECH, TEXTS } from './lexicon-cues.ts';
import { type NounPhrase, phraseAfter, phraseBefore, type Syntax } from './subjects.ts';
import type { Unit } from './units.ts';

/** What was said, before it becomes a quotation: either a quoted stretch or a run of tokens. */
export interface Finding {
  readonly kind: Quotation['kind'];
  /** Index of the quoted stretch that is the whole of it, or null. */
  readonly quote: number | null;
  readonly first: number;
  readonly end: number;
  readonly who: NounPhrase | null;
  /** Rule by which the speaker was inferred, null where a mention is beside the words. */
  readonly inferred: string | null;
  readonly cue: { readonly first: number; readonly end: number } | null;
  readonly rule: string;
}

/** What is remembered from one unit to the next. */
interface Memory {
  last: Finding | null;
  paragraph: number;
  /** A cue that ended its unit with a colon: what follows is said by its subject. */
  pending: Cue | null;
}

/** Attributes every unit of a text, in order. */
export function attribute(syntax: Syntax): Finding[] {
  const findings: Finding[] = [];
  const memory: Memory = { last: null, paragraph: -1, pending: null };
  for (const unit of syntax.layout.units) {
    const found = attributeUnit(syntax, unit, memory);
    findings.push(...found);
    const last = found.findLast((finding) => finding.who !== null);
    if (last) {
      memory.last = last;
      memory.paragraph = unit.paragraph;
    }
  }
  return findings;
}

function attributeUnit(syntax: Syntax, unit: Unit, memory: Memory): Finding[] {
  const found: Finding[] = [];
  const taken = new Set<number>();
  const cues = findCues(syntax, unit);
  let from = unit.first;
  const pending = memory.pending;
  memory.pending = null;

  // Quotations first: what a cue says of quoted words binds it, and only cues left over may report indirectly.
  const used = new Set<Cue>();
  for (const [order, cue] of cues.entries()) {
    const limit = cues[order + 1]?.clauseStart ?? unit.end;
    const before = quoteBefore(syntax, cue, unit.first);
    if (before !== null && !taken.has(before)) {
      const q = syntax.layout.quoted[before]!;
      const lead = leadOf(syntax, from, q.firstToken);
      for (const index of unit.quoted) if (index <= before) taken.add(index);
      const others = unit.quoted.filter((index) => index < before && syntax.layout.quoted[index]!.firstToken >= from);
      if (lead < q.firstToken)
        found.push(make('mixed', null, lead, q.endToken, cue, 'quotation in a clause, then cue'));
      else {
        for (const index of others) found.push(make('direct', index, 0, 0, cue, 'quotations, then cue'));
        found.push(
          make('direct', before, 0, 0, cue, cue.inverted ? 'quotation, verb, speaker' : 'quotation, speaker, verb'),
        );
      }
      used.add(cue);
      from = cue.clauseEnd;
    }
    const rest = used.has(cue) ? cue.clauseEnd : Math.max(cue.clauseEnd, from);
    const complement = complementOf(syntax, cue, rest, unit.end);
    const next = unit.quoted.find(
      (index) => !taken.has(index) && syntax.layout.quoted[index]!.firstToken === complement.at,
    );
    if (
      next !== undefined &&
      (complement.pause !== null || standsAlone(syntax, next, unit, limit) || cue.word.classes.has('quote'))
    ) {
      const q = syntax.layout.quoted[next]!;
      const whole = complement.pause !== null || standsAlone(syntax, next, unit, limit);
      const end = whole ? q.endToken : clauseEnd(syntax, q.endToken, unit.end, cues, order);
      if (whole)
        found.push(
          make(
            complement.pause === null && !opensLikeSentence(syntax, next) ? 'mixed' : 'direct',
            next,
            0,
            0,
            cue,
            'speaker, verb, quotation',
          ),
        );
      else found.push(make('mixed', null, q.firstToken, end, cue, 'cue, clause with quotation'));
      for (const index of unit.quoted) if (syntax.layout.quoted[index]!.firstToken < end) taken.add(index);
      used.add(cue);
      from = end;
    }
  }
  for (const [order, cue] of cues.entries()) {
    if (used.has(cue)) continue;
    for (const finding of indirect(syntax, unit, cues, order, found)) {
      found.push(finding);
      for (const index of unit.quoted) {
        const q = syntax.layout.quoted[index]!;
        if (q.firstToken >= finding.first && q.endToken <= finding.end) taken.add(index);
      }
    }
  }
  found.push(...accordingTo(syntax, unit, found, taken));
  for (const index of unit.quoted) {
    if (taken.has(index)) continue;
    const finding = floating(syntax, unit, index, memory, pending, found);
    if (finding) found.push(finding);
  }
  const turn = found.length === 0 ? speakerColon(syntax, unit) : null;
  if (turn) found.push(turn);
  const lastToken = syntax.layout.tokens[unit.end - 1]!;
  if (lastToken.text === ':') memory.pending = cues.at(-1) ?? colonCue(syntax, unit);
  return found;
}

function make(
  kind: Finding['kind'],
  quote: number | null,
  first: number,
  end: number,
  cue: Cue,
  rule: string,
): Finding {
  const inferred = cue.gerund ? 'subject of the sentence' : null;
  return { kind, quote, first, end, who: cue.subject, inferred, cue: { first: cue.first, end: cue.end }, rule };
}

/** The quotation that ends right before the clause of a cue. */
function quoteBefore(syntax: Syntax, cue: Cue, from: number): number | null {
  const { tokens, inside } = syntax.layout;
  let at = cue.clauseStart - 1;
  const shared = cue.subject?.by === 'shared';
  while (
    at >= from &&
    /^(?:[,—–-]|then|as|later|,|and|but)$/u.test(tokens[at]!.lower) &&
    inside[at]! < 0 &&
    cue.clauseStart - at < 4
  )
    at -= 1;
  if (at < from || inside[at]! < 0) return null;
  // "… is “depleted” and says": a quotation that its sentence runs on from is not what the next verb reports.
  const last = tokens[at - 1]!;
  return shared && !/^[,?!]$/u.test(last.text) ? null : inside[at]!;
}

/** Where the clause that a quotation ends starts, or the quotation itself when what stands before it is no part of it. */
function leadOf(syntax: Syntax, from: number, quote: number): number {
  const { tokens, inside } = syntax.layout;
  if (quote <= from) return quote;
  const before = tokens[quote - 1]!;
  if (/^[:—–;.]$|^--$/u.test(before.text)) return quote;
  let first = from;
  while (
    first < quote &&
    inside[first]! < 0 &&
    (/^[,.;—–-]$/u.test(tokens[first]!.text) || tokens[first]!.tag === 'CCONJ')
  )
    first += 1;
  return first;
}

/** Does the quotation end its unit, or is only a cue behind it? */
function standsAlone(syntax: Syntax, index: number, unit: Unit, limit: number): boolean {
  const { tokens, quoted } = syntax.layout;
  const q = quoted[index]!;
  const after = q.endToken;
  if (after >= unit.end || after >= limit) return true;
  return /^[.,;:!?)—–-]$/u.test(tokens[after]!.text);
}

function opensLikeSentence(syntax: Syntax, index: number): boolean {
  const { tokens, quoted } = syntax.layout;
  const q = quoted[index]!;
  const first = tokens[q.firstToken + 1];
  return first !== undefined && /^[\p{Lu}\p{N}[(….‘']/u.test(first.text);
}

/** Where what is said stops: before the next cue that is tied to this one, or at the end of the sentence. */
function clauseEnd(syntax: Syntax, from: number, limit: number, cues: readonly Cue[], order: number): number {
  const { tokens, inside } = syntax.layout;
  let end = limit;
  for (const next of cues.slice(order + 1)) {
    if (next.clauseStart < from) continue;
    const before = tokens[next.clauseStart - 1]!;
    if (next.gerund && before.text === ',') end = next.clauseStart - 1;
    else if (next.gerund && before.lower === 'and') end = next.clauseStart - 1;
    else if (
      next.subject?.by === 'shared' &&
      tokens[next.clauseStart]!.tag === 'CCONJ' &&
      PLAIN_SPEECH.has(next.word.verb)
    )
      end = next.clauseStart;
    else if (/^(?:but|while)$/u.test(before.lower) && PLAIN_SPEECH.has(next.word.verb)) end = next.clauseStart - 1;
    else continue;
    break;
  }
  // "While X said …, Y did": the clause that holds the cue is over at a comma before a new subject and its verb.
  const subordinate = cues[order]!.subject?.by === 'before' && /^(?:while|although|though|after|as|when|since|because)$/u.test(tokens[cues[order]!.clauseStart - 1]?.lower ?? '');
  for (let at = from; at < end; at += 1) {
    if (inside[at]! >= 0) continue;
    const token = tokens[at]!;
    if (subordinate && token.text === ',' && startsClause(syntax, at + 1, end)) {
      end = at;
      break;
    }
    if (token.lower === 'according' && tokens[at + 1]?.lower === 'to') {
      end = at;
      break;
    }
  }
  while (end > from && /^[.,;!?—–]$/u.test(tokens[end - 1]!.text) && inside[end - 1]! < 0) end -= 1;
  return end;
}

function indirect(
  syntax: Syntax,
  unit: Unit,
  cues: readonly Cue[],
  order: number,
  found: readonly Finding[],
): Finding[] {
  const { tokens } = syntax.layout;
  const cue = cues[order]!;
  const speech = PLAIN_SPEECH.has(cue.word.verb);
  const { classes } = cue.word;
  const reports =
    classes.has('clause') || classes.has('hearer') || classes.has('think') || (classes.has('show') && isText(syntax, cue));
  if (cue.subject && /^(?:i|you)$/u.test(tokens[cue.subject.headEnd - 1]!.lower)) return [];
  if (!reports && !classes.has('plan') && !classes.has('name')) return [];
  const overlaps = (first: number, end: number) =>
    found.some(
      (one) =>
        one.quote === null && one.first < end && first < one.end && !(speech && one.first <= first && end <= one.end),
    );
  const complement = complementOf(syntax, cue, cue.clauseEnd, unit.end);
  const end = clauseEnd(syntax, complement.at, unit.end, cues, order);
  const something = complement.at < end && !(complement.pause === ',' && !complement.that);
  if (something && !cue.inverted) {
    const first = complement.at;
    const opener = tokens[first]!;
    const wh = /^(?:how|why|what|whether|if|when|where|who|which)$/u.test(opener.lower);
    const clause = cue.word.verb === 'say' ? isClause(syntax, first, end) : startsClause(syntax, first, end);
    const bare = speech && clause && opener.tag !== 'ADP' && (opener.tag !== 'PUNCT' || syntax.layout.inside[first]! >= 0) && opener.lower !== 'to';
    if (!overlaps(first, end) && (complement.that || bare || (wh && speech))) {
      const quotedInside = syntax.layout.quoted.length > 0 && hasQuote(syntax, first, end);
      return [make(quotedInside ? 'mixed' : 'indirect', null, first, end, cue, complement.that ? 'cue, that, clause' : 'cue, clause')];
    }
    const other = overlaps(first, end) ? null : otherComplement(syntax, cue, end);
    if (other) return [other];
    if (cue.subject?.by !== 'relative') return [];
  }
  if (!speech) return [];
  // "…, the minister said": the clause stands before the cue.
  const comma = cue.clauseStart - 1;
  if (comma > unit.first && tokens[comma]!.text === ',' && !cue.gerund) {
    const first = startOfClause(syntax, unit, comma, found);
    const parts: Finding[] = [];
    // ", he says, …": a cue between commas divides what is said in two.
    const divided = complement.pause === ',' && complement.at < end && !cue.inverted;
    if (first < comma && (divided || isClause(syntax, first, comma) || (comma - first > 4 && tokens[first]!.tag !== 'ADP' && tokens[first]!.tag !== 'SCONJ')) && !overlaps(first, comma)) {
      parts.push(make(hasQuote(syntax, first, comma) ? 'mixed' : 'indirect', null, first, comma, cue, 'clause, then cue'));
      const opener = tokens[complement.at];
      const goesOn = opener !== undefined && !/ing$/u.test(opener.lower) && !/^(?:who|which|citing)$/u.test(opener.lower);
      if (divided && goesOn && !overlaps(complement.at, end)) {
        parts.push(make(hasQuote(syntax, complement.at, end) ? 'mixed' : 'indirect', null, complement.at, end, cue, 'clause around a cue'));
      }
    }
    return parts;
  }
  return [];
}

/** Is the subject of the cue a text that says things, a poll or a report? */
function isText(syntax: Syntax, cue: Cue): boolean {
  if (!cue.subject) return false;
  for (let at = cue.subject.first; at < cue.subject.end; at += 1) if (TEXTS.has(syntax.layout.tokens[at]!.lower)) return true;
  return false;
}

/** "urged police to investigate", "called them “deplorables”", "described it as “sad”". */
function otherComplement(syntax: Syntax, cue: Cue, end: number): Finding | null {
  const { tokens } = syntax.layout;
  const object = phraseAfter(syntax, cue.end, end);
  const behind = object?.end ?? cue.end;
  if (cue.word.classes.has('plan')) {
    for (const at of [cue.end, behind, cue.end + 1]) {
      if (tokens[at]?.lower !== 'to' || tokens[at]!.tag !== 'PART' || at + 1 >= end) continue;
      return make(hasQuote(syntax, at, end) ? 'mixed' : 'indirect', null, at, end, cue, 'cue, infinitive');
    }
  }
  if (cue.word.classes.has('name') && hasQuote(syntax, cue.end, end)) {
    let first = cue.end;
    for (let at = cue.end; at < end && syntax.layout.inside[at]! < 0; at += 1) if (tokens[at]!.lower === 'as') first = at + 1;
    if (/sel(?:f|ves)$/u.test(tokens[first]!.lower)) first += 1;
    return first < end ? make('mixed', null, first, end, cue, 'cue, noun phrase with quotation') : null;
  }
  return null;
}

function hasQuote(syntax: Syntax, first: number, end: number): boolean {
  for (let at = first; at < end; at += 1) if (syntax.layout.inside[at]! >= 0) return true;
  return false;
}

function startOfClause(syntax: Syntax, unit: Unit, comma: number, found: readonly Finding[]): number {
  let first = unit.first;
  for (const one of found) if (one.quote === null && one.end <= comma) first = Math.max(first, one.end);
  for (const one of found) if (one.cue && one.cue.end <= comma) first = Math.max(first, one.cue.end);
  const { tokens } = syntax.layout;
  while (first < comma && /^[,;)—–-]$/u.test(tokens[first]!.text)) first += 1;
  return first;
}

/** "According to X, …", "…, according to X". */
function accordingTo(syntax: Syntax, unit: Unit, found: readonly Finding[], taken: ReadonlySet<number>): Finding[] {
  const { tokens, inside } = syntax.layout;
  const result: Finding[] = [];
  for (let at = unit.first; at + 2 < unit.end; at += 1) {
    if (inside[at]! >= 0 || tokens[at]!.lower !== 'according' || tokens[at + 1]!.lower !== 'to') continue;
    const who = phraseAfter(syntax, at + 2, unit.end);
    if (!who) continue;
    const cue = { first: at, end: at + 2 };
    const base = { quote: null, who, inferred: null, cue };
    let end = who.end;
    while (end < unit.end && !/^[,.;—–:]$/u.test(tokens[end]!.text) && inside[end]! < 0) end += 1;
    const opens = at === unit.first || (at - unit.first <= 2 && tokens[at - 1]!.text !== ',');
    if (opens) {
      const first = end + 1;
      let stop = unit.end;
      while (stop > first && /^[.!?]$/u.test(tokens[stop - 1]!.text) && inside[stop - 1]! < 0) stop -= 1;
      if (first < stop && isClause(syntax, first, stop))
        result.push({
          ...base,
          kind: hasQuote(syntax, first, stop) ? 'mixed' : 'indirect',
          first,
          end: stop,
          rule: 'according to, clause',
        });
      continue;
    }
    let first = startOfClause(syntax, unit, at, found);
    const stop = tokens[at - 1]!.text === ',' ? at - 1 : at;
    const quoteAt = stop - 1 >= 0 ? inside[stop - 1]! : -1;
    if (quoteAt >= 0 && !taken.has(quoteAt) && syntax.layout.quoted[quoteAt]!.firstToken <= first) {
      result.push({ ...base, quote: quoteAt, kind: 'direct', first: 0, end: 0, rule: 'quotation, according to' });
      continue;
    }
    while (first < stop && /^[,;]$/u.test(tokens[first]!.text)) first += 1;
    const clash = found.some((one) => one.quote === null && one.first < stop && first < one.end);
    if (first < stop && !clash && stop - first > 1)
      result.push({
        ...base,
        kind: hasQuote(syntax, first, stop) ? 'mixed' : 'indirect',
        first,
        end: stop,
        rule: 'clause, according to',
      });
  }
  return result;
}

/** A quotation with no reporting verb of the lists beside it. */
function floating(
  syntax: Syntax,
  unit: Unit,
  index: number,
  memory: Memory,
  pending: Cue | null,
  found: readonly Finding[],
): Finding | null {
  const { tokens, quoted, inside } = syntax.layout;
  const q = quoted[index]!;
  const base = { quote: index, first: 0, end: 0 };
  const outside: number[] = [];
  for (let at = unit.first; at < unit.end; at += 1)
    if (inside[at]! < 0 && /[\p{L}\p{N}]/u.test(tokens[at]!.text)) outside.push(at);
  if (pending && unit.first === q.firstToken)
    return make('direct', index, 0, 0, pending, 'speaker, verb, colon, quotation');
  // “…,” VERB-ed NAME: a verb that is in no list, told by its place alone.
  const closing = tokens[q.endToken - 2];
  if (closing && /^[,?!]$/u.test(closing.text) && q.endToken < unit.end) {
    const verb = tokens[q.endToken]!;
    if (verb.tag === 'VERB') {
      const who = phraseAfter(syntax, q.endToken + 1, unit.end);
      if (who && syntax.mentions[who.head]! >= 0)
        return {
          ...base,
          kind: 'direct',
          who,
          inferred: null,
          cue: { first: q.endToken, end: q.endToken + 1 },
          rule: 'quotation, any verb, speaker',
        };
    }
    for (let at = q.endToken + 1; at < Math.min(unit.end, q.endToken + 12); at += 1) {
      if (inside[at]! >= 0) break;
      if (tokens[at]!.tag !== 'VERB') continue;
      const who = phraseBefore(syntax, at - 1, q.endToken);
      if (who && who.first === q.endToken && syntax.mentions[who.head]! >= 0)
        return {
          ...base,
          kind: 'direct',
          who,
          inferred: null,
          cue: { first: at, end: at + 1 },
          rule: 'quotation, speaker, any verb',
        };
      break;
    }
  }
  if (outside.length === 0) {
    const here = found.findLast((one) => one.who !== null);
    const last = here ?? memory.last;
    const near = here !== undefined || unit.paragraph - memory.paragraph <= 2;
    if (last?.who && near)
      return {
        ...base,
        kind: 'direct',
        who: last.who,
        inferred: 'continues the speaker',
        cue: null,
        rule: 'quotation alone',
      };
    return { ...base, kind: 'direct', who: null, inferred: null, cue: null, rule: 'quotation alone' };
  }
  const before = tokens[q.firstToken - 1];
  const words = q.endToken - q.firstToken - 2;
  const joint = found.findLast((one) => one.who !== null);
  if (before && q.firstToken > unit.first && before.text === ':' && words > 2) {
    const who = firstSubject(syntax, unit, q.firstToken) ?? phraseBefore(syntax, q.firstToken - 2, unit.first);
    // "READ MORE: …", "WATCH: …" are labels, not speakers.
    if (who && /^[\p{Lu}\s]+$/u.test(tokens[who.head]!.text) && tokens[who.head]!.text.length > 2) return null;
    return { ...base, kind: 'direct', who, inferred: null, cue: null, rule: 'speaker, colon, quotation' };
  }
  if (joint && words >= 4 && opensLikeSentence(syntax, index))
    return {
      ...base,
      kind: 'direct',
      who: joint.who,
      inferred: 'same sentence',
      cue: null,
      rule: 'quotation beside another',
    };
  return null;
}

/** "Smith, at the rally:" – a colon at the end of a unit without a reporting verb. */
function colonCue(syntax: Syntax, unit: Unit): Cue | null {
  const subject = firstSubject(syntax, unit, unit.end) ?? phraseBefore(syntax, unit.end - 2, unit.first);
  const word = CUE_FORMS.get('said')!;
  if (!subject || syntax.mentions[subject.head]! < 0) return null;
  return {
    first: unit.end - 1,
    end: unit.end,
    word,
    subject: { ...subject, by: 'before' },
    clauseStart: subject.first,
    clauseEnd: unit.end,
    gerund: false,
    inverted: false,
  };
}

/** "PENCE: Well, look, …", "Pence: Flowers won't be at the debate": a name and a colon open the unit. */
function speakerColon(syntax: Syntax, unit: Unit): Finding | null {
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
  const who = { first: unit.first, end: colon, head, headEnd: colon };
  const kind = hasQuote(syntax, colon + 1, unit.end) ? 'mixed' : 'indirect';
  return { kind, quote: null, first: colon + 1, end: unit.end, who, inferred: null, cue: null, rule: 'speaker, colon' };
}
