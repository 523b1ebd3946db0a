import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { CheckResult, Citation, Library } from '../../src/answer/types.ts';
import { join, md, small } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Block, Command, MessageReply } from '../../src/discord/types.ts';
import { listed } from '../ask/answers.ts';
import { evidence, evidenceAction } from '../shared/evidence.ts';
import { type Language, languageOf } from '../shared/language.ts';
import { note } from '../shared/noted.ts';
import { EVERYWHERE } from '../shared/options.ts';
import { sourceLine } from '../shared/sources.ts';
import { speakerButtons } from '../shared/speakers.ts';
import { oneLine, tidy } from '../shared/wording.ts';
import { shownDiff, verdict } from './verdict.ts';

const NAME = 'Check this quote';

/** The longest text that is checked, in characters: the reply repeats it. */
const LONGEST = 700;

/** How many other articles with the same words are named. */
const OTHERS = 4;

/** A stretch in quotation marks, marks left out. */
const QUOTED = /[“"„«]\s*([^“”"„«»]+?)\s*[”"“»]/gu;

/** Fewer words in quotation marks are a word that somebody keeps a distance to, not a quotation. */
const SHORTEST = 3;

/** `/check text`: was this really said? */
export const check: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'check',
    description: 'Was this really said? Compares a quotation with the articles, word by word',
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'text',
        description: 'The quotation, with or without who said it: “…,” X said',
        required: true,
        max_length: LONGEST,
      },
    ],
  },

  run(request, services) {
    const text = checkable(String(request.options['text'] ?? ''), 'Please give the words to check.');
    return answer(services.library, text, languageOf(request, services));
  },

  verbs: { ...evidence },
};

/** The same from a message's menu; only who asks sees the reply. */
export const checkMessage: Command = {
  data: { type: ApplicationCommandType.Message, name: NAME, ...EVERYWHERE },
  isPrivate: true,

  run(request, services) {
    const written = String(request.options['text'] ?? request.target ?? '');
    const text = checkable(unformatted(written), 'That message has no words to check: please choose one with text.');
    return {
      ...answer(services.library, text, languageOf(request, services)),
      private: true,
      asked: { command: NAME, options: { text } },
    };
  },

  verbs: { ...evidence },
};

function checkable(text: string, ask: string): string {
  const tidied = tidy(text);
  if (!/[\p{L}\p{N}]/u.test(tidied)) throw new Refusal(ask);
  if (tidied.length > LONGEST) {
    throw new Refusal(
      `That is ${tidied.length.toLocaleString('en-GB')} characters; I can check up to ${LONGEST} at a time.`,
    );
  }
  return tidied;
}

/** A message's words without the signs of Discord's own formatting. */
function unformatted(message: string): string {
  return message.replace(/(^|\n)\s*(?:>{1,3}|-#|#{1,3})(?=\s)/gu, '$1').replace(/\*{1,3}|~~|\|\||__|`+/gu, '');
}

/** The text as a whole; when that is not in the articles as it stands, what it has in quotation marks. */
function best(library: Library, text: string): CheckResult {
  const whole = library.check(text);
  if (whole.verdict === 'exact' || (whole.claimed !== null && whole.verdict === 'altered')) return whole;
  const quoted = [...text.matchAll(QUOTED)].map(([, words = '']) => words);
  const results = quoted.filter((words) => words.split(' ').length >= SHORTEST).map((words) => library.check(words));
  return (
    results.find(({ verdict }) => verdict === 'exact') ??
    (whole.verdict === 'altered' ? whole : results.find(({ verdict }) => verdict === 'altered')) ??
    whole
  );
}

function answer(library: Library, text: string, language: Language): MessageReply {
  const result = best(library, text);
  const { match, parts, others, speaker } = result;
  const noted = note(text, {
    answered: result.verdict !== 'not found',
    citations: [...(match === null ? [] : [match]), ...parts],
    speakers: [speaker],
  });
  const reply = { kind: 'message', private: false, head: [{ kind: 'text', text: verdict(result) }], noted } as const;
  if (match === null) {
    const near = result.nearest.map((citation) => ({ citation, score: 0 }));
    return { ...reply, items: listed(near, language), foot: [] };
  }
  const also = others.slice(0, OTHERS).map(({ article }) => small(md`Also in ${sourceLine(article, language)}`));
  const unlisted = others.length - also.length;
  const more = speaker === null ? [] : speakerButtons(oneLine(speaker), 'More by this speaker');
  return {
    ...reply,
    items: [
      ...shownDiff(result),
      ...original(library, match, language),
      ...(also.length > 0 ? [{ kind: 'text', text: join(also, '\n') } as const] : []),
      ...(unlisted > 0 ? [{ kind: 'text', text: small(md`and in ${unlisted} more`) } as const] : []),
      ...parts.flatMap((part) => [
        { kind: 'divider' } as const,
        { kind: 'text', text: md`Another part of it stands here:` } as const,
        ...original(library, part, language),
      ]),
    ],
    foot: more.length === 0 ? [] : [{ kind: 'buttons', buttons: more }],
  };
}

/** The sentences of the article, the words that were checked in bold, with their source and their proof. */
function original(library: Library, citation: Citation, language: Language): readonly Block[] {
  return [
    { kind: 'quotation', citation: library.around(citation, 0), highlight: citation },
    { kind: 'text', text: small(sourceLine(citation.article, language)) },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Context', action: evidenceAction('check', 'context', citation) },
        { label: 'Proof', action: evidenceAction('check', 'proof', citation) },
      ],
    },
  ];
}
