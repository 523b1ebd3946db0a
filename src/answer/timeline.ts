import type { Reader } from '../nlp/nlp.ts';
import type { Searcher } from '../search/types.ts';
import { allows } from './filter.ts';
import { type Chronicles, createChronicles } from './timeline-chronicle.ts';
import { looksBackOn, precisionOf, type RankedDate, rankDates } from './timeline-dates.ts';
import { gather } from './timeline-evidence.ts';
import { chooseSentences } from './timeline-sentences.ts';
import type { TimelineEntry, TimelineQuery, Why } from './types.ts';

const DATES = 20;
const SENTENCES = 2;

/**
 * The dates that matter for a topic, in order, each with the sentences that tell it best. `from` and `to` bound the
 * dates told, not the days of publication. `chronicles` are the articles made ready before; without them each call
 * makes them ready anew.
 */
export function timeline(
  query: TimelineQuery,
  searcher: Searcher,
  reader: Reader,
  chronicles: Chronicles = createChronicles(searcher, reader),
): TimelineEntry[] {
  const articles = searcher.corpus.articles.filter(
    allows(query.article === undefined ? {} : { article: query.article }),
  );
  const evidence = gather(articles, query.topic, chronicles, (date) => inside(date, query));
  return rankDates(evidence, query.dates ?? DATES)
    .sort((a, b) => a.date.localeCompare(b.date))
    .map((ranked) => ({
      date: ranked.date,
      precision: precisionOf(ranked.date),
      sentences: chooseSentences(ranked, query.sentences ?? SENTENCES, chronicles),
      why: whyChosen(ranked),
    }));
}

/** What a reader can check of a date's importance. */
function whyChosen({ date, mentions, score }: RankedDate): Why {
  const articles = new Set(mentions.map(({ chronicle }) => chronicle.article));
  const later = [...articles].filter((article) => looksBackOn(date, article));
  const rules = new Set(mentions.flatMap(({ dated }) => dated.expression?.rule ?? []));
  return {
    score,
    mentions: mentions.length,
    articles: articles.size,
    looksBack: later.length,
    rules: [...rules].sort(),
  };
}

function inside(date: string, { from, to }: TimelineQuery): boolean {
  return (
    (from === undefined || date >= from.slice(0, date.length)) && (to === undefined || date <= to.slice(0, date.length))
  );
}
