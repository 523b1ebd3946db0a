/** Which sentence answers, and why it must be that one. */
import { describe, expect, it } from 'vitest';
import { createLibrary } from '../../src/answer/answer.ts';
import { corpusOf } from '../../src/corpus/corpus.ts';
import { createReader } from '../../src/nlp/nlp.ts';

const reader = createReader();
const ASKED = '2021-03-20';
const LIBRARY = libraryOf(
  {
    id: 'ferry',
    title: 'Ferry to Replace Veldt Bridge',
    published: '2021-03-12',
    text: `A ferry will carry pedestrians across the Ossel while the bridge at Veldt is repaired, harbour master Tomas Lindqvist told reporters on Friday.

The bridge was closed on Tuesday because engineers had found cracks in two pillars. Nobody knows yet when the bridge will open. About 14,000 vehicles used it every day.

The ferry, which cost 3.2 million euros, was built in Gdansk in 1987.`,
  },
  {
    id: 'observatory',
    title: 'Observatory on Mount Harel Names Director',
    published: '2021-03-02',
    text: `The observatory on Mount Harel has appointed the astronomer Salma Idrissi as its director.

Idrissi, a specialist in variable stars, previously led a team in Valparaiso. She discovered eleven comets during her career.

The telescope on Mount Harel weighs forty tonnes and can be turned by hand.`,
  },
  {
    id: 'cheese',
    title: 'Cheese Makers Fear a Dry Summer',
    published: '2020-07-02',
    text: `Cheese makers in the Lower Ossel valley fear that a dry summer will halve their output.

Cows give less milk when the grass is poor, said Piet Aalders, who keeps ninety of them.`,
  },
);

function libraryOf(...records: Parameters<typeof corpusOf>[0][number][]) {
  return createLibrary(corpusOf(records), reader);
}

const first = (question: string, library = LIBRARY) =>
  library.ask(question, { asked: ASKED }).candidates[0]?.citation.text ?? '';

describe('the best sentence', () => {
  it('has the reason, not just the words of a question why', () => {
    expect(first('Why was the bridge closed?')).toContain('because engineers had found cracks');
  });

  it('has a place when a place is asked for', () => {
    expect(first('Where was the ferry built?')).toContain('Gdansk');
  });

  it('has a number when a number is asked for', () => {
    expect(first('How many vehicles used the bridge every day?')).toContain('14,000');
  });

  it('is found by another word of the same family', () => {
    expect(first('Who is the appointed director of the observatory on Mount Harel?')).toContain('Salma Idrissi');
  });

  it('is found through the pronoun that stands for a name', () => {
    expect(first('How many comets did Salma Idrissi discover?')).toContain('eleven comets');
  });

  it('is found in spite of a slip of the pen', () => {
    expect(first('Where did the asttronomer lead a team before?')).toBe(
      first('Where did the astronomer lead a team before?'),
    );
  });

  it('comes from the newer article when both fit and the question is about this week', () => {
    const news = libraryOf(
      { id: 'then', title: 'Strike', published: '2017-05-02', text: 'Tram drivers in Veldt went on strike over pay.' },
      {
        id: 'now',
        title: 'Strike',
        published: '2021-03-18',
        text: 'Tram drivers in Veldt went on strike over shifts.',
      },
    );
    expect(first('Why did tram drivers in Veldt go on strike this week?', news)).toContain('shifts');
  });
});

describe('a question whose answer has a shape', () => {
  it('is answered by the sentence that has it, though another repeats the question more closely', () => {
    const library = libraryOf({
      id: 'talks',
      title: 'Rivals Meet',
      text: `Three councils were held in spring.

In June the envoys of both rivals held a council in Marrakesh which ended, after two nights of quarrels, in a truce.`,
    });
    const { candidates } = library.ask('Where was the council held?', { asked: ASKED });
    expect(candidates[0]?.citation.text).toContain('Marrakesh');
  });
});

describe('candidates', () => {
  const questions = ['Who is Tomas Lindqvist?', 'Why do cows give less milk?', 'What did Lindqvist tell reporters?'];

  it.each(questions)('are single sentences within one paragraph, best first: %s', (question) => {
    const { candidates } = LIBRARY.ask(question, { asked: ASKED, top: 5 });
    expect(candidates.length).toBeGreaterThan(0);
    expect(candidates.length).toBeLessThanOrEqual(5);
    for (const { citation } of candidates) {
      expect(citation.text).toBe(citation.article.text.slice(citation.start, citation.end));
      expect(citation.text).not.toMatch(/\n\s*\n/);
    }
    const scores = candidates.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('come from allowed articles only', () => {
    const { candidates, articles } = LIBRARY.ask('Who fears a dry summer?', { asked: ASKED, article: 'ferry' });
    const ids = [
      ...candidates.map(({ citation }) => citation.article.id),
      ...articles.map(({ article }) => article.id),
    ];
    expect(ids.every((id) => id === 'ferry')).toBe(true);
  });

  it('are the same whenever the same is asked', () => {
    const ask = () => LIBRARY.ask('Where was the ferry built?', { asked: ASKED });
    expect(ask()).toEqual(ask());
  });
});

describe('a question for what somebody said', () => {
  it('is answered by words of that person', () => {
    const { answer } = LIBRARY.ask('What did Tomas Lindqvist say about the ferry?', { asked: ASKED });
    expect(answer?.citation.text).toContain('told reporters');
  });
});
