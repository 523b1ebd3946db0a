import { display } from '../../src/discord/display.ts';
import { bold, join, md, type Phrase, phrase, type Say, small, speaking } from '../../src/discord/markdown.ts';
import type { Block, Markdown, MessageReply, ReplyFile } from '../../src/discord/types.ts';
import type { Speech } from '../../src/languages/types.ts';
import type { Addition, OwnArticle } from '../../src/servers/types.ts';
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
export function counts({ added, changed, unchanged, duplicates, copies, failures }: Addition): Phrase {
  const parts = [
    added.length > 0 && phrase('knowledge.count.added', { n: added.length }),
    changed.length > 0 && phrase('knowledge.count.changed', { n: changed.length }),
    unchanged.length > 0 && phrase('knowledge.count.unchanged', { n: unchanged.length }),
    duplicates.length > 0 && phrase('knowledge.count.duplicates', { n: duplicates.length }),
    copies.length > 0 && phrase('knowledge.count.copies', { n: copies.length }),
    failures.length > 0 && phrase('knowledge.count.failures', { n: failures.length }),
  ].filter((part) => part !== false);
  if (parts.length === 0) return phrase('knowledge.count.nothing');
  return parts.reduce((first, second) => phrase('knowledge.pair', { first, second }));
}

/** What became of an addition, on one page: counts, titles, and what could not be read and why. */
export function tellAddition(addition: Addition, speech: Speech, heading: Markdown | null = null): MessageReply {
  const { say } = speaking(speech);
  const lists = listsOf(addition, speech);
  const { blocks, isWhole } = shown(lists, say);
  const news = [...addition.added, ...addition.changed];
  const summary = capital(display(say('knowledge.count.sentence', { counts: counts(addition) })));
  return {
    kind: 'message',
    private: true,
    head: [{ kind: 'text', text: heading === null ? bold(summary) : join([heading, md`${summary}`], '\n') }],
    items: blocks,
    foot: [
      ...advice(addition, say),
      ...(news.length > 1 ? [{ kind: 'buttons', buttons: [all(news, speech)] } as const] : []),
    ],
    ...(!isWhole && { files: [report(lists, speech)] }),
  };
}

function listsOf(addition: Addition, speech: Speech): readonly List[] {
  const { text } = speech;
  const { added, changed, duplicates, copies, failures } = addition;
  const titles = (some: readonly OwnArticle[]) => some.map((article) => label(article, 90, speech));
  const pair =
    (key: 'knowledge.added.duplicate' | 'knowledge.added.copy') =>
    (one: { readonly title: string; readonly of: string }) =>
      text(key, { title: shortTitle(one.title, 60), other: shortTitle(one.of, 60) });
  const failure = ({ file, reason }: Addition['failures'][number]) =>
    text('knowledge.added.failure', { file: shortTitle(file, 60), reason: oneLine(reason) });
  const lists: readonly List[] = [
    { heading: text('knowledge.added.unread'), lines: failures.map(failure) },
    { heading: text('knowledge.added.added'), lines: titles(added) },
    { heading: text('knowledge.added.changed'), lines: titles(changed) },
    { heading: text('knowledge.added.duplicates'), lines: duplicates.map(pair('knowledge.added.duplicate')) },
    { heading: text('knowledge.added.copies'), lines: copies.map(pair('knowledge.added.copy')) },
  ];
  return lists.filter(({ lines }) => lines.length > 0);
}

/** As many lines of every list as there is room for, in turn. */
function shown(lists: readonly List[], say: Say): { readonly blocks: readonly Block[]; readonly isWhole: boolean } {
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
    const more = rest === 0 ? [] : [md`• ${say('knowledge.added.more', { n: rest })}`];
    return { kind: 'text', text: join([md`**${heading}**`, ...bullets, ...more], '\n') };
  });
  return { blocks: blocks.flatMap((block) => [{ kind: 'divider' } as const, block]), isWhole };
}

/** All lists in full, as a text file. */
function report(lists: readonly List[], { text }: Speech): ReplyFile {
  const whole = lists.map(({ heading, lines }) =>
    [text('knowledge.added.heading', { heading, count: lines.length }), ...lines, ''].join('\n'),
  );
  const bytes = Buffer.from(whole.join('\n'), 'utf8');
  return { name: 'addition.txt', bytes, description: text('knowledge.added.file') };
}

function advice({ added, changed }: Addition, say: Say): readonly Block[] {
  const undated = [...added, ...changed].filter(({ published }) => published === null).length;
  return undated === 0 ? [] : [{ kind: 'text', text: small(say('knowledge.added.undated', { n: undated })) }];
}

/** Leads to the list of what was added between the first and the last of these, which the button can carry. */
function all(news: readonly OwnArticle[], { text }: Speech) {
  const times = news.map(({ changed }) => Date.parse(changed)).toSorted((a, b) => a - b);
  const args = [times[0]!, times.at(-1)!].map((time) => time.toString(36));
  return { label: text('knowledge.added.all'), action: { command: 'knowledge', verb: 'since', args } };
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
