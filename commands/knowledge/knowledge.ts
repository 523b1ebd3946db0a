import { ApplicationCommandType } from 'discord.js';
import { phrase } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Command, MessageReply, Reply, Request, Services } from '../../src/discord/types.ts';
import { isOwn } from '../../src/servers/servers.ts';
import { readArticle } from '../article.ts';
import { IN_SERVERS, written } from '../shared/options.ts';
import { add, addModal, givenIn } from './add.ts';
import { checkArticle, checkFile } from './check.ts';
import { edit, edited, editModal } from './edit.ts';
import { exportAll, exportOne } from './export.ts';
import { readFacts } from './facts.ts';
import { addFeed, feedChoices, listFeeds, removeFeed } from './feeds.ts';
import { listed, ownList, shown } from './list.ts';
import { knowledgeOptions } from './options.ts';
import { findOwn, knowledgeOf, ownChoices } from './own.ts';
import { fromOrigin, originChoices, originMenu, remove, undo } from './remove.ts';

type Handler = (request: Request, services: Services) => Reply | Promise<Reply>;

/** `/knowledge`: a server's own articles. */
export const knowledge: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'knowledge',
    description: 'The articles of this server: add, list, edit, remove, export and check them',
    ...IN_SERVERS,
    options: knowledgeOptions,
  },
  for: 'managers',
  isPrivate: true,

  run(request, services) {
    const handler = SUBCOMMANDS[request.path.join(' ')];
    if (handler === undefined) throw new Refusal(phrase('knowledge.choose'));
    return handler(request, services);
  },

  verbs: {
    /** What the window for additions sends. */
    added: (request, services) => add(givenIn(request), request, services),
    /** What was added or changed between two times, in milliseconds since 1970, base 36. */
    async since(request, services, [from = '', to = '']) {
      const [first, last] = [from, to].map((time) => Number.parseInt(time, 36));
      const all = await knowledgeOf(request, services).list();
      const news = all.filter(({ changed }) => Date.parse(changed) >= first! && Date.parse(changed) <= last!);
      return listed(news, services.say('knowledge.added.since', { n: news.length }), services.speech);
    },
    /** The article chosen from a list. */
    async open(request, services) {
      return shown(await chosen(request, services, [request.fields['value'] ?? '']), services.speech);
    },
    async edit(request, services, args) {
      return editModal(await chosen(request, services, args), services.speech);
    },
    edited: (request, services, [key = '']) => edited(request, services, key),
    async read(request, services, args) {
      return {
        ...readArticle(services, await text(request, services, args)),
        private: true,
      };
    },
    async check(request, services, args) {
      return checkArticle(await text(request, services, args), services.speech);
    },
    async export(request, services, args) {
      return exportOne(await text(request, services, args), services.speech);
    },
    async remove(request, services, args) {
      const doomed = await chosen(request, services, args);
      return { ...(await remove([doomed], request, services)), update: true };
    },
    /** Everything from the place chosen from the menu. */
    async origin(request, services) {
      const doomed = await fromOrigin(request.fields['value'] ?? '', knowledgeOf(request, services), services.speech);
      return { ...(await remove(doomed, request, services)), update: true };
    },
    undo: (request, services, [token = '']) => undo(token, request, services),
    /** The feed chosen from the list of feeds. */
    async unfeed(request, services) {
      return { ...(await removeFeed(request.fields['value'] ?? '', request, services)), update: true };
    },
    part: (request, services, [part]) => exportAll(knowledgeOf(request, services), Number(part), services.speech),
  },

  async complete(option, typed, request, services) {
    if (option === 'article') return ownChoices(services.library, typed, services.speech);
    const own = knowledgeOf(request, services);
    if (option === 'origin') return originChoices(await own.list(), typed, services.speech);
    return option === 'feed' ? feedChoices(await own.feeds.list(), typed) : [];
  },
};

const SUBCOMMANDS: Readonly<Record<string, Handler>> = {
  async add(request, services) {
    // Its report fits one page: another page would mean adding everything once more.
    if (request.page > 0) throw new Refusal(phrase('knowledge.add.turned'));
    const [link, body] = [written(request, 'link'), request.options['text']];
    const text = typeof body === 'string' ? body : undefined;
    const facts = factsIn(request);
    if (request.files.length === 0 && link === undefined && text === undefined) return addModal(services.speech);
    const reply = await add({ files: request.files, link, text, facts }, request, services);
    // A whole text has no place in the line that repeats what was asked.
    const { text: _text, ...options } = request.options;
    return { ...reply, asked: { command: 'knowledge', path: ['add'], options } };
  },
  'feed add': (request, services) => addFeed(written(request, 'link') ?? '', request, services),
  'feed list': listFeeds,
  'feed remove': (request, services) => removeFeed(written(request, 'feed') ?? '', request, services),
  async list(request, services) {
    const all = await knowledgeOf(request, services).list();
    const shipped = services.library.articles.filter((article) => !isOwn(article)).length;
    return ownList(all, services.server.settings.shipped ? shipped : null, services.speech);
  },
  async show(request, services) {
    return shown(await chosen(request, services, [written(request, 'article') ?? '']), services.speech);
  },
  async edit(request, services) {
    const reference = written(request, 'article') ?? '';
    const facts = readFacts(factsIn(request));
    if (Object.keys(facts).length > 0) return edit(facts, reference, request, services);
    return editModal(await chosen(request, services, [reference]), services.speech);
  },
  async remove(request, services) {
    const own = knowledgeOf(request, services);
    const [article, origin] = [written(request, 'article'), written(request, 'origin')];
    if (article !== undefined) return remove([await findOwn(own, article)], request, services);
    if (origin !== undefined) return remove(await fromOrigin(origin, own, services.speech), request, services);
    return originMenu(await own.list(), services.speech);
  },
  async reload(request, services) {
    const count = await knowledgeOf(request, services).reload();
    const reply: MessageReply = { kind: 'message', private: true, head: [], items: [], foot: [] };
    const text = services.say('knowledge.reloaded', { n: count });
    return { ...reply, head: [{ kind: 'text', text }] };
  },
  export(request, services) {
    const part = request.options['part'];
    return exportAll(knowledgeOf(request, services), typeof part === 'number' ? part : 1, services.speech);
  },
  async check(request, services) {
    const [file] = request.files;
    if (file !== undefined) return checkFile(file.name, await services.download(file), services.speech);
    const reference = written(request, 'article');
    if (reference === undefined) throw new Refusal(phrase('knowledge.check.which'));
    return checkArticle(await text(request, services, [reference]), services.speech);
  },
};

const factsIn = (request: Request) => ({
  title: written(request, 'title'),
  published: written(request, 'date'),
  source: written(request, 'source'),
});

const chosen = (request: Request, services: Services, [reference = '']: readonly string[]) =>
  findOwn(knowledgeOf(request, services), reference);

/** The same with its text. Rejects with `Refusal` when it was removed in between. */
async function text(request: Request, services: Services, args: readonly string[]) {
  const { id } = await chosen(request, services, args);
  const article = await knowledgeOf(request, services).read(id);
  if (article === null) throw new Refusal(phrase('knowledge.gone'));
  return article;
}
