import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { CheckResult, Citation, Library } from '../../src/answer/types.ts';
import { join, type Phrase, phrase, small } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Block, Command, MessageReply, Services } from '../../src/discord/types.ts';
import { listed } from '../ask/answers.ts';
import { evidence, evidenceAction } from '../shared/evidence.ts';
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
    const text = checkable(String(request.options['text'] ?? ''), phrase('check.empty'));
    return answer(services, text);
  },

  verbs: { ...evidence },
};

/** The same from a message's menu; only who asks sees the reply. */
export const checkMessage: Command = {
  data: { type: ApplicationCommandType.Message, name: NAME, ...EVERYWHERE },
  isPrivate: true,

  run(request, services) {
    const written = String(request.options['text'] ?? request.target ?? '');
    const text = checkable(unformatted(written), phrase('check.wordless'));
    return {
      ...answer(services, text),
      private: true,
      asked: { command: NAME, options: { text } },
    };
  },

  verbs: { ...evidence },
};

function checkable(text: string, ask: Phrase): string {
  const tidied = tidy(text);
  if (!/[\p{L}\p{N}]/u.test(tidied)) throw new Refusal(ask);
  if (tidied.length > LONGEST) {
    throw new Refusal(phrase('check.long', { length: tidied.length, most: LONGEST }));
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

function answer(services: Services, text: string): MessageReply {
  const { library, say, speech } = services;
  const result = best(library, text);
  const { match, parts, others, speaker } = result;
  const noted = note(text, {
    answered: result.verdict !== 'not found',
    citations: [...(match === null ? [] : [match]), ...parts],
    speakers: [speaker],
  });
  const reply = {
    kind: 'message',
    private: false,
    head: [{ kind: 'text', text: verdict(result, services) }],
    noted,
  } as const;
  if (match === null) {
    const near = result.nearest.map((citation) => ({ citation, score: 0 }));
    return { ...reply, items: listed(near, speech), foot: [] };
  }
  const also = others
    .slice(0, OTHERS)
    .map(({ article }) => small(say('source.also', { source: sourceLine(article, speech) })));
  const unlisted = others.length - also.length;
  const more = speaker === null ? [] : speakerButtons(oneLine(speaker), speech.text('quote.by'));
  return {
    ...reply,
    items: [
      ...shownDiff(result, say),
      ...original(services, match),
      ...(also.length > 0 ? [{ kind: 'text', text: join(also, '\n') } as const] : []),
      ...(unlisted > 0 ? [{ kind: 'text', text: small(say('source.inMore', { n: unlisted })) } as const] : []),
      ...parts.flatMap((part) => [
        { kind: 'divider' } as const,
        { kind: 'text', text: say('check.part') } as const,
        ...original(services, part),
      ]),
    ],
    foot: more.length === 0 ? [] : [{ kind: 'buttons', buttons: more }],
  };
}

/** The sentences of the article, the words that were checked in bold, with their source and their proof. */
function original({ library, speech }: Services, citation: Citation): readonly Block[] {
  return [
    { kind: 'quotation', citation: library.around(citation, 0), highlight: citation },
    { kind: 'text', text: small(sourceLine(citation.article, speech)) },
    {
      kind: 'buttons',
      buttons: [
        { label: speech.text('evidence.context'), action: evidenceAction('check', 'context', citation) },
        { label: speech.text('evidence.proof'), action: evidenceAction('check', 'proof', citation) },
      ],
    },
  ];
}
