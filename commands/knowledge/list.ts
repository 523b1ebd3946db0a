import { bold, join, md, small, speaking } from '../../src/discord/markdown.ts';
import type { Action, Block, Markdown, MessageReply } from '../../src/discord/types.ts';
import type { Speech } from '../../src/languages/types.ts';
import type { OwnArticle } from '../../src/servers/types.ts';
import { articleKey, label, linked, titleOf } from '../shared/sources.ts';
import { shortTitle } from '../shared/wording.ts';
import { latestFirst } from './own.ts';

const IN_MENU = 25;

/** More are not listed: nobody turns so many pages, and an export has all. */
const LISTED = 500;

/** Own articles, the newest addition first, over as many pages as they need, with a menu to open one. */
export function listed(all: readonly OwnArticle[], heading: Markdown, speech: Speech): MessageReply {
  const { say } = speaking(speech);
  const ordered = latestFirst(all).slice(0, LISTED);
  const rest = all.length - ordered.length;
  const more = small(say('knowledge.list.newest', { most: LISTED }));
  const menu: Block = {
    kind: 'select',
    action: action('open'),
    placeholder:
      all.length > IN_MENU
        ? speech.text('knowledge.list.openNewest', { most: IN_MENU })
        : speech.text('knowledge.list.open'),
    choices: ordered
      .slice(0, IN_MENU)
      .map((article) => ({ name: label(article, 100, speech), value: articleKey(article) })),
  };
  return {
    kind: 'message',
    private: true,
    head: [{ kind: 'text', text: heading }],
    items: ordered.map((article) => ({ kind: 'text', text: line(article, speech) })),
    foot: [...(rest > 0 ? [{ kind: 'text', text: more } as const] : []), ...(all.length === 0 ? [] : [menu])],
  };
}

/** The server's own articles, and where those that came with the bot (so many; null: switched off) are switched. */
export function ownList(all: readonly OwnArticle[], shipped: number | null, speech: Speech): MessageReply {
  const { say } = speaking(speech);
  const others = shipped === null ? say('knowledge.list.unshipped') : say('knowledge.list.shipped', { count: shipped });
  const heading = all.length === 0 ? say('knowledge.list.empty') : say('knowledge.list.own', { n: all.length });
  const how = all.length === 0 ? [small(say('knowledge.list.how'))] : [];
  const reply = listed(all, bold(heading), speech);
  const text = join([...how, small(others)], '\n');
  return { ...reply, foot: [{ kind: 'text', text }, ...reply.foot] };
}

function line(article: OwnArticle, speech: Speech): Markdown {
  const { say } = speaking(speech);
  const { source, length, versions, origin, added, published } = article;
  const facts = [
    ...(source === null ? [] : [md`${shortTitle(source, 60)}`]),
    published === null ? say('knowledge.list.undated') : say('knowledge.list.published', { date: { date: published } }),
    say('knowledge.length', { n: length }),
    ...(versions === 1 ? [] : [say('knowledge.list.versions', { n: versions })]),
    say('knowledge.list.from', {
      origin: shortTitle(originOf(origin, speech), 60),
      date: { date: added.slice(0, 10) },
    }),
  ];
  return join([bold(shortTitle(titleOf(article), 120)), small(join(facts, md` · `))], '\n');
}

/** One own article: everything that is known about it, and what can be done with it. */
export function shown(article: OwnArticle, speech: Speech): MessageReply {
  const { say } = speaking(speech);
  const { text } = speech;
  const { title, source, published, format, length, versions, added, changed, hash, url } = article;
  const unknown = text('knowledge.unknown');
  const origin = shortTitle(originOf(article.origin, speech), 200);
  const lines = [
    say('knowledge.show.source', { source: source === null ? unknown : shortTitle(source, 120) }),
    say('knowledge.show.published', { date: published === null ? unknown : speech.date(published) }),
    format === null
      ? say('knowledge.show.origin', { origin })
      : say('knowledge.show.originAs', { origin, format: text(`knowledge.format.${format}`) }),
    say('knowledge.show.length', { length: text('knowledge.length', { n: length }) }),
    changed === added
      ? say('knowledge.show.added', { added: when(added, speech) })
      : say('knowledge.show.changed', { added: when(added, speech), changed: when(changed, speech) }),
    say('knowledge.show.versions', { n: versions }),
    small(md`SHA-256 \`${hash}\``),
  ];
  const key = articleKey(article);
  return {
    kind: 'message',
    private: true,
    head: [{ kind: 'text', text: md`**${linked(shortTitle(titleOf({ id: article.id, title }), 300), url, speech)}**` }],
    items: [{ kind: 'text', text: join(lines, '\n') }],
    foot: [
      {
        kind: 'buttons',
        buttons: [
          { label: text('knowledge.show.edit'), style: 'primary', action: action('edit', key) },
          { label: text('knowledge.show.read'), action: action('read', key) },
          { label: text('knowledge.show.check'), action: action('check', key) },
          { label: text('knowledge.show.export'), action: action('export', key) },
          { label: text('knowledge.show.remove'), action: action('remove', key) },
        ],
      },
    ],
  };
}

/** The origin in words: `text` is what was pasted. */
export const originOf = (origin: string, { text }: Speech): string =>
  origin === 'text' ? text('knowledge.pasted') : origin;

const when = (time: string, { date, text }: Speech): string =>
  text('knowledge.show.time', { date: date(time.slice(0, 10)), time: time.slice(11, 16) });

const action = (verb: string, ...args: readonly string[]): Action => ({ command: 'knowledge', verb, args });
