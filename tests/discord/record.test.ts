import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Answered } from '../../src/discord/run.ts';
import type { Command, Noted } from '../../src/discord/types.ts';
import { DEFAULTS } from '../../src/servers/servers.ts';
import { StoreError } from '../../src/store/types.ts';
import { WebRefusal } from '../../src/web/types.ts';
import { control, shown, startWith, until } from './bot.ts';
import { simple, startManaged } from './manage.ts';
import { ask, message, samples, text } from './samples.ts';
import { emptyState } from './state.ts';

const noted: Noted = {
  answered: true,
  confidence: 0.75,
  articles: ['a1', 'b2'],
  speakers: ['Maud Petrie'],
  words: 'Who?',
};

const filler = 'word '.repeat(500);

/** Two pages, noted. */
const found: Command = {
  ...ask,
  run: () => message([text(filler), { kind: 'divider' }, text(filler)], { noted }),
};
const gap = simple('gap', { run: () => message([text('Nothing')], { noted: { ...noted, answered: false } }) });
const link = simple('link', {
  run: () => Promise.reject(new WebRefusal('status', 'There is no page at that link. Please check it.')),
});

let running: Awaited<ReturnType<typeof startManaged>>;
const outcomes: Answered[] = [];

beforeAll(async () => {
  const others = samples.filter((command) => command !== ask);
  running = await startManaged([found, gap, link, ...others], { onAnswered: (answered) => outcomes.push(answered) });
});

afterEach(async () => {
  await running.configure(DEFAULTS);
  await running.store.eraseQuestions(running.newsroom.id, Number.MAX_SAFE_INTEGER);
  outcomes.length = 0;
});

afterAll(() => running.close());

/** The question log of the newsroom, once it holds so many. */
const log = async (count: number) => {
  for (let tries = 0; tries < 100; tries++) {
    const questions = await running.store.questions(running.newsroom.id);
    if (questions.length >= count) return questions;
    await sleep(10);
  }
  return running.store.questions(running.newsroom.id);
};

describe('the question log', () => {
  test('keeps what came of a question, and not its words', async () => {
    await running.ben.slash('ask', { question: 'Who?' });
    expect(await log(1)).toEqual([
      expect.objectContaining({
        guildId: running.newsroom.id,
        command: 'ask',
        answered: true,
        confidence: 0.75,
        articles: ['a1', 'b2'],
        speakers: ['Maud Petrie'],
        text: null,
      }),
    ]);
    expect(JSON.stringify(await log(1))).not.toContain(running.ben.user.id);
  });

  test('keeps the words where the server wants them', async () => {
    await running.configure({ questionLog: { kept: true, words: true, days: 3 } });
    await running.ben.slash('ask', { question: 'Who?' });
    expect(await log(1)).toMatchObject([{ text: 'Who?' }]);
  });

  test('keeps nothing where the server wants none', async () => {
    await running.configure({ questionLog: { kept: false, words: true, days: 3 } });
    await running.ben.slash('ask', { question: 'Who?' });
    await sleep(100);
    expect(await log(0)).toEqual([]);
  });

  test('counts a question once, however many of its pages are looked at', async () => {
    const { message: answer } = await running.ben.slash('ask', { question: 'Who?' });
    await log(1);
    await running.ben.click(answer!, control(answer, 'Next ▶'));
    await sleep(100);
    expect(await log(1)).toHaveLength(1);
  });

  test('counts a question that was asked by mention', async () => {
    await running.ben.say('@Verbatim Who?').answer();
    expect(await log(1)).toMatchObject([{ command: 'ask', answered: true }]);
  });

  test('that cannot be written does not keep the answer away', async () => {
    const state = await emptyState();
    let asked = 0;
    const addQuestion = () => {
      asked++;
      return Promise.reject(new StoreError('full', 'The disk is full.'));
    };
    const {
      discord,
      bot,
      ada,
      log: lines,
    } = await startWith([found], {
      shared: { ...state, store: { ...state.store, addQuestion } },
    });
    expect(shown((await ada.slash('ask', { question: 'Who?' })).message)).toContain('word');
    await until(() => lines.some(({ msg }) => msg === 'the store failed'));
    expect(asked).toBe(1);
    await bot.close();
    await discord.close();
  });
});

describe('what became of a request', () => {
  const outcome = async () => {
    await until(() => outcomes.length > 0);
    const [{ command, outcome, ms }] = outcomes as [Answered];
    expect(ms).toBeGreaterThanOrEqual(0);
    return [command, outcome];
  };

  test.each([
    ['ask', 'answered'],
    ['gap', 'abstained'],
    ['refuse', 'refused'],
    ['link', 'refused'],
    ['crash', 'failed'],
    ['late', 'refused'],
    ['slow', 'answered'],
  ])('is told: /%s %s', async (command, expected) => {
    await running.ben.slash(command, command === 'ask' ? { question: 'Who?' } : {});
    expect(await outcome()).toEqual([command, expected]);
  });

  test('is told of mentions and buttons as well', async () => {
    const { message: answer } = await running.ben.say('@Verbatim Who?').answer();
    expect(await outcome()).toEqual(['ask', 'answered']);
    outcomes.length = 0;
    await running.ben.click(answer!, control(answer, 'Next ▶'));
    expect(await outcome()).toEqual(['ask', 'answered']);
  });
});

test('a link that cannot be opened is told as it is', async () => {
  const { message: told, ephemeral } = await running.ben.slash('link');
  expect([shown(told), ephemeral]).toEqual(['There is no page at that link. Please check it.', true]);
});
