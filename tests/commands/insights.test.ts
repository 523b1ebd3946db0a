import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { figuresOf } from '../../commands/insights/figures.ts';
import { gapsOf } from '../../commands/insights/gaps.ts';
import { insights } from '../../commands/insights/insights.ts';
import type { LoggedQuestion } from '../../src/store/types.ts';
import { type Desk, fileOf, GUILD, messageOf, openDesk } from './desk.ts';
import { buttonOf, seen } from './fixtures.ts';

const YEAR = 366 * 86_400_000;

let desk: Desk;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2022-05-20T12:00:00Z') });
  desk = await openDesk();
});
afterEach(async () => {
  vi.useRealTimers();
  await desk.close();
});

async function asked(day: string, more: Partial<Parameters<Desk['store']['addQuestion']>[0]> = {}): Promise<void> {
  vi.setSystemTime(Date.parse(`${day}T12:00:00Z`));
  const question = {
    guildId: GUILD,
    userId: '600000000000000001',
    command: 'ask',
    answered: true,
    confidence: 0.9,
    articles: ['ferry'],
    speakers: ['Ingrid Falk'],
    text: null,
  };
  await desk.store.addQuestion({ ...question, ...more }, YEAR);
}

const unanswered = (text: string | null) => ({ answered: false, articles: [], speakers: [], text });
const run = (options = {}) => messageOf(desk.runs(insights, '', options, { today: '2022-06-01' }));

test('an empty log is said to be empty, without a picture', async () => {
  const reply = await run();
  expect(seen(reply)).toContain('No questions in the log.');
  expect(reply.files ?? []).toEqual([]);
});

describe('the figures', () => {
  beforeEach(async () => {
    await asked('2022-04-20');
    await asked('2022-05-28', { command: 'quote', articles: ['ferry', 'gone'] });
    await asked('2022-05-28');
    await asked('2022-06-01', unanswered('When does the night ferry leave?'));
    await desk.store.addFeedback({ guildId: GUILD, messageId: '1', userId: '7', helpful: true });
    await desk.store.addFeedback({ guildId: GUILD, messageId: '2', userId: '7', helpful: false });
  });

  test('are of the last thirty days, or of as many as are asked for', async () => {
    expect(seen(await run())).toContain('Questions: 3, answered: 2 (67 %)');
    expect(seen(await run({ days: 90 }))).toContain('Questions: 4, answered: 3 (75 %)');
    expect(seen(await run({ days: 1 }))).toContain('Questions: 1, answered: none');
  });

  test('name commands, feedback, articles and speakers, and nobody who asked', async () => {
    const reply = await run();
    const text = seen(reply);
    expect(reply.private).toBe(true);
    expect(text).toContain('ask 2 · quote 1');
    expect(text).toContain('Feedback: 1 helpful, 1 not helpful');
    expect(text).toContain('• Island ferry returns to service after winter repairs (2)');
    expect(text).toContain('• an article that is gone (1)');
    expect(text).toContain('• Ingrid Falk (2)');
    expect(JSON.stringify(reply)).not.toContain('600000000000000001');
  });

  test('come with a picture that is described in words', async () => {
    const [light] = (await run({ theme: 'light' })).files ?? [];
    const [dark] = (await run()).files ?? [];
    expect(light?.description).toMatch(/3 questions, 2 answered\. Most in one day: 2, 28 May 2022\./u);
    for (const file of [light, dark]) expect(Buffer.from(file!.bytes).subarray(1, 4).toString()).toBe('PNG');
    expect(Buffer.from(light!.bytes).equals(Buffer.from(dark!.bytes))).toBe(false);
  });

  test('come as a table', async () => {
    const reply = await run();
    const csv = fileOf(await messageOf(desk.presses(buttonOf(reply, 'As a table (CSV)'), { today: '2022-06-01' })));
    expect(csv).toContain('questions,2022-05-03 to 2022-06-01,3\r\n');
    expect(csv).toContain('answered in the day,2022-05-28,2\r\n');
    expect(csv).toContain('speaker quoted,Ingrid Falk,2\r\n');
    expect(csv).not.toContain('600000000000000001');
  });

  test('show gaps where words were kept, and else how to have them kept', async () => {
    expect(seen(await run())).toContain('• “When does the night ferry leave?”');
    await desk.store.eraseQuestions(GUILD, Number.MAX_SAFE_INTEGER);
    await asked('2022-06-01', unanswered(null));
    expect(seen(await run())).toContain('/setup › Privacy and log switches that on');
  });
});

describe('days', () => {
  const question = (at: string): LoggedQuestion => ({
    guildId: GUILD,
    asker: 'x',
    command: 'ask',
    answered: true,
    confidence: null,
    articles: [],
    speakers: [],
    text: null,
    at,
  });

  test('are those of the server’s time zone', () => {
    const late = [question('2022-05-31T23:30:00Z')];
    const period = { days: 1, today: '2022-06-01' };
    expect(figuresOf(late, [], { ...period, timeZone: 'Europe/Berlin' }, false).questions).toBe(1);
    expect(figuresOf(late, [], { ...period, timeZone: 'UTC' }, false).questions).toBe(0);
  });

  test.each([1, 7, 30, 62, 63, 100, 365])('of %i days every question stands in one bar', (days) => {
    const asked = Array.from({ length: 400 }, (_, index) =>
      question(new Date(Date.parse('2022-06-01T10:00:00Z') - index * 86_400_000).toISOString()),
    );
    const { steps, step, questions } = figuresOf(asked, [], { days, today: '2022-06-01', timeZone: 'UTC' }, false);
    expect(questions).toBe(days);
    expect(steps.reduce((sum, one) => sum + one.answered + one.unanswered, 0)).toBe(days);
    expect(steps.length).toBe(step === 'day' ? days : Math.ceil(days / 7));
    expect(steps.length).toBeLessThanOrEqual(62);
  });
});

describe('gaps', () => {
  test('are questions alike in their words and names, the largest group first, named by the most central', () => {
    const gaps = gapsOf([
      'How tall is the lighthouse of Skarvik?',
      'When does the ferry leave on Sunday?',
      'Who is the new mayor of Tarnby?',
      'At what time does the Sunday ferry leave the harbour?',
      'Who became mayor of Tarnby?',
      'Does the ferry leave on Sunday at all, and when?',
    ]);
    expect(gaps.map(({ count }) => count)).toEqual([3, 2, 1]);
    expect(gaps[0]?.question).toMatch(/ferry/u);
    expect(gaps[1]?.question).toMatch(/mayor/u);
  });

  test('keep questions apart that share only the words of every question', () => {
    expect(gapsOf(['What is the price of pears?', 'What is the name of the bridge?', 'Who was there?'])).toHaveLength(
      3,
    );
  });

  test('count every question once, whatever it is', () => {
    const odd = ['', '???', '🍐', 'the', 'the', 'Pears', 'pears', 'PEARS and pears'];
    expect(gapsOf(odd).reduce((sum, { count }) => sum + count, 0)).toBe(odd.length);
    expect(gapsOf([])).toEqual([]);
  });
});
