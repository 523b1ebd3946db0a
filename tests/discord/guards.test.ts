import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createRates } from '../../src/discord/rates.ts';
import { DEFAULTS } from '../../src/servers/servers.ts';
import { control, shown, texts } from './bot.ts';
import { echoed, forAdmins, forAll, forManagers, simple, startManaged } from './manage.ts';
import { ask, slow } from './samples.ts';

let running: Awaited<ReturnType<typeof startManaged>>;
let now = Date.parse('2024-03-01T12:00:00Z');

beforeAll(async () => {
  const commands = [ask, slow, forAdmins, forManagers, forAll, simple('consult', { isPrivate: true })];
  running = await startManaged(commands, { now: () => new Date(now) });
});

afterEach(async () => {
  await running.configure(DEFAULTS);
  now += 3_600_000;
});

afterAll(async () => {
  await running.close();
  expect(running.discord.violations).toEqual([]);
});

/** What somebody is told, once it is certain that nobody else is. */
const refused = async (outcome: Promise<{ message: Parameters<typeof shown>[0]; ephemeral: boolean }>) => {
  const { message, ephemeral } = await outcome;
  expect(ephemeral).toBe(true);
  return shown(message);
};

const person = (name: string) => running.discord.user(name);
const isAnswer = /^\/(?:look|curate|rule)\n\{"options"/;

describe('a command for those who manage the server', () => {
  const denied = 'Only members with the permission Manage Server can do this. Please ask one of them.';

  test.each([
    ['rule', 'Ada', isAnswer],
    ['rule', 'Dan', isAnswer],
    ['rule', 'Cleo', denied],
    ['rule', 'Ben', denied],
    ['curate', 'Dan', isAnswer],
    ['curate', 'Cleo', denied],
  ])('(/%s) is used by %s', async (command, name, answer) => {
    const { message, ephemeral } = await person(name).slash(command);
    expect(shown(message)).toMatch(answer);
    expect(ephemeral).toBe(command === 'rule' || answer === denied);
  });

  test('may be for a role as well, which the refusal names without pinging it', async () => {
    await running.configure({ managers: [running.newsroom.role('Editors')] });
    expect(shown((await running.cleo.slash('curate')).message)).toMatch(isAnswer);
    expect(shown((await running.cleo.slash('rule')).message)).toBe(denied);
    const { message } = await running.ben.slash('curate');
    const role = running.newsroom.role('Editors');
    expect(texts(message)).toEqual([
      `Only members with the permission Manage Server or the role <@&${role}> can do this. Please ask one of them.`,
    ]);
    expect(message?.mention_roles).toEqual([]);
  });

  test('is theirs down to its buttons, whoever sees them', async () => {
    const { message } = await running.dan.slash('curate');
    expect(await refused(running.ben.click(message!, control(message, 'press')))).toBe(denied);
    const pressed = await running.dan.click(message!, control(message, 'press'));
    expect(echoed(pressed.message).member?.managesServer).toBe(true);
  });

  test.each(['rule', 'curate'])('is nothing for a direct conversation (/%s)', async (command) => {
    expect(await refused(running.ada.slash(command, {}, { channel: running.ada.dm }))).toBe(
      'This works in a server only. Please use it in a channel of the server that it is about.',
    );
  });

  test('works wherever they are, whatever the channels and limits of the others', async () => {
    await running.configure({ channels: [running.newsroom.channel('bot-log')], limits: { user: 1, channel: 1 } });
    for (let times = 0; times < 3; times++)
      expect(shown((await running.dan.slash('curate')).message)).toMatch(isAnswer);
  });
});

test('a command whose replies are always private works in every channel, as often as one likes', async () => {
  await running.configure({ channels: [running.newsroom.channel('bot-log')], limits: { user: 1, channel: 1 } });
  for (let times = 0; times < 3; times++) {
    const { message, ephemeral } = await running.ben.slash('consult');
    expect(shown(message)).toMatch(/^\/consult\n\{"options"/);
    expect(ephemeral).toBe(true);
  }
  expect(shown((await running.ben.slash('look', {}, { channel: 'bot-log' })).message)).toMatch(isAnswer);
});

describe('the channels of a server', () => {
  test('are the only ones where everybody is answered, and are named without pinging anybody', async () => {
    const ids = ['bot-log', 'announcements'].map((name) => running.newsroom.channel(name));
    await running.configure({ channels: ids });
    const { message, ephemeral } = await running.ben.slash('look');
    expect(texts(message)).toEqual([`On this server I answer in <#${ids[0]}> and <#${ids[1]}>. Please ask there.`]);
    expect(ephemeral).toBe(true);
    expect(shown((await running.ben.slash('look', {}, { channel: 'bot-log' })).message)).toMatch(isAnswer);
  });

  test('take their threads along', async () => {
    await running.configure({ channels: [running.newsroom.channel('news')] });
    expect(shown((await running.ben.slash('look', {}, { channel: 'ferry-strike' })).message)).toMatch(isAnswer);
    await running.configure({ channels: [running.newsroom.channel('bot-log')] });
    const thread = running.ben.slash('look', {}, { channel: 'ferry-strike' });
    expect(await refused(thread)).toBe(
      `On this server I answer in <#${running.newsroom.channel('bot-log')}>. Please ask there.`,
    );
  });

  test('may leave their threads out', async () => {
    await running.configure({ threads: false });
    expect(await refused(running.ben.slash('look', {}, { channel: 'ferry-strike' }))).toBe(
      'I do not answer in threads on this server. Please ask in the channel itself.',
    );
    expect(shown((await running.ben.slash('look')).message)).toMatch(isAnswer);
    await running.configure({ threads: false, channels: [running.newsroom.channel('ferry-strike')] });
    expect(shown((await running.ben.slash('look', {}, { channel: 'ferry-strike' })).message)).toMatch(isAnswer);
  });

  test('hold for mentions, which are passed over in silence', async () => {
    await running.configure({ channels: [running.newsroom.channel('bot-log')] });
    await expect(running.ben.say('@Verbatim Who?').answer(300)).rejects.toThrow();
    const { message } = await running.ben.say('@Verbatim Who?', { channel: 'bot-log' }).answer();
    expect(shown(message)).toContain('First:');
  });

  test('are those of one server, and of no other', async () => {
    await running.configure({ channels: [running.newsroom.channel('bot-log')] });
    expect(shown((await running.ben.slash('look', {}, { server: 'Reading Circle' })).message)).toMatch(isAnswer);
    expect(shown((await running.ben.slash('look', {}, { channel: running.ben.dm })).message)).toMatch(isAnswer);
  });
});

describe('the limits of a server', () => {
  test('let everybody ask so often a minute, and say when to ask again', async () => {
    await running.configure({ limits: { user: 2, channel: 0 } });
    expect(shown((await running.ben.slash('look')).message)).toMatch(isAnswer);
    now += 20_000;
    const { message } = await running.ben.slash('look');
    const wait = 'You have asked as often as you may in a minute. Please ask again in';
    expect(await refused(running.ben.slash('look'))).toBe(`${wait} 40 seconds.`);
    now += 39_500;
    expect(await refused(running.ben.slash('look'))).toBe(`${wait} a second.`);
    const pressed = await running.ben.click(message!, control(message, 'press'));
    expect(echoed(pressed.message).messageId).toBe(message!.id);
    now += 500;
    expect(shown((await running.ben.slash('look')).message)).toMatch(isAnswer);
    expect(await refused(running.ben.slash('look'))).toBe(`${wait} 20 seconds.`);
  });

  test('are shared by all in a channel, and hold neither elsewhere nor for those who manage the server', async () => {
    await running.configure({ limits: { user: 0, channel: 1 } });
    expect(shown((await running.dan.slash('look')).message)).toMatch(isAnswer);
    expect(shown((await running.ben.slash('look')).message)).toMatch(isAnswer);
    expect(await refused(running.cleo.slash('look'))).toBe(
      'This channel has asked as often as it may in a minute. Please ask again in 60 seconds.',
    );
    expect(shown((await running.dan.slash('look')).message)).toMatch(isAnswer);
    expect(shown((await running.cleo.slash('look', {}, { channel: 'bot-log' })).message)).toMatch(isAnswer);
  });

  test('count a question that is asked in a window', async () => {
    await running.configure({ limits: { user: 1, channel: 0 } });
    const { message } = await running.ben.slash('ask', { question: 'One?' });
    const opened = await running.ben.click(message!, control(message, 'follow'));
    expect(await refused(running.ben.submit(opened, { next: 'Two?' }))).toMatch(/^You have asked as often/);
  });

  test('hold for mentions, which are told once a minute in a channel', async () => {
    await running.configure({ limits: { user: 1, channel: 0 } });
    expect(shown((await running.ben.say('@Verbatim One?').answer()).message)).toContain('First:');
    expect(shown((await running.ben.say('@Verbatim Two?').answer()).message)).toMatch(/^You have asked as often/);
    await expect(running.ben.say('@Verbatim Three?').answer(300)).rejects.toThrow();
    await expect(running.ben.say('@Verbatim').answer(300)).rejects.toThrow();
  });
});

describe('a server that wants its answers private', () => {
  test('has them private, also those of buttons and those that take long', async () => {
    await running.configure({ visibility: 'private' });
    const { message, ephemeral } = await running.ben.slash('look');
    expect([isAnswer.test(shown(message)), ephemeral]).toEqual([true, true]);
    expect((await running.ben.click(message!, control(message, 'press'))).ephemeral).toBe(true);
    const late = await running.ben.slash('slow');
    expect([shown(late.message).includes('Here it is'), late.ephemeral]).toEqual([true, true]);
    const { message: asked } = await running.ben.slash('ask', { question: 'One?' });
    const opened = await running.ben.click(asked!, control(asked, 'follow'));
    expect((await running.ben.submit(opened, { next: 'Two?' })).ephemeral).toBe(true);
  });

  test('turns those who mention the bot to the command', async () => {
    await running.configure({ visibility: 'private' });
    expect(shown((await running.ben.say('@Verbatim Who?').answer()).message)).toBe(
      'On this server my answers are for those who ask alone. Please ask with /ask.',
    );
  });
});

test('a server that wants no mentions gets no answer to them', async () => {
  await running.configure({ mentions: false });
  await expect(running.ben.say('@Verbatim Who?').answer(300)).rejects.toThrow();
  const direct = running.ben.say('Who?', { channel: running.ben.dm });
  expect(shown((await direct.answer()).message)).toContain('First:');
});

describe('in a server that the bot was not added to', () => {
  const lounge = { server: 'Elsewhere' };

  test('somebody who has it for themselves is answered as in a direct conversation', async () => {
    const { message } = await running.cleo.slash('look', {}, lounge);
    expect(echoed(message)).toMatchObject({ guildId: null, member: null });
    const pressed = await running.cleo.click(message!, control(message, 'press'));
    expect(echoed(pressed.message)).toMatchObject({ guildId: null, member: null });
  });

  test.each(['rule', 'curate'])('there is nothing to manage (/%s)', async (command) => {
    expect(await refused(running.cleo.slash(command, {}, lounge))).toBe(
      'I was not added to this server, so there is nothing to manage here. Someone who manages it can add me.',
    );
  });

  test('nothing is kept of that server', async () => {
    const { id } = running.discord.server('Elsewhere');
    expect(await running.store.servers()).not.toContain(id);
  });
});

describe('counting', () => {
  test('never lets more through in any minute than it may, and refuses none too early', () => {
    const steps = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 30_000 }), key: fc.constantFrom('a', 'b') }));
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 4 }), (given, limit) => {
        let at = 0;
        const rates = createRates(() => at);
        const passed: Record<string, number[]> = { a: [], b: [] };
        for (const { wait, key } of given) {
          at += wait;
          const recent = passed[key]!.filter((time) => time > at - 60_000);
          const full = rates.take([{ key, limit }]);
          expect(full === null).toBe(recent.length < limit);
          if (full === null) passed[key]!.push(at);
          else {
            const free = recent[recent.length - limit]! + 60_000;
            expect(full.seconds).toBe(Math.max(1, Math.ceil((free - at) / 1_000)));
          }
        }
      }),
    );
  });

  test('takes from all keys or from none', () => {
    const rates = createRates(() => 0);
    const both = [
      { key: 'a', limit: 5 },
      { key: 'b', limit: 1 },
    ];
    expect(rates.take(both)).toBeNull();
    for (let times = 0; times < 9; times++) expect(rates.take(both)?.key).toBe('b');
    for (let times = 0; times < 4; times++) expect(rates.take([{ key: 'a', limit: 5 }])).toBeNull();
    expect(rates.take([{ key: 'a', limit: 5 }])).toEqual({ key: 'a', seconds: 60 });
  });

  test('forgets those first who have not asked for longest', () => {
    const rates = createRates(() => 0, 2);
    const take = (key: string) => rates.take([{ key, limit: 1 }]) === null;
    expect(['a', 'b', 'c', 'c', 'b', 'a'].map(take)).toEqual([true, true, true, false, false, true]);
  });

  test('is not stopped by a clock that goes back', () => {
    let at = 1_000_000;
    const rates = createRates(() => at);
    expect(rates.take([{ key: 'a', limit: 1 }])).toBeNull();
    at = 0;
    expect(rates.take([{ key: 'a', limit: 1 }])).toBeNull();
  });
});
