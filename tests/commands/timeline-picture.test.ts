import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeline } from '../../commands/timeline/timeline.ts';
import type { Library } from '../../src/answer/types.ts';
import type { Options } from '../../src/discord/types.ts';
import { anyText } from '../discord/text.ts';
import { ferry, libraryOf, message, orchard, pages, presses, request, runs, seen, servicesWith } from './fixtures.ts';

const share = { command: 'timeline', verb: 'share', args: [] };

/** Twenty articles, each with a day of its own. */
const long = libraryOf(
  ...Array.from({ length: 20 }, (_, index) => ({
    id: `lamp-${index}`,
    title: `Lamp report ${index}`,
    source: 'Harbour Gazette',
    published: `${2001 + index}-07-01`,
    text: `On ${index + 3} June ${2001 + index}, the keepers of tower ${index} repaired the lamp that the last storm had broken.`,
  })),
);

async function picture(library: Library, options: Options = {}) {
  const reply = await runs(timeline, { picture: true, ...options }, library);
  const [file] = reply.files ?? [];
  if (file === undefined) throw new Error('The reply has no picture');
  const png = Buffer.from(file.bytes);
  return { reply, file, height: png.readUInt32BE(20), width: png.readUInt32BE(16) };
}

describe('a picture', () => {
  test('comes only when it is asked for, above the text', async () => {
    const library = libraryOf(ferry, orchard);
    expect((await runs(timeline, {}, library)).files).toBeUndefined();
    const { reply, file, width } = await picture(library, { topic: 'late frost' });
    expect([file.name, width]).toEqual(['timeline.png', 900]);
    expect(seen(reply)).toContain('The late frost of 2 June 2022 spared the valley orchards');
    const [container] = pages(reply)[0]!.components.filter(({ type }) => type === 17);
    expect(JSON.stringify(container)).toMatch(/^\{"type":17,[^[]*\[\{"type":12,.*attachment:\/\/timeline\.png/u);
  });

  test('is described with its dates and how their sentences begin', async () => {
    const { file } = await picture(libraryOf(ferry, orchard), { topic: 'island ferry' });
    expect(file.description).toMatch(/^Timeline: island ferry, /u);
    expect(file.description).toContain('14 Jun 2021: “The island ferry returned to service on 14 June 2021 after');
    expect(file.description).toContain('\n2023 (planned): “A second ferry is planned for 2023.”');
    expect(file.description.length).toBeLessThanOrEqual(1_024);
  });

  test('is no higher than a phone, and says how many dates it leaves out', async () => {
    const { reply, file, height } = await picture(long);
    expect(height).toBeLessThanOrEqual(2_000);
    const [, shown = '', left = ''] = /(\d+) dates with a sentence each[\s\S]* And (\d+) more dates\.$/u.exec(
      file.description,
    )!;
    expect(Number(shown)).toBeGreaterThan(4);
    expect(Number(shown) + Number(left)).toBe(20);
    expect(file.description.match(/^\d+ Jun \d{4}: “On/gmu)).toHaveLength(Number(shown));
    expect(file.description.length).toBeLessThanOrEqual(1_024);
    expect(pages(reply).length).toBeGreaterThan(1);
  });

  test('stands on the first page alone', async () => {
    const { reply } = await picture(long);
    expect(pages(reply).map(({ files }) => files.length)).toEqual([
      1,
      ...pages(reply)
        .slice(1)
        .map(() => 0),
    ]);
    const second = message(await timeline.run(request({ picture: true }, { page: 1 }), servicesWith(long)));
    expect(second.files).toBeUndefined();
  });

  test('leaves a sentence out whole when the font has not got its letters, or when it would fill it', async () => {
    const library = libraryOf(
      { id: 'a', title: 'A', text: 'On 4 June 2019 the keepers hung up a sign that said 港 in large letters.' },
      {
        id: 'b',
        title: 'B',
        text: `On 5 June 2019 the keepers read the names of ${'very many ships and '.repeat(80)}went home.`,
      },
      { id: 'c', title: 'C', text: 'On 6 June 2019 the keepers slept.' },
    );
    const { reply, file } = await picture(library);
    expect(file.description).toContain('one date with a sentence each');
    expect(file.description).toContain('6 Jun 2019: “On 6 June 2019 the keepers slept.” And 2 more dates.');
    expect(seen(reply)).toContain('港');
    const none = await runs(timeline, { picture: true, from: '2019-06-04', to: '2019-06-04' }, library);
    expect(none.files).toBeUndefined();
    expect(seen(none)).toContain('No picture');
  });
});

test('whatever articles write, a picture keeps its limits or is left out', async () => {
  const dated = fc
    .array(anyText, { minLength: 1, maxLength: 4 })
    .map((parts) => `On 4 June 2019 ${parts.join(' and ')}.`);
  await fc.assert(
    fc.asyncProperty(fc.array(dated, { minLength: 1, maxLength: 5 }), anyText, async (texts, words) => {
      const records = texts.map((text, index) => ({ id: `${index}`, title: words, source: words, text }));
      const { files = [] } = await runs(timeline, { picture: true, theme: words }, libraryOf(...records));
      for (const { bytes, description } of files) {
        expect(Buffer.from(bytes).readUInt32BE(20)).toBeLessThanOrEqual(2_000);
        expect(description.length).toBeLessThanOrEqual(1_024);
      }
    }),
    { numRuns: 25 },
  );
});

describe('the menu for pictures', () => {
  const library = libraryOf(ferry, orchard);
  const choose = async (value: string, options: Options) =>
    message(await presses(timeline, share, library, { options, fields: { value } }));

  test('changes the timeline in place, and keeps what was asked', async () => {
    const dark = await choose('dark', { topic: 'frost' });
    expect(dark.update).toBe(true);
    expect(dark.asked).toEqual({ command: 'timeline', options: { topic: 'frost', picture: true, theme: 'dark' } });
    const light = await choose('light', dark.asked!.options);
    expect(light.asked?.options['theme']).toBe('light');
    expect(Buffer.from(light.files![0]!.bytes).equals(dark.files![0]!.bytes)).toBe(false);
    const text = await choose('text', light.asked!.options);
    expect(text.asked?.options).toEqual({ topic: 'frost' });
    expect(text.files).toBeUndefined();
  });

  test('offers what is not there yet', async () => {
    const offered = async (options: Options) => JSON.stringify((await runs(timeline, options, library)).foot.at(-1));
    expect(await offered({})).not.toContain('Without a picture');
    expect(await offered({ picture: true })).not.toContain('Dark picture');
    expect(await offered({ picture: true, theme: 'light' })).not.toContain('Light picture');
  });
});
