import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/nlp/nlp.ts';

const reader = createReader();
const valuesOf = (text: string, published: string | null) =>
  reader.dates(text, published).map(({ start, end, value }) => [text.slice(start, end), value]);

describe('a text without a date of its own', () => {
  it('tells its dates one after the other', () => {
    const text =
      'In October 1931 the duke left the city. In December he was caught. In January he fled again. Three days later ' +
      'nobody knew. On 4 March the gates opened. The next day the bells rang, and the following month he was crowned. ' +
      'Later that year he died.';
    expect(valuesOf(text, null)).toEqual([
      ['October 1931', '1931-10'],
      ['December', '1931-12'],
      ['January', '1932-01'],
      ['Three days later', 'XXXX-XX-XX'],
      ['4 March', '1932-03-04'],
      ['The next day', '1932-03-05'],
      ['the following month', '1932-04'],
      ['Later that year', '1932'],
    ]);
  });

  it('leaves open what it does not say', () => {
    expect(valuesOf('Yesterday it rained. On 5 May it snowed. On Monday it froze.', null)).toEqual([
      ['Yesterday', 'XXXX-XX-XX'],
      ['5 May', 'XXXX-05-05'],
      ['Monday', 'XXXX-WXX-1'],
    ]);
  });

  it('counts back before the common era', () => {
    const text = 'In 431 BC the league broke apart. Two years later the plague came. In the following year it ended.';
    expect(valuesOf(text, null)).toEqual([
      ['431 BC', 'BC0431'],
      ['Two years later', 'BC0429'],
      ['the following year', 'BC0428'],
    ]);
  });
});

describe('a history that was published long after', () => {
  const history =
    'The canal was begun in 1811. In 1814 the money ran out. By 1820 half of it was dug. The last lock was built in June 1825. ' +
    'In July the first barge passed. In 1840 came the railway. The company failed in 1851.';

  it('is told from the date before, not from the day of publication', () => {
    expect(valuesOf(history, '2019-09-10')).toContainEqual(['July', '1825-07']);
  });

  it('is news when it lives on weekdays', () => {
    const report = `The mayor said on Monday, and again on Tuesday, that the canal will reopen. He spoke on Friday. ${history}`;
    expect(valuesOf(report, '2019-09-10')).toContainEqual(['July', '2019-07']);
  });
});

describe('news', () => {
  it('counts "the next day" from the day told before, and "tomorrow" from publication', () => {
    const text = 'The ship left on 2 September. The next day it sank. The owners will speak tomorrow.';
    expect(valuesOf(text, '2019-09-10')).toEqual([
      ['2 September', '2019-09-02'],
      ['The next day', '2019-09-03'],
      ['tomorrow', '2019-09-11'],
    ]);
  });
});
