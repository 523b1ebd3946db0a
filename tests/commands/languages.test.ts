/** The commands that everybody may use, asked by readers of different languages. */
import { describe, expect, test } from 'vitest';
import { article } from '../../commands/article.ts';
import { ask } from '../../commands/ask/ask.ts';
import { check, checkMessage } from '../../commands/check/check.ts';
import { find } from '../../commands/find.ts';
import { help } from '../../commands/help.ts';
import { quote } from '../../commands/quote.ts';
import { speaker } from '../../commands/speaker.ts';
import { timeline } from '../../commands/timeline/timeline.ts';
import { renderModal } from '../../src/discord/modal.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import { servicesFor } from '../../src/discord/services.ts';
import type { Command, MessageReply, Options, Reply, Request, Services } from '../../src/discord/types.ts';
import { languages } from '../../src/languages/languages.ts';
import type { Language } from '../../src/languages/types.ts';
import type { ServerSettings } from '../../src/servers/types.ts';
import {
  blocks,
  buttonOf,
  citations,
  ferry,
  labels,
  libraryOf,
  message,
  orchard,
  pages,
  request,
  seen,
  servicesWith,
  sources,
} from './fixtures.ts';

const library = libraryOf(ferry, orchard);
const engines = 'The engines run as smoothly as they did in her first summer';
const five = '“We lit five hundred lamps between the trees,” Tomas Brandt said.';
const stranger = 'Zeppelins moor quietly above every glacier';
const question = 'When did the island ferry return to service?';

/** A server that answers in this language, or in each asker's own, for somebody whose Discord has this locale. */
function services(locale: string, language: ServerSettings['language'] = 'asker'): Services {
  const given = servicesWith(library);
  const server = { ...given.server, settings: { ...given.server.settings, language } };
  return servicesFor(server, locale, given, given);
}

const asks = async (command: Command, options: Options, asked: Services, more: Partial<Request> = {}) =>
  message(await command.run(request(options, more), asked));

