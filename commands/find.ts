import { ApplicationCommandType } from 'discord.js';
import type { CheckResult, Library } from '../src/answer/types.ts';
import { bold, join, md, phrase, type Say, small } from '../src/discord/markdown.ts';
import type { Block, Command, Markdown, Request, Services } from '../src/discord/types.ts';
import { listed } from './ask/answers.ts';
import { evidence, evidenceAction } from './shared/evidence.ts';
import { note } from './shared/noted.ts';
import { EVERYWHERE, searchable } from './shared/options.ts';
import { sourceLine } from './shared/sources.ts';
import { inRow, oneLine } from './shared/wording.ts';

const NAME = 'Find in articles';

/** The nearest sentences shown when the message's words are not in the articles. */
const NEAREST = 3;

/** How many differences are spelled out. */
const SHOWN = 6;

/** A stretch in quotation marks of three words or more, marks left out. */
const QUOTED = /[“"„«]\s*([^“”"„«»]+?)\s*[”"“»]/gu;

export const find: Command = {
  data: { type: ApplicationCommandType.Message, name: NAME, ...EVERYWHERE },
  isPrivate: true,

  run(request, services) {
    const { library, say, speech } = services;
    const text = message(request);
    const checked = best(library, text);
    const options = { text };
    const reply = { kind: 'message', private: true, asked: { command: NAME, options } } as const;
    if (checked.match === null || checked.verdict === 'not found') {
      const noted = note(text, { answered: false });
      return { ...reply, head: [], items: notFound(services, text, request.today), foot: [], noted };
    }
    const { match } = checked;
    const buttons = [
      { label: speech.text('evidence.context'), action: evidenceAction(NAME, 'context', match) },
      { label: speech.text('evidence.proof'), action: evidenceAction(NAME, 'proof', match) },
    ];
    return {
      ...reply,
      head: [{ kind: 'text', text: verdict(checked, say) }],
      items: [
        { kind: 'quotation', citation: library.around(match, 0), highlight: match },
        { kind: 'text', text: small(sourceLine(match.article, speech)) },
      ],
      foot: [{ kind: 'buttons', buttons }],
      noted: note(text, { answered: true, citations: [match], speakers: [checked.speaker] }),
    };
  },

  verbs: { ...evidence },
};

/** The message's words: from the message itself, or from the first line of the reply when a page is turned. */
function message(request: Request): string {
  const text = String(request.options['text'] ?? request.target ?? '');
  return searchable(text, phrase('find.empty'));
}

/** What the message quotes is looked for first, then the whole message; an exact match wins over an altered one. */
function best(library: Library, text: string): CheckResult {
  const plain = oneLine(text.replace(/(^|\s)(?:>|-#)(?=\s)/gu, '$1').replace(/[*_~`|]+/gu, ''));
  const quoted = [...plain.matchAll(QUOTED)]
    .map(([, words = '']) => words)
    .filter((words) => words.split(' ').length > 2);
  const results = [...quoted, plain].map((words) => library.check(words));
  const whole = results.at(-1)!;
  return (
    results.find(({ verdict }) => verdict === 'exact') ?? results.find(({ verdict }) => verdict === 'altered') ?? whole
  );
}

function verdict({ verdict, speaker, diff }: CheckResult, say: Say): Markdown {
  const found = say(verdict === 'exact' ? 'find.exact' : 'find.altered');
  const by = speaker === null ? [] : [say('check.said', { speaker: bold(oneLine(speaker)) })];
  const line = inRow(say, [found, ...by], 'words.sentences');
  return verdict === 'exact' ? line : join([line, ...differences(diff, say)], '\n');
}

/** The stretches that differ, as "the article has …, the message has …". */
function differences(diff: CheckResult['diff'], say: Say): readonly Markdown[] {
  const runs: { article: string[]; message: string[] }[] = [];
  let open = false;
  for (const [sign, words] of diff) {
    if (sign === '=') {
      open = false;
      continue;
    }
    if (!open) runs.push({ article: [], message: [] });
    open = true;
    runs.at(-1)![sign === '-' ? 'article' : 'message'].push(oneLine(words));
  }
  const lines = runs.slice(0, SHOWN).map(({ article, message }) => {
    if (message.length === 0) return say('find.left', { words: article.join(' ') });
    if (article.length === 0) return say('find.added', { words: message.join(' ') });
    return say('find.changed', { article: article.join(' '), message: message.join(' ') });
  });
  const more = runs.length > SHOWN ? [say('find.more', { n: runs.length - SHOWN })] : [];
  return [...lines, ...more].map((told) => md`• ${told}`);
}

function notFound({ library, say, speech }: Services, text: string, asked: string): readonly Block[] {
  const nearest = library.ask(text, { asked, top: NEAREST }).candidates.slice(0, NEAREST);
  const none = say('find.none');
  if (nearest.length === 0) {
    return [{ kind: 'text', text: inRow(say, [none, say('find.far')], 'words.sentences') }];
  }
  return [{ kind: 'text', text: join([none, say('find.near')], '\n') }, ...listed(nearest, speech)];
}
