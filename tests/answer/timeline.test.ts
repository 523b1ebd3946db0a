import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../../src/answer/types.ts';
import { createReader } from '../../src/nlp/nlp.ts';
import { libraryOf } from './library.ts';

const reader = createReader();
const library = libraryOf(reader);

/** A desk that follows one harbour strike over a summer, with a fair on the side. */
const strike = libraryOf(reader, [
  {
    id: 'walkout',
    title: 'Dockers Walk Out at Sund',
    published: '2022-05-03',
    text: `Dockers at the port of Sund walked out on Monday over pay.

The strike stopped forty ships. “We will stay out until Monday,” union leader Berit Holm said.

Talks between the union and the port are to begin on 9 May. The port could lose its licence in August 2022 if the strike goes on.`,
  },
  {
    id: 'talks',
    title: 'Port and Union Meet',
    published: '2022-05-10',
    text: `The union and the port of Sund met on Monday for the first talks since dockers walked out on 2 May.

The strike should never have been allowed to happen. A mediator spoke to both sides.

This article was amended on 11 May 2022 to correct the number of ships in the strike.`,
  },
  {
    id: 'deal',
    title: 'Strike Ends With Deal',
    published: '2022-06-21',
    text: `The strike at the port of Sund ended after the union accepted a deal.

The dockers had walked out on 2 May over pay. Port director Aksel Moe called the day a good one.

June 21, 2022 at 9:14 am | Report | The strike was a disgrace and the union knew it on 1 June.

June 21, 2022 at 9:20 am | Report | Well said.`,
  },
  {
    id: 'chronology',
    title: 'How the Strike Went',
    published: '2022-07-01',
    text: `The strike at the port of Sund, day by day.

14 May 2022

A second shift joined the strike.

3 June 2022

Police cleared the gate of the port.`,
  },
  {
    id: 'fair',
    title: 'Horse Fair Opens',
    published: '2022-05-04',
    text: 'The horse fair opened in Lund on Tuesday. It drew 3,000 visitors.',
  },
]);

function on(entries: readonly TimelineEntry[], date: string): TimelineEntry | undefined {
  return entries.find((entry) => entry.date === date);
}

function texts(entry: TimelineEntry | undefined): string[] {
  return entry?.sentences.map(({ citation }) => citation.text) ?? [];
}

describe('a timeline', () => {
  it('dates sentences by the day they speak of, not the day they were printed', () => {
    const [closed] = library.timeline({ topic: 'bridge closed', from: '2021-03-09', to: '2021-03-09' });
    expect(closed).toMatchObject({ date: '2021-03-09', precision: 'day' });
    expect(closed?.sentences[0]?.when?.citation.text).toBe('Tuesday');
  });

  it('tells an event that two articles report once, with both as sources', () => {
    const [closed] = library.timeline({ topic: 'bridge closed', from: '2021-03-09', to: '2021-03-09' });
    const cited = closed?.sentences.flatMap(({ citation, others }) => [citation, ...others]) ?? [];
    expect(new Set(cited.map(({ article }) => article.id))).toEqual(new Set(['bridge', 'ferry']));
    expect(closed?.sentences).toHaveLength(1);
  });

  it('says why a date was chosen', () => {
    const [closed] = library.timeline({ topic: 'bridge closed', from: '2021-03-09', to: '2021-03-09' });
    expect(closed?.why).toMatchObject({ articles: 2, looksBack: 0, rules: ['weekday'] });
    expect(closed?.why.mentions).toBeGreaterThanOrEqual(2);
  });

  it('says how precise a date is', () => {
    const entries = library.timeline({});
    expect(on(entries, '1931')?.precision).toBe('year');
    expect(on(entries, '2021-06-06')?.precision).toBe('day');
    expect(on(strike.timeline({ topic: 'strike' }), '2022-08')?.precision).toBe('month');
  });

  it('is in order, within its bounds, and as long as asked for', () => {
    const entries = library.timeline({ from: '2020-01-01', to: '2021-12-31', dates: 3 });
    const dates = entries.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
    expect(dates).toHaveLength(3);
    expect(dates.every((date) => date >= '2020')).toBe(true);
  });

  it('leaves out articles that are about something else', () => {
    const entries = library.timeline({ topic: 'council election' });
    const articles = entries.flatMap(({ sentences }) => sentences.map(({ citation }) => citation.article.id));
    expect(new Set(articles)).toEqual(new Set(['election']));
  });

  it('takes in articles that use some of many words, as with several spellings of one name', () => {
    const entries = strike.timeline({ topic: 'strike Sund docker stevedore longshoreman' });
    expect(texts(on(entries, '2022-05-02'))[0]).toContain('walked out');
    expect(on(entries, '2022-05-03')?.sentences.some(({ citation }) => citation.article.id === 'fair')).not.toBe(true);
  });

  it('of an unknown topic is empty', () => {
    expect(library.timeline({ topic: 'volcano' })).toEqual([]);
    expect(library.timeline({ topic: 'the of and' })).toEqual([]);
  });
});

