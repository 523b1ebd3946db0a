import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/nlp/nlp.ts';

const reader = createReader();
/** `[words, type, value]` of every time expression of a text published on that day. */
const read = (text: string, published: string | null) =>
  reader.dates(text, published).map(({ start, end, type, value }) => [text.slice(start, end), type, value]);

type Row = readonly [sentence: string, expected: readonly (readonly [string, string, string])[]];
const date = (words: string, value: string) => [words, 'DATE', value] as const;
const time = (words: string, value: string) => [words, 'TIME', value] as const;
const duration = (words: string, value: string) => [words, 'DURATION', value] as const;
const set = (words: string, value: string) => [words, 'SET', value] as const;

// 10 September 2019 was a Tuesday, 25 November 2019 a Monday.
const TUESDAY = '2019-09-10';
const MONDAY = '2019-11-25';

describe('calendar dates', () => {
  it.each<Row>([
    ['The envoy landed on 10th September, 2019.', [date('10th September, 2019', '2019-09-10')]],
    ['The bridge fell on Sept. 11, 2001.', [date('Sept. 11, 2001', '2001-09-11')]],
    ['It was signed on Monday, November 25, 2019.', [date('Monday, November 25, 2019', '2019-11-25')]],
    ['It was signed on the 3rd of May 1994.', [date('the 3rd of May 1994', '1994-05-03')]],
    ['The form is dated 11/25/2019.', [date('11/25/2019', '2019-11-25')]],
    ['The form is dated 25/11/2019.', [date('25/11/2019', '2019-11-25')]],
    ['The log begins on 2019-11-25.', [date('2019-11-25', '2019-11-25')]],
    ['The wall came down in November 1989.', [date('November 1989', '1989-11')]],
    ['The wall came down in November of 1989.', [date('November of 1989', '1989-11')]],
    ['She was born in fall 1941.', [date('fall 1941', '1941-FA')]],
    ['The plant closed in late 2008.', [date('late 2008', '2008')]],
    ['The plant closed at the end of 2008.', [date('the end of 2008', '2008')]],
    ['Few people owned a car in the 1950s.', [date('the 1950s', '195')]],
    ['Few people owned a phone in the mid-80s.', [date('the mid-80s', '198')]],
    ['The mill dates from the 19th century.', [date('the 19th century', '18')]],
    ['The fleet sailed in 480 BC.', [date('480 BC', 'BC0480')]],
    ['He lost power in nineteen ninety-one.', [date('nineteen ninety-one', '1991')]],
    ['She ruled from 1939-45.', [date('1939', '1939'), date('45', '1945')]],
    ['The talks ran from 6-9 January 2016.', [date('6', '2016-01-06'), date('9 January 2016', '2016-01-09')]],
    ['It was built between March and April 1918.', [date('March', '1918-03'), date('April 1918', '1918-04')]],
    ['The fair was held on April 5-6, 1903.', [date('April 5', '1903-04-05'), date('6, 1903', '1903-04-06')]],
    ['The siege lasted from 499 to 493 BC.', [date('499', 'BC0499'), date('493 BC', 'BC0493')]],
  ])('%s', (sentence, expected) => {
    expect(read(sentence, MONDAY)).toEqual(expected);
  });
});

describe('dates without their year', () => {
  it.each<Row>([
    ['The court ruled on 20 November.', [date('20 November', '2019-11-20')]],
    ['The court ruled on Dec. 20.', [date('Dec. 20', '2018-12-20')]],
    ['The court will rule on Dec. 20.', [date('Dec. 20', '2019-12-20')]],
    ['The court will rule in January.', [date('January', '2020-01')]],
    ['The rivals agreed to meet in December and again in May.', [date('December', '2019-12'), date('May', '2020-05')]],
    ['The verdict is expected in March.', [date('March', '2020-03')]],
    ['He was born on March eighth.', [date('March eighth', '2019-03-08')]],
    ['The court ruled in early October.', [date('early October', '2019-10')]],
    ['The road was opened in mid-June.', [date('mid-June', '2019-06')]],
    ['He resigned last May and returned this October.', [date('last May', '2019-05'), date('this October', '2019-10')]],
    ['He resigned in January this year.', [date('January this year', '2019-01')]],
    ['In July first responders came.', [date('July', '2019-07')]],
    ['The vote fell in the week of March 6.', [date('the week of March 6', '2019-W10')]],
  ])('%s', (sentence, expected) => {
    expect(read(sentence, MONDAY)).toEqual(expected);
  });
});

