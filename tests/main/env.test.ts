import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { parse } from 'dotenv';
import { describe, expect, test } from 'vitest';
import { EnvError, parseEnv } from '../../src/env.ts';

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

  test.each([
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
    expect(Object.keys(documented).sort()).toEqual([
      'DISCORD_API_BASE',
      'DISCORD_ATTACHMENT_HOSTS',
      'DISCORD_CDN_BASE',
      'DISCORD_MEDIA_BASE',
      'DISCORD_TOKEN',
      'KNOWLEDGE',
      'LOG_LEVEL',
      'PORT',
      'STORE_URL',
    ]);
  });
});
