/** The command line: `node src/cli.ts VERB …`. Exit status 0 done, 1 input refused, 2 wrong usage. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { createLibrary } from './answer/answer.ts';
import type { Library } from './answer/types.ts';
import { backUp, restore } from './cli/backup.ts';
import { diagnose } from './cli/doctor.ts';
import * as people from './cli/people.ts';
import { type Query, readQuestions } from './cli/questions.ts';
import * as records from './cli/records.ts';
import { KnowledgeError, loadKnowledge } from './corpus/corpus.ts';
import { type Env, EnvError, readEnv } from './env.ts';
import { createReader, type Reader } from './nlp/nlp.ts';
import { openStore } from './store/store.ts';
import { StoreError } from './store/types.ts';

const USAGE = `Usage: verbatim VERB … [--knowledge PATH] [--json]

  ask [QUESTION] [--questions FILE.jsonl] [--top N]                   the sentence that answers, or that none does
  quote [ABOUT] [--speaker NAME] [--kind direct|mixed|indirect] [--top N]   who said what
  timeline [TOPIC] [--from DATE] [--to DATE] [--dates N] [--sentences K] [--why]
                                                                      what happened when
  check TEXT                                                          is this quotation in the articles?
  inspect                                                             everything that was read out of each article
  backup FILE                                                         writes everything in the store to a file
  restore FILE                                                        makes the store what it was (stop the bot first)
  doctor                                                              what is missing in the environment`;

/** The words on the command line make no sense. */
class UsageError extends Error {}
/** They do, but what they name cannot be used. */
class InputError extends Error {}

const COMMON = { knowledge: { type: 'string' }, json: { type: 'boolean' } } as const;
const OPTIONS: Readonly<Record<string, ParseArgsOptionsConfig>> = {
  ask: { questions: { type: 'string' }, top: { type: 'string' }, asked: { type: 'string' } },
  quote: { speaker: { type: 'string' }, kind: { type: 'string' }, top: { type: 'string' } },
  timeline: {
    from: { type: 'string' },
    to: { type: 'string' },
    dates: { type: 'string' },
    sentences: { type: 'string' },
    why: { type: 'boolean' },
  },
  check: {},
  inspect: {},
  backup: {},
  restore: {},
  doctor: {},
};

interface Given {
  readonly words: string;
  readonly options: Readonly<Record<string, string | undefined>>;
  readonly json: boolean;
  /** Whether reasons are printed, too. */
  readonly why: boolean;
}

