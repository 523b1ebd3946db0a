import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { ComponentType, Events, MessageFlags } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../src/tryout/tryout.ts';
import { createClient, readOpenApi } from './bot.ts';

const openApi = await readOpenApi();

describe.skipIf(openApi === undefined)("Discord's OpenAPI description", () => {
  let discord: LocalDiscord;
  const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true, code: { optimize: false } });
  formats.default(ajv);
  ajv.addFormat('snowflake', /^\d+$/);
  ajv.addFormat('nonce', true);
  beforeAll(async () => {
    discord = await startLocalDiscord({ openApi: openApi! });
    ajv.addSchema(openApi!, 'discord');
  });
  afterAll(async () => {
    await discord.close();
  });

  async function call(method: string, path: string, body?: object) {
    const answer = await fetch(`${discord.apiBase}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, json: (await answer.json()) as { id: string; code: number; errors: unknown } };
  }

  /** What the schema of this response complains about. */
  function complaints(method: string, template: string, { status, json }: { status: number; json: unknown }): unknown {
    const steps = [
      'paths',
      template,
      method.toLowerCase(),
      'responses',
      `${status}`,
      'content',
      'application/json',
      'schema',
    ];
    const pointer = steps.map((step) => encodeURIComponent(step.replaceAll('/', '~1'))).join('/');
    const validate = ajv.compile({ $ref: `discord#/${pointer}` });
    return validate(json) ? [] : validate.errors;
  }

  test('requests it does not allow are refused', async () => {
    const path = `/channels/${discord.channels[0]!.id}/messages`;
    const wrong = await call('POST', path, { content: 'Hello', tts: 'yes', allowed_mentions: { parse: [] } });
    expect(wrong).toMatchObject({ status: 400, json: { code: 50035, errors: { tts: { _errors: [{}] } } } });
    expect(discord.violations.at(-1)).toContain('(OpenAPI)');
  });

  test.each([
    ['/gateway/bot', () => '/gateway/bot'],
    ['/users/@me', () => '/users/@me'],
    ['/users/{user_id}', () => `/users/${discord.user('Ada').user.id}`],
    ['/applications/@me', () => '/applications/@me'],
    ['/oauth2/applications/@me', () => '/oauth2/applications/@me'],
    ['/guilds/{guild_id}', () => `/guilds/${discord.guild.id}`],
    ['/channels/{channel_id}', () => `/channels/${discord.channels[0]!.id}`],
    ['/channels/{channel_id}', () => `/channels/${discord.user('Ben').dm}`],
  ])('GET %s answers in its shape', async (template, path) => {
    expect(complaints('GET', template, await call('GET', path()))).toEqual([]);
  });

  test('messages are sent, edited and listed in its shape', async () => {
    const template = '/channels/{channel_id}/messages';
    const path = `/channels/${discord.channels[0]!.id}/messages`;
    const body = {
      flags: MessageFlags.IsComponentsV2,
      allowed_mentions: { parse: [] },
      components: [
        { type: ComponentType.TextDisplay, content: 'A ferry came late.' },
        { type: ComponentType.ActionRow, components: [{ type: 2, style: 2, label: 'Context', custom_id: 'context' }] },
      ],
    };
    const sent = await call('POST', path, body);
    expect(complaints('POST', template, sent)).toEqual([]);
    const edited = await call('PATCH', `${path}/${sent.json.id}`, { ...body, components: body.components.slice(0, 1) });
    expect(complaints('PATCH', `${template}/{message_id}`, edited)).toEqual([]);
    discord.user('Ada').say('@Verbatim thanks', { replyTo: sent.json.id });
    expect(complaints('GET', template, await call('GET', path))).toEqual([]);
  });

  test('commands are registered and listed in its shape', async () => {
    const template = '/applications/{application_id}/commands';
    const path = `/applications/${discord.applicationId}/commands`;
    const option = { type: 3, name: 'question', description: 'q', required: true };
    const ask = { name: 'ask', description: 'Ask', contexts: [0, 1], integration_types: [0], options: [option] };
    const find = { name: 'Find in articles', type: 3, default_member_permissions: '32' };
    expect(complaints('PUT', template, await call('PUT', path, [ask, find]))).toEqual([]);
    expect(complaints('GET', template, await call('GET', path))).toEqual([]);
    expect(complaints('POST', template, await call('POST', path, { name: 'quote', description: 'Quote' }))).toEqual([]);
  });

  test('an interaction is answered and followed up in its shape', async () => {
    const client = createClient(discord);
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(discord.token);
    await ready;
    await client.application?.commands.set([{ name: 'ask', description: 'Ask' }]);
    const arrived = new Promise<{ id: string; token: string }>((resolve) =>
      client.once(Events.InteractionCreate, resolve),
    );
    const answered = discord.user('Ada').slash('ask');
    const { id, token } = await arrived;
    const callback = await call('POST', `/interactions/${id}/${token}/callback?with_response=true`, { type: 5 });
    const template = '/webhooks/{webhook_id}/{webhook_token}';
    const body = { content: 'Done.', allowed_mentions: { parse: [] } };
    const edited = await call('PATCH', `/webhooks/${client.application?.id}/${token}/messages/@original`, body);
    const followed = await call('POST', `/webhooks/${client.application?.id}/${token}`, body);
    expect(complaints('POST', '/interactions/{interaction_id}/{interaction_token}/callback', callback)).toEqual([]);
    expect(complaints('PATCH', `${template}/messages/@original`, edited)).toEqual([]);
    expect(complaints('POST', template, followed)).toEqual([]);
    expect((await answered).message?.content).toBe('Done.');
    await client.destroy();
  });

  test('opening a direct message answers in its shape', async () => {
    const opened = await call('POST', '/users/@me/channels', { recipient_id: discord.user('Ada').user.id });
    expect(complaints('POST', '/users/@me/channels', opened)).toEqual([]);
  });
});
