import { bold, join, md, small } from '../../src/discord/markdown.ts';
import type { Block, Markdown, MessageReply, ReplyFile } from '../../src/discord/types.ts';
import type { Addition, OwnArticle } from '../../src/servers/types.ts';
import type { Language } from '../shared/language.ts';
import { label } from '../shared/sources.ts';
import { oneLine, shortTitle } from '../shared/wording.ts';

/** Characters of Markdown that the lists of one reply may take, so that it stays on one page; a file has the rest. */
const ROOM = 2_400;

/** How many lines of each list are shown at least to begin with. */
const SHOWN = 8;

interface List {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** Several additions as one. */
export function merged(additions: readonly Addition[]): Addition {
  return {
    added: additions.flatMap(({ added }) => added),
    changed: additions.flatMap(({ changed }) => changed),
    unchanged: additions.flatMap(({ unchanged }) => unchanged),
    duplicates: additions.flatMap(({ duplicates }) => duplicates),
    copies: additions.flatMap(({ copies }) => copies),
    failures: additions.flatMap(({ failures }) => failures),
  };
}

/** "3 articles added, one new version, 2 not read" */
export function counts(addition: Addition): string {
  const { added, changed, unchanged, duplicates, copies, failures } = addition;
  const parts = [
    added.length === 0 ? null : `${articles(added.length)} added`,
    changed.length === 0 ? null : `${number(changed.length)} new version${plural(changed.length)}`,
    unchanged.length === 0 ? null : `${number(unchanged.length)} unchanged`,
    duplicates.length === 0 ? null : `${number(duplicates.length)} there already under another name`,
    copies.length === 0 ? null : `${number(copies.length)} syndicated cop${copies.length === 1 ? 'y' : 'ies'}`,
    failures.length === 0 ? null : `${number(failures.length)} not read`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'nothing was found to add' : parts.join(', ');
}

/** What became of an addition, on one page: counts, titles, and what could not be read and why. */
export function tellAddition(addition: Addition, language: Language, heading: Markdown | null = null): MessageReply {
  const lists = listsOf(addition, language);
  const { blocks, isWhole } = shown(lists);
  const news = [...addition.added, ...addition.changed];
  const summary = sentence(counts(addition));
  return {
    kind: 'message',
    private: true,
    head: [{ kind: 'text', text: heading === null ? bold(summary) : join([heading, md`${summary}`], '\n') }],
    items: blocks,
    foot: [...advice(addition), ...(news.length > 1 ? [{ kind: 'buttons', buttons: [all(news)] } as const] : [])],
    ...(!isWhole && { files: [report(lists)] }),
  };
}

function listsOf(addition: Addition, language: Language): readonly List[] {
  const { added, changed, duplicates, copies, failures } = addition;
  const titles = (some: readonly OwnArticle[]) => some.map((article) => label(article, 90, language));
  const pair = (verb: string) => (one: { readonly title: string; readonly of: string }) =>
    `“${shortTitle(one.title, 60)}” ${verb} “${shortTitle(one.of, 60)}”`;
  const lists: readonly List[] = [
    { heading: 'Not read', lines: failures.map(({ file, reason }) => `${shortTitle(file, 60)}: ${oneLine(reason)}`) },
    { heading: 'Added', lines: titles(added) },
    { heading: 'New versions (earlier answers still prove)', lines: titles(changed) },
    { heading: 'Not added, because the text is there already', lines: duplicates.map(pair('is the same text as')) },
    { heading: 'Syndicated copies, which count as one source', lines: copies.map(pair('is nearly the same as')) },
  ];
  return lists.filter(({ lines }) => lines.length > 0);
}

/** As many lines of every list as there is room for, in turn. */
function shown(lists: readonly List[]): { readonly blocks: readonly Block[]; readonly isWhole: boolean } {
  let room = ROOM / Math.max(1, lists.length);
  let isWhole = true;
  const blocks = lists.map(({ heading, lines }): Block => {
    const bullets: Markdown[] = [];
    let left = room;
    for (const line of lines.slice(0, SHOWN)) {
      const bullet = md`• ${line}`;
      if (bullet.source.length > left) break;
      bullets.push(bullet);
      left -= bullet.source.length + 1;
    }
    const rest = lines.length - bullets.length;
    if (rest > 0) isWhole = false;
    else room += left / lists.length;
    const more = rest === 0 ? [] : [md`• and ${rest} more, which are in the file`];
    return { kind: 'text', text: join([md`**${heading}**`, ...bullets, ...more], '\n') };
  });
  return { blocks: blocks.flatMap((block) => [{ kind: 'divider' } as const, block]), isWhole };
}

/** All lists in full, as a text file. */
function report(lists: readonly List[]): ReplyFile {
  const text = lists.map(({ heading, lines }) => [`${heading} (${lines.length})`, ...lines, ''].join('\n')).join('\n');
  return { name: 'addition.txt', bytes: Buffer.from(text, 'utf8'), description: 'Everything about this addition' };
}

function advice({ added, changed }: Addition): readonly Block[] {
  const undated = [...added, ...changed].filter(({ published }) => published === null).length;
  if (undated === 0) return [];
  const whose = undated === 1 ? 'In one article' : `In ${undated} articles`;
  const text = `${whose} I found no date, and without it “last Monday” means nothing there: /knowledge edit adds one.`;
  return [{ kind: 'text', text: small(text) }];
}

/** Leads to the list of what was added between the first and the last of these, which the button can carry. */
function all(news: readonly OwnArticle[]) {
  const times = news.map(({ changed }) => Date.parse(changed)).toSorted((a, b) => a - b);
  const args = [times[0]!, times.at(-1)!].map((time) => time.toString(36));
  return { label: 'Show all of them', action: { command: 'knowledge', verb: 'since', args } };
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
const number = (count: number): string => (count === 1 ? 'one' : count.toLocaleString('en-GB'));
const plural = (count: number): string => (count === 1 ? '' : 's');

/** "one article", "1,204 articles" */
export const articles = (count: number): string => `${number(count)} article${plural(count)}`;
