import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeline } from '../../commands/timeline/timeline.ts';
import type { Library } from '../../src/answer/types.ts';
import { anyText } from '../discord/text.ts';
import { ferry, hostile, libraryOf, message, orchard, pages, presses } from './fixtures.ts';

const library = libraryOf(ferry, orchard);

async function file(format: 'json' | 'ics' | 'csv', from: Library, options: Record<string, string> = {}) {
  const action = { command: 'timeline', verb: 'share', args: [] };
  const reply = message(await presses(timeline, action, from, { options, fields: { value: format } }));
  const [made] = reply.files ?? [];
  if (made === undefined) throw new Error('The reply has no file');
  return { reply, name: made.name, text: Buffer.from(made.bytes).toString('utf8') };
}

const sentences = (from: Library) =>
  from
    .timeline({ dates: 20, sentences: 2 })
    .flatMap((entry) => entry.sentences.map((sentence) => ({ entry, sentence })));

test.each(['json', 'ics', 'csv'] as const)(
  'the %s goes to the asker alone, on one page, with words about it',
  async (format) => {
    const { reply, name } = await file(format, library);
    expect(reply.private).toBe(true);
    expect(name).toBe(`timeline.${format}`);
    expect(pages(reply)).toHaveLength(1);
    expect(JSON.stringify(pages(reply)[0]?.components)).toContain(`attachment://timeline.${format}`);
  },
);

test('a format that the menu does not have is refused', async () => {
  await expect(file('docx' as 'csv', library)).rejects.toThrow('Please choose');
});

describe('for TimelineJS', () => {
  interface Event {
    readonly unique_id: string;
    readonly start_date: Readonly<Record<'year' | 'month' | 'day', number | undefined>>;
    readonly text: { readonly headline: string; readonly text: string };
  }
  const read = async (from: Library, options = {}) =>
    JSON.parse((await file('json', from, options)).text) as {
      readonly title: Event;
      readonly events: readonly Event[];
    };

  test('there is an event a sentence, with no more of a date than is known', async () => {
    const { title, events } = await read(library, { topic: 'frost & orchards' });
    expect(title.text.headline).toBe('Timeline: frost &amp; orchards');
    const dates = events.map(({ start_date }) => start_date);
    expect(dates).toContainEqual({ year: 2022, month: 6, day: 2 });
    expect(dates).toContainEqual({ year: 2017 });
    expect(new Set(events.map(({ unique_id: id }) => id)).size).toBe(events.length);
  });

  test('words are to the letter, those that the date was read from in bold, the source is a link', async () => {
    const { events } = await read(libraryOf(ferry));
    const { text } = events.find(({ start_date: { day } }) => day === 14)!.text;
    expect(text).toContain('<blockquote>The island ferry returned to service on <b>14 June 2021</b> after winter');
    expect(text).toContain(
      '<a href="https://harbour.example/news/ferry_returns?id=7">Harbour Gazette</a>, published 15 Jun',
    );
  });

  test('nothing that an article writes is markup', async () => {
    const text =
      'On 4 June 2019 </blockquote><img src=x onerror=alert(1)> the keepers\' "lamp" & the tower stood still.';
    const { events } = await read(
      libraryOf({ id: 'x', title: '<b>x</b>', source: '<i>', url: 'javascript:alert(1)', text }),
    );
    const shown = JSON.stringify(events);
    expect(shown).not.toMatch(/<(?!\/?(?:blockquote|p|b)>)/u);
    expect(shown).not.toContain('javascript');
    expect(events[0]?.text.headline).toBe('&lt;b&gt;x&lt;/b&gt;');
  });
});

