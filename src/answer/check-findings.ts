import type { Span } from '../nlp/types.ts';
import type { Step, Word } from './diff.ts';
import type { Finding } from './types.ts';

/** What is known about the compared texts beyond their words. */
export interface Comparison {
  readonly original: string;
  readonly steps: readonly Step[];
  /** The mentions of speakers at this place of the original. */
  readonly speakers: readonly Span[];
  /** Stretches of the checked text that stand elsewhere in the articles. */
  readonly elsewhere: readonly Span[];
}

const NEGATION =
  /^(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|scarcely|barely|non|\p{L}+n't|(?:do|does|did|is|are|was|were|have|has|had|would|could|should|wo|ca)nt)$/u;
const NUMBER =
  /^(?:\p{Sc}?\p{N}.*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|twice|double|triple|first|second|third)$/u;
/** Where one sentence ends and another begins, or one quotation and another. */
const BORDER = /[.!?…]["”’']?\s|["”]\s+["“]|,["”]\s|\n/u;

/** Whether a word denies. */
export function isNegation({ key }: Pick<Word, 'key'>): boolean {
  return NEGATION.test(key);
}

/** Names what was done to a quotation, in a fixed order; empty when nothing was. */
export function findingsOf({ original, steps, speakers, elsewhere }: Comparison): Finding[] {
  const found = new Set<Finding>();
  for (const { missing, added, slips, before, after } of changes(steps)) {
    const own = added.filter((word) => !elsewhere.some(({ start, end }) => word.start >= start && word.end <= end));
    if (own.length < added.length) found.add('joined');
    if (own.length === 0 && missing.length === 0) continue;
    const denied = missing.filter(isNegation).length;
    const denies = own.filter(isNegation).length;
    if (denied > denies) found.add('negation dropped');
    if (denies > denied) found.add('negation added');
    if (isNumberChanged(missing, own)) found.add('number changed');
    const named = missing.some((word) => speakers.some(({ start, end }) => word.start < end && word.end > start));
    if (named && own.some(({ text }) => /^\p{Lu}/u.test(text))) found.add('said by someone else');
    const between = before && after ? original.slice(before.end, after.start) : '';
    if (slips) found.add('misspelt');
    else if (missing.length > 0 && own.length === 0 && BORDER.test(between)) found.add('joined');
    else if (missing.length > 0 && own.length > 0) found.add('words changed');
    else found.add(missing.length > 0 ? 'words dropped' : 'words added');
  }
  if (found.size === 0) {
    const [first, last] = [steps.find(({ from }) => from), steps.findLast(({ from }) => from)];
    const words = original.slice(first?.from?.start ?? 0, last?.from?.end ?? 0);
    found.add(/["”]\s+["“]/u.test(words) ? 'joined' : 'punctuation');
  }
  return ORDER.filter((finding) => found.has(finding));
}

/** The gravest first. */
export const ORDER: readonly Finding[] = [
  'said by someone else',
  'speaker unclear',
  'negation dropped',
  'negation cut off',
  'negation added',
  'number changed',
  'joined',
  'words changed',
  'words dropped',
  'words added',
  'misspelt',
  'punctuation',
  'ellipsis',
  'insertion',
  'not in quotation marks',
];

interface Change {
  readonly missing: readonly Word[];
  readonly added: readonly Word[];
  /** Whether the words put in are but misspellings. */
  readonly slips: boolean;
  /** The words of the original beside it that were kept. */
  readonly before: Word | null;
  readonly after: Word | null;
}

function changes(steps: readonly Step[]): Change[] {
  const found: Change[] = [];
  let missing: Word[] = [];
  let added: Word[] = [];
  let slips = true;
  let before: Word | null = null;
  for (const { from, to, same } of [...steps, null].map((step) => step ?? { from: null, to: null, same: true })) {
    if (!same) {
      if (from) missing.push(from);
      if (to) added.push(to);
      slips &&= from !== null && to !== null;
      continue;
    }
    if (missing.length + added.length > 0) found.push({ missing, added, slips, before, after: from });
    missing = [];
    added = [];
    slips = true;
    before = from;
  }
  return found;
}

function isNumberChanged(missing: readonly Word[], added: readonly Word[]): boolean {
  const numbers = (words: readonly Word[]) => words.filter(({ key }) => NUMBER.test(key)).map(({ key }) => key);
  const [had, has] = [numbers(missing), numbers(added)];
  return had.length > 0 && has.length > 0 && had.join(' ') !== has.join(' ');
}
