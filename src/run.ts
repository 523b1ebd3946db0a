/** Runs the bot: on Discord with a token, and without one on a local Discord with a page to try it. */
import { commands } from '../commands/index.ts';
import manifest from '../package.json' with { type: 'json' };
import { createLibrary, openLibrary } from './answer/answer.ts';
import type { Library } from './answer/types.ts';
import { KnowledgeError, loadKnowledge } from './corpus/corpus.ts';
import type { Failure } from './corpus/types.ts';
import { type Bot, startBot } from './discord/discord.ts';
import { type Env, readEnv } from './env.ts';
import { createReader, type Reader } from './nlp/nlp.ts';
import { createLog, startOperations } from './operations/operations.ts';
import { createServers } from './servers/servers.ts';
import { openStore } from './store/store.ts';
import type { Store } from './store/types.ts';
import type { Example } from './tryout/protocol.ts';
import { type LocalDiscord, startLocalDiscord } from './tryout/tryout.ts';
import { createWeb } from './web/web.ts';

interface Running {
  /** Settles when only a new process can help. */
  readonly lost: Promise<unknown>;
  close(): Promise<void>;
}

const print = (line: string): void => console.log(line);

const start = async (env: Env): Promise<Running> => {
  const secrets = env.token ? [env.token] : [];
  const log = createLog({ level: env.logLevel ?? (env.token ? 'info' : 'warn'), secrets });
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'a fault that nothing caught');
    process.exit(1);
  });
  const reader = createReader();
  const library = await readLibrary(env, reader, (sentence) => log.warn(sentence));
  const store = await openStore(env.storeUrl, { report: (sentence) => log.warn(sentence) });
  const lost = Promise.withResolvers<string>();
  let bot: Bot | null = null;
  const web = createWeb({ contact: env.webContact ?? undefined });
  const servers = createServers({
    shipped: library,
    reader,
    store,
    web,
    isMine: (guildId) => bot?.connection.serves(guildId) ?? false,
    report: (sentence) => log.warn(sentence),
  });
  const operations = await startOperations({
    place: env.operations,
    version: manifest.version,
    commands: commands.map(({ data }) => data.name),
    readings: {
      articles: () => library.articles.length + servers.size.articles,
      servers: () => bot?.connection.guilds()?.length ?? servers.size.servers,
      passages: () => library.searcher.size.passages,
      indexBytes: () => library.searcher.size.bytes,
      shards: () => bot?.connection.shards() ?? [],
    },
    ...conditions({ library, store, connection: () => bot?.connection ?? null }),
    log,
  });
  const local = env.token ? null : await openTryout(env.port, () => examplesFrom(library));
  bot = await startBot({
    token: env.token ?? local!.token,
    commands,
    shared: { servers, store },
    api: local
      ? { base: local.apiBase, cdn: local.cdnBase, media: local.cdnBase }
      : { base: env.apiBase, cdn: env.cdnBase, media: env.mediaBase },
    log,
    now: () => new Date(),
    sharding: { shards: env.shards, count: env.shardCount },
    interactions: env.interactions,
    giveUp: lost.resolve,
    onAnswered: operations.answered,
    ...(local ? {} : { attachmentHosts: env.attachmentHosts }),
  });
  const { close } = bot;
  const count = library.articles.length === 1 ? 'one article' : `${library.articles.length} articles`;
  print(`${bot.name} answers from ${count} in ${env.knowledge}`);
  if (local) {
    print(`Try it at ${local.pageUrl} (a local Discord; nothing leaves this machine).`);
    print(
      'To put it on a server: create an application at https://discord.com/developers/applications, write the token of its bot into .env as DISCORD_TOKEN, and start again.',
    );
  } else print(`It is on Discord. Add it to a server: ${bot.inviteUrl}`);
  const stop = prepare(library);
  return {
    lost: lost.promise,
    close: async () => {
      stop();
      await close();
      await operations.close();
      await local?.close();
      await servers.close();
      web.close();
      await store.close();
    },
  };
};

