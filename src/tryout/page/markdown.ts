/**
 * Discord's dialect of Markdown, read into a tree. The rules and their order follow the behaviour of the official
 * clients as described at https://support.discord.com/hc/en-us/articles/210298617 and
 * https://discord.com/developers/docs/reference#message-formatting. Nothing here touches the document.
 */

export type MarkdownNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: Span; readonly children: readonly MarkdownNode[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly MarkdownNode[] }
  | { readonly kind: 'time'; readonly seconds: number; readonly style: string }
  | { readonly kind: 'mention'; readonly of: 'user' | 'role' | 'channel'; readonly id: string }
  | { readonly kind: 'everyone'; readonly text: string }
  | { readonly kind: 'command'; readonly name: string }
  | { readonly kind: 'heading'; readonly level: number; readonly children: readonly MarkdownNode[] }
  | { readonly kind: 'small' | 'quote'; readonly children: readonly MarkdownNode[] }
  | { readonly kind: 'block'; readonly language: string; readonly text: string }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly MarkdownNode[])[] };

type Span = 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';

interface Place {
  readonly lineStart: boolean;
  readonly inQuote: boolean;
  readonly inLink: boolean;
}

interface Found {
  readonly length: number;
  readonly node: MarkdownNode;
}

type Rule = (rest: string, place: Place) => Found | null;