const VERBS: Readonly<Record<string, (given: Given, library: Library, reader: Reader) => Promise<void> | void>> = {
  async ask({ words, options, json }, library) {
    if ((words === '') === (options['questions'] === undefined)) {
      throw new UsageError('Give either a question or --questions FILE.jsonl.');
    }
    const top = count(options, 'top', 3);
    const asked = day(options, 'asked') ?? new Date().toISOString().slice(0, 10);
    const questions: readonly Query[] =
      options['questions'] === undefined
        ? [{ id: '1', question: words }]
        : await readQuestions(options['questions']).catch((error: Error) => {
            throw new InputError(error.message);
          });
    for (const { id, question, asked: then } of questions) {
      const started = performance.now();
      const result = library.ask(question, { asked: then ?? asked, top });
      const ms = performance.now() - started;
      print(json ? records.askRecord(id, result, ms) : people.answerText(result));
    }
  },
  quote({ words, options, json }, library) {
    const kind = options['kind'];
    if (kind !== undefined && !isKind(kind)) throw new UsageError('--kind is direct, mixed or indirect.');
    const found = library.quote({
      ...(words === '' ? {} : { about: words }),
      ...(options['speaker'] === undefined ? {} : { speaker: options['speaker'] }),
      ...(kind === undefined ? {} : { kind }),
      top: count(options, 'top', 10),
    });
    for (const result of found) print(json ? records.quoteRecord(result) : people.quoteText(result));
    if (!json && found.length === 0) print('The articles quote nobody like that.');
  },
  timeline({ words, options, json, why }, library) {
    const from = day(options, 'from');
    const to = day(options, 'to');
    const entries = library.timeline({
      ...(words === '' ? {} : { topic: words }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      dates: count(options, 'dates', 20),
      sentences: count(options, 'sentences', 2),
    });
    for (const entry of entries) print(json ? records.timelineRecord(entry) : people.entryText(entry, why));
    if (!json && entries.length === 0) print('The articles give no dates for that.');
  },
  check({ words, json }, library) {
    if (words === '') throw new UsageError('Give the text to check.');
    const result = library.check(words);
    print(json ? records.checkRecord(result) : people.checkText(result));
  },
  inspect({ json }, library, reader) {
    for (const article of library.articles) {
      const reading = reader.read(article);
      print(json ? records.inspectRecord(article, reading) : people.inspectText(article, reading));
    }
  },
};

async function run(args: readonly string[]): Promise<number> {
  const [verb = ''] = args;
  if (verb === '' || verb === 'help' || verb === '--help') {
    print(USAGE);
    return verb === '' ? 2 : 0;
  }
  const spec = OPTIONS[verb];
  if (!spec) throw new UsageError(`There is no verb "${verb}".`);
  const given = parse(args.slice(1), spec);
  const env = readEnv();
  if (verb === 'backup' || verb === 'restore') return transfer(verb, given, env);
  const reader = createReader();
  if (verb === 'doctor') return diagnose(env, reader, print);
  const place = given.options['knowledge'] ?? env.knowledge;
  const { corpus, failures } = await loadKnowledge(place, reader);
  for (const { file, reason } of failures) process.stderr.write(`Left out ${file}: ${reason}.\n`);
  if (corpus.articles.length === 0) throw new InputError(`There is no article to read in "${place}".`);
  await VERBS[verb]?.(given, createLibrary(corpus, reader), reader);
  return 0;
}

async function transfer(verb: 'backup' | 'restore', { words: file, json }: Given, env: Env): Promise<number> {
  if (file === '') throw new UsageError('Give the file of the backup.');
  const store = await openStore(env.storeUrl);
  try {
    const values = await (verb === 'backup' ? backUp(store, file) : restore(store, file));
    if (json) print(JSON.stringify({ file, values }));
    else
      print(
        verb === 'backup' ? `${values} values are in ${file}.` : `The store holds the ${values} values of ${file}.`,
      );
    return 0;
  } finally {
    await store.close();
  }
}

function parse(args: readonly string[], spec: ParseArgsOptionsConfig): Given {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...COMMON, ...spec },
      allowPositionals: true,
    });
    const options = Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
    return {
      words: positionals.join(' ').trim(),
      options,
      json: values.json === true,
      why: 'why' in values && values.why === true,
    };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function count(options: Given['options'], name: string, otherwise: number): number {
  const value = options[name];
  if (value === undefined) return otherwise;
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new UsageError(`--${name} takes a whole number from 1 on.`);
  return Number(value);
}

function day(options: Given['options'], name: string): string | undefined {
  const value = options[name];
  if (value !== undefined && !(/^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)))) {
    throw new UsageError(`--${name} takes a day as YYYY-MM-DD.`);
  }
  return value;
}

function isKind(kind: string): kind is 'direct' | 'mixed' | 'indirect' {
  return kind === 'direct' || kind === 'mixed' || kind === 'indirect';
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

// A reader that closes the pipe early (`| head`) has what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

/** What a person can mend, said in one sentence. */
function isPlain(error: unknown): error is Error {
  return [InputError, EnvError, KnowledgeError, StoreError].some((kind) => error instanceof kind);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${USAGE}\n`);
    process.exitCode = 2;
  } else if (isPlain(error)) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } else throw error;
}
