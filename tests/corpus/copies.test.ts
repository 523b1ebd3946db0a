import { describe, expect, it } from 'vitest';
import { compare, copies, corpusOf, isCopy, sketch } from '../../src/corpus/corpus.ts';

const STORY = [
  'The harbour of Ostwick will be dredged for the first time in eleven years, the port office said on Monday.',
  'Work begins in March and is to last until the end of the summer, when the deeper channel opens to larger ships.',
  'The contract went to a yard in Lindum that had asked for 41 million crowns, four million less than its nearest rival.',
  'Fishermen had protested in January, because the sludge is to be dumped near the grounds where they set their nets.',
  '"We were never asked," said Marta Quill, who speaks for the forty boats that are left.',
  'The port office answered that three hearings had been held and that nobody had come to the second of them.',
  'An expert of the university measured the currents last autumn and found no danger for the grounds.',
  'The council votes on the plan on Thursday, and a majority for it is thought to be certain.',
];
const article = (id: string, text: string, furniture: { start: number; end: number }[] = []) =>
  corpusOf([{ id, text, furniture }]).articles[0]!;
const whole = article('a', STORY.join(' '));

describe('copies', () => {
  it('are found under another headline and behind an agency’s line', () => {
    const headline = 'Port to get deeper channel at last';
    const text = `${headline}\n\nOSTWICK (NPA) - ${STORY.join('\n\n')}`;
    expect(isCopy(sketch(whole), sketch(article('b', text)))).toBe(true);
    const { shared } = compare(sketch(whole), sketch(article('b', text, [{ start: 0, end: headline.length }])));
    expect(shared).toBeGreaterThan(0.9);
  });

  it('are found where the end is cut, as long as half is left', () => {
    expect(isCopy(sketch(whole), sketch(article('b', STORY.slice(0, 5).join(' '))))).toBe(true);
    expect(isCopy(sketch(whole), sketch(article('b', STORY.slice(0, 2).join(' '))))).toBe(false);
  });

  it('are found with a few words replaced', () => {
    const text = STORY.join(' ').replace('eleven', 'twelve').replace('a majority', 'a large majority');
    expect(isCopy(sketch(whole), sketch(article('b', text)))).toBe(true);
  });

  it('are not made by the same form filled in otherwise', () => {
    const report = (town: string, degrees: string, wind: string) =>
      article(
        town,
        `In ${town} the day begins with fog and turns sunny by noon. Temperatures in ${town} reach ${degrees} degrees. ` +
          `The wind blows from the ${wind} with up to ${degrees}0 km/h along the coast of ${town}, and ${wind} of it there may be rain.`,
      );
    expect(isCopy(sketch(report('Ostwick', '12', 'west')), sketch(report('Lindum', '17', 'north')))).toBe(false);
  });

  it('are not made by one that quotes another among much else', () => {
    const other = article(
      'b',
      `${Array.from({ length: 12 }, (_, n) => `Item ${n} of the day is told here in its own ${n} words, and nowhere else at all.`).join(' ')} ${STORY.slice(0, 4).join(' ')}`,
    );
    expect(isCopy(sketch(whole), sketch(other))).toBe(false);
  });

  it('count as one: every article is in one group, behind the first of its kind', () => {
    const cut = article('cut', STORY.slice(0, 6).join(' '));
    const other = article(
      'other',
      'A fire in a warehouse at Lindum was put out within the hour, and nobody was hurt by it, the brigade said.',
    );
    const same = article('same', STORY.join(' '));
    expect(copies([whole, other, cut, same]).map((group) => group.map(({ id }) => id))).toEqual([
      ['a', 'cut', 'same'],
      ['other'],
    ]);
    expect(copies([])).toEqual([]);
  });

  it('are estimated well from a part of very long texts', () => {
    const words = Array.from({ length: 9_000 }, (_, n) => `w${(n * 7_919) % 8_999}`);
    const long = article('long', words.join(' '));
    const most = article('most', words.slice(0, 7_500).join(' '));
    const { shared, length } = compare(sketch(long), sketch(most));
    expect(shared).toBeGreaterThan(0.9);
    expect(length).toBeGreaterThan(0.7);
    expect(length).toBeLessThan(0.95);
  });
});
