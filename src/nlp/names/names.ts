import type { Mention, Names, Tagged } from '../types.ts';
import { findChains } from './chains.ts';
import { linkNames } from './link.ts';
import { parseChain } from './parse.ts';
import { linkReferences } from './references.ts';

/**
 * Finds the people, bodies and places of a text and links every mention to one of them: full names, surnames, given
 * names alone, descriptions ("the ambassador") and pronouns. Titles and roles stay out of names and are kept as spans.
 *
 * Four steps, each of which needs the one before: capitalised chains; chains parsed into role and name; names linked to
 * entities, the fullest form first; descriptions and pronouns linked last, because they lean on what was named.
 */
export function findNames(doc: Tagged): Names {
  const phrases = findChains(doc).flatMap((chain) => parseChain(doc, chain));
  const linked = linkNames(doc, phrases);
  const references = linkReferences(doc, linked);
  const mentions: Mention[] = [...linked.mentions, ...references].sort((a, b) => a.start - b.start);
  return { entities: linked.entities.map(({ id, kind, name, roles }) => ({ id, kind, name, roles })), mentions };
}
