import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { md, phrase, sayPhrase, speaking } from '../../src/discord/markdown.ts';
import { explain } from '../../src/discord/policy.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Command } from '../../src/discord/types.ts';
import { speechIn } from '../../src/languages/languages.ts';
import { DEFAULTS } from '../../src/servers/servers.ts';
import { StoreError } from '../../src/store/types.ts';
import { WebRefusal } from '../../src/web/types.ts';
import { controls, shown, until } from './bot.ts';
import { forAdmins, simple, startManaged } from './manage.ts';
import { ask, message, text } from './samples.ts';

/** Answers in the reader's language, and tells the log channel. */
const told: Command = simple('told', {
  run: (_request, { say, speech, audit }) => {
    audit(phrase('hello.help'));
    return message([{ kind: 'text', text: md`${say('hello.help')} ${speech.date('2019-09-10')}` }]);
  },
  complete: (_option, _typed, _request, { speech }) => [{ name: speech.text('pager.next'), value: 'x' }],
});
const away = simple('away', { run: () => Promise.reject(new StoreError('busy', 'Somebody else is changing this.')) });
const plain = simple('plain', { run: () => Promise.reject(new Refusal('Not *this* one.')) });
const long = simple('long', {
  run: () => message([text('word '.repeat(700)), { kind: 'divider' }, text('word '.repeat(700))]),
});

let running: Awaited<ReturnType<typeof startManaged>>;

beforeAll(async () => {
  const locales = { Ben: 'de', Cleo: 'ja', Dan: 'fr', Eve: 'es-419' };
  const servers = [
    {
      name: 'Newsroom',
      owner: 'Ada',
      members: { Ben: [], Cleo: [], Dan: [], Eve: [] },
      channels: [{ name: 'news' }, { name: 'bot-log' }],
      locale: 'fr',
    },
    { name: 'Lesekreis', owner: 'Ben', members: { Ada: [] }, channels: [{ name: 'buch' }], locale: 'de', bot: false },
  ];
  const commands = [ask, told, away, plain, long, forAdmins, simple('help', {}), simple('setup', { for: 'admins' })];
  running = await startManaged(commands, {}, { locales, servers });
});

afterEach(() => running.configure(DEFAULTS));

afterAll(async () => {
  await running.close();
  expect(running.discord.violations).toEqual([]);
});

const says = async (name: string, command: string): Promise<string> =>
  shown((await running.discord.user(name).slash(command)).message);

describe('who asks is answered in the language of their Discord', () => {
  test('when something is refused', async () => {
    expect(await says('Ben', 'rule')).toBe(
      'Das können nur Mitglieder mit der Berechtigung „Server verwalten“. Bitte wende dich an eines von ihnen.',
    );
    expect(await says('Cleo', 'rule')).toMatch(/^これは「サーバー管理」権限を持つメンバーだけが行えます。/);
    expect(await says('Eve', 'rule')).toMatch(/«Gestionar servidor»/);
    expect(await says('Ben', 'away')).toBe(
      'Jemand anderes ändert das im selben Augenblick. Bitte versuch es noch einmal.',
    );
    expect(await says('Ada', 'away')).toBe('Somebody else is changing this.');
    expect(await says('Ben', 'plain')).toBe('Not *this* one.');
  });

  test('in the pager', async () => {
    const labels = async (name: string) =>
      controls((await running.discord.user(name).slash('long')).message).map(({ label }) => label);
    expect(await labels('Ben')).toEqual(['◀ Zurück', 'Seite 1 von 2', 'Weiter ▶']);
    expect(await labels('Cleo')).toEqual(['◀ 前へ', '1 / 2 ページ', '次へ ▶']);
    expect(await labels('Ada')).toEqual(['◀ Previous', 'Page 1 of 2', 'Next ▶']);
  });

  test('by what a command says, dates included', async () => {
    expect(await says('Ben', 'told')).toMatch(/^\/told\n\/hilfe zeigt, was ich sonst noch kann\. 10\. Sept\. 2019$/);
    expect(await says('Ada', 'told')).toMatch(/\/help shows what else I can do\. 10 Sep 2019$/);
  });
});

