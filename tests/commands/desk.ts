import { commands } from '../../commands/index.ts';
import { display } from '../../src/discord/display.ts';
import { sayPhrase, speaking } from '../../src/discord/markdown.ts';
import type { Action, Command, GivenFile, MessageReply, Reply, Request, Services } from '../../src/discord/types.ts';
import { speechIn } from '../../src/languages/languages.ts';
import { createReader } from '../../src/nlp/nlp.ts';
import { createServers } from '../../src/servers/servers.ts';
import type { Server } from '../../src/servers/types.ts';
import { openStore } from '../../src/store/store.ts';
import type { Store } from '../../src/store/types.ts';
import { type Web, WebRefusal } from '../../src/web/types.ts';
import { ferry, libraryOf, message, request } from './fixtures.ts';

const reader = createReader();
const english = speechIn('en');

export const GUILD = '300000000000000001';

/** A server with its administrator, on a store and articles of its own. */
export interface Desk {
  readonly store: Store;
  /** What the log channel was told, as it is shown. */
  readonly audits: readonly string[];
  readonly progress: readonly string[];
  services(): Promise<Services>;
  server(): Promise<Server>;
  /** A slash command, as the dispatcher runs it: `runs(knowledge, 'feed add', {…})`. */
  runs(command: Command, path: string, options?: Request['options'], more?: Partial<Request>): Promise<Reply>;
  /** A button, a select or a modal. */
  presses(action: Action, more?: Partial<Request>): Promise<Reply>;
  /** A file that can be attached: text, or bytes. */
  attach(name: string, content: string | Uint8Array, field?: string): GivenFile;
  close(): Promise<void>;
}

/** A web of one page or feed a link: what is not there cannot be opened. */
export type Pages = Readonly<Record<string, string>>;

export async function openDesk(pages: Pages = {}): Promise<Desk> {
  const store = await openStore('memory:');
  const servers = createServers({ shipped: libraryOf(ferry), reader, store, web: webOf(pages) });
  const audits: string[] = [];
  const progress: string[] = [];
  const files = new Map<string, Uint8Array>();

  const services = async (): Promise<Services> => {
    const server = await servers.open(GUILD);
    return {
      ...speaking(english),
      commands,
      server,
      library: server.library,
      servers,
      store,
      progress: (text) => void progress.push(display(text)),
      audit: (text) => void audits.push(display('phrase' in text ? sayPhrase(english, text) : text)),
      download: async ({ url }) => files.get(url) ?? Promise.reject(new Error(`There is no file at ${url}`)),
    };
  };
  const asked = (options: Request['options'], more: Partial<Request>): Request =>
    request(options, { guildId: GUILD, member: { roles: [], managesServer: true }, ...more });

  return {
    store,
    audits,
    progress,
    services,
    server: () => servers.open(GUILD),
    async runs(command, path, options = {}, more = {}) {
      const parts = path === '' ? [] : path.split(' ');
      return await command.run(asked(options, { path: parts, ...more }), await services());
    },
    async presses({ command, verb, args }, more = {}) {
      const handler = commands.find(({ data }) => data.name === command)?.verbs?.[verb];
      if (handler === undefined) throw new Error(`/${command} has no verb ${verb}`);
      return await handler(asked({}, more), await services(), args);
    },
    attach(name, content, field = 'file') {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      const url = `https://files.example/${files.size}/${name}`;
      files.set(url, bytes);
      return { field, name, size: bytes.length, url };
    },
    async close() {
      await servers.close();
      await store.close();
    },
  };
}

function webOf(pages: Pages): Web {
  return {
    async fetch(url) {
      const page = pages[url];
      if (page === undefined) throw new WebRefusal('status', 'There is no page at that link.');
      const isFeed = page.startsWith('<?xml');
      return await Promise.resolve({
        kind: 'fetched',
        url,
        bytes: Buffer.from(page),
        type: isFeed ? 'application/rss+xml' : 'text/html',
        name: isFeed ? 'feed.xml' : 'page.html',
        etag: null,
        lastModified: null,
        maxAge: null,
        moved: null,
      });
    },
    close: () => Promise.resolve(),
  };
}

/** Chooses in a select: one value, or several. */
export function choosing(...values: readonly string[]): Partial<Request> {
  return { fields: { value: values[0] ?? '' }, chosen: { value: values } };
}

/** The text of a reply's file. */
export function fileOf(reply: MessageReply): string {
  const [file] = reply.files ?? [];
  if (file === undefined) throw new Error('The reply has no file');
  return Buffer.from(file.bytes).toString('utf8');
}

export const messageOf = async (reply: Promise<Reply>): Promise<MessageReply> => message(await reply);
