import { prove } from '../answer/answer.ts';
import type { Library } from '../answer/types.ts';
import type { Web } from '../web/types.ts';
import { type AdditionServices, described, type File, keep, type Report, readFiles, settle } from './additions.ts';
import { checkedFacts } from './edits.ts';
import { articleOf, type Facts, ownArticleOf } from './facts.ts';
import type { FeedKeeper } from './feeds.ts';
import { nameOfLink, nameOfText, OWN } from './ids.ts';
import { createPace } from './pace.ts';
import { shelfOf } from './shelf.ts';
import type { Turns } from './turns.ts';
import { type Addition, type EditableFacts, type Knowledge, KnowledgeRefusal, type OwnArticle } from './types.ts';

export interface KnowledgeServices extends AdditionServices {
  /** The shipped articles, whether or not a server has them on. */
  readonly base: Library;
  /** Changes of one server wait for each other. */
  readonly turns: Turns;
  /** Only some servers add at the same time. */
  readonly lane: <T>(work: () => Promise<T>) => Promise<T>;
  readonly web: Web | null;
  readonly feeds: FeedKeeper;
}

const silent: Report = () => {};
/** Fewer letters of a hash prove nothing. */
const SHORTEST_HASH = 6;

export const knowledgeOf = (guildId: string, services: KnowledgeServices): Knowledge => {
  const { store, partitions, turns, lane, web, feeds, base, signal } = services;
  const shelf = shelfOf(store, guildId);
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => turns.run(guildId, work);

  const add = (files: readonly File[], report: Report, facts: EditableFacts = {}): Promise<Addition> =>
    inTurn(() =>
      lane(async () => {
        const { arrivals, failures } = await readFiles(files, report, services);
        const [only] = arrivals;
        const told = only && arrivals.length === 1 ? [{ ...only, article: described(only.article, facts) }] : arrivals;
        return await keep(guildId, { arrivals: told, failures }, report, services);
      }),
    );

  const entriesOf = async (ids: readonly string[]): Promise<readonly OwnArticle[]> => {
    const wanted = new Set(ids);
    return (await shelf.list()).filter(({ id }) => wanted.has(id)).map(ownArticleOf);
  };

  const read: Knowledge['read'] = async (id) => {
    const kept = await shelf.get(id);
    if (!kept) return null;
    const known = partitions.peek(guildId)?.server.library.article(id);
    const article = articleOf(id, kept.text, kept.facts);
    return known?.hash === article.hash && known.title === article.title ? known : article;
  };

  return {
    list: async () => (await shelf.list()).map(ownArticleOf),
    add: (files, report = silent) => add(files, report),
    async addText(text, { title, ...facts }, report = silent) {
      const checked = checkedFacts({ ...facts, ...(title?.trim() && { title }) });
      const file = { name: nameOfText(checked.title), bytes: Buffer.from(text), origin: 'text' };
      return await add([file], report, checked);
    },
    async addLink(url, report = silent) {
      if (!web) throw new KnowledgeRefusal('Links are switched off here. Please add the article as a file.');
      report({ stage: 'getting', done: 0, total: 1 });
      const fetched = await web.fetch(url, { accept: 'page', owner: guildId, signal });
      if (fetched.kind === 'unchanged') throw new Error('Nothing was known of the link, and yet it is unchanged');
      report({ stage: 'getting', done: 1, total: 1 });
      const ending = /\.[a-z0-9]{1,9}$/iu.exec(fetched.name)?.[0] ?? '';
      const file = {
        name: nameOfLink(fetched.url, ending),
        bytes: fetched.bytes,
        origin: fetched.url,
        url: fetched.url,
      };
      return await add([file], report);
    },
    edit: (id, facts) =>
      inTurn(async () => {
        const checked = checkedFacts(facts);
        const kept = await shelf.get(id);
        if (!kept) return null;
        const defined = Object.fromEntries(Object.entries(checked).filter(([, value]) => value !== undefined));
        const next: Facts = { ...kept.facts, ...defined };
        if (!(await shelf.describe(id, next))) return null;
        await settle(guildId, services);
        return (await entriesOf([id]))[0] ?? null;
      }),
    remove: (ids) =>
      inTurn(async () => {
        const before = await entriesOf(ids);
        const gone = new Set(await shelf.remove(ids));
        if (gone.size > 0) await settle(guildId, services);
        return before.filter(({ id }) => gone.has(id));
      }),
    bringBack: (ids) =>
      inTurn(async () => {
        const back = await shelf.bringBack(ids);
        if (back.length > 0) await settle(guildId, services);
        return await entriesOf(back);
      }),
    read,
    async prove(articleId, span, hash) {
      if (hash.length < SHORTEST_HASH || !/^[0-9a-f]+$/u.test(hash)) return null;
      if (!articleId.startsWith(OWN)) {
        const article = base.article(articleId);
        const citation = article ? prove(article, span, hash) : null;
        const { library } = await partitions.open(guildId);
        return citation && { citation, current: library.article(articleId) === article };
      }
      const kept = await shelf.get(articleId, hash);
      if (!kept) return null;
      const article = (kept.current && (await read(articleId))) || articleOf(articleId, kept.text, kept.facts);
      const citation = prove(article, span, hash);
      return citation && { citation, current: kept.current };
    },
    async *export() {
      const pace = createPace(signal);
      for await (const { id, text, facts } of shelf.read()) {
        await pace();
        const { format: _, origin: __, signs: ___, ...known } = facts;
        yield JSON.stringify({ id, ...known, text });
      }
    },
    reload: async () => (await partitions.reload(guildId)).own.size,
    feeds: {
      list: () => feeds.list(guildId),
      add: (url, report = silent) => feeds.add(guildId, url, report),
      remove: (url) => feeds.remove(guildId, url),
    },
  };
};
