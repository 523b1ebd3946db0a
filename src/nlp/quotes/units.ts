import type { Tagged, Token } from '../types.ts';
import { findQuoted, type Quoted } from './marks.ts';

/** Words between marks and where they stand among the tokens: `firstToken` is the opening mark, `endToken` behind the closing. */
interface QuotedTokens extends Quoted {
  readonly firstToken: number;
  readonly endToken: number;
}

/** One sentence, or several that a quotation ties together. Token indexes, end exclusive. */
export interface Unit {
  readonly first: number;
  readonly end: number;
  readonly paragraph: number;
  /** The quotations that start in it, in order. */
  readonly quoted: readonly number[];
}

export interface Layout {
  readonly tokens: readonly Token[];
  readonly quoted: readonly QuotedTokens[];
  readonly units: readonly Unit[];
  /** For each token the quotation it belongs to (marks included), or -1. */
  readonly inside: Int32Array;
}

/** "MOSCOW (Agency - 10th September, 2019) ", "LEEDS -- ", "SALEM, Ore., Sept. 26 (Agency) — " at the head of a sentence. */
const DATELINE =
  /^\p{Lu}[\p{Lu}\s.,'’-]{2,40}(?:\p{Lu}\p{Ll}{1,12}\.?,? ?){0,3}(?:\d{1,2},? ?)?(?:\([^()]{2,60}\) ?(?:--?|[—–―_])(?=\s)|\((?:AP|AFP|UPI|Reuters|[^()]{0,30}[/\d][^()]{0,40})\)|--|[—–―]|[-_](?=\s))\s*/u;
/** "(AP) —", where the place stands in a sentence of its own. */
const AGENCY = /^\([^()]{2,30}\) ?(?:--?|[—–―_])\s+/u;
/** Tokens; a quotation that runs on for longer than this is cut, so that no rule has to look too far. */
const LONGEST_UNIT = 1500;
const LONGEST_DATELINE = 160;

/** Lays a text out in units of attribution: no unit ends within a quotation. Linear. */
export function layOut(doc: Tagged): Layout {
  const { tokens } = doc;
  const inside = new Int32Array(tokens.length).fill(-1);
  const quoted: QuotedTokens[] = [];
  let at = 0;
  for (const quote of findQuoted(doc)) {
    while (at < tokens.length && tokens[at]!.end <= quote.outer.start) at += 1;
    const firstToken = at;
    while (at < tokens.length && tokens[at]!.start < quote.outer.end) at += 1;
    if (at === firstToken) continue;
    inside.fill(quoted.length, firstToken, at);
    quoted.push({ ...quote, firstToken, endToken: at });
  }
  const units: Unit[] = [];
  let next = 0;
  let open: { first: number; end: number; paragraph: number } | null = null;
  for (const sentence of doc.sentences) {
    if (sentence.endToken === sentence.firstToken) continue;
    if (open && open.paragraph === sentence.paragraph) open.end = sentence.endToken;
    else open = { first: sentence.firstToken, end: sentence.endToken, paragraph: sentence.paragraph };
    const last = inside[sentence.endToken - 1]!;
    const short = sentence.endToken - open.first < LONGEST_UNIT;
    const goesOn =
      short && last >= 0 && quoted[last]!.endToken > sentence.endToken && tokens[sentence.endToken] !== undefined;
    if (goesOn) continue;
    const own: number[] = [];
    while (next < quoted.length && quoted[next]!.firstToken < open.end) own.push(next++);
    units.push({ ...open, first: behindDateline(doc, open.first, open.end), quoted: own });
    open = null;
  }
  if (open) {
    const own: number[] = [];
    while (next < quoted.length) own.push(next++);
    units.push({ ...open, quoted: own });
  }
  return { tokens, quoted, units, inside };
}

function behindDateline(doc: Tagged, first: number, end: number): number {
  const { start } = doc.tokens[first]!;
  const head = doc.text.slice(start, start + LONGEST_DATELINE);
  const dateline = (DATELINE.exec(head) ?? AGENCY.exec(head))?.[0].length ?? 0;
  let at = first;
  while (at < end && doc.tokens[at]!.start < start + dateline) at += 1;
  return at < end ? at : first;
}
