import { MessageFlags } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { control, controls, shown, startWith, texts, until } from './bot.ts';
import { samples } from './samples.ts';

let running: Awaited<ReturnType<typeof startWith>>;

beforeAll(async () => {
  running = await startWith(samples);
});

afterAll(async () => {
  await running.bot.close();
  await running.discord.close();
  expect(running.discord.violations).toEqual([]);
});

const posted = (pattern: RegExp) =>
  running.discord.requests.filter(({ method, path }) => pattern.test(`${method} ${path}`));

const inChannel = (pattern: RegExp) =>
  running.discord.messages(running.discord.channels[0]!.id).filter((message) => pattern.test(shown(message)));

describe('a slash command', () => {
  test('is answered in the callback itself, with the question on top', async () => {
    const before = posted(/webhooks/).length;
    const { message, ephemeral } = await running.ada.slash('ask', { question: 'Who *met* <@1> @everyone?' });
    expect(shown(message)).toMatch(/^\/ask question: Who \*met\* <@1> @everyone\?\nFirst: \{"question"/);
    expect(texts(message)[0]).toContain('\\*met\\*');
    expect(ephemeral).toBe(false);
    expect(message?.mentions ?? []).toEqual([]);
    expect(message?.mention_everyone).toBe(false);
    expect(posted(/webhooks/)).toHaveLength(before);
  });

  test('is private when the reply is', async () => {
    expect((await running.ada.slash('ask', { question: 'Hm?', private: true })).ephemeral).toBe(true);
  });

  test('that takes long is deferred and then answered', async () => {
    const { message, ephemeral } = await running.ada.slash('slow');
    expect(shown(message)).toContain('Here it is');
    expect(ephemeral).toBe(false);
    await until(() => posted(/PATCH .*webhooks/).length > 0);
  });

  test('that takes long stays private', async () => {
    expect((await running.ada.slash('slow', { private: true })).ephemeral).toBe(true);
  });

  test('that turns out private after a public deferral is told to one person alone', async () => {
    await running.ada.slash('slow', { private: false }).catch(() => {});
    await until(() => inChannel(/Psst/).length === 1);
    expect(inChannel(/Psst/)[0]?.flags).toBe(MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral);
    expect(posted(/DELETE .*webhooks/)).toHaveLength(1);
  });
});

describe('what goes wrong', () => {
  test('and the user can mend, is said to them alone and not logged as an error', async () => {
    const { message, ephemeral } = await running.ada.slash('refuse');
    expect(shown(message)).toBe('The question is empty. Please write *one*.');
    expect(ephemeral).toBe(true);
    expect(running.log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });

  test('inside gets an incident number for the user and the stack for the log', async () => {
    const { message, ephemeral } = await running.ada.slash('crash');
    const incident = /incident number (\w{8})/.exec(shown(message))?.[1];
    expect(shown(message)).not.toContain('secret detail');
    expect(ephemeral).toBe(true);
    const line = running.log.find((one) => one['incident'] === incident);
    expect(JSON.stringify(line?.['err'])).toContain('secret detail');
  });

  test('behind a button does not disturb its message', async () => {
    const { message } = await running.ada.slash('ask', { question: 'Before' });
    const answer = await running.ada.click(message!, control(message, 'crash'));
    expect(shown(answer.message)).toContain('incident number');
    expect(answer.ephemeral).toBe(true);
    expect(shown(running.discord.message(message!.id)!)).toContain('Before');
  });
});

describe('components', () => {
  test('know what was asked, from the message alone', async () => {
    const question = 'Is 2 * 3 > 5, or `not`? -# [a](https://example.org)';
    const { message } = await running.ada.slash('ask', { question });
    const again = await running.ada.click(message!, control(message, 'again'));
    expect(shown(again.message)).toContain(`Again x/1: {"question":${JSON.stringify(question)}`);
    expect(again.ephemeral).toBe(true);
  });

  test('turn pages in place', async () => {
    const { message } = await running.ada.slash('ask', { question: 'Long?' });
    expect(controls(message).filter(({ disabled }) => disabled)).toMatchObject([
      { label: '◀ Previous' },
      { label: 'Page 1 of 2' },
    ]);
    const next = await running.ada.click(message!, control(message, 'Next ▶'));
    expect(next.message?.id).toBe(message!.id);
    expect(shown(next.message)).toMatch(/^\/ask question: Long\?\nSecond: word/);
    const back = await running.ada.click(next.message!, control(next.message, '◀ Previous'));
    expect(shown(back.message)).toContain('First:');
  });

  test('replace their message when the reply says so', async () => {
    const { message } = await running.ada.slash('ask', { question: 'Old' });
    const replaced = await running.ada.click(message!, control(message, 'replace'));
    expect(replaced.message?.id).toBe(message!.id);
    expect(shown(replaced.message)).toContain('Instead: {"question":"Old"');
  });

  test('hand on what was selected', async () => {
    const { message } = await running.ada.slash('ask', { question: 'Which?' });
    const picked = await running.ada.select(message!, control(message, 'choose'), ['1']);
    expect(shown(picked.message)).toContain('Picked 1: {"question":"Which?"');
  });

  test('open a modal, whose answer has a query line of its own', async () => {
    const { message } = await running.ada.slash('ask', { question: 'One' });
    const opened = await running.ada.click(message!, control(message, 'follow'));
    expect(opened.modal?.title).toBe('Go on');
    const then = await running.ada.submit(opened, { next: 'And two?' });
    expect(shown(then.message)).toBe('/ask question: And two?\nThen: And two?');
  });

  test('that take long leave their message alone until they answer', async () => {
    const { message } = await running.ada.slash('ask', { question: 'Slowly' });
    await running.ada.click(message!, control(message, 'slow')).catch(() => {});
    await until(() => inChannel(/At last/).length === 1);
    expect(shown(running.discord.message(message!.id)!)).toContain('Slowly');
  });
});

test('autocomplete suggests what the command says', async () => {
  const { choices } = await running.ada.autocomplete('ask', { question: 'x', about: 'al' }, 'about');
  expect(choices).toMatchObject([{ name: 'about al', value: 'al' }]);
});

test('a message command reads the message it is used on', async () => {
  const { message } = running.ben.say('The minister met nobody.');
  const found = await running.ada.messageCommand('Find it', message.id);
  expect(shown(found.message)).toBe('/ask question: The minister met nobody.\nFound: The minister met nobody.');
});

describe('a message', () => {
  test('that mentions the bot is answered with a reply that pings nobody', async () => {
    const said = running.ada.say('@Verbatim  who   met\nhim?');
    const { message } = await said.answer();
    expect(shown(message)).toContain('/ask question: who met him?\nFirst: {"question":"who met him?"');
    expect(message?.message_reference?.message_id).toBe(said.message.id);
    expect(message?.mentions).toEqual([]);
    const again = await running.ada.click(message!, control(message, 'again'));
    expect(shown(again.message)).toContain('who met him?');
  });

  test('in a direct conversation needs no mention', async () => {
    const { message } = await running.ben.say('And when?', { channel: running.ben.dm }).answer();
    expect(shown(message)).toContain('/ask question: And when?');
  });

  test('that says nothing but the name gets a sentence of help', async () => {
    const { message } = await running.ada.say('@Verbatim').answer();
    expect(shown(message)).toMatch(/^Ask me something .* \/ask, \/slow/);
  });

  test('for somebody else is none of its business', async () => {
    const said = running.ada.say('Good morning everyone');
    await expect(said.answer(300)).rejects.toThrow('said nothing');
  });
});
