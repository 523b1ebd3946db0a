import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/nlp/nlp.ts';
import { libraryOf } from './library.ts';

const reader = createReader();

const said = (id: string, published: string, ...paragraphs: string[]) => ({
  id,
  title: id,
  published,
  source: `The ${id}`,
  text: paragraphs.join('\n\n'),
});

const library = libraryOf(reader, [
  said(
    'harbour',
    '2021-03-01',
    'The harbour board met on Monday to talk about the new crane.',
    '“The crane will cost us nine million crowns before it lifts a single box,” board member Marta Lindholm said.',
    'Marta Lindholm said the crane would arrive in autumn.',
    '“Ships keep getting longer, and our piers do not,” pilot Otto Brenner said.',
  ),
  said(
    'reprint',
    '2021-03-02',
    'From our partners at the harbour.',
    '“The crane will cost us nine million crowns before it lifts a single box,” Marta Lindholm said.',
  ),
  said(
    'schools',
    '2021-05-09',
    'The schools of the valley close early this year.',
    '“The heat in the classrooms is past bearing,” headmistress Clara Lindholm said.',
    '“Nobody learns anything at forty degrees,” Dr. Otto Brenner, a physician, said.',
  ),
  said(
    'market',
    '2021-07-20',
    'Fish was dear on the market.',
    'Brenner said the pilots had warned of the low water in spring. “Low water is bad for every pilot,” Brenner said.',
  ),
]);

describe('quotations on a topic', () => {
  it('come with those on more of the topic first, the speaker’s own words before reports', () => {
    const found = library.quote({ about: 'crane' });
    expect(found.map(({ quotation }) => quotation.kind)).toEqual(['direct', 'indirect']);
    expect(library.quote({ about: 'longer ships' })[0]?.citation.text).toMatch(/^Ships keep getting longer/u);
  });

  it('count what the quotation says most, then its sentence, then its paragraph', () => {
    const [first, ...rest] = library.quote({ about: 'pilot' });
    expect(first?.citation.text).toContain('every pilot');
    expect(rest.every(({ score }) => score < first!.score)).toBe(true);
  });

  it('prefer words that stand together', () => {
    const near = libraryOf(reader, [
      said('apart', '2021-01-01', '“The water in the old well is low in summer and high in winter,” Ida Holm said.'),
      said('together', '2021-01-02', '“The low water in the old well is a danger for every child,” Ida Holm said.'),
    ]);
    expect(near.quote({ about: 'low water' })[0]?.citation.article.id).toBe('together');
  });

  it('are shown once where several articles print them, with the other sources', () => {
    const found = library.quote({ about: 'nine million' });
    expect(found).toHaveLength(1);
    expect(found[0]?.citation.article.id).toBe('harbour');
    expect(found[0]?.others.map(({ article, text }) => [article.id, text])).toEqual([
      ['reprint', expect.stringMatching(/^The crane will cost us nine million/u)],
    ]);
  });

  it('never have a score beyond 0 … 1, and none is about something else', () => {
    for (const { score } of library.quote({ about: 'crane ships heat water' })) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
    }
    expect(library.quote({ about: 'volcano' })).toEqual([]);
  });
});

describe('one person across articles', () => {
  it('is a surname’s only bearer with a given name, titles left aside', () => {
    const names = library.speakers().map(({ name, quotations }) => [name, quotations]);
    expect(names).toContainEqual(['Otto Brenner', 4]);
    expect(names.map(([name]) => name)).not.toContain('Brenner');
    const texts = library.quote({ speaker: 'Otto Brenner' }).map(({ citation }) => citation.text);
    expect(texts).toEqual(expect.arrayContaining([expect.stringContaining('Low water')]));
  });

  it('is nobody by guess: a surname with two bearers stays apart', () => {
    const two = libraryOf(reader, [
      said('one', '2021-01-01', '“We will plant the hill again,” forester Marta Lindholm said.'),
      said('two', '2021-01-02', '“We will paint the school,” teacher Clara Lindholm said.'),
      said('three', '2021-01-03', '“We will wait for the rain,” Lindholm said.'),
    ]);
    expect(two.speakers().map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Clara Lindholm', 'Lindholm', 'Marta Lindholm']),
    );
    expect(two.speaker('Marta Lindholm')?.quotations).toBe(1);
  });
});

describe('a speaker', () => {
  it('has roles as written, counts, topics and the days of the first and last quotation', () => {
    const found = library.speaker('Otto Brenner')!;
    expect(found).toMatchObject({
      name: 'Otto Brenner',
      quotations: 4,
      first: '2021-03-01',
      last: '2021-07-20',
      articles: 3,
    });
    expect(found.kinds.direct + found.kinds.mixed + found.kinds.indirect).toBe(4);
    expect(found.roles.map(({ text }) => text).join(' · ')).toMatch(/pilot|physician/u);
    for (const { article, start, end, text } of found.roles) expect(article.text.slice(start, end)).toBe(text);
    expect(found.telling.length).toBeGreaterThan(0);
    const all = found.telling
      .map(({ citation }) => citation.article.text)
      .join(' ')
      .toLowerCase();
    expect(found.topics.length).toBeGreaterThan(0);
    for (const topic of library.speaker('Marta Lindholm')!.topics)
      expect(all + topic.toLowerCase()).toContain(topic.toLowerCase());
  });

  it('counts a copy once but tells its day', () => {
    const found = library.speaker('Marta Lindholm')!;
    expect(found).toMatchObject({ quotations: 2, articles: 2, first: '2021-03-01', last: '2021-03-02' });
  });

  it('is nobody whom the articles do not quote', () => {
    expect(library.speaker('Nora Quist')).toBeNull();
    expect(library.speaker('')).toBeNull();
  });
});

describe('a large collection', () => {
  it('lists whom it has read so far, and more once more is prepared', () => {
    const many = libraryOf(
      reader,
      Array.from({ length: 130 }, (_, at) =>
        said(
          `day-${at}`,
          `2021-01-01`,
          `“We counted ${at + 2} swans on the lake,” warden Nils Berg${'abcdefghij'[at % 10]}${'klmnopqrstuvw'[Math.floor(at / 10)]} said.`,
        ),
      ),
    );
    const early = many.speakers().length;
    expect(early).toBeGreaterThan(0);
    expect(early).toBeLessThan(130);
    for (const article of many.articles) many.prepare(article);
    expect(many.speakers()).toHaveLength(130);
  });
});