describe('weekdays', () => {
  it.each<Row>([
    ['Earlier on Tuesday the two envoys met in Oslo.', [date('Tuesday', '2019-09-10')]],
    ['On Sunday he told reporters that the talks went well.', [date('Sunday', '2019-09-08')]],
    [
      'The council meets on Friday and will vote on Saturday.',
      [date('Friday', '2019-09-13'), date('Saturday', '2019-09-14')],
    ],
    ['The council is expected to vote on Thursday.', [date('Thursday', '2019-09-12')]],
    [
      'She left last Tuesday and comes back next Monday.',
      [date('last Tuesday', '2019-09-03'), date('next Monday', '2019-09-16')],
    ],
    ['The ferry sank on Monday morning.', [time('Monday morning', '2019-09-09TMO')]],
    ['The ferry sank early Monday.', [date('early Monday', '2019-09-09')]],
    ['School starts Thursday.', [date('Thursday', '2019-09-12')]],
    ['Rain fell from Saturday to Monday.', [date('Saturday', '2019-09-07'), date('Monday', '2019-09-09')]],
  ])('%s', (sentence, expected) => {
    expect(read(sentence, TUESDAY)).toEqual(expected);
  });

  it('on the day of publication mean that day', () => {
    expect(read('The minister said on Monday that exports rose.', MONDAY)).toEqual([date('Monday', '2019-11-25')]);
  });
});

describe('dates that count from the day of publication', () => {
  it.each<Row>([
    ['The firm grew last year.', [date('last year', '2018')]],
    ['The firm has grown this year, and since 2018.', [date('this year', '2019'), date('2018', '2018')]],
    ['The visit is planned for the second half of September.', [date('the second half of September', '2019-09')]],
    ['In June 2018 the leaders signed a paper.', [date('June 2018', '2018-06')]],
    ['Rain fell yesterday and late today.', [date('yesterday', '2019-09-09'), date('late today', '2019-09-10')]],
    ['Rain fell the day before yesterday.', [date('the day before yesterday', '2019-09-08')]],
    ['The fair opens tomorrow morning.', [time('tomorrow morning', '2019-09-11TMO')]],
    ['The fair opens tonight.', [time('tonight', '2019-09-10TNI')]],
    ['Prices rose last week and next month.', [date('last week', '2019-W36'), date('next month', '2019-10')]],
    ['Prices rose earlier this month.', [date('earlier this month', '2019-09')]],
    ['They met three weeks ago.', [date('three weeks ago', '2019-W34')]],
    [
      'They met two days ago, and five years ago.',
      [date('two days ago', '2019-09-08'), date('five years ago', '2014')],
    ],
    ['They met several years ago.', [date('several years ago', 'PAST_REF')]],
    ['The road was finished over the weekend.', [date('the weekend', '2019-W36-WE')]],
    ['The road must be finished by the end of the month.', [date('the end of the month', '2019-09')]],
    ['The road must be finished by year-end.', [date('year-end', '2019-12-31')]],
    ['Last summer was dry.', [date('Last summer', '2019-SU')]],
    ['They married last Christmas.', [date('last Christmas', '2018-12-25')]],
    ['They met on Thanksgiving Day 2018.', [date('Thanksgiving Day 2018', '2018-11-22')]],
    ['They met on Good Friday 2019.', [date('Good Friday 2019', '2019-04-19')]],
  ])('%s', (sentence, expected) => {
    expect(read(sentence, TUESDAY)).toEqual(expected);
  });
});

describe('quarters and business years', () => {
  it.each<Row>([
    ['Profit fell in the third quarter.', [date('the third quarter', '2019-Q3')]],
    ['The firm posted a third-quarter loss.', [date('third-quarter', '2019-Q3')]],
    ['Profit fell in the fourth quarter of 2018.', [date('the fourth quarter of 2018', '2018-Q4')]],
    ['Profit fell in the first nine months.', [duration('the first nine months', 'P9M')]],
    ['In fiscal 1989 the firm lost money.', [date('fiscal 1989', '1989')]],
    ['Profit rose in the first half of 2019.', [date('the first half of 2019', '2019-H1')]],
    [
      'In the third quarter the firm earned more than a year earlier.',
      [date('the third quarter', '2019-Q3'), date('a year earlier', '2018-Q3')],
    ],
    [
      'Third-quarter sales rose; the year-earlier period was poor.',
      [date('Third-quarter', '2019-Q3'), date('the year-earlier period', '2018-Q3')],
    ],
  ])('%s', (sentence, expected) => {
    expect(read(sentence, MONDAY)).toEqual(expected);
  });
});

