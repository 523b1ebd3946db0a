import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { config } from '../../commands/settings/config.ts';
import { display } from '../../src/discord/display.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import { DEFAULTS } from '../../src/servers/servers.ts';
import { type Desk, fileOf, messageOf, openDesk } from './desk.ts';
import { buttonOf, seen } from './fixtures.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(async () => {
  await desk.close();
});

const run = (path: string) => messageOf(desk.runs(config, path));
const imports = (content: string) =>
  messageOf(desk.runs(config, 'import', {}, { files: [desk.attach('settings.json', content)] }));
const settings = async () => (await desk.server()).settings;

test('show tells every setting in words', async () => {
  const text = seen(await run('show'));
  for (const line of ['Answers in: all channels', 'Caution: balanced', 'Time zone: UTC', 'Log channel: none'])
    expect(text).toContain(line);
  expect(text.split('\n').filter((line) => line.includes(': '))).toHaveLength(15);
});

describe('reset', () => {
  test('asks first, saying what would change, and then does it', async () => {
    await expect(run('reset')).rejects.toThrow(/at the start already/u);
    await imports('{"caution": "strict", "limits": {"user": 3}}');
    const sure = await run('reset');
    expect(seen(sure)).toContain('Caution: strict → balanced');
    expect((await settings()).caution).toBe('strict');
    await messageOf(desk.presses(buttonOf(sure, 'Leave it')));
    expect((await settings()).caution).toBe('strict');
    await messageOf(desk.presses(buttonOf(sure, 'Set it back')));
    expect(await settings()).toEqual(DEFAULTS);
    expect(desk.audits.at(-1)).toContain('Caution: strict → balanced');
  });
});

describe('export and import', () => {
  test('an export is taken back as it is', async () => {
    const given = { ...DEFAULTS, caution: 'eager', channels: ['400000000000000001'], questionLog: { kept: false } };
    await imports(JSON.stringify(given));
    const before = await settings();
    const file = fileOf(await run('export'));
    await imports('{}');
    expect(await settings()).toEqual(DEFAULTS);
    expect(seen(await imports(file))).toContain('Caution: balanced → eager');
    expect(await settings()).toEqual(before);
    expect(seen(await imports(file))).toContain('Nothing to change');
  });

  test('what is missing in a file is set as at the start', async () => {
    await imports('{"sources": 2}');
    await imports('{"questionLog": {"days": 9}}');
    expect(await settings()).toEqual({ ...DEFAULTS, questionLog: { ...DEFAULTS.questionLog, days: 9 } });
  });

  test.each([
    ['[]', 'The file is not JSON as /config export writes it.'],
    ['caution: strict', 'The file is not JSON as /config export writes it.'],
    ['{"colour": "red"}', 'Nothing was imported: there is no setting “colour”.'],
    ['{"__proto__": {"x": 1}, "caution": "bold"}', 'Nothing was imported: there is no setting “__proto__”.'],
    ['{"limits": {"role": 1}}', 'Nothing was imported: there is no setting “limits.role”.'],
    ['{"limits": 3}', 'Nothing was imported: “limits” has to be an object.'],
    ['{"limits": {"user": 3000}}', 'Nothing was imported: “limits.user” may be 1000 at most.'],
    ['{"sources": 0}', 'Nothing was imported: “sources” has to be at least 1.'],
    ['{"sources": 2.5}', 'Nothing was imported: “sources” has to be a whole number.'],
    ['{"threads": "yes"}', 'Nothing was imported: “threads” has to be true or false.'],
    ['{"caution": "bold"}', 'Nothing was imported: “caution” has to be one of: strict, balanced, eager.'],
    ['{"timeZone": "Mars"}', 'Nothing was imported: “timeZone” is no time zone that I know.'],
    [
      '{"channels": ["harbour"]}',
      'Nothing was imported: “channels.0” has to be an id of Discord’s, in quotation marks.',
    ],
  ])('%s is refused in one sentence, and nothing changes', async (content, sentence) => {
    const refusal = await imports(content).catch((error: unknown) => error);
    expect(refusal instanceof Refusal && display(refusal.sentence)).toBe(sentence);
    expect(await settings()).toEqual(DEFAULTS);
    expect(desk.audits).toEqual([]);
  });

  test('whatever a file holds, it is taken or refused', async () => {
    const key = fc.constantFrom(...Object.keys(DEFAULTS), 'user', 'days', 'x');
    const value = fc.oneof(fc.jsonValue(), fc.dictionary(key, fc.jsonValue()));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          fc.dictionary(key, value).map((one) => JSON.stringify(one)),
        ),
        async (content) => {
          const outcome = await imports(content).then(seen, (error: unknown) => error);
          expect(typeof outcome === 'string' || outcome instanceof Refusal).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('a subcommand that there is not, and an import without a file, are refused', async () => {
  await expect(async () => await run('')).rejects.toThrow(Refusal);
  await expect(run('import')).rejects.toThrow(/attach a file/u);
});
