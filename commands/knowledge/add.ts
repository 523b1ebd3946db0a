import { join, md } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { GivenFile, Markdown, MessageReply, ModalReply, Request, Services } from '../../src/discord/types.ts';
import {
  type Addition,
  type EditableFacts,
  type Knowledge,
  KnowledgeRefusal,
  type Progress,
} from '../../src/servers/types.ts';
import { WebRefusal } from '../../src/web/types.ts';
import { type Language, languageOf } from '../shared/language.ts';
import { label } from '../shared/sources.ts';
import { counts, merged, tellAddition } from './addition.ts';
import { readFacts, type Typed } from './facts.ts';
import { knowledgeOf } from './own.ts';

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
export function addModal(): ModalReply {
  return {
    kind: 'modal',
    title: 'Add articles',
    action: { command: 'knowledge', verb: 'added', args: [] },
    fields: [
      {
        id: 'files',
        kind: 'files',
        label: 'Files',
        hint: 'Text, Markdown, HTML, PDF, DOCX, JSON, RSS, Atom or ZIP, 25 MB each',
        required: false,
        least: 0,
        most: MOST_FILES,
      },
      { id: 'link', label: 'A link', hint: 'To one article', required: false, long: false, maxLength: 1_000 },
      { id: 'text', label: 'A text', required: false, long: true, maxLength: LONGEST_TEXT },
      { id: 'title', label: 'The title of the text', required: false, long: false, maxLength: 300 },
      {
        id: 'published',
        label: 'The day it was published',
        hint: 'Such as 2019-09-10 or 10 Sep 2019',
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
    throw new Refusal('There was nothing to add: please give a file, a link or a text.');
  }
  const language = languageOf(request, services);
  const report = reporter(services);
  const additions: Addition[] = [];
  if (given.files.length > 0) additions.push(await addFiles(given.files, knowledge, services));
  if (given.link !== undefined) additions.push(await addLink(given.link, knowledge, report));
  if (given.text !== undefined) additions.push(await knowledge.addText(given.text, facts, report));
  const addition = merged(additions);
  const [failure, another] = addition.failures;
  if (failure !== undefined && another === undefined && isNothingElse(addition)) {
    throw new Refusal(`Nothing was added. ${failure.file}: ${failure.reason.replace(/\.$/u, '')}.`);
  }
  const described = given.text === undefined ? await describe(addition, facts, knowledge) : addition;
  if (described.added.length + described.changed.length > 0) services.audit(inLog(described, language));
  return tellAddition(described, language);
}

/** Tells the asker how far an addition has come. */
export function reporter({ progress }: Pick<Services, 'progress'>): (state: Progress) => void {
  return ({ stage, done, total }) => {
    const count = total === null ? (done === 0 ? '' : ` ${done}`) : ` ${Math.min(done, total)} of ${total}`;
    progress(md`${STAGES[stage]}${count} …`);
  };
}

const STAGES: Readonly<Record<Progress['stage'], string>> = {
  getting: 'Fetching',
  reading: 'Reading',
  keeping: 'Keeping',
  indexing: 'Indexing',
};

/** What the log channel is told of an addition: how much, and the first titles. */
export function inLog(addition: Addition, language: Language): Markdown {
  const news = [...addition.added, ...addition.changed];
  const titles = news.slice(0, IN_LOG).map((article) => md`• ${label(article, 90, language)}`);
  const rest = news.length - titles.length;
  const more = rest > 0 ? [md`• and ${rest} more`] : [];
  return join([md`**Articles:** ${counts(addition)}`, ...titles, ...more], '\n');
}

async function addFiles(files: readonly GivenFile[], knowledge: Knowledge, services: Services): Promise<Addition> {
  const got: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  const failures: { readonly file: string; readonly reason: string }[] = [];
  for (const file of files) {
    services.progress(md`Fetching ${got.length + failures.length + 1} of ${files.length} …`);
    try {
      got.push({ name: file.name, bytes: await services.download(file) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      failures.push({ file: file.name, reason: error.message });
    }
  }
  const addition = got.length === 0 ? merged([]) : await knowledge.add(got, reporter(services));
  return { ...addition, failures: [...failures, ...addition.failures] };
}

async function addLink(link: string, knowledge: Knowledge, report: (state: Progress) => void): Promise<Addition> {
  try {
    return await knowledge.addLink(link, report);
  } catch (error) {
    if (!(error instanceof WebRefusal || error instanceof KnowledgeRefusal)) throw error;
    return { ...merged([]), failures: [{ file: link, reason: error.message }] };
  }
}

/** Title, date and source that were given belong to the one article that came; of several they would be wrong. */
async function describe(addition: Addition, facts: EditableFacts, knowledge: Knowledge): Promise<Addition> {
  const all = [...addition.added, ...addition.changed, ...addition.unchanged];
  const [only] = all;
  if (only === undefined || Object.keys(facts).length === 0) return addition;
  if (all.length > 1) {
    const reason = 'they were not set, since several articles came; /knowledge edit sets them one by one';
    return { ...addition, failures: [...addition.failures, { file: 'Title, date and source', reason }] };
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
