import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Span } from '../nlp/types.ts';
import type { Searcher } from '../search/types.ts';
import { type Altered, findAltered } from './check-altered.ts';
import { type Pool, poolOf } from './check-candidates.ts';
import { type Claim, readClaim } from './check-claim.ts';
import { type Occurrence, occurrences, type Phrase, phraseOf } from './check-exact.ts';
import { findingsOf, isNegation, ORDER } from './check-findings.ts';
import { isNegationCut, isSpeaker, quotationsAt, type Voice, voiceAt } from './check-speaker.ts';
import { cite } from './cite.ts';
import { differences, wordsOf } from './diff.ts';
import type { CheckResult, Citation, Finding } from './types.ts';

/** Places of the same words that are looked at: who says them decides between them. */
const PLACES = 12;
const PLACES_AN_ARTICLE = 4;
/** Sentences shown when nothing was found. */
const NEAREST = 3;

interface Found {
  readonly article: Article;
  readonly occurrence: Occurrence;
  readonly voice: Voice;
}

/**
 * Says whether a text stands in the articles, and whose words it is. `exact`: to the letter, but for white space, quotation
 * marks, dashes, the first letter's case and the last sign, and by the speaker that the text names, if it names one.
 * `altered`: word by word what differs, and what kind of change that is. A text of another kind is `not found`.
 */
export function check(text: string, searcher: Searcher, reader: Reader): CheckResult {
  const claim = readClaim(text);
  const said = claim.stretches.join(' ');
  if (!/[\p{L}\p{N}]/u.test(said)) return notFound(claim, []);
  const pool = poolOf(said, searcher, reader);
  const whole = locate([text], false, [], pool, reader);
  if (whole) return standing(whole, { ...claim, speakers: [] }, reader);
  const split = claim.speakers.length > 0 || claim.stretches.length > 1;
  const found =
    (split || said !== text ? locate(claim.stretches, false, claim.speakers, pool, reader) : null) ??
    locate(claim.stretches, true, claim.speakers, pool, reader);
  if (found) return standing(found, claim, reader);
  const altered = findAltered(said, pool, searcher, reader);
  if (altered) return changed(altered, claim, reader);
  return notFound(
    claim,
    pool.sentences.slice(0, NEAREST).map(({ article, span }) => cite(article, span)),
  );
}

/** The places of a phrase: those by a named speaker first, then those in a quotation, then in the order of the pool. */
function locate(
  stretches: readonly string[],
  gaps: boolean,
  speakers: readonly string[],
  pool: Pool,
  reader: Reader,
): readonly [Found, ...Found[]] | null {
  const phrase = phraseOf(stretches, gaps);
  if (!phrase) return null;
  const found = places(phrase, pool).map(
    ({ article, occurrence }): Found => ({ article, occurrence, voice: voiceAt(article, occurrence, reader) }),
  );
  const rank = ({ voice, occurrence, article }: Found) =>
    (speakers.length > 0 && isSpeaker(speakers, article, occurrence, voice, reader) ? 4 : 0) +
    (isNegationCut(article.text, occurrence) ? 0 : 2) +
    (voice.quotation ? 1 : 0);
  const [first, ...rest] = found.sort((a, b) => rank(b) - rank(a));
  return first ? [first, ...rest] : null;
}

function places(phrase: Phrase, { articles }: Pool): { article: Article; occurrence: Occurrence }[] {
  const found: { article: Article; occurrence: Occurrence }[] = [];
  for (const article of articles) {
    for (const occurrence of occurrences(article.text, phrase, PLACES_AN_ARTICLE)) found.push({ article, occurrence });
    if (found.length >= PLACES) break;
  }
  return found;
}

