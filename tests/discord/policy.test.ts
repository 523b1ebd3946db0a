import { DiscordAPIError, HTTPError } from 'discord.js';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { display } from '../../src/discord/display.ts';
import { md } from '../../src/discord/markdown.ts';
import { explain, isConnectionFailure } from '../../src/discord/policy.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Payload } from '../../src/discord/render.ts';
import { type Answerable, createResponder, retry } from '../../src/discord/respond.ts';
import { KnowledgeRefusal } from '../../src/servers/types.ts';
import { StoreError } from '../../src/store/types.ts';
import { WebRefusal } from '../../src/web/types.ts';

const api = (code: number, status: number) =>
  new DiscordAPIError({ code, message: 'made up' }, code, status, 'POST', 'https://example.org', {});
const http = (status: number) => new HTTPError(status, 'made up', 'POST', 'https://example.org', {});
const network = (code: string) => Object.assign(new Error('made up'), { code });

describe('an error', () => {
  test.each([
    ['a refusal', new Refusal('Please *ask* something.'), /^Please \*ask\* something\.$/, undefined],
    ['a refusal in Markdown', new Refusal(md`Please ask in <#${'1'}>.`), /^Please ask in <#1>\.$/, undefined],
    ['a link that cannot be opened', new WebRefusal('url', 'That is *no* link.'), /^That is \*no\* link\.$/, undefined],
    ['an article that cannot be added', new KnowledgeRefusal('There is no room.'), /^There is no room\.$/, undefined],
    ['a store that is away', new StoreError('away', 'The store is away.'), /^The store is away\.$/, undefined],
    ['a store that is full', new StoreError('full', 'The disk is full.'), /^The disk is full\.$/, 40],
    ['an interaction that is gone', api(10062, 404), null, 40],
    ['an expired token', api(50027, 401), null, 40],
    ['a missing permission', api(50013, 403), /administrator has to give me the permissions/, 40],
    ['no connection', network('ECONNREFUSED'), null, 50],
    ['a fault of Discord', http(502), null, 50],
    ['a payload that Discord refuses', api(50035, 400), /incident number [0-9a-f]{8}\.$/, 50],
    ['a fault of ours', new TypeError('secret'), /incident number [0-9a-f]{8}\.$/, 50],
    ['something thrown that is no error', 'secret', /incident number [0-9a-f]{8}\.$/, 50],
  ])('%s', (_name, error, sentence, level) => {
    const lines: { level: number }[] = [];
    const note = explain(error, pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) }));
    if (sentence === null) expect(note).toBeNull();
    else expect(display(note!)).toMatch(sentence);
    expect(lines.map((line) => line.level)).toEqual(level === undefined ? [] : [level]);
    if (note) expect(note.source).not.toContain('secret');
  });

  test('is one of the connection when it says so, or its cause does', () => {
    const cause = new TypeError('fetch failed', { cause: network('UND_ERR_SOCKET') });
    expect([network('ECONNRESET'), cause, http(500)].map(isConnectionFailure)).toEqual([true, true, true]);
    expect([api(50035, 400), http(404), new Error('x'), null, 'x'].map(isConnectionFailure)).not.toContain(true);
  });
});

describe('trying again', () => {
  test('stops at the first success, and at the first failure that will not pass', async () => {
    let calls = 0;
    const failing = (errors: unknown[]) => () => {
      const error = errors[calls++];
      return error === undefined ? Promise.resolve('done') : Promise.reject(error);
    };
    expect(await retry(failing([http(502), network('ECONNREFUSED')]), [1, 1, 1])).toBe('done');
    expect(calls).toBe(3);
    calls = 0;
    await expect(retry(failing([http(502), api(50035, 400), http(502)]), [1, 1, 1])).rejects.toThrow('made up');
    expect(calls).toBe(2);
    calls = 0;
    await expect(retry(failing([http(502), http(502), http(502)]), [1, 1])).rejects.toThrow('made up');
    expect(calls).toBe(3);
  });
});

describe('an answer whose receipt was lost', () => {
  const payload: Payload = {
    flags: 1 << 15,
    components: [],
    files: [],
    allowedMentions: { parse: [], repliedUser: false },
  };

  test('is settled by an edit', async () => {
    const done: string[] = [];
    const fake = {
      replied: false,
      isMessageComponent: () => false,
      isModalSubmit: () => false,
      reply: () => Promise.reject(api(40060, 400)),
      editReply: () => {
        done.push(fake.replied ? 'edited' : 'edited too early');
        return Promise.resolve();
      },
    };
    await createResponder(fake as unknown as Answerable).message(payload, false);
    expect(done).toEqual(['edited']);
  });
});
