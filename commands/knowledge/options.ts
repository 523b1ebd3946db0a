import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
} from 'discord.js';

const text = (name: string, description: string, more: object = {}): APIApplicationCommandBasicOption => ({
  type: ApplicationCommandOptionType.String,
  name,
  description,
  ...more,
});

const file = (description: string): APIApplicationCommandBasicOption => ({
  type: ApplicationCommandOptionType.Attachment,
  name: 'file',
  description,
});

const article = (description: string, required: boolean) =>
  text('article', description, { required, autocomplete: true, max_length: 100 });

const facts = [
  text('title', 'Its title', { max_length: 300 }),
  text('date', 'The day it was published: 2019-09-10 or 10 Sep 2019', { max_length: 20 }),
  text('source', 'Who published it', { max_length: 200 }),
];

const subcommand = (
  name: string,
  description: string,
  options: APIApplicationCommandBasicOption[] = [],
): APIApplicationCommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  name,
  description,
  options,
});

/** The subcommands of `/knowledge`. */
export const knowledgeOptions: APIApplicationCommandOption[] = [
  subcommand('add', 'Add articles: a file, a link or a text; without options, up to 10 files at once', [
    file('Text, Markdown, HTML, PDF, DOCX, JSON, RSS, Atom or a ZIP of them'),
    text('link', 'A link to one article', { max_length: 1_000 }),
    text('text', 'The text of an article', { max_length: 6_000 }),
    ...facts,
  ]),
  {
    type: ApplicationCommandOptionType.SubcommandGroup,
    name: 'feed',
    description: 'Feeds whose new articles come by themselves',
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'add',
        description: 'Read an RSS or Atom feed from now on',
        options: [text('link', 'The address of the feed', { required: true, max_length: 1_000 })],
      },
      { type: ApplicationCommandOptionType.Subcommand, name: 'list', description: 'List the feeds' },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'remove',
        description: 'Stop reading a feed; its articles stay',
        options: [
          text('feed', 'Its address, or words of its title', { required: true, autocomplete: true, max_length: 1_000 }),
        ],
      },
    ],
  },
  subcommand('list', 'List this server’s own articles'),
  subcommand('show', 'Everything that is known about one of them', [article('The article', true)]),
  subcommand('edit', 'Change title, date or source of an article', [article('The article', true), ...facts]),
  subcommand('remove', 'Remove an article, or all that came from one place', [
    article('The article', false),
    text('origin', 'All that came from this file, link or feed', { autocomplete: true, max_length: 1_000 }),
  ]),
  subcommand('reload', 'Read the articles from the store again'),
  subcommand('export', 'Save all of this server’s articles in a file', [
    {
      type: ApplicationCommandOptionType.Integer,
      name: 'part',
      description: 'Which part, where they don’t fit one file',
      min_value: 1,
      max_value: 999,
    },
  ]),
  subcommand('check', 'How a file or an article is read, and what is wrong with it; adds nothing', [
    file('A file that you might add'),
    article('An article of this server', false),
  ]),
];
