import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { Library } from '../src/answer/types.ts';
import type { Article } from '../src/corpus/types.ts';
import { bold, join, md, small } from '../src/discord/markdown.ts';
import { Refusal } from '../src/discord/refusal.ts';
import type { Block, Command, Markdown, MessageReply } from '../src/discord/types.ts';
import { type Language, languageOf } from './shared/language.ts';
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
    const library = services.library;
    const reference = written(request, 'article');
    const language = languageOf(request, services);
    return reference === undefined
      ? list(library, language)
      : opened(library, findArticle(library, reference), language);
  },

  verbs: {
    /** Opens the article that was chosen from the list's menu, in place of the list. */
    open(request, services) {
      const library = services.library;
      const chosen = findArticle(library, request.fields['value'] ?? '');
      const options = { article: articleValue(chosen) };
      return {
        ...opened(library, chosen, languageOf(request, services)),
        update: true,
        asked: { command: 'article', options },
      };
    },
    /** Back from an article to the list. */
    list(request, services) {
      const library = services.library;
      return {
        ...list(library, languageOf(request, services)),
        update: true,
        asked: { command: 'article', options: {} },
      };
    },
  },

  complete(option, typed, request, services) {
    return option === 'article' ? articleChoices(services.library, typed, languageOf(request, services)) : [];
  },
};

function list(library: Library, language: Language): MessageReply {
  const all = articlesByTitle(library, '');
  if (all.length === 0) throw new Refusal('I have no articles yet.');
  const listed = all.slice(0, LISTED);
  const count = all.length === 1 ? 'One article' : `${amount(all.length)} articles, newest first`;
  const rest = all.length > LISTED ? ` (the newest ${LISTED} are listed)` : '';
  const menu: Block = {
    kind: 'select',
    action: { command: 'article', verb: 'open', args: [] },
    placeholder: all.length > IN_MENU ? `Read one of the newest ${IN_MENU}` : 'Read one',
    choices: listed
      .slice(0, IN_MENU)
      .map((entry) => ({ name: label(entry, 100, language), value: articleValue(entry) })),
  };
  const others = small('To open another one, type words of its title into the option “article”.');
  return {
    kind: 'message',
    private: false,
    head: [{ kind: 'text', text: md`**${count}**${rest}` }],
    items: listed.map((entry) => ({ kind: 'text', text: line(entry, language) })),
    foot: [...(all.length > IN_MENU ? [{ kind: 'text', text: others } as const] : []), menu],
  };
}

function line(entry: Article, language: Language): Markdown {
  const by = entry.source ?? entry.author;
  const facts = [
    by === null ? null : shortTitle(by, 80),
    showPublished(entry, language),
    `${amount(entry.text.length)} characters`,
  ];
  return join([bold(shortTitle(titleOf(entry), 140)), small(facts.filter((fact) => fact !== null).join(' · '))], '\n');
}

function opened(library: Library, entry: Article, language: Language): MessageReply {
  const reply = readArticle(library, entry, language);
  const button = { label: 'All articles', action: { command: 'article', verb: 'list', args: [] } };
  return { ...reply, foot: [...reply.foot, { kind: 'buttons', buttons: [button] }] };
}

/** The story to the letter, its paragraphs in block quotes, with what is known about it. */
export function readArticle(library: Library, entry: Article, language: Language): MessageReply {
  const by = [entry.author, entry.source].filter((name) => name !== null).join(', ');
  const facts = join(
    [by === '' ? md`Author unknown` : md`${shortTitle(by, 120)}`, md`${showPublished(entry, language)}`],
    md` · `,
  );
  const hash = md`SHA-256 \`${entry.hash}\``;
  return {
    kind: 'message',
    private: false,
    head: [
      { kind: 'text', text: join([md`**${linked(shortTitle(titleOf(entry), 300), entry.url)}**`, small(facts)], '\n') },
    ],
    items: library.pages(entry, PAGE).map((citation) => ({ kind: 'quotation', citation, highlight: null })),
    foot: [{ kind: 'text', text: small(hash) }],
  };
}

function amount(count: number): string {
  return count.toLocaleString('en-GB');
}
