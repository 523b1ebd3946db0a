import { withoutIsolates } from './markdown.ts';
import type { Markdown } from './types.ts';

/** What Discord makes of a piece of Markdown: plain text, or a construct with what stands in it. */
export type Shown =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: Construct; readonly children: readonly Shown[] };

type Construct = (typeof blocks | typeof inlines)[number]['kind'];

interface Rule<Kind extends string> {
  readonly kind: Kind;
  /** Sticky. Group 1 is what is shown; without one, the construct shows its source (Discord would put a name there). */
  readonly pattern: RegExp;
  /** Whether group 1 is Markdown again. */
  readonly nested: boolean;
}

const rule = <const Kind extends string>(kind: Kind, pattern: RegExp, nested = true): Rule<Kind> => ({
  kind,
  pattern,
  nested,
});

// The patterns are those of Discord's client (built on https://github.com/ariabuckles/simple-markdown), in its order.

/** Tried at the start of a line. */
const blocks = [
  rule('quote', / *>>> ([\s\S]*)/y),
  rule('quote', /((?: *>(?!>>) [^\n]*(?:\n(?= *>(?!>>) ))?)+)/y),
  rule('heading', / *#{1,3}\s+([^\n]+)/y),
  rule('small', / *-#\s+([^\n]+)/y),
  rule('list', / *(?:[*-]|\d+\.) +([^\n]*)/y),
] as const;

/** Tried everywhere. */
const inlines = [
  rule('code', /```(?:[a-z0-9_+\-.#]+?\n)?\n*([^\n][\s\S]*?)\n*```/iy, false),
  rule('code', /(?<ticks>`+)(?=([\s\S]*?[^`])\k<ticks>(?!`))\2\k<ticks>/y, false),
  rule('link', /\[((?:\[[^\]]*\]|[^[\]])*)\]\(\s*<?(?:\([^)]*\)|[^\s\\]|\\.)*?>?(?:\s+['"][\s\S]*?['"])?\s*\)/y),
  rule('mention', /<@[!&]?\d+>|<#\d+>|@everyone|@here|<\/[^:>]+:\d+>|<id:\w+>/y),
  rule('emoji', /<a?:\w+:\d+>|:[^\s:]+?(?:::skin-tone-\d)?:/y),
  rule('timestamp', /<t:-?\d+(?::\w)?>/y),
  rule('link', /<([^: >]+:\/[^ >]+)>/y, false),
  rule('link', /((?:https?|steam|discord):\/\/[^\s<]+[^<.,:;"'\]\s])/iy, false),
  rule('bold', /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y),
  rule('underline', /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y),
  rule('italic', /\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:[^*\s\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/y),
  rule('italic', /\b_((?:__|\\[\s\S]|[^\\_])+?)_\b/y),
  rule('strike', /~~([\s\S]+?)~~/y),
  rule('spoiler', /\|\|([\s\S]+?)\|\|/y),
] as const;

const escaped = /\\([^0-9A-Za-z\s])/y;

/** Reads Markdown the way Discord's client does. */
export const parse = (source: string): readonly Shown[] => {
  const shown: Shown[] = [];
  let text = '';
  let at = 0;
  const flush = (): void => {
    if (text !== '') shown.push({ kind: 'text', text });
    text = '';
  };
  while (at < source.length) {
    const sign = matchAt(escaped, source, at);
    if (sign) {
      text += sign[1];
      at += sign[0].length;
      continue;
    }
    const atLineStart = at === 0 || source[at - 1] === '\n';
    const found = (atLineStart && match(blocks, source, at)) || match(inlines, source, at);
    if (found) {
      flush();
      shown.push(found.shown);
      at += found.length;
      continue;
    }
    text += source[at++];
  }
  flush();
  return shown;
};

const match = (rules: readonly Rule<Construct>[], source: string, at: number) => {
  for (const { kind, pattern, nested } of rules) {
    const found = matchAt(pattern, source, at);
    if (!found) continue;
    const content = found.groups ? found[2]! : (found[1] ?? found[0]);
    const inner = kind === 'quote' ? content.replace(/^ *> ?/gm, '') : content;
    const children: readonly Shown[] =
      nested && found[1] !== undefined ? parse(inner) : [{ kind: 'text', text: inner }];
    return { shown: { kind, children } as const, length: found[0].length };
  }
  return null;
};

const matchAt = (pattern: RegExp, source: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(source);
};

const flatten = (shown: readonly Shown[]): string =>
  shown.map((piece) => (piece.kind === 'text' ? piece.text : flatten(piece.children))).join('');

/**
 * The text a reader sees, without its formatting: the inverse of `escapeText`, so `display(escapeText(text)) === text`. Mentions
 * and emoji show their source, since their names are not known here; list signs are left out.
 */
export const display = (markdown: Markdown | string): string =>
  flatten(parse(withoutIsolates(typeof markdown === 'string' ? markdown : markdown.source)));