const BARE_LINK = /^https?:\/\/[^\s<]+[^<.,:;"'\]\s]/;

/** A quoted passage hides its own line starts from the rules outside it, so every line loses its mark first. */
const quote: Rule = (rest, place) => {
  if (!place.lineStart || place.inQuote) return null;
  const inside = { ...place, inQuote: true };
  const open = /^ *>>> ([\s\S]*)/.exec(rest);
  if (open) return { length: open[0].length, node: { kind: 'quote', children: parse(open[1]!, inside) } };
  const lines = /^ *> [^\n]*(?:\n *> [^\n]*)*\n?/.exec(rest);
  if (!lines) return null;
  const text = lines[0].replace(/\n$/, '').replace(/^ *> /gm, '');
  return { length: lines[0].length, node: { kind: 'quote', children: parse(text, inside) } };
};

const heading: Rule = (rest, place) => {
  const found = place.lineStart ? /^ *(#{1,3})[^\S\n]+([^\n]*[^\s#\n])[\s#]*?(?:\n|$)/.exec(rest) : null;
  if (!found) return null;
  const children = parse(found[2]!, { ...place, lineStart: false });
  return { length: found[0].length, node: { kind: 'heading', level: found[1]!.length, children } };
};

const small: Rule = (rest, place) => {
  const found = place.lineStart ? /^ *-# +([^\n]*\S)[^\S\n]*(?:\n|$)/.exec(rest) : null;
  if (!found) return null;
  const children = parse(found[1]!, { ...place, lineStart: false });
  return { length: found[0].length, node: { kind: 'small', children } };
};

const ITEM = /^( *)([-*]|\d{1,9}\.) +(?=\S)/;

/** Takes item lines and the indented lines below them; deeper items are read as lists inside their item. */
const list: Rule = (rest, place) => {
  const first = place.lineStart ? ITEM.exec(rest) : null;
  if (!first) return null;
  const numbered = first[2]!.endsWith('.');
  const items: string[] = [];
  let length = 0;
  for (const line of rest.split('\n')) {
    const mark = ITEM.exec(line);
    const outermost = mark && mark[1]!.length <= first[1]!.length;
    if (outermost && mark[2]!.endsWith('.') !== numbered) break;
    if (outermost) items.push(line.slice(mark[0].length));
    else if (mark || line.startsWith(' ')) items[items.length - 1] += `\n${line.replace(/^ {1,3}/, '')}`;
    else break;
    length += line.length + 1;
  }
  const start = numbered ? Number.parseInt(first[2]!, 10) : null;
  const children = items.map((item) => parse(item, { ...place, lineStart: false }));
  return { length: Math.min(length, rest.length), node: { kind: 'list', start, items: children } };
};

const codeBlock: Rule = (rest) => {
  const found = /^```(?:([\w+\-.#]+)\n)?\n*([^\n][\s\S]*?)\n*```\n?/.exec(rest);
  return found && { length: found[0].length, node: { kind: 'block', language: found[1] ?? '', text: found[2]! } };
};

const code: Rule = (rest) => {
  const found = /^(`+)([\s\S]*?[^`])\1(?!`)/.exec(rest);
  if (!found) return null;
  const text = found[2]!.replace(/^ (?= *`)|(` *) $/g, '$1');
  return { length: found[0].length, node: { kind: 'code', text } };
};

/** A backslash shows the very character after it, unless that is a letter, a digit or white space. */
const escaped: Rule = (rest) => {
  const found = /^\\([^0-9A-Za-z\s])/u.exec(rest);
  return found && { length: found[0].length, node: { kind: 'text', text: found[1]! } };
};

const shrug: Rule = (rest) =>
  rest.startsWith('¯\\_(ツ)_/¯') ? { length: 9, node: { kind: 'text', text: '¯\\_(ツ)_/¯' } } : null;

const bracketed: Rule = (rest) => {
  const mention = /^<(@!?|@&|#)(\d{1,20})>/.exec(rest);
  if (mention) {
    const of = mention[1] === '@&' ? 'role' : mention[1] === '#' ? 'channel' : 'user';
    return { length: mention[0].length, node: { kind: 'mention', of, id: mention[2]! } };
  }
  const time = /^<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>/.exec(rest);
  if (time) {
    const node = { kind: 'time', seconds: Number(time[1]), style: time[2] ?? 'f' } as const;
    return { length: time[0].length, node };
  }
  const command = /^<\/([-_'\p{L}\p{N} ]{1,100}):\d{1,20}>/u.exec(rest);
  if (command) return { length: command[0].length, node: { kind: 'command', name: command[1]! } };
  const emoji = /^<a?(:\w{2,32}:)\d{1,20}>/.exec(rest);
  if (emoji) return { length: emoji[0].length, node: { kind: 'text', text: emoji[1]! } };
  const link = /^<(https?:\/\/[^\s<>]+)>/.exec(rest);
  if (link) return { length: link[0].length, node: plainLink(link[1]!) };
  return null;
};

const everyone: Rule = (rest) => {
  const found = /^@(?:everyone|here)/.exec(rest);
  return found && { length: found[0].length, node: { kind: 'everyone', text: found[0] } };
};

const MASKED_LINK =
  /^\[((?:\\[\s\S]|\[(?:\\[\s\S]|[^\\[\]])*\]|[^\\[\]])+)\]\( *<?(https?:\/\/(?:\\.|\([^\s()]*\)|[^\s()<>\\])+)>?(?: +["'][^\n]*?["'])? *\)/;

/** Words that look like an address of their own stay as typed: a link must not pretend to lead elsewhere. */
const maskedLink: Rule = (rest, place) => {
  const found = place.inLink ? null : MASKED_LINK.exec(rest);
  if (!found || /https?:\/\//.test(found[1]!)) return null;
  const url = found[2]!.replace(/\\(.)/g, '$1');
  const children = parse(found[1]!, { ...place, lineStart: false, inLink: true });
  return URL.canParse(url) ? { length: found[0].length, node: { kind: 'link', url, children } } : null;
};

const bareLink: Rule = (rest, place) => {
  let url = place.inLink ? null : BARE_LINK.exec(rest)?.[0];
  // "(see https://example.org/a_(b))": a closing bracket belongs to the address only if it was opened in there.
  while (url?.endsWith(')') && url.split(')').length > url.split('(').length) url = url.slice(0, -1);
  return url ? { length: url.length, node: plainLink(url) } : null;
};

function plainLink(url: string): MarkdownNode {
  const text = { kind: 'text', text: url } as const;
  return URL.canParse(url) ? { kind: 'link', url, children: [text] } : text;
}

function span(kind: Span, pattern: RegExp): Rule {
  return (rest, place) => {
    const found = pattern.exec(rest);
    const inner = found?.[1] ?? found?.[2];
    if (!found || inner === undefined) return null;
    return { length: found[0].length, node: { kind, children: parse(inner, { ...place, lineStart: false }) } };
  };
}

/** In order: what starts a line, what shields other marks, then the longer mark before the shorter (`**` before `*`). */
const RULES: readonly Rule[] = [
  quote,
  heading,
  small,
  list,
  codeBlock,
  code,
  escaped,
  shrug,
  bracketed,
  everyone,
  maskedLink,
  bareLink,
  span('bold', /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/),
  span('underline', /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/),
  span(
    'italic',
    /^_((?:__|\\[\s\S]|[^\\_])+?)_(?!\w)|^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/,
  ),
  span('strike', /^~~((?:\\[\s\S]|[^\\])+?)~~(?!~)/),
  span('spoiler', /^\|\|((?:\\[\s\S]|[^\\])+?)\|\|/),
];

/** Up to the next character that could open something; a lone special character is text as well. */
const PLAIN = /^(?:[^\n\\*_~|`<[@h¯]+|[\s\S])/u;

const OUTSIDE: Place = { lineStart: true, inQuote: false, inLink: false };

/** Reads `text` as Discord's clients would show it. Never throws; what is not Markdown is text. */
export function parse(text: string, place: Place = OUTSIDE): readonly MarkdownNode[] {
  const nodes: MarkdownNode[] = [];
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const here = { ...place, lineStart: at === 0 ? place.lineStart : text[at - 1] === '\n' };
    const found = first(RULES, (rule) => rule(rest, here)) ?? plain(rest);
    const last = nodes.at(-1);
    if (found.node.kind === 'text' && last?.kind === 'text') {
      nodes[nodes.length - 1] = { kind: 'text', text: last.text + found.node.text };
    } else nodes.push(found.node);
    at += found.length;
  }
  return nodes;
}

function plain(rest: string): Found {
  const text = PLAIN.exec(rest)![0];
  return { length: text.length, node: { kind: 'text', text } };
}

function first<T, R>(items: readonly T[], attempt: (item: T) => R | null): R | null {
  for (const item of items) {
    const result = attempt(item);
    if (result !== null) return result;
  }
  return null;
}

const BLOCKS: ReadonlySet<MarkdownNode['kind']> = new Set(['heading', 'small', 'quote', 'block', 'list']);

/**
 * The words alone, marks removed: what a one-line preview needs. Blocks stand on lines of their own; `nameOf` says what
 * a mention stands for.
 */
export function plainText(
  nodes: readonly MarkdownNode[],
  nameOf: (mention: Extract<MarkdownNode, { kind: 'mention' }>) => string = (mention) => mention.id,
): string {
  const words = (children: readonly MarkdownNode[]): string => plainText(children, nameOf);
  return nodes
    .map((node, index) => {
      const after = BLOCKS.has(node.kind) && index < nodes.length - 1 ? '\n' : '';
      if (node.kind === 'list') return node.items.map(words).join('\n') + after;
      if ('children' in node) return words(node.children) + after;
      if ('text' in node) return node.text + after;
      if (node.kind === 'command') return `/${node.name}`;
      if (node.kind === 'time') return new Date(node.seconds * 1000).toISOString();
      return `${node.of === 'channel' ? '#' : '@'}${nameOf(node)}`;
    })
    .join('');
}
