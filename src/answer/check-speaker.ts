import type { Article } from '../corpus/types.ts';
import type { Reader } from '../nlp/nlp.ts';
import type { Quotation, Reading, Span } from '../nlp/types.ts';
import { isNegation } from './check-findings.ts';
import { misspelt, wordsOf } from './diff.ts';
import { speakerOf } from './quote-speaker.ts';
import type { SpeakerCard } from './types.ts';

/** The quotation that a span of an article lies in, mostly, and who speaks it. */
export interface Voice {
  readonly quotation: Quotation | null;
  readonly card: SpeakerCard | null;
}

export function voiceAt(article: Article, span: Span, reader: Reader): Voice {
  const reading = reader.read(article);
  const [quotation] = quotationsAt(reading, span);
  return { quotation: quotation ?? null, card: quotation ? speakerOf(article, reading, quotation) : null };
}

/** Quotations that share words with a span, the one that shares most first. */
export function quotationsAt({ quotations }: Reading, span: Span): Quotation[] {
  const shared = (a: Span) => Math.min(a.end, span.end) - Math.max(a.start, span.start);
  return quotations.filter((quotation) => shared(quotation) > 0).sort((a, b) => shared(b) - shared(a));
}

/**
 * Whether words of an article are those of somebody whom a text names: by the whole name, part of it, initials, or, where
 * one alone is named, by the mention or role ("the Foreign Ministry"). Where the article leaves it open, by being the only
 * one whom the paragraph names beside the words. Null when that is open, too.
 */
export function isSpeaker(
  names: readonly string[],
  article: Article,
  span: Span,
  { card }: Voice,
  reader: Reader,
): boolean | null {
  const known = card?.name ?? card?.mention?.text;
  if (card === null || known === undefined) {
    const [beside, ...more] = namedBeside(reader.read(article), span);
    return beside !== undefined && more.length === 0 && names.some((name) => isSameName(name, beside)) ? true : null;
  }
  if (names.some((name) => isSameName(name, known))) return true;
  const [only, ...more] = names;
  if (only === undefined || more.length > 0) return false;
  return [card.mention, card.role].some((cited) => cited !== null && isWithin(folded(only), folded(cited.text)));
}

/** The people and bodies that are named in the paragraph of a span, outside it. */
function namedBeside({ paragraphs, names }: Reading, span: Span): readonly string[] {
  const paragraph = paragraphs.find(({ start, end }) => start <= span.start && end >= span.end);
  if (!paragraph) return [];
  const entities = names.mentions.flatMap(({ start, end, entity, by }) => {
    const outside = end <= span.start || start >= span.end;
    const { kind, name } = names.entities[entity]!;
    const speaks = kind === 'person' || kind === 'organisation';
    return by === 'name' && speaks && outside && start >= paragraph.start && end <= paragraph.end ? [name] : [];
  });
  return [...new Set(entities)];
}

function isSameName(a: string, b: string): boolean {
  const [one, other] = [folded(a), folded(b)];
  if (one.length === 0 || other.length === 0) return false;
  if (isWithin(one, other) || isWithin(other, one)) return true;
  const [given = '', last = ''] = [one[0], one.at(-1)];
  const initial = given[0] === other[0]?.[0] && (given.length === 1 || other[0]?.length === 1);
  return initial && last === other.at(-1);
}

function isWithin(words: readonly string[], all: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => all.some((other) => other === word || misspelt(word, other)));
}

const TITLE =
  /^(?:mr|mrs|ms|miss|dr|prof|sir|lord|lady|the|a|an|of|s|jr|sr|president|senator|sen|rep|gov|governor|mayor|minister|chancellor|prime)$/u;

function folded(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const own = words.filter((word) => !TITLE.test(word));
  return own.length > 0 ? own : words;
}

/** Words before a span within which a negation still governs it. */
const GOVERNED = 4;

/**
 * Whether a span begins right behind a negation that belongs to it: in the same clause, and not left out by the article's
 * own quotation marks.
 */
export function isNegationCut(text: string, { start }: Span): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  const clause = before.slice(before.search(/[^.,;:!?…"“”„«»()\n—–]*$/u));
  return /\s$/u.test(clause) && wordsOf(clause).slice(-GOVERNED).some(isNegation);
}
