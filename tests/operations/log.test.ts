import { DiscordAPIError } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLog } from '../../src/operations/operations.ts';

const token = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.not-a-token_at-all-0123456789';

const logged = (write: (log: ReturnType<typeof createLog>) => void): string => {
  const lines: string[] = [];
  write(createLog({ level: 'trace', secrets: [token], write: (line) => lines.push(line) }));
  return lines.join('');
};

describe('the log', () => {
  test('holds one JSON object a line, the message and what belongs to it', () => {
    const line = logged((log) => log.info({ shard: 2 }, 'connected'));
    expect(JSON.parse(line)).toMatchObject({ level: 30, shard: 2, msg: 'connected' });
    expect(line.endsWith('}\n')).toBe(true);
  });

  test('keeps to its level', () => {
    const lines: string[] = [];
    createLog({ level: 'warn', secrets: [], write: (line) => lines.push(line) }).info('nothing to see');
    expect(lines).toEqual([]);
  });

  test('never holds the token, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.constantFrom('msg', 'field', 'deep', 'error', 'cause'),
        (a, b, where) => {
          const secret = `${a}${token}${b}`;
          const line = logged((log) => {
            if (where === 'msg') log.warn(secret);
            else if (where === 'field') log.warn({ value: secret });
            else if (where === 'deep') log.warn({ one: [{ two: secret }] });
            else if (where === 'error') log.error({ err: new Error(secret) }, 'failed');
            else log.error({ err: new Error('outer', { cause: new Error(secret) }) }, 'failed');
          });
          expect(line).not.toContain(token);
          expect(() => JSON.parse(line)).not.toThrow();
        },
      ),
    );
  });

  test('cuts the tokens of interactions and webhooks out of addresses', () => {
    const line = logged((log) => {
      log.warn({ url: 'https://discord.com/api/v10/interactions/123/aW50ZXJhY3Rpb24_x-y/callback' });
      log.warn({ url: '/webhooks/456/c2VjcmV0/messages/@original' });
    });
    expect(line).not.toMatch(/aW50ZXJhY3Rpb24|c2VjcmV0/);
    expect(line).toContain('/interactions/123/[redacted]/callback');
    expect(line).toContain('/webhooks/456/[redacted]/messages/@original');
  });

  test('cuts out authorization, and what stands before the @ of an address', () => {
    const line = logged((log) => {
      log.warn({ authorization: 'x', headers: { authorization: 'y12345' } });
      log.warn('sent Authorization: Bot abcdefghijkl.mno to https://me:pass@proxy:8080/x');
      log.warn('postgres://verbatim:p%40ss@db:5432/x');
    });
    expect(line).not.toMatch(/y12345|abcdefghijkl|me:pass|p%40ss/);
    expect(line).toContain('https://[redacted]@proxy:8080');
  });

  test('reduces an error of Discord to what helps: not the question, nor the answer', () => {
    const error = new DiscordAPIError(
      { code: 50_035, message: 'Invalid Form Body' },
      50_035,
      400,
      'POST',
      'https://discord.com/api/v10/interactions/1/secretsecret/callback',
      { body: { data: { content: 'What did the mayor do?' } } },
    );
    const line = logged((log) => log.error({ err: error }, 'a command failed'));
    expect(JSON.parse(line)['err']).toMatchObject({ code: 50_035, status: 400, method: 'POST' });
    expect(JSON.parse(line)['err'].stack).toContain('Invalid Form Body');
    expect(line).not.toMatch(/mayor|secretsecret/);
  });

  test('tells causes, but not without end', () => {
    const loop = new Error('round');
    loop.cause = new Error('and round', { cause: loop });
    const line = logged((log) => log.error({ err: loop }, 'failed'));
    expect(JSON.parse(line)['err'].cause.message).toBe('and round');
  });
});