describe('durations and sets', () => {
  it.each<Row>([
    ['The war lasted for more than two years.', [duration('more than two years', 'P2Y')]],
    ['The war lasted two and a half years.', [duration('two and a half years', 'P2Y6M')]],
    ['The flight took 5 1/2 hours.', [duration('5 1/2 hours', 'PT5H30M')]],
    ['It was an eight-year war.', [duration('eight-year', 'P8Y')]],
    ['The talks will go on for a few months.', [duration('a few months', 'PXM')]],
    ['The road has been shut for decades.', [duration('decades', 'PXDE')]],
    ['Much changed in the last twenty-four hours.', [duration('the last twenty-four hours', 'PT24H')]],
    ['Much changed over the past decade.', [duration('the past decade', 'P10Y')]],
    ['Within half an hour the hall was empty.', [duration('half an hour', 'PT30M')]],
    ['The choir sings every Monday.', [set('every Monday', 'XXXX-WXX-1')]],
    ['The choir sings on Tuesday nights.', [set('Tuesday nights', 'XXXX-WXX-2TNI')]],
    ['The choir tours annually, and each July.', [set('annually', 'P1Y'), set('each July', 'XXXX-07')]],
    ['The choir sings twice a week.', [set('a week', 'P1W')]],
    ['The plant makes a profit each quarter.', [set('each quarter', 'P1Q')]],
  ])('%s', (sentence, expected) => {
    expect(read(sentence, TUESDAY)).toEqual(expected);
  });
});

describe('times of day', () => {
  it.each<Row>([
    ['The doors open at 8:30 a.m. EST on Wednesday.', [time('8:30 a.m. EST on Wednesday', '2019-09-11T08:30')]],
    ['The doors will open at 7 pm on 12 September.', [time('7 pm on 12 September', '2019-09-12T19:00')]],
    ['The doors opened at noon Monday.', [time('noon Monday', '2019-09-09T12:00')]],
    ['The doors opened at midnight.', [time('midnight', '2019-09-10T24:00')]],
    ['The quake struck at 0735 GMT.', [time('0735 GMT', '2019-09-10T07:35')]],
    ['The quake struck on the night of 3 May 2019.', [time('the night of 3 May 2019', '2019-05-03TNI')]],
    ['The quake struck this evening.', [time('this evening', '2019-09-10TEV')]],
    ['The quake struck last night.', [time('last night', '2019-09-09TNI')]],
  ])('%s', (sentence, expected) => {
    expect(read(sentence, TUESDAY)).toEqual(expected);
  });
});

describe('the present, the past and the future', () => {
  it.each<Row>([
    ['The mine is now closed.', [date('now', 'PRESENT_REF')]],
    ['It currently employs nobody.', [date('currently', 'PRESENT_REF')]],
    ['It recently closed.', [date('recently', 'PAST_REF')]],
    ['In the past it was open.', [date('the past', 'PAST_REF')]],
    ['It will soon open again.', [date('soon', 'FUTURE_REF')]],
    ['Nobody knows the future.', [date('the future', 'FUTURE_REF')]],
  ])('%s', (sentence, expected) => {
    expect(read(sentence, TUESDAY)).toEqual(expected);
  });
});

describe('what is no time', () => {
  it.each([
    'The bridge cost $1,990, or £2019.',
    'Some 1990 people came, with 2000 troops and 1850 dollars.',
    'See page 1989, room 1984 and Psalm 1990.',
    'The score was 8:30, as John 3:16 was read.',
    'The Sun rose, and a cat sat on the mat.',
    'You may march on, and wait a second.',
    'Springs leak, leaves fall, and horses spring.',
    'Mr. March met Theresa May on the March for Peace.',
    'Call 555-1989 or 020 7946 2000.',
    'The Q1 and the B1990 cost 6 1/4 pounds, or 4.2019 pounds.',
    'She is a 24-year-old in her 30s.',
    'Three-quarters of the fleet was lost.',
    'He told USA TODAY that he left 21st Century Fox.',
    'She won an award for “1917” and saw the night sky.',
    'The responders came weeks earlier than planned.',
  ])('%s', (sentence) => {
    expect(read(sentence, MONDAY)).toEqual([]);
  });
});

describe('what the words say and what was worked out', () => {
  it.each([
    ['It fell on 9 May 1994.', ['day', 'month', 'year'], 'day-month-year'],
    ['It fell on 9 May.', ['day', 'month'], 'day-month'],
    ['It fell in May.', ['month'], 'month'],
    ['It fell in 1994.', ['year'], 'year'],
    ['It fell on Sunday.', ['day'], 'weekday'],
    ['It fell yesterday.', [], 'named-day'],
    ['It fell at noon.', ['time'], 'noon'],
  ])('%s', (sentence, stated, rule) => {
    const [found] = reader.dates(sentence, MONDAY);
    expect({ stated: found?.stated.toSorted(), rule: found?.rule }).toEqual({ stated, rule });
  });
});