describe('what matters', () => {
  it('is what later articles look back to', () => {
    const [first] = strike.timeline({ topic: 'strike', dates: 1 });
    expect(first?.date).toBe('2022-05-02');
    const [told] = first?.sentences ?? [];
    const sources = [told?.citation, ...(told?.others ?? [])].map((citation) => citation?.article.id);
    expect(new Set(sources)).toEqual(new Set(['walkout', 'talks', 'deal']));
  });

  it('is told by day before it is told by year, but a lone year is told', () => {
    expect(library.timeline({ dates: 2 }).every(({ precision }) => precision === 'day')).toBe(true);
    expect(texts(on(library.timeline({}), '1931'))).toEqual(['It was built in 1931.']);
  });
});

describe('a sentence of a timeline', () => {
  const entries = strike.timeline({ topic: 'strike', dates: 50, sentences: 5 });

  it('is dated by the day of publication only if it names no other and reports something done', () => {
    expect(texts(on(entries, '2022-06-21'))).toContain(
      'The strike at the port of Sund ended after the union accepted a deal.',
    );
    const printed = entries.flatMap(({ sentences }) => sentences.filter(({ when }) => when === null));
    const told = printed.map(({ citation }) => citation.text);
    expect(told).toContain('The strike stopped forty ships.');
    expect(told).not.toContain('The strike should never have been allowed to happen.');
    expect(told.some((text) => text.startsWith('“'))).toBe(false);
  });

  it('that names the date comes before one that was only printed on it', () => {
    const both = library.timeline({ topic: 'bridge', dates: 50, sentences: 5 });
    for (const { sentences } of both) {
      const named = sentences.map(({ when }) => when !== null);
      expect(named).toEqual([...named].sort((a, b) => Number(b) - Number(a)));
    }
  });

  it('is marked when it tells of something planned or merely possible', () => {
    expect(on(entries, '2022-05-02')?.sentences[0]?.modality).toBe('done');
    const talks = on(entries, '2022-05-09')?.sentences ?? [];
    expect(talks.find(({ citation }) => citation.article.id === 'walkout')?.modality).toBe('planned');
    expect(talks.find(({ citation }) => citation.article.id === 'talks')?.modality).toBe('done');
    expect(on(entries, '2022-08')?.sentences[0]?.modality).toBe('possible');
    expect(on(library.timeline({}), '2021-06-06')?.sentences[0]?.modality).toBe('planned');
  });

  it('stands under the date that heads it in a chronology', () => {
    const [joined] = on(entries, '2022-05-14')?.sentences ?? [];
    expect(joined?.citation.text).toBe('A second shift joined the strike.');
    expect(joined?.when?.citation.text).toBe('14 May 2022');
    expect(texts(on(entries, '2022-06-03'))).toEqual(['Police cleared the gate of the port.']);
  });

  it('is not dated by a line that only says when the article was published', () => {
    const text = 'The kiln was relit.\n\n5 May 2022\n\nShould the kiln burn all night?\n\nThe potters think so.';
    const kiln = libraryOf(reader, [{ id: 'kiln', title: 'Kiln Relit', published: '2022-05-05', text }]);
    expect(kiln.timeline({}).flatMap(texts)).toEqual(['The kiln was relit.']);
  });

  it('is never a reader’s comment or a note of correction', () => {
    const all = entries.flatMap(texts).join('\n');
    expect(all).not.toContain('disgrace');
    expect(all).not.toContain('amended');
    expect(on(entries, '2022-05-11')).toBeUndefined();
    expect(on(entries, '2022-06-01')).toBeUndefined();
  });
});

describe('any timeline', () => {
  const topics = fc.constantFrom(undefined, 'strike', 'port of Sund', 'union talks', 'horse fair');
  const days = fc.constantFrom(undefined, '2022-05-02', '2022-05-09', '2022-06-21', '2022-08-01');

  it('has at most the dates and sentences asked for, each date once, in order and within its bounds', () => {
    const limits = fc.record({ dates: fc.integer({ min: 1, max: 12 }), sentences: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(topics, days, days, limits, (topic, from, to, limit) => {
        const bounds = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
        const entries = strike.timeline({ ...bounds, ...limit, ...(topic !== undefined && { topic }) });
        const dates = entries.map(({ date }) => date);
        expect(dates.length).toBeLessThanOrEqual(limit.dates);
        expect(dates).toEqual([...new Set(dates)].sort());
        for (const { date, sentences } of entries) {
          expect(from === undefined || date >= from.slice(0, date.length)).toBe(true);
          expect(to === undefined || date <= to.slice(0, date.length)).toBe(true);
          expect(sentences.length).toBeGreaterThan(0);
          expect(sentences.length).toBeLessThanOrEqual(limit.sentences);
        }
      }),
    );
  });

  it('cites to the letter, and no article twice for one telling', () => {
    for (const { sentences } of strike.timeline({ dates: 50, sentences: 5 })) {
      for (const { citation, when, others } of sentences) {
        for (const { article, start, end, text } of [citation, ...others, ...(when ? [when.citation] : [])]) {
          expect(article.text.slice(start, end)).toBe(text);
        }
        const sources = [citation, ...others].map(({ article }) => article.id);
        expect(new Set(sources).size).toBe(sources.length);
      }
    }
  });
});
