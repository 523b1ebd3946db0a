import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/nlp/nlp.ts';
import { libraryOf } from './library.ts';

const library = libraryOf(createReader());

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

  it('says how precise a date is', () => {
    const entries = library.timeline({});
    expect(entries.find(({ date }) => date === '1931')?.precision).toBe('year');
    expect(entries.find(({ date }) => date === '2021-06-06')?.precision).toBe('day');
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

  it('of an unknown topic is empty', () => {
    expect(library.timeline({ topic: 'volcano' })).toEqual([]);
    expect(library.timeline({ topic: 'the of and' })).toEqual([]);
  });
});
