import { bold, join, md, small } from '../../src/discord/markdown.ts';
import type { Action, Block, Markdown, MessageReply } from '../../src/discord/types.ts';
import type { OwnArticle } from '../../src/servers/types.ts';
import { showDate } from '../shared/days.ts';
import type { Language } from '../shared/language.ts';
import { articleKey, label, linked, showPublished, titleOf } from '../shared/sources.ts';
import { shortTitle } from '../shared/wording.ts';
import { articles } from './addition.ts';
import { latestFirst } from './own.ts';

const IN_MENU = 25;

/** More are not listed: nobody turns so many pages, and an export has all. */
const LISTED = 500;

/** Own articles, the newest addition first, over as many pages as they need, with a menu to open one. */
export function listed(all: readonly OwnArticle[], heading: string, language: Language): MessageReply {
  const ordered = latestFirst(all).slice(0, LISTED);
  const rest = all.length - ordered.length;
  const more = small(
    `These are the newest ${LISTED}. /knowledge export has all; “article” in /knowledge show finds any.`,
  );
  const menu: Block = {
    kind: 'select',
    action: action('open'),
    placeholder: all.length > IN_MENU ? `Show one of the newest ${IN_MENU}` : 'Show one',
    choices: ordered
      .slice(0, IN_MENU)
      .map((article) => ({ name: label(article, 100, language), value: articleKey(article) })),
  };
  return {
    kind: 'message',
    private: true,
    head: [{ kind: 'text', text: bold(heading) }],
    items: ordered.map((article) => ({ kind: 'text', text: line(article, language) })),
    foot: [...(rest > 0 ? [{ kind: 'text', text: more } as const] : []), ...(all.length === 0 ? [] : [menu])],
  };
}

/** The server's own articles, and where those that came with the bot (so many; null: switched off) are switched. */
export function ownList(all: readonly OwnArticle[], shipped: number | null, language: Language): MessageReply {
  const others =
    shipped === null
      ? 'The articles that came with the bot are switched off; /setup switches them on.'
      : `Articles that came with the bot and answer too: ${shipped}. /setup switches them off.`;
  const heading =
    all.length === 0 ? 'This server has no articles of its own yet.' : `${articles(all.length)} of this server’s own`;
  const how = all.length === 0 ? [small('/knowledge add takes files, a link or a text.')] : [];
  const reply = listed(all, heading.charAt(0).toUpperCase() + heading.slice(1), language);
  const text = join([...how, small(others)], '\n');
  return { ...reply, foot: [{ kind: 'text', text }, ...reply.foot] };
}

function line(article: OwnArticle, language: Language): Markdown {
  const { source, length, versions, origin, added } = article;
  const facts = [
    source === null ? null : shortTitle(source, 60),
    showPublished(article, language),
    `${length.toLocaleString('en-GB')} characters`,
    versions === 1 ? null : `${versions} versions`,
    `from ${shortTitle(originOf(origin), 60)}, ${showDate(added.slice(0, 10), language)}`,
  ];
  return join(
    [bold(shortTitle(titleOf(article), 120)), small(facts.filter((fact) => fact !== null).join(' · '))],
    '\n',
  );
}

/** One own article: everything that is known about it, and what can be done with it. */
export function shown(article: OwnArticle, language: Language): MessageReply {
  const { title, source, published, origin, format, length, versions, added, changed, hash, url } = article;
  const lines = [
    md`**Source:** ${source === null ? 'unknown' : shortTitle(source, 120)}`,
    md`**Published:** ${published === null ? 'unknown' : showDate(published, language)}`,
    md`**Came from:** ${shortTitle(originOf(origin), 200)}${format === null ? '' : ` (${FORMATS[format]})`}`,
    md`**Length:** ${length.toLocaleString('en-GB')} characters`,
    md`**Added:** ${when(added, language)}${changed === added ? '' : `, changed ${when(changed, language)}`}`,
    md`**Versions kept:** ${versions}${versions === 1 ? '' : '; answers from older ones can still be proven'}`,
    small(md`SHA-256 \`${hash}\``),
  ];
  const key = articleKey(article);
  return {
    kind: 'message',
    private: true,
    head: [{ kind: 'text', text: md`**${linked(shortTitle(titleOf({ id: article.id, title }), 300), url)}**` }],
    items: [{ kind: 'text', text: join(lines, '\n') }],
    foot: [
      {
        kind: 'buttons',
        buttons: [
          { label: 'Edit', style: 'primary', action: action('edit', key) },
          { label: 'Read', action: action('read', key) },
          { label: 'How it was read', action: action('check', key) },
          { label: 'Export', action: action('export', key) },
          { label: 'Remove', action: action('remove', key) },
        ],
      },
    ],
  };
}

/** The origin in words: `text` is what was pasted. */
export const originOf = (origin: string): string => (origin === 'text' ? 'pasted text' : origin);

/** How a file was read, in words. */
export const FORMATS: Readonly<Record<NonNullable<OwnArticle['format']>, string>> = {
  text: 'plain text',
  markdown: 'Markdown',
  json: 'JSON',
  jsonl: 'JSON Lines',
  html: 'a web page',
  feed: 'a feed',
  pdf: 'PDF',
  docx: 'Word document',
};

const when = (time: string, language: Language): string =>
  `${showDate(time.slice(0, 10), language)}, ${time.slice(11, 16)} UTC`;

const action = (verb: string, ...args: readonly string[]): Action => ({ command: 'knowledge', verb, args });