describe('as a calendar', () => {
  /** Properties of all events, unfolded and unescaped (RFC 5545, 3.1 and 3.3.11). */
  const read = async (from: Library) => {
    const { text } = await file('ics', from);
    const lines = text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
    const events: Record<string, string>[] = [];
    for (const line of lines) {
      const [, name = '', value = ''] = /^([A-Z-]+(?:;[^:]*)?):(.*)$/su.exec(line) ?? [];
      if (line === 'BEGIN:VEVENT') events.push({});
      const plain = value.replace(/\\(.)/gsu, (_, sign: string) => (sign === 'n' ? '\n' : sign));
      if (events.length > 0) events.at(-1)![name] = plain;
    }
    return { text, lines, events };
  };

  test('a day is an event of that day, a month or a year one of all its days that says so', async () => {
    const { events } = await read(
      libraryOf({
        id: 'a',
        title: 'Lamps',
        text: 'The lamp was lit on 31 December 1999. The tower was painted in February 2020. The keepers left in 2021.',
      }),
    );
    const spans = events.map((event) => [event['DTSTART;VALUE=DATE'], event['DTEND;VALUE=DATE']]);
    expect(spans).toEqual([
      ['19991231', '20000101'],
      ['20200201', '20200301'],
      ['20210101', '20220101'],
    ]);
    expect(events.map((event) => /Only the (\w+) is known/u.exec(event['DESCRIPTION'] ?? '')?.[1])).toEqual([
      undefined,
      'month',
      'year',
    ]);
    expect(events[0]?.['DTSTAMP']).toBe('20220601T000000Z');
  });

  test('the summary is the sentence to the letter, and the source stands below', async () => {
    const { events } = await read(library);
    const summaries = events.map((event) => event['SUMMARY']);
    expect(summaries).toEqual(sentences(library).map(({ sentence }) => sentence.citation.text));
    const described = events.map((event) => event['DESCRIPTION']);
    expect(described).toContainEqual(
      'Date read from “14 June 2021”.\n“Island ferry returns to service after winter repairs” — Harbour Gazette, published 15 Jun 2021',
    );
    expect(new Set(events.map((event) => event['UID'])).size).toBe(events.length);
  });

  test('lines have at most 75 octets and are cut between characters, whatever an article writes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { maxLength: 4 }), async (parts) => {
        const words = parts.join(' ').toWellFormed().replaceAll('\ufffd', '');
        const from = libraryOf({
          id: 'a',
          title: words,
          text: `On 4 June 2019 the keepers read ${words} aloud äöü 日本.`,
        });
        const { text, events } = await read(from);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(text).not.toContain('\ufffd');
        // biome-ignore lint/suspicious/noControlCharactersInRegex: those that the format cannot hold.
        const holds = (value: string) => value.replace(/\r\n?/gu, '\n').replace(/[\x00-\x08\x0b-\x1f\x7f]/gu, '');
        const summaries = events.map((event) => event['SUMMARY']);
        expect(summaries).toEqual(sentences(from).map(({ sentence }) => holds(sentence.citation.text)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('as a table', () => {
  /** Records of a CSV text, by RFC 4180. */
  const read = async (from: Library) => {
    const { text } = await file('csv', from);
    expect(text.startsWith('\ufeff')).toBe(true);
    const records: string[][] = [[]];
    for (const [, quoted, plain, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
      records.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
      if (end === '\r\n') records.push([]);
    }
    const [columns = [], ...lines] = records.slice(0, -1);
    for (const line of lines) expect(line).toHaveLength(columns.length);
    return lines.map((line) => Object.fromEntries(columns.map((column, index) => [column, line[index] ?? ''])));
  };

  test('there is a line a sentence, with all that proves it', async () => {
    const lines = await read(library);
    const articles = new Map(library.articles.map((article) => [article.id, article]));
    expect(lines).toHaveLength(sentences(library).length);
    for (const line of lines) {
      const article = articles.get(line['article'] ?? '')!;
      expect(article.text.slice(Number(line['start']), Number(line['end']))).toBe(line['sentence']?.replace(/^'/u, ''));
      expect(line['sha256']).toBe(article.hash);
    }
    expect(lines.map(({ date, precision }) => [date, precision])).toContainEqual(['2017', 'year']);
  });

  test('no cell is a formula, and all else is as it was', async () => {
    const from = libraryOf(
      hostile,
      {
        id: '=1+1',
        title: '+SUM(A1)',
        source: '@home',
        text: '=HYPERLINK("https://evil.example") was read on 4 June 2019.',
      },
      { id: 'b', title: '\t=1', source: '-1', text: 'On 5 June 2019, "all", they said,\nwas well.' },
    );
    const lines = await read(from);
    expect(lines.length).toBeGreaterThan(2);
    for (const value of lines.flatMap((line) => Object.values(line))) expect(value).not.toMatch(/^\s*[=+\-@]/u);
    const shown = lines.map(({ sentence = '' }) => sentence.replace(/^'/u, ''));
    expect(shown).toEqual(sentences(from).map(({ sentence }) => sentence.citation.text));
  });
});