/** What the bot needs to be of use, and what only a new process can mend. */
const conditions = ({ library, store, connection }: Needed) => ({
  healthy: [{ name: 'connection', check: () => connection()?.trouble() ?? null }],
  ready: [
    { name: 'library', check: () => (library.articles.length > 0 ? null : 'no articles') },
    {
      name: 'store',
      check: () =>
        store.get('health').then(
          () => null,
          () => 'cannot be reached',
        ),
    },
    {
      name: 'discord',
      check: () => {
        const connected = connection();
        return connected ? connected.missing() : 'connecting';
      },
    },
  ],
});

interface Needed {
  readonly library: Library;
  readonly store: Store;
  readonly connection: () => Bot['connection'] | null;
}

const readLibrary = async (
  { knowledge: place, indexCache: folder }: Env,
  reader: Reader,
  report: (sentence: string) => void,
): Promise<Library> => {
  const { corpus, failures } = await loadKnowledge(place, reader).catch((error: unknown) => {
    throw error instanceof KnowledgeError
      ? new KnowledgeError(`${error.message} Set KNOWLEDGE to the folder that holds them.`)
      : error;
  });
  for (const failure of failures) console.error(leftOut(failure));
  if (corpus.articles.length === 0)
    throw new KnowledgeError(`There is no article to read in "${place}". Put a .txt, .md or .jsonl file into it.`);
  return folder ? openLibrary(corpus, reader, { folder, report }) : createLibrary(corpus, reader);
};

/** Reads the articles ahead of the questions, one between other work. Returns the function that ends it early. */
const prepare = (library: Library): (() => void) => {
  const waiting = [...library.articles].reverse();
  const next = (): void => {
    const article = waiting.pop();
    if (!article) return;
    library.prepare(article);
    setImmediate(next);
  };
  setImmediate(next);
  return () => {
    waiting.length = 0;
  };
};

const leftOut = ({ file, reason }: Failure): string => `Left out ${file}: ${reason}.`;

const openTryout = async (port: number, examples: () => readonly Example[]): Promise<LocalDiscord> => {
  try {
    return await startLocalDiscord({ port, page: true, examples });
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new Error(`Port ${port} is taken by another program. Set PORT to another number, or to 0 for any free one.`);
  }
};

const isTaken = (error: unknown): boolean =>
  error instanceof Error && ((error as NodeJS.ErrnoException).code === 'EADDRINUSE' || isTaken(error.cause));

/** Looking through more articles for examples would keep the page waiting. */
const exampleArticles = 100;

/** First things to try, made of whatever the articles hold. */
const examplesFrom = (library: Library): readonly Example[] => {
  const speakers = library.articles.length > exampleArticles ? [] : library.speakers().slice(0, 2);
  return [
    ...speakers.map(({ name }) => ({ command: 'ask', options: { question: `What did ${name} say?` } })),
    ...speakers.slice(0, 1).map(({ name }) => ({ command: 'quote', options: { speaker: name } })),
    { command: 'timeline', options: {} },
    { command: 'article', options: {} },
  ];
};

/** Supervisors kill what has not ended by itself ten seconds after it was told to. */
const longestEnd = 10_000;

/** Lets what is under way finish; a second signal does not wait for it, and before it runs there is nothing to wait for. */
const closeInTime = (starting: Promise<Running>): void => {
  let running: Running | null = null;
  let closing = false;
  const close = (status: number): void => {
    if (closing || !running) process.exit(closing ? 130 : status);
    closing = true;
    setTimeout(() => process.exit(1), longestEnd).unref();
    print('Stopping…');
    running.close().then(
      () => process.exit(status),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', () => close(0));
  process.on('SIGTERM', () => close(0));
  starting.then(
    (started) => {
      running = started;
      void started.lost.then(() => close(1));
    },
    () => {},
  );
};

try {
  const starting = start(readEnv());
  closeInTime(starting);
  await starting;
} catch (error) {
  // What a person can mend is an Error of our own with one plain sentence; JavaScript's own kinds are faults of ours.
  const isOurFault = !(error instanceof Error) || /^(?:Type|Range|Reference|Syntax)Error$/.test(error.name);
  console.error(isOurFault ? error : error.message);
  process.exit(1);
}
