import type { EntityKind, Names, Tagged } from '../types.ts';
import type { Layout } from './units.ts';

/** What the rules read: the words in their units, and which of them name somebody. */
export interface Syntax {
  readonly layout: Layout;
  readonly names: Names;
  /** For each token the mention (index into `names.mentions`) it belongs to, or -1. */
  readonly mentions: Int32Array;
}

/** For each token of a text the mention it belongs to, or -1. */
export function mentionIndex(doc: Tagged, names: Names): Int32Array {
  const index = new Int32Array(doc.tokens.length).fill(-1);
  let at = 0;
  for (const [order, mention] of names.mentions.entries()) {
    while (at < doc.tokens.length && doc.tokens[at]!.end <= mention.start) at += 1;
    for (let step = at; step < doc.tokens.length && doc.tokens[step]!.start < mention.end; step += 1) {
      index[step] = order;
    }
  }
  return index;
}

/** The kind of entity that a token is a mention of, or null. */
export function kindAt(syntax: Syntax, at: number): EntityKind | null {
  const order = syntax.mentions[at]!;
  return order < 0 ? null : syntax.names.entities[syntax.names.mentions[order]!.entity]!.kind;
}

/** How a token mentions somebody, or null where it mentions nobody. */
export function mentionedBy(syntax: Syntax, at: number): 'name' | 'description' | 'pronoun' | null {
  const order = syntax.mentions[at]!;
  return order < 0 ? null : syntax.names.mentions[order]!.by;
}

/** The token behind the mention that holds a token. */
export function mentionEnd(syntax: Syntax, at: number, limit: number): number {
  let end = at + 1;
  while (end < limit && syntax.mentions[end] === syntax.mentions[at]) end += 1;
  return end;
}