describe('a server', () => {
  test('may want one language for all', async () => {
    await running.configure({ language: 'ja' });
    expect(await says('Ben', 'rule')).toMatch(/^これは「サーバー管理」/);
    expect(await says('Ada', 'told')).toMatch(/`?\/ヘルプ`? で確認できます。 2019年9月10日$/);
    await running.configure({ language: 'en' });
    expect(await says('Ben', 'rule')).toMatch(/^Only members with the permission Manage Server/);
  });

  test('reads in its own language what was changed', async () => {
    const logChannel = running.newsroom.channel('bot-log');
    await running.configure({ logChannel });
    await says('Ben', 'told');
    await until(() => running.discord.messages(logChannel).length > 0);
    expect(shown(running.discord.messages(logChannel)[0]!)).toMatch(/^\/aide montre ce que je sais faire d’autre\.\n/);
  });

  test('is mentioned to in its own language, since Discord tells nobody’s', async () => {
    const { message: reply } = await running.ben.say('@Verbatim').answer();
    expect(shown(reply)).toMatch(/^Posez-moi une question sur les articles/);
    expect(shown(reply)).toContain('/demander');
  });

  test('is greeted in its own language', async () => {
    running.discord.addBot('Lesekreis');
    const channel = running.discord.server('Lesekreis').channel('buch');
    await until(() => running.discord.messages(channel).length > 0);
    expect(shown(running.discord.messages(channel)[0]!)).toBe(
      [
        'Hallo, ich bin Verbatim. Ich beantworte Fragen zu Nachrichtenartikeln mit deren eigenen Worten und belege jedes Zitat.',
        'Frag mit /fragen oder erwähne mich in einer Nachricht. /hilfe zeigt, was ich sonst noch kann.',
        'Für alle, die diesen Server verwalten: /einrichten legt fest, wo und wie ich antworte.',
      ].join('\n'),
    );
  });
});

describe('a phrase', () => {
  test('has what is put into it escaped, unless it is Markdown, a date, a list or another phrase', () => {
    const german = speechIn('de');
    const said = (channels: Parameters<typeof phrase<'guard.channels'>>[1]['channels']) =>
      sayPhrase(german, phrase('guard.channels', { channels })).source;
    expect(said('*a*')).toBe('Auf diesem Server antworte ich in \\*a\\*. Bitte frag dort.');
    expect(said(md`<#${'1'}>`)).toContain('antworte ich in <#1>.');
    expect(said({ date: '2018-06' })).toContain('in Juni 2018.');
    expect(said({ list: [md`<#1>`, 'b_', phrase('guard.others')] })).toContain('in <#1>, b\\_ und weiteren.');
    expect(said({ list: ['a', 'b'], last: 'or' })).toContain('in a oder b.');
    expect(said(1234.5)).toMatch(/in 1\\?\.234,5\./);
  });

  test('in a refusal is English until somebody reads it', () => {
    const refusal = new Refusal(phrase('file.large', { size: 25 }));
    expect(refusal.message).toBe('That file is larger than 25 MB. Please split it into smaller ones.');
    expect(refusal.sentence.source).toBe(refusal.message);
    expect(refusal.sentenceIn(speechIn('es')).source).toBe(
      speaking(speechIn('es')).say('file.large', { size: 25 }).source,
    );
  });
});

test.each([
  [new WebRefusal('robots', 'No.'), /^Diese Website bittet Programme/],
  [new WebRefusal('size', 'No.'), /zu groß/],
  [new WebRefusal('status', 'No.', { status: 404 }), /^Unter diesem Link gibt es keine Seite/],
  [new WebRefusal('status', 'No.', { status: 451 }), /lässt mich die Seite nicht lesen/],
  [new WebRefusal('status', 'No.', { status: 503 }), /ist gerade gestört/],
  [new WebRefusal('status', 'No.', { status: 418 }), /keine Seite geliefert/],
  [new StoreError('full', 'No.'), /^Mein Speicher ist voll/],
])('%s has its sentence in the catalogue, and in English its own', (error, german) => {
  const log = pino({ level: 'silent' });
  expect(explain(error, log, speechIn('de'))?.source).toMatch(german);
  expect(explain(error, log)?.source).toBe('No.');
});
