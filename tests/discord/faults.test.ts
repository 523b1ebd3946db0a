import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startBot } from '../../src/discord/discord.ts';
import { control, settings, shown, startDiscord, startWith, until } from './bot.ts';
import { ask, message, samples, slow, text } from './samples.ts';

let running: Awaited<ReturnType<typeof startWith>>;

beforeAll(async () => {
  running = await startWith(samples);
});

afterEach(() => running.discord.faults.clear());

afterAll(async () => {
  await running.bot.close();
  await running.discord.close();
});

const callback = /^POST \/interactions\/.+\/callback/;
const edit = /^PATCH \/webhooks\//;
const post = /^POST \/channels\/\d+\/messages/;

const errors = () => running.log.filter(({ level }) => Number(level) >= 50);
const channel = () => running.discord.messages(running.discord.channels[0]!.id);

describe('an unreliable connection', () => {
  test('loses the receipt of an answer: the user has it once, and nothing is an error', async () => {
    running.discord.faults.hangUp(callback, { after: true });
    const { message: answer } = await running.ada.slash('ask', { question: 'Received?' });
    expect(shown(answer)).toContain('Received?');
    await running.ada.slash('ask', { question: 'Next' });
    expect(channel().filter((one) => shown(one).includes('Received?'))).toHaveLength(1);
    expect(errors()).toEqual([]);
  });

  test('loses the answer itself: it is given again', async () => {
    running.discord.faults.hangUp(callback, { times: 2 });
    expect(shown((await running.ada.slash('ask', { question: 'Twice?' })).message)).toContain('Twice?');
  });

  test('cannot take an edit for a while: no answer stays unfinished', async () => {
    running.discord.faults.respond(edit, 502, 6);
    expect(shown((await running.ada.slash('slow')).message)).toContain('Here it is');
    running.discord.faults.hangUp(edit, { times: 3 });
    expect(shown((await running.ada.slash('slow')).message)).toContain('Here it is');
  }, 30_000);

  test('loses the receipt of a message: it is not posted twice', async () => {
    running.discord.faults.hangUp(post, { after: true });
    const said = running.ada.say('@Verbatim Only once?');
    await said.answer();
    await until(() => running.log.some(({ by }) => by === 'message'));
    expect(channel().filter((one) => one.message_reference?.message_id === said.message.id)).toHaveLength(1);
  });

  test.each(['cut', 'reconnect', 'invalidate'] as const)(
    'loses the gateway (%s): the bot comes back',
    async (how) => {
      running.discord.faults.dropGateway(how);
      await until(() => !running.discord.connected());
      await until(() => running.discord.connected());
      expect(shown((await running.ada.slash('ask', { question: 'Back?' })).message)).toContain('Back?');
    },
    30_000,
  );
});

describe('what Discord refuses', () => {
  test('for want of a permission is a warning', async () => {
    running.discord.faults.respond(post, 403, 2, { code: 50013, message: 'Missing Permissions' });
    running.ada.say('@Verbatim May you?');
    await until(() => running.log.filter(({ code, level }) => code === 50013 && level === 40).length === 2);
    expect(errors()).toEqual([]);
  });

  test('because it comes too late is a warning', async () => {
    running.discord.faults.respond(callback, 404, 1, { code: 10062, message: 'Unknown interaction' });
    await running.ada.slash('ask', { question: 'Late?' }).catch(() => {});
    await until(() => running.log.some(({ code, level }) => Number(code) === 10062 && level === 40));
  }, 30_000);
});