const refusal = async (run: () => unknown): Promise<Refusal> => {
  try {
    await run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
};

/** Every command with what it answers in German and in Japanese, beside the words of the articles. */
const replies: readonly (readonly [string, Command, Options, readonly string[], readonly string[]])[] = [
  [
    'an answer',
    ask,
    { question },
    [`[1] „${ferry.title}“ – Harbour Gazette, erschienen am 15. Juni 2021`],
    [`[1] 「${ferry.title}」 — Harbour Gazette、2021年6月15日公開`],
  ],
  [
    'silence',
    ask,
    { question: 'How do I bake sourdough bread?' },
    ['Die Artikel sagen dazu nichts.', 'Davon handeln die Artikel:', `${orchard.title} (3. Mai 2022)`],
    ['記事には書かれていません。', `${orchard.title}（2022年5月3日）`],
  ],
  [
    'quotations',
    quote,
    { about: 'engines' },
    [`„${ferry.title}“ – Harbour Gazette, erschienen am`],
    [`「${ferry.title}」 — Harbour Gazette、`],
  ],
  [
    'no quotation',
    quote,
    { speaker: 'Tomas Brand', about: 'lamps' },
    ['Ich habe kein Zitat von „Tomas Brand“ zu „lamps“ gefunden.', 'Unter denen, die zitiert werden'],
    ['「lamps」についての「Tomas Brand」の発言の引用は見つかりませんでした。'],
  ],
  [
    'an exact quotation',
    check,
    { text: engines },
    ['Wörtlich. Diese Worte stehen', 'Gesagt von Ingrid Falk'],
    ['一致。この言葉は', '発言者は Ingrid Falk です。'],
  ],
  [
    'an altered one',
    check,
    { text: five },
    ['Verändert.', 'Eine Zahl ist eine andere als im Original.', 'durchgestrichen: nur im Artikel.'],
    ['改変あり。', '数字が原文と異なります。', '取り消し線：記事だけにある部分。'],
  ],
  [
    'a made-up one',
    check,
    { text: stranger },
    ['Nicht gefunden.', 'Es kommt ihnen auch kein Satz nahe.'],
    ['見つかりません。', '近い文もありません。'],
  ],
  [
    'a timeline',
    timeline,
    {},
    ['14. Juni 2021', '· Datum gelesen aus „14 June 2021“', 'geplant'],
    ['2021年6月14日', '· 日付の根拠：「14 June 2021」', '予定'],
  ],
  [
    'an empty timeline',
    timeline,
    { topic: 'submarines', from: '1950' },
    ['keinen datierten Satz zu „submarines“ aus der Zeit ab dem 1. Jan. 1950 gefunden', '/artikel zeigt'],
    ['「submarines」について、1950年1月1日以降の日付がある文は見つかりませんでした。', '/記事'],
  ],
  [
    'a speaker',
    speaker,
    { name: 'Ingrid Falk' },
    ['2 Zitate in 1 Artikel: 2 direkt.', 'Erschienen am 15. Juni 2021.'],
    ['1件の記事に引用2件：直接2件。', '2021年6月15日公開。'],
  ],
  [
    'nobody',
    speaker,
    { name: 'Ingrid Falx' },
    ['Die Artikel zitieren niemanden namens „Ingrid Falx“.'],
    ['記事に「Ingrid Falx」という人の発言は引用されていません。'],
  ],
  [
    'the list of articles',
    article,
    {},
    ['2 Artikel, die neuesten zuerst', `Harbour Gazette · erschienen am 15. Juni 2021 · ${ferry.text.length} Zeichen`],
    ['記事2件（新しい順）', `Harbour Gazette · 2021年6月15日公開 · ${ferry.text.length}文字`],
  ],
  ['an article', article, { article: 'orchard' }, ['erschienen am 3. Mai 2022'], ['2022年5月3日公開']],
  [
    'a message that quotes',
    find,
    { text: `they wrote “${engines}”` },
    ['Gefunden, Wort für Wort. Gesagt von Ingrid Falk.'],
    ['一字一句そのまま見つかりました。発言者は Ingrid Falk です。'],
  ],
  [
    'a message that misquotes',
    find,
    { text: 'The repairs cost 410,000 crowns.' },
    ['im Artikel steht „310,000“, in der Nachricht „410,000“'],
    ['記事では「310,000」、メッセージでは「410,000」'],
  ],
  [
    'a message of nothing',
    find,
    { text: stranger },
    ['Diese Worte stehen nicht in den Artikeln.'],
    ['この言葉は記事にありません。'],
  ],
  [
    'help',
    help,
    {},
    [
      '/fragen Stell den Artikeln eine Frage',
      'zum Beispiel: /zeitleiste thema: summit von: 2018',
      '/datenschutz zeigen',
    ],
    ['/質問 記事に質問します', '（例：/年表 テーマ: summit 開始日: 2018', 'この引用を検証'],
  ],
];

describe.each(replies)('%s', (_name, command, options, german, japanese) => {
  test('comes in the language of the asker, with the same quotations to the letter', async () => {
    const english = await asks(command, options, services('en-GB'));
    for (const [locale, wanted] of [
      ['de', german],
      ['ja', japanese],
    ] as const) {
      const reply = await asks(command, options, services(locale));
      const text = seen(reply);
      for (const words of wanted) expect(text).toContain(words);
      expect(citations(reply)).toEqual(citations(english));
      for (const words of citations(reply)) expect(text).toContain(words.text);
      expect(reply.noted).toEqual(english.noted);
    }
  });

  test('comes in the language of the server where it has one', async () => {
    const german = seen(await asks(command, options, services('de')));
    for (const locale of ['en-US', 'ja', 'fr'])
      expect(seen(await asks(command, options, services(locale, 'de')))).toBe(german);
  });

  test.each(languages)('keeps within the limits of the platform in %s, and its Markdown is read', async (language) => {
    const reply = await asks(command, options, services(language));
    expect(pages(reply).length).toBeGreaterThan(0);
    for (const sign of ['**', '~~', '`']) expect(seen(reply)).not.toContain(sign);
  });

  test.each(['ja', 'zh-CN'] as const)(
    'has no English in %s but that of the articles and of those who ask',
    async (language) => {
      const reply = await asks(command, options, services(language));
      const text = [seen(reply).replace(/^\/.*\n/u, ''), ...controls(reply)].join('\n');
      const known = [
        ferry.title,
        ferry.text,
        orchard.title,
        orchard.text,
        ...Object.values(options).map(String),
        ...EXAMPLES,
      ];
      const english = text.match(/[a-z’]+(?: [a-z’]+){2,}/giu) ?? [];
      expect(english.filter((words) => !known.some((theirs) => theirs.includes(words)))).toEqual([]);
    },
  );
});

/** What may be typed, as help shows it, since the articles are English; and a difference, which shows both texts in one. */
const EXAMPLES = [
  'Who met the foreign minister? We will not yield the mayor said',
  'We lit four five hundred lamps between the trees',
];

/** What is written on buttons and in menus. */
const controls = (reply: MessageReply): readonly string[] => [
  ...labels(reply),
  ...blocks(reply).flatMap((block) =>
    block.kind === 'select'
      ? [block.placeholder, ...block.choices.flatMap(({ name, description = '' }) => [name, description])]
      : [],
  ),
];

describe('a refusal', () => {
  const refusals: readonly (readonly [Command, Options, RegExp, RegExp])[] = [
    [ask, { question: '?' }, /^Bitte stell eine Frage in Worten/u, /言葉で質問してください。$/u],
    [
      ask,
      { question: 'why '.repeat(1500) },
      /^Das sind 5\.999 Zeichen; .* 300\.$/u,
      /^5,999文字あります。300文字以内/u,
    ],
    [ask, { question, from: 'soon' }, /^Ich kann „von“ nicht als Datum lesen/u, /^「開始日」を日付として/u],
    [
      ask,
      { question, from: '2022', to: '2021' },
      /^„von“ \(1\. Jan\. 2022\) liegt nach „bis“ \(31\. Dez\. 2021\)/u,
      /^「開始日」（2022年1月1日）が「終了日」（2021年12月31日）より後/u,
    ],
    [
      ask,
      { question, to: '1999' },
      /^Kein Artikel ist bis zum 31\. Dez\. 1999 erschienen\./u,
      /^1999年12月31日以前に公開された記事はありません。/u,
    ],
    [article, { article: 'gone' }, /^Diesen Artikel habe ich nicht/u, /^その記事はありません。/u],
    [quote, { about: '🍐' }, /^Bitte gib bei „thema“ Wörter an/u, /^「テーマ」は/u],
    [speaker, { name: '\u200b' }, /^Bitte gib einen Namen an\./u, /^名前を指定してください。/u],
    [check, { text: 'long '.repeat(150) }, /^Das sind 749 Zeichen; .* 700 /u, /^749文字あります。/u],
    [checkMessage, { text: '🍐' }, /^In dieser Nachricht stehen keine Wörter/u, /^このメッセージには/u],
    [find, { text: '🍐' }, /^In dieser Nachricht stehen keine Wörter/u, /^このメッセージには/u],
    [timeline, { topic: '...' }, /^Bitte gib bei „thema“ Wörter an/u, /^「テーマ」は/u],
  ];

  test.each(refusals)('%# is told in the language of the asker', async (command, options, german, japanese) => {
    for (const [locale, sentence] of [
      ['de', german],
      ['ja', japanese],
    ] as const) {
      const asked = services(locale);
      const told = await refusal(() => command.run(request(options), asked));
      expect(told.sentenceIn(asked.speech).source.replaceAll('\\', '')).toMatch(sentence);
    }
  });
});

describe('what follows an answer', () => {
  const press = async (
    command: Command,
    verb: string,
    asked: Services,
    more: Partial<Request>,
    args: readonly string[] = [],
  ): Promise<Reply> => await command.verbs![verb]!(request({ question }, more), asked, args);

  test.each(languages)('in %s: context, proof, passages, votes and a follow-up', async (language) => {
    const asked = services(language);
    const { text } = asked.speech;
    const reply = await asks(ask, { question }, asked);
    for (const key of ['evidence.context', 'evidence.proof'] as const) {
      const { verb, args } = buttonOf(reply, text(key));
      const shown = message(await press(ask, verb, asked, {}, args));
      expect(citations(shown)[0]?.text).toContain(citations(reply)[0]?.text);
      expect(pages(shown)).toHaveLength(1);
    }
    const { args } = buttonOf(reply, text('evidence.proof'));
    const proof = seen(message(await press(ask, 'proof', asked, {}, args)));
    const [, start, end] = /text\.slice\((\d+), (\d+)\)/u.exec(proof) ?? [];
    expect(ferry.text.slice(Number(start), Number(end))).toBe(citations(reply)[0]?.text);
    expect(proof).toContain(library.article('ferry')?.hash);
    expect(seen(message(await press(ask, 'passages', asked, {})))).toContain(text('ask.passages'));
    expect(seen(message(await press(ask, 'unhelpful', asked, { messageId: '5' })))).toBe(
      `query\n${text('ask.thanksAnyway')}`,
    );
    const modal = await press(ask, 'topic', asked, {});
    if (modal.kind !== 'modal') throw new Error('The follow-up opens no window');
    expect(renderModal(modal).title).toBe(text('ask.followUp'));
  });

  test('help calls the buttons what they are called', async () => {
    for (const language of languages) {
      const asked = services(language);
      const markdown = pages(await asks(help, {}, asked, { member: { roles: [], managesServer: true } }))
        .flatMap(sources)
        .join('\n');
      const reply = await asks(ask, { question }, asked);
      const [context] = labels(reply);
      expect(markdown).toContain(`**${context}**`);
      for (const vote of labels(reply).slice(-2)) expect(markdown).toContain(vote);
    }
  });

  test('choices are dated in the language of the asker', async () => {
    const named = async (language: Language) =>
      (await ask.complete!('article', 'frost', request(), services(language))).map(({ name }) => name);
    expect(await named('de')).toEqual([`${orchard.title} (3. Mai 2022)`]);
    expect(await named('ja')).toEqual([`${orchard.title}（2022年5月3日）`]);
  });
});

describe('what comes with a timeline', () => {
  const share = async (value: string, language: Language): Promise<MessageReply> =>
    message(await timeline.verbs!['share']!(request({}, { fields: { value } }), services(language), []));
  const fileOf = async (value: string, language: Language): Promise<string> =>
    Buffer.from((await share(value, language)).files![0]!.bytes).toString('utf8');
  const picture = async (language: Language) =>
    (await asks(timeline, { picture: true }, services(language))).files![0]!;

  test('its files are worded for the asker, their data are the same', async () => {
    expect(await fileOf('json', 'de')).toContain('"headline": "Zeitleiste"');
    expect(await fileOf('json', 'ja')).toContain('</a>、2021年6月15日公開');
    const calendar = (await fileOf('ics', 'de')).replaceAll('\r\n ', '');
    expect(calendar).toContain(
      `Datum gelesen aus „14 June 2021“.\\n„${ferry.title}“ – Harbour Gazette\\, erschienen am 15. Juni 2021`,
    );
    expect(await fileOf('csv', 'de')).toBe(await fileOf('csv', 'en'));
    expect(seen(await share('csv', 'ja'))).toContain('表形式の年表です。');
  });

  test('its picture is described for the asker, and drawn in English where the font has no other letters', async () => {
    const [english, german, japanese] = [await picture('en'), await picture('de'), await picture('ja')];
    expect(german.description).toMatch(/^Zeitleiste, .*\. \d Daten mit je einem Satz\.\n/u);
    expect(german.description).toContain('14. Juni 2021: „The island ferry returned');
    expect(japanese.description).toContain('2021年6月14日：「The island ferry returned');
    expect(Buffer.from(german.bytes).equals(english.bytes)).toBe(false);
    expect(Buffer.from(japanese.bytes).equals(english.bytes)).toBe(true);
  });
});

test('help fits on one page in every language', async () => {
  for (const language of languages) {
    const reply = await asks(help, {}, services(language), { member: { roles: [], managesServer: true } });
    expect([language, pages(reply).length]).toEqual([language, 1]);
  }
});
