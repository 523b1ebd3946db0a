import { cite } from './cite.ts';
import type { Chronicles } from './timeline-chronicle.ts';
import type { RankedDate } from './timeline-dates.ts';
import type { Mention } from './timeline-evidence.ts';
import { WEIGHTS } from './timeline-weights.ts';
import type { TimelineSentence } from './types.ts';

/** Share of the shorter sentence's terms that makes two sentences of one date tell the same. */
const ALIKE = 0.5;
/** Different terms of a sentence that says one thing and says it whole. */
const TERMS = 10;
/** A mention published so many days later tells what the date is remembered for. */
const REMEMBERED = 10;
/** What a sentence without a topic word near it still adds to the centre. */
const BESIDE = 0.1;
/** Most mentions of one date that are compared; the most topical ones, where there are more. */
const COMPARED = 400;
const DAY = 86_400_000;

/**
 * The sentences that tell a date best: nearest to the centre of all that is said of it, on the topic, of middling length,
 * none telling the same as another. Those that name the date come first; where other articles tell the same is noted.
 * (Centroid selection after Radev et al., "Centroid-based summarization of multiple documents", 2004.)
 */
export function chooseSentences(
  { date, mentions }: RankedDate,
  limit: number,
  chronicles: Chronicles,
): TimelineSentence[] {
  const pool = mentions.length <= COMPARED ? mentions : [...mentions].sort(byTopic).slice(0, COMPARED);
  const score = scorer(date, pool, chronicles);
  const ranked = pool.map((mention) => ({ mention, stems: stemsOf(mention), score: score(mention) }));
  ranked.sort((a, b) => b.score - a.score);
  const chosen: { readonly mention: Mention; readonly stems: ReadonlySet<number>; readonly others: Mention[] }[] = [];
  for (const { mention, stems } of ranked) {
    const same = chosen.find((one) => alike(one.stems, stems));
    if (!same && chosen.length < limit) chosen.push({ mention, stems: new Set(stems), others: [] });
    else if (same && [same.mention, ...same.others].every((one) => one.chronicle !== mention.chronicle)) {
      same.others.push(mention);
    }
  }
  const says = ({ mention }: { readonly mention: Mention }) => (mention.dated.expression === null ? 0 : 1);
  return chosen
    .sort((a, b) => says(b) - says(a))
    .map(({ mention, others }) => {
      const { article, sentences } = mention.chronicle;
      const { expression, sentence, modality } = mention.dated;
      return {
        citation: cite(article, sentences[sentence]!),
        when: expression && { citation: cite(article, expression), rule: expression.rule },
        modality,
        others: others.map(({ chronicle, dated }) => cite(chronicle.article, chronicle.sentences[dated.sentence]!)),
      };
    });
}

function byTopic(a: Mention, b: Mention): number {
  return b.near * b.focus - a.near * a.focus;
}

function scorer(date: string, mentions: readonly Mention[], { idf }: Chronicles): (mention: Mention) => number {
  const centre = new Map<number, number>();
  for (const mention of mentions) {
    for (const stem of stemsOf(mention)) {
      centre.set(stem, (centre.get(stem) ?? 0) + (BESIDE + mention.near) * idf(stem));
    }
  }
  let length = 0;
  for (const part of centre.values()) length += part ** 2;
  length = Math.sqrt(length) || 1;
  const { sentence: weight } = WEIGHTS;
  return (mention) => {
    const stems = stemsOf(mention);
    const { published } = mention.chronicle.article;
    let dot = 0;
    let square = 0;
    for (const stem of stems) {
      dot += centre.get(stem)! * idf(stem);
      square += idf(stem) ** 2;
    }
    const later = published !== null && Date.parse(published) - Date.parse(date) > REMEMBERED * DAY;
    return (
      (weight.centre * dot) / (Math.sqrt(square || 1) * length) +
      weight.near * mention.near +
      (mention.dated.modality === 'done' ? 0 : weight.unsure) +
      (later ? weight.later : 0) +
      (mention.dated.expression ? weight.says : 0) +
      (weight.length * Math.abs(stems.length - TERMS)) / TERMS
    );
  };
}

function stemsOf({ chronicle, dated }: Mention): Int32Array {
  return chronicle.stems.subarray(chronicle.offsets[dated.sentence], chronicle.offsets[dated.sentence + 1]);
}

function alike(a: ReadonlySet<number>, b: Int32Array): boolean {
  let shared = 0;
  for (const stem of b) if (a.has(stem)) shared += 1;
  return shared > ALIKE * Math.min(a.size, b.length);
}
