import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { parse } from 'dotenv';
import { describe, expect, test } from 'vitest';
import { EnvError, parseEnv, variableNames } from '../../src/env.ts';

const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');

describe('the environment', () => {
  test('needs nothing', () => {
    expect(parseEnv({})).toMatchObject({
      token: null,
      apiBase: 'https://discord.com/api',
      cdnBase: 'https://cdn.discordapp.com',
      mediaBase: 'https://media.discordapp.net',
      attachmentHosts: ['cdn.discordapp.com', 'media.discordapp.net'],
      logLevel: null,
    });
  });

  test('means paths from the project, wherever it was started', () => {
    const { knowledge, storeUrl } = parseEnv({ KNOWLEDGE: 'mine', STORE_URL: 'sqlite://kept/file.sqlite' });
    expect(isAbsolute(knowledge)).toBe(true);
    expect(storeUrl).toBe(`sqlite://${knowledge.replace(/mine$/, 'kept/file.sqlite')}`);
    expect(parseEnv({ KNOWLEDGE: '/elsewhere', STORE_URL: 'memory:' })).toMatchObject({
      knowledge: '/elsewhere',
      storeUrl: 'memory:',
    });
  });

  test('takes blank values for none, and addresses with a slash at the end', () => {
    const env = parseEnv({
      DISCORD_TOKEN: '  ',
      PORT: '',
      DISCORD_API_BASE: 'http://127.0.0.1:8080/api/',
      UNKNOWN: 'x',
    });
    expect(env).toMatchObject({ token: null, apiBase: 'http://127.0.0.1:8080/api' });
    expect(env.port).toBe(parseEnv({}).port);
  });

  test('cannot be changed', () => {
    expect(Object.isFrozen(parseEnv({}))).toBe(true);
  });

  test('takes a port for one on this machine, and an address where it is given', () => {
    expect(parseEnv({ OPERATIONS: '9464' }).operations).toEqual({ host: '127.0.0.1', port: 9464 });
    expect(parseEnv({ OPERATIONS: '0.0.0.0:9464' }).operations).toEqual({ host: '0.0.0.0', port: 9464 });
    expect(parseEnv({ OPERATIONS: '[::1]:9464' }).operations).toEqual({ host: '::1', port: 9464 });
    expect(parseEnv({ INTERACTIONS: 'metrics.local:80', DISCORD_TOKEN: 'x' }).interactions).toEqual({
      host: 'metrics.local',
      port: 80,
    });
    expect(parseEnv({ OPERATIONS: '' }).operations).toBeNull();
  });

  test('takes lists and ranges of shards', () => {
    expect(parseEnv({})).toMatchObject({ shards: null, shardCount: null });
    expect(parseEnv({ SHARDS: '3, 0-1,1', SHARD_COUNT: '4' })).toMatchObject({ shards: [0, 1, 3], shardCount: 4 });
    expect(parseEnv({ SHARD_COUNT: '2' })).toMatchObject({ shards: null, shardCount: 2 });
  });

  test('keeps indexes beside the store, unless told not to', () => {
    expect(parseEnv({}).indexCache).toMatch(/\/data\/index$/);
    expect(parseEnv({ INDEX_CACHE: ' none ' }).indexCache).toBeNull();
    expect(parseEnv({ INDEX_CACHE: '/var/cache/verbatim' }).indexCache).toBe('/var/cache/verbatim');
  });

  test.each([
    ['https://example.org/bot', 'https://example.org/bot'],
    ['news@example.org', 'mailto:news@example.org'],
  ])('names %s to sites', (contact, url) => {
    expect(parseEnv({ WEB_CONTACT: contact }).webContact).toBe(url);
  });

  test.each([
    [{ SHARDS: '2-4', SHARD_COUNT: '4' }, 'SHARDS must be below SHARD_COUNT: of 4 shards the last is 3.'],
    [{ SHARDS: '2' }, 'SHARDS needs SHARD_COUNT, the same in all processes.'],
    [
      { INTERACTIONS: '8080', SHARDS: '0', SHARD_COUNT: '1', DISCORD_TOKEN: 'x' },
      'SHARDS and SHARD_COUNT must be empty where INTERACTIONS is set: shards belong to the gateway.',
    ],
    [
      { INTERACTIONS: '8080', SHARD_COUNT: '2', DISCORD_TOKEN: 'x' },
      'SHARDS and SHARD_COUNT must be empty where INTERACTIONS is set: shards belong to the gateway.',
    ],
    [{ INTERACTIONS: '8080' }, 'INTERACTIONS needs DISCORD_TOKEN: without one there is no bot on Discord.'],
  ])('says what does not go together: %j', (given, sentence) => {
    expect(() => parseEnv(given)).toThrow(new EnvError(sentence));
  });

  test.each([
    ['OPERATIONS', 'localhost', 'OPERATIONS must be a port, or an address and a port: 127.0.0.1:9464.'],
    ['OPERATIONS', 'http://localhost:80', 'OPERATIONS must be a port, or an address and a port: 127.0.0.1:9464.'],
    ['OPERATIONS', '0.0.0.0:70000', 'OPERATIONS must have a port from 0 to 65535.'],
    ['SHARDS', 'all', 'SHARDS must be numbers of shards: 0,1 or 0-3.'],
    ['SHARDS', '3-1', 'SHARDS must count upwards: 0-3.'],
    ['SHARD_COUNT', '0', 'SHARD_COUNT must be a whole number from 1 on.'],
    ['WEB_CONTACT', 'me', 'WEB_CONTACT must be an address of a page (https://…) or of mail.'],
    ['PORT', 'abc', 'PORT must be a whole number from 0 to 65535.'],
    ['PORT', '70000', 'PORT must be a whole number from 0 to 65535.'],
    ['PORT', '1.5', 'PORT must be a whole number from 0 to 65535.'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.'],
    ['DISCORD_API_BASE', 'discord.com', 'DISCORD_API_BASE must be an address that starts with http:// or https://.'],
    ['DISCORD_API_BASE', 'ftp://x.org', 'DISCORD_API_BASE must be an address that starts with http:// or https://.'],
    [
      'DISCORD_API_BASE',
      'https://discord.com/api/v10',
      'DISCORD_API_BASE must end before the version: https://discord.com/api, without /v10.',
    ],
    ['DISCORD_TOKEN', 'my token', 'DISCORD_TOKEN must be the token alone, without spaces.'],
    [
      'DISCORD_ATTACHMENT_HOSTS',
      'https://x.org',
      'DISCORD_ATTACHMENT_HOSTS must be host names with commas between them.',
    ],
  ])('says what is wrong with %s=%s', (name, value, sentence) => {
    expect(() => parseEnv({ [name]: value })).toThrow(new EnvError(sentence));
  });

  test('is explained in .env.example, whose values are the defaults', () => {
    const documented = parse(example);
    expect(parseEnv(documented)).toEqual(parseEnv({}));
    expect(Object.keys(documented).sort()).toEqual([...variableNames].sort());
  });

  test('is explained before each variable', () => {
    // A sentence stands above every variable, or above the ones that it stands with.
    const unexplained = example
      .split(/\n\s*\n/)
      .filter((part) => /^[A-Z_]+=/m.test(part) && !/^#.*[.:]$/m.test(part.split(/^[A-Z_]+=/m)[0] ?? ''));
    expect(unexplained).toEqual([]);
  });
});
