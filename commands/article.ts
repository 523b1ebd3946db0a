import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { Library } from '../src/answer/types.ts';
import type { Article } from '../src/corpus/types.ts';
import { bold, join, md, small } from '../src/discord/markdown.ts';
import { Refusal } from '../src/discord/refusal.ts';
import type { Block, Command, Markdown, MessageReply } from '../src/discord/types.ts';
import { EVERYWHERE, written } from './options.ts';
import {
  articleChoices,
  articlesByTitle,
  articleValue,
  findArticle,
  label,
  linked,
  showPublished,
  titleOf,
} from './sources.ts';
import { shortTitle } from './wording.ts';

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
    return reference === undefined ? list(library) : read(library, findArticle(library, reference));
  },

  verbs: {
    /** Opens the article that was chosen from the list's menu, in place of the list. */
    open(request, services) {
      const library = services.library;
      const chosen = findArticle(library, request.fields['value'] ?? '');
      const options = { article: articleValue(chosen) };
      return { ...read(library, chosen), update: true, asked: { command: 'article', options } };
    },
    /** Back from an article to the list. */
    list(_request, services) {
      const library = services.library;
      return { ...list(library), update: true, asked: { command: 'article', options: {} } };
    },
  },

  complete(option, typed, _request, services) {
    return option === 'article' ? articleChoices(services.library, typed) : [];
  },
};

function list(library: Library): MessageReply {
  const all = articlesByTitle(library, '');
  if (all.length === 0) throw new Refusal('I have no articles yet.');
  const listed = all.slice(0, LISTED);
  const count = all.length === 1 ? 'One article' : `${amount(all.length)} articles, newest first`;
  const rest = all.length > LISTED ? ` (the newest ${LISTED} are listed)` : '';
  const menu: Block = {
    kind: 'select',
    action: { command: 'article', verb: 'open', args: [] },
    placeholder: all.length > IN_MENU ? `Read one of the newest ${IN_MENU}` : 'Read one',
    choices: listed.slice(0, IN_MENU).map((entry) => ({ name: label(entry, 100), value: articleValue(entry) })),
  };
  const others = small('To open another one, type words of its title into the option “article”.');
  return {
    kind: 'message',
    private: false,
    head: [{ kind: 'text', text: md`**${count}**${rest}` }],
    items: listed.map((entry) => ({ kind: 'text', text: line(entry) })),
    foot: [...(all.length > IN_MENU ? [{ kind: 'text', text: others } as const] : []), menu],
  };
}

function line(entry: Article): Markdown {
  const by = entry.source ?? entry.author;
  const facts = [
    by === null ? null : shortTitle(by, 80),
    showPublished(entry),
    `${amount(entry.text.length)} characters`,
  ];
  return join([bold(shortTitle(titleOf(entry), 140)), small(facts.filter((fact) => fact !== null).join(' · '))], '\n');
}

/** The story to the letter, its paragraphs in block quotes, with what is known about it. */
function read(library: Library, entry: Article): MessageReply {
  const by = [entry.author, entry.source].filter((name) => name !== null).join(', ');
  const facts = join(
    [by === '' ? md`Author unknown` : md`${shortTitle(by, 120)}`, md`${showPublished(entry)}`],
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
    foot: [
      { kind: 'text', text: small(hash) },
      { kind: 'buttons', buttons: [{ label: 'All articles', action: { command: 'article', verb: 'list', args: [] } }] },
    ],
  };
}

function amount(count: number): string {
  return count.toLocaleString('en-GB');
}
