import { display } from '../../src/discord/display.ts';
import { type Phrase, phrase } from '../../src/discord/markdown.ts';
import { Refusal, sentenceOf } from '../../src/discord/refusal.ts';
import type { GivenFile, MessageReply, ModalReply, Request, Services } from '../../src/discord/types.ts';
import type { Speech } from '../../src/languages/types.ts';
import {
  type Addition,
  type EditableFacts,
  type Knowledge,
  KnowledgeRefusal,
  type Progress,
} from '../../src/servers/types.ts';
import { WebRefusal } from '../../src/web/types.ts';
import { counts, merged, tellAddition } from './addition.ts';
import { readFacts, type Typed } from './facts.ts';
import { knowledgeOf } from './own.ts';
import { bullets, lines } from './phrases.ts';

/** What one upload takes, and the longest text that a window takes. */
const MOST_FILES = 10;
const LONGEST_TEXT = 4_000;

/** How many titles the log channel is told. */
const IN_LOG = 5;

/** What somebody gives to be added. */
export interface Given {
  readonly files: readonly GivenFile[];
  readonly link: string | undefined;
  readonly text: string | undefined;
  readonly facts: Typed;
}

/** The window for files, a link or a text; what is empty in it is left out. */
export function addModal({ text }: Speech): ModalReply {
  return {
    kind: 'modal',
    title: text('knowledge.add.title'),
    action: { command: 'knowledge', verb: 'added', args: [] },
    fields: [
      {
        id: 'files',
        kind: 'files',
        label: text('knowledge.add.files'),
        hint: text('knowledge.add.filesHint'),
        required: false,
        least: 0,
        most: MOST_FILES,
      },
      {
        id: 'link',
        label: text('knowledge.add.link'),
        hint: text('knowledge.add.linkHint'),
        required: false,
        long: false,
        maxLength: 1_000,
      },
      { id: 'text', label: text('knowledge.add.text'), required: false, long: true, maxLength: LONGEST_TEXT },
      { id: 'title', label: text('knowledge.add.name'), required: false, long: false, maxLength: 300 },
      {
        id: 'published',
        label: text('knowledge.add.published'),
        hint: text('knowledge.add.publishedHint'),
        required: false,
        long: false,
        maxLength: 20,
      },
    ],
  };
}

/** What the window sent. */
export function givenIn({ files, fields }: Request): Given {
  return {
    files,
    link: fields['link']?.trim() || undefined,
    text: fields['text']?.trim() ? fields['text'] : undefined,
    facts: { title: fields['title'], published: fields['published'] },
  };
}

/**
 * Adds what was given, shows how far that has come, and tells what became of it. What cannot be read or fetched does not
 * keep the rest from being added. Rejects with `Refusal` when there is nothing else.
 */
export async function add(given: Given, request: Request, services: Services): Promise<MessageReply> {
  const knowledge = knowledgeOf(request, services);
  const facts = readFacts(given.facts);
  if (given.files.length === 0 && given.link === undefined && given.text === undefined) {
    throw new Refusal(phrase('knowledge.add.nothing'));
  }
  const report = reporter(services);
  const additions: Addition[] = [];
  if (given.files.length > 0) additions.push(await addFiles(given.files, knowledge, services));
  if (given.link !== undefined) additions.push(await addLink(given.link, knowledge, services));
  if (given.text !== undefined) additions.push(await knowledge.addText(given.text, facts, report));
  const addition = merged(additions);
  const [failure, another] = addition.failures;
  if (failure !== undefined && another === undefined && isNothingElse(addition)) {
    throw new Refusal(
      phrase('knowledge.add.failed', { file: failure.file, reason: failure.reason.replace(/[.。]$/u, '') }),
    );
  }
  const described = given.text === undefined ? await describe(addition, facts, knowledge, services.speech) : addition;
  if (described.added.length + described.changed.length > 0) services.audit(inLog(described));
  return tellAddition(described, services.speech);
}

/** Tells the asker how far an addition has come. */
export function reporter({ progress, say }: Pick<Services, 'progress' | 'say'>): (state: Progress) => void {
  return (state) => {
    const stage = phrase(`knowledge.stage.${state.stage}`);
    const { done, total } = state;
    if (total !== null) progress(say('knowledge.stage.doneOf', { stage, done: Math.min(done, total), total }));
    else progress(done === 0 ? say('knowledge.stage.begun', { stage }) : say('knowledge.stage.done', { stage, done }));
  };
}

/** What the log channel is told of an addition: how much, and the first titles. */
export function inLog(addition: Addition): Phrase {
  const news = [...addition.added, ...addition.changed];
  return lines([phrase('knowledge.add.audit', { counts: counts(addition) }), ...bullets(news, IN_LOG)]);
}

async function addFiles(files: readonly GivenFile[], knowledge: Knowledge, services: Services): Promise<Addition> {
  const got: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  const failures: { readonly file: string; readonly reason: string }[] = [];
  const tell = reporter(services);
  for (const file of files) {
    tell({ stage: 'getting', done: got.length + failures.length + 1, total: files.length });
    try {
      got.push({ name: file.name, bytes: await services.download(file) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      failures.push({ file: file.name, reason: display(sentenceOf(error, services.speech)) });
    }
  }
  const addition = got.length === 0 ? merged([]) : await knowledge.add(got, tell);
  return { ...addition, failures: [...failures, ...addition.failures] };
}

async function addLink(link: string, knowledge: Knowledge, services: Services): Promise<Addition> {
  try {
    return await knowledge.addLink(link, reporter(services));
  } catch (error) {
    if (!(error instanceof WebRefusal || error instanceof KnowledgeRefusal)) throw error;
    return { ...merged([]), failures: [{ file: link, reason: display(sentenceOf(error, services.speech)) }] };
  }
}

/** Title, date and source that were given belong to the one article that came; of several they would be wrong. */
async function describe(
  addition: Addition,
  facts: EditableFacts,
  knowledge: Knowledge,
  { text }: Speech,
): Promise<Addition> {
  const all = [...addition.added, ...addition.changed, ...addition.unchanged];
  const [only] = all;
  if (only === undefined || Object.keys(facts).length === 0) return addition;
  if (all.length > 1) {
    const unset = { file: text('knowledge.add.facts'), reason: text('knowledge.add.factsUnset') };
    return { ...addition, failures: [...addition.failures, unset] };
  }
  const edited = (await knowledge.edit(only.id, facts)) ?? only;
  const instead = (some: readonly (typeof only)[]) =>
    some.map((article) => (article.id === only.id ? edited : article));
  return {
    ...addition,
    added: instead(addition.added),
    changed: instead(addition.changed),
    unchanged: instead(addition.unchanged),
  };
}

function isNothingElse({ added, changed, unchanged, duplicates, copies }: Addition): boolean {
  return [added, changed, unchanged, duplicates, copies].every(({ length }) => length === 0);
}
