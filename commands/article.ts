import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { Article } from '../src/corpus/types.ts';
import { bold, join, md, phrase, small } from '../src/discord/markdown.ts';
import { Refusal } from '../src/discord/refusal.ts';
import type { Block, Command, Markdown, MessageReply, Services } from '../src/discord/types.ts';
import type { Speech } from '../src/languages/types.ts';
import { EVERYWHERE, written } from './shared/options.ts';
import {
  articleChoices,
  articlesByTitle,
  articleValue,
  findArticle,
  label,
  linked,
  showPublished,
  titleOf,
} from './shared/sources.ts';
import { shortTitle } from './shared/wording.ts';

/** The newest articles that the list shows, and how many of them fit the menu. */
const LISTED = 100;
const IN_MENU = 25;

/** Characters of the story on one page: about two screens of a phone. */
const PAGE = 1_800;

export const article: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'article',
    description: 'List the articles, or read one page by page',
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'article',
        description: 'The article to read; leave it out for the list',
        autocomplete: true,
        max_length: 100,
      },
    ],
  },

  run(request, services) {
    const reference = written(request, 'article');
    return reference === undefined ? list(services) : opened(services, findArticle(services.library, reference));
  },

  verbs: {
    /** Opens the article that was chosen from the list's menu, in place of the list. */
    open(request, services) {
      const chosen = findArticle(services.library, request.fields['value'] ?? '');
      const options = { article: articleValue(chosen) };
      return { ...opened(services, chosen), update: true, asked: { command: 'article', options } };
    },
    /** Back from an article to the list. */
    list(_request, services) {
      return { ...list(services), update: true, asked: { command: 'article', options: {} } };
    },
  },

  complete(option, typed, _request, { library, speech }) {
    return option === 'article' ? articleChoices(library, typed, speech) : [];
  },
};

function list({ library, say, speech }: Services): MessageReply {
  const all = articlesByTitle(library, '');
  if (all.length === 0) throw new Refusal(phrase('article.none'));
  const listed = all.slice(0, LISTED);
  const count = say('article.count', { n: all.length });
  const menu: Block = {
    kind: 'select',
    action: { command: 'article', verb: 'open', args: [] },
    placeholder:
      all.length > IN_MENU ? speech.text('article.readNewest', { listed: IN_MENU }) : speech.text('article.read'),
    choices: listed.slice(0, IN_MENU).map((entry) => ({ name: label(entry, 100, speech), value: articleValue(entry) })),
  };
  const others = small(say('article.others', { option: phrase('option.article') }));
  return {
    kind: 'message',
    private: false,
    head: [{ kind: 'text', text: all.length > LISTED ? say('article.listed', { count, listed: LISTED }) : count }],
    items: listed.map((entry) => ({ kind: 'text', text: line(entry, speech) })),
    foot: [...(all.length > IN_MENU ? [{ kind: 'text', text: others } as const] : []), menu],
  };
}

function line(entry: Article, speech: Speech): Markdown {
  const by = entry.source ?? entry.author;
  const facts = [
    by === null ? null : shortTitle(by, 80),
    showPublished(entry, speech),
    speech.text('article.length', { n: entry.text.length }),
  ];
  return join([bold(shortTitle(titleOf(entry), 140)), small(facts.filter((fact) => fact !== null).join(' · '))], '\n');
}

function opened(services: Services, entry: Article): MessageReply {
  const reply = readArticle(services, entry);
  const button = { label: services.speech.text('article.all'), action: { command: 'article', verb: 'list', args: [] } };
  return { ...reply, foot: [...reply.foot, { kind: 'buttons', buttons: [button] }] };
}

/** The story to the letter, its paragraphs in block quotes, with what is known about it. */
export function readArticle({ library, say, speech }: Services, entry: Article): MessageReply {
  const by = [entry.author, entry.source].filter((name) => name !== null).join(', ');
  const facts = join(
    [by === '' ? say('article.anonymous') : shortTitle(by, 120), showPublished(entry, speech)],
    md` · `,
  );
  const hash = md`SHA-256 \`${entry.hash}\``;
  return {
    kind: 'message',
    private: false,
    head: [
      {
        kind: 'text',
        text: join([md`**${linked(shortTitle(titleOf(entry), 300), entry.url, speech)}**`, small(facts)], '\n'),
      },
    ],
    items: library.pages(entry, PAGE).map((citation) => ({ kind: 'quotation', citation, highlight: null })),
    foot: [{ kind: 'text', text: small(hash) }],
  };
}
