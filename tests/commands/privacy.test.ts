import { afterEach, beforeEach, expect, test } from 'vitest';
import { privacy } from '../../commands/privacy.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import { type Desk, fileOf, GUILD, messageOf, openDesk } from './desk.ts';
import { buttonOf, labels, seen } from './fixtures.ts';

const ME = '600000000000000001';
const OTHER = '600000000000000002';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  for (const userId of [ME, OTHER]) {
    await desk.store.addFeedback({ guildId: GUILD, messageId: '9', userId, helpful: true });
    await desk.store.addQuestion(
      {
        guildId: null,
        userId,
        command: 'ask',
        answered: false,
        confidence: 0.1,
        articles: [],
        speakers: [],
        text: `Where is the key of ${userId}?`,
      },
      86_400_000,
    );
  }
});
afterEach(async () => {
  await desk.close();
});

const run = (path: string) => messageOf(desk.runs(privacy, path, {}, { userId: ME }));

test('show counts what is kept, and says for how long, under what, and who sees it, to the asker alone', async () => {
  const reply = await run('show');
  expect(reply.private).toBe(true);
  const text = seen(reply);
  expect(text).toContain('one vote on answers');
  expect(text).toContain('one question in the question logs of one place, of which 1 with its words');
  expect(text).toContain('On this server: a question is kept for 30 days, without its words');
  expect(text).toContain('HMAC-SHA-256');
  expect(text).toContain('Never who asked.');
});

test('give is a file of one’s own entries, with no id of anybody', async () => {
  const file = fileOf(await run('give'));
  const given = JSON.parse(file) as { readonly votes: readonly unknown[]; readonly questions: readonly object[] };
  expect(given.votes).toHaveLength(1);
  expect(given.questions).toEqual([expect.objectContaining({ text: `Where is the key of ${ME}?` })]);
  expect(file).not.toContain(OTHER);
});

test('forget asks first, then deletes all of one’s own and nothing of others', async () => {
  const sure = await run('forget');
  expect(seen(sure)).toContain('Delete one vote and one question?');
  await messageOf(desk.presses(buttonOf(sure, 'Keep it'), { userId: ME }));
  expect((await desk.store.exportUser(ME)).votes).toHaveLength(1);
  const gone = await messageOf(desk.presses(buttonOf(sure, 'Delete all of it'), { userId: ME }));
  expect(seen(gone)).toContain('Deleted: 2 entries.');
  expect(await desk.store.exportUser(ME)).toEqual({ votes: [], questions: [] });
  expect((await desk.store.exportUser(OTHER)).questions).toHaveLength(1);
  expect(seen(await run('give'))).toContain('Nothing is kept about you.');
  expect(labels(await run('forget'))).toEqual([]);
});

test('a subcommand that there is not is refused', async () => {
  await expect(async () => await run('')).rejects.toThrow(Refusal);
});
