/** Runs the bot: on Discord with a token, and without one on a local Discord with a page to try it. */
import { pino } from 'pino';
import { commands } from '../commands/index.ts';
import { createLibrary } from './answer/answer.ts';
import type { Library } from './answer/types.ts';
import { KnowledgeError, loadKnowledge } from './corpus/corpus.ts';
import type { Failure } from './corpus/types.ts';
import { startBot } from './discord/discord.ts';
import { type Env, readEnv } from './env.ts';
import { createReader, type Reader } from './nlp/nlp.ts';
import { createServers } from './servers/servers.ts';
import { openStore } from './store/store.ts';
import type { Example } from './tryout/protocol.ts';
import { type LocalDiscord, startLocalDiscord } from './tryout/tryout.ts';

interface Running {
  close(): Promise<void>;
}

const print = (line: string): void => console.log(line);

const start = async (env: Env): Promise<Running> => {
  const log = pino({ level: env.logLevel ?? (env.token ? 'info' : 'warn') }, pino.destination(2));
  const reader = createReader();
  const library = await readLibrary(env.knowledge, reader);
  const store = await openStore(env.storeUrl, { report: (sentence) => log.warn(sentence) });
  const local = env.token ? null : await openTryout(env.port, examplesFrom(library));
  const bot = await startBot({
    token: env.token ?? local!.token,
    commands,
    shared: { servers: createServers({ shipped: library, reader, store }), store },
    api: local
      ? { base: local.apiBase, cdn: local.cdnBase, media: local.cdnBase }
      : { base: env.apiBase, cdn: env.cdnBase, media: env.mediaBase },
    log,
    now: () => new Date(),
  });
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
    close: async () => {
      stop();
      await bot.close();
      await local?.close();
      await store.close();
    },
  };
};

const readLibrary = async (place: string, reader: Reader): Promise<Library> => {
  const { corpus, failures } = await loadKnowledge(place, reader).catch((error: unknown) => {
    throw error instanceof KnowledgeError
      ? new KnowledgeError(`${error.message} Set KNOWLEDGE to the folder that holds them.`)
      : error;
  });
  for (const failure of failures) console.error(leftOut(failure));
  if (corpus.articles.length === 0)
    throw new KnowledgeError(`There is no article to read in "${place}". Put a .txt, .md or .jsonl file into it.`);
  return createLibrary(corpus, reader);
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

const openTryout = async (port: number, examples: readonly Example[]): Promise<LocalDiscord> => {
  try {
    return await startLocalDiscord({ port, page: true, examples });
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new Error(`Port ${port} is taken by another program. Set PORT to another number, or to 0 for any free one.`);
  }
};

const isTaken = (error: unknown): boolean =>
  error instanceof Error && ((error as NodeJS.ErrnoException).code === 'EADDRINUSE' || isTaken(error.cause));

/** Looking through more articles for examples would keep the start waiting. */
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

/** Lets what is under way finish; a second signal does not wait for it. */
const closeOnSignal = (running: Running): void => {
  let closing = false;
  const close = (): void => {
    if (closing) process.exit(130);
    closing = true;
    print('Stopping…');
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
};

try {
  closeOnSignal(await start(readEnv()));
} catch (error) {
  // What a person can mend is an Error of our own with one plain sentence; JavaScript's own kinds are faults of ours.
  const isOurFault = !(error instanceof Error) || /^(?:Type|Range|Reference|Syntax)Error$/.test(error.name);
  console.error(isOurFault ? error : error.message);
  process.exit(1);
}