/** A text whose words stand in an article; it is altered all the same if they are another's, or turned into the contrary. */
function standing([best, ...rest]: readonly [Found, ...Found[]], claim: Claim, reader: Reader): CheckResult {
  const { article, occurrence, voice } = best;
  const findings = new Set<Finding>(speakerFindings(claim, article, occurrence, voice, reader));
  if (isNegationCut(article.text, occurrence)) findings.add('negation cut off');
  for (const gap of occurrence.gaps) {
    if (gap.gap === 'attribution') continue;
    findings.add(gap.gap);
    const left = wordsOf(article.text, gap);
    if (left.some(isNegation)) findings.add('negation dropped');
    if (gap.gap === 'ellipsis' && isJoined(article, occurrence, gap, reader)) findings.add('joined');
  }
  if (claim.marked && voice.quotation?.kind !== 'direct' && !isMarked(article, occurrence, reader)) {
    findings.add('not in quotation marks');
  }
  const others = new Map(rest.filter((other) => other.article !== article).map((other) => [other.article, other]));
  return {
    ...base(claim),
    verdict: [...findings].some((finding) => !HARMLESS.has(finding)) ? 'altered' : 'exact',
    match: cite(article, occurrence),
    ...saidBy(voice),
    diff: pieces(article, occurrence),
    findings: ORDER.filter((finding) => findings.has(finding)),
    others: [...others.values()].map((other) => cite(other.article, other.occurrence)),
  };
}

/** What may be said of a quotation that is exact all the same. */
const HARMLESS: ReadonlySet<Finding> = new Set(['ellipsis', 'insertion', 'not in quotation marks']);

function changed({ article, alignment, parts }: Altered, claim: Claim, reader: Reader): CheckResult {
  const { span, steps } = alignment;
  const voice = voiceAt(article, span, reader);
  const speakers = quotationsAt(reader.read(article), { start: span.start - 1, end: span.end + 1 }).flatMap(
    ({ speaker }) => (speaker?.by === 'stated' ? [speaker.span] : []),
  );
  const findings = new Set([
    ...speakerFindings(claim, article, span, voice, reader),
    ...findingsOf({
      original: article.text,
      steps,
      speakers,
      elsewhere: parts.map(({ said }) => said),
    }),
  ]);
  return {
    ...base(claim),
    verdict: 'altered',
    match: cite(article, span),
    ...saidBy(voice),
    diff: differences(steps),
    findings: ORDER.filter((finding) => findings.has(finding)),
    parts: parts.map((part) => cite(part.article, part.span)),
  };
}

function speakerFindings({ speakers }: Claim, article: Article, span: Span, voice: Voice, reader: Reader): Finding[] {
  if (speakers.length === 0) return [];
  const same = isSpeaker(speakers, article, span, voice, reader);
  if (same) return [];
  return [same === null ? 'speaker unclear' : 'said by someone else'];
}

/** Whether the words on either side of a gap are two speakers', or stand in two quotations that no speaker joins. */
function isJoined(article: Article, { start, end }: Span, gap: Span, reader: Reader): boolean {
  const before = voiceAt(article, { start, end: gap.start }, reader);
  const after = voiceAt(article, { start: gap.end, end }, reader);
  return before.quotation !== after.quotation && (before.card?.name ?? null) !== (after.card?.name ?? null);
}

/** Whether the article itself has the words in quotation marks. */
function isMarked(article: Article, span: Span, reader: Reader): boolean {
  const around = quotationsAt(reader.read(article), span);
  if (around.some(({ kind }) => kind !== 'indirect')) return true;
  return (
    /["“”„«‘']\s*$/u.test(article.text.slice(0, span.start)) && /^\W{0,2}["“”„»’']/u.test(article.text.slice(span.end))
  );
}

function pieces(article: Article, { start, end, gaps }: Occurrence): CheckResult['diff'] {
  const diff: ['=' | '-', string][] = [];
  let at = start;
  const push = (sign: '=' | '-', span: Span) => {
    const words = article.text.slice(span.start, span.end).trim();
    if (words !== '') diff.push([sign, words]);
  };
  for (const gap of gaps) {
    push('=', { start: at, end: gap.start });
    push('-', gap);
    at = gap.end;
  }
  push('=', { start: at, end });
  return diff;
}

function saidBy({ card }: Voice): Pick<CheckResult, 'speaker' | 'said'> {
  return { speaker: card?.name ?? card?.mention?.text ?? null, said: card };
}

function base({ speakers }: Claim) {
  return { claimed: speakers[0] ?? null, parts: [], others: [], nearest: [] } as const;
}

function notFound(claim: Claim, nearest: readonly Citation[]): CheckResult {
  return {
    ...base(claim),
    verdict: 'not found',
    match: null,
    speaker: null,
    diff: [],
    findings: [],
    said: null,
    nearest,
  };
}