describe('starting and stopping', () => {
  test('commands are registered only when they changed', async () => {
    const discord = await startDiscord();
    const puts = () => discord.requests.filter(({ method }) => method === 'PUT').length;
    const start = async (commands: typeof samples) => {
      const bot = await startBot({ ...settings(discord), commands });
      await bot.close();
      return bot.registered;
    };
    expect([await start(samples), puts()]).toEqual([true, 1]);
    expect([await start(samples), puts()]).toEqual([false, 1]);
    expect([await start([...samples].reverse()), puts()]).toEqual([false, 1]);
    const changed = { ...slow, data: { ...slow.data, description: 'Answers late' } };
    expect([await start([changed, ...samples.filter((one) => one !== slow)]), puts()]).toEqual([true, 2]);
    expect([await start([changed]), puts()]).toEqual([true, 3]);
    expect(discord.violations).toEqual([]);
    await discord.close();
  });

  test('buttons outlive a restart; those of another version are answered with a sentence', async () => {
    const discord = await startDiscord();
    const ada = discord.user('Ada');
    const first = await startBot({ ...settings(discord), commands: [ask] });
    const { message: before } = await ada.slash('ask', { question: 'Still there?' });
    await first.close();
    const changed = { ...ask, verbs: { pick: ask.verbs!['pick']! } };
    const second = await startBot({ ...settings(discord), commands: [changed] });
    const next = await ada.click(before!, control(before, 'Next ▶'));
    expect(shown(next.message)).toMatch(/^\/ask question: Still there\?\nSecond/);
    const stale = await ada.click(before!.id, control(next.message, 'again'));
    expect(shown(stale.message)).toBe('This belongs to another version of the bot. Please use the command again.');
    expect(stale.ephemeral).toBe(true);
    await second.close();
    expect(discord.violations).toEqual([]);
    await discord.close();
  });

  test('a replayed question keeps its day', async () => {
    const discord = await startDiscord();
    const ada = discord.user('Ada');
    let now = new Date();
    const day = { ...ask, run: () => message([text('Today')], { foot: [button] }) };
    const button = {
      kind: 'buttons' as const,
      buttons: [{ label: 'again', action: { command: 'ask', verb: 'again', args: ['x'] } }],
    };
    const bot = await startBot({ ...settings(discord), commands: [day], now: () => now });
    const { message: asked } = await ada.slash('ask', { question: 'Last week?' });
    now = new Date(now.getTime() + 40 * 86_400_000);
    const again = await ada.click(asked!, control(asked, 'again'));
    expect(shown(again.message)).toContain(`"today":"${new Date(asked!.timestamp).toISOString().slice(0, 10)}"`);
    await bot.close();
    await discord.close();
  });

  test('a running answer is finished before the bot leaves, and nothing new is begun', async () => {
    const { discord, bot, ada } = await startWith([slow, ask]);
    const answer = ada.slash('slow');
    await until(() => discord.requests.some(({ path }) => path.includes('callback')));
    const closed = bot.close();
    const refused = await ada.slash('ask', { question: 'Me too?' });
    expect(shown(refused.message)).toBe('I am being restarted. Please ask again in a minute.');
    expect(shown((await answer).message)).toContain('Here it is');
    await closed;
    expect(discord.connected()).toBe(false);
    await discord.close();
  });

  test('the invite link asks for the least', () => {
    const url = new URL(running.bot.inviteUrl);
    expect(url.origin + url.pathname).toBe('https://discord.com/oauth2/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: running.discord.applicationId,
      scope: 'bot applications.commands',
      permissions: String((1n << 10n) | (1n << 11n) | (1n << 15n) | (1n << 16n) | (1n << 38n)),
    });
  });

  test('a wrong token, and a Discord that is not there, are said in one sentence', async () => {
    const { discord } = running;
    const options = { ...settings(discord), commands: [ask] };
    await expect(startBot({ ...options, token: 'wrong' })).rejects.toThrow(
      /^Discord did not accept the token in DISCORD_TOKEN\./,
    );
    await expect(startBot({ ...options, token: '' })).rejects.toThrow(/^Discord did not accept the token/);
    const gone = await startDiscord();
    await gone.close();
    await expect(startBot({ ...settings(gone), commands: [ask] })).rejects.toThrow(
      `Discord could not be reached at ${gone.apiBase}. Is this machine online, and is DISCORD_API_BASE right?`,
    );
  });
});
