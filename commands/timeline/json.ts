import type { TimelineEntry, TimelineSentence } from '../../src/answer/types.ts';
import type { Speech } from '../../src/languages/types.ts';
import { refer } from '../shared/evidence.ts';
import { showPublished, titleOf } from '../shared/sources.ts';
import { shortTitle } from '../shared/wording.ts';
import type { ExportOf } from './exports.ts';
import { caution, webAddress } from './parts.ts';

/** Headlines stand in large letters; some articles have a whole sentence for a title. */
const LONGEST_HEADLINE = 120;

/**
 * A timeline for TimelineJS: an event a sentence, its article's title as the headline. Dates have no more parts than are known.
 * The source is a link in the text and no `media`, which TimelineJS would load from elsewhere as soon as it is shown.
 * https://timeline.knightlab.com/docs/json-format.html
 */
export function toTimelineJs(entries: readonly TimelineEntry[], { title, speech }: ExportOf): string {
  const timeline = {
    scale: 'human',
    title: { text: { headline: html(title), text: `<p>${html(speech.text('picture.verbatim'))}</p>` } },
    events: entries.flatMap(({ date, sentences }) => sentences.map((sentence) => event(date, sentence, speech))),
  };
  return `${JSON.stringify(timeline, null, 2)}\n`;
}

function event(date: string, sentence: TimelineSentence, speech: Speech) {
  const { citation } = sentence;
  const [year = 0, month, day] = date.split('-').map(Number);
  return {
    unique_id: [...refer(citation), date].join('-'),
    start_date: { year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) },
    display_date: speech.date(date),
    text: {
      headline: html(shortTitle(titleOf(citation.article), LONGEST_HEADLINE)),
      text: `${quotation(sentence)}${source(sentence, speech)}`,
    },
  };
}

function quotation({ citation: { text, start }, when }: TimelineSentence): string {
  if (when === null) return `<blockquote>${html(text)}</blockquote>`;
  const from = Math.max(0, when.citation.start - start);
  const to = Math.max(from, when.citation.end - start);
  const words = `${html(text.slice(0, from))}<b>${html(text.slice(from, to))}</b>${html(text.slice(to))}`;
  return `<blockquote>${words}</blockquote>`;
}

function source(sentence: TimelineSentence, speech: Speech): string {
  const { article } = sentence.citation;
  const name = article.source ?? article.author ?? titleOf(article);
  const address = webAddress(article.url);
  const linked = address === null ? html(name) : `<a href="${html(address)}">${html(name)}</a>`;
  const mark = caution(sentence);
  const facts = [
    speech.text('source.anonymous', { title: linked, published: html(showPublished(article, speech)) }),
    ...(mark === null ? [] : [html(speech.text(`timeline.${mark}`))]),
    ...(sentence.when === null ? [html(speech.text('export.publication'))] : []),
  ];
  return `<p>${facts.join(' · ')}</p>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const html = (text: string): string => text.replace(/[&<>"']/gu, (sign) => ENTITIES[sign]!);
