import type { TimelineEntry } from '../../src/answer/types.ts';
import { speaking } from '../../src/discord/markdown.ts';
import type { Choice, MessageReply, ReplyFile } from '../../src/discord/types.ts';
import type { Speech } from '../../src/languages/types.ts';
import { toCalendar } from './calendar.ts';
import { toCsv } from './csv.ts';
import { toTimelineJs } from './json.ts';

/** What a file is made from beside the dates. */
export interface ExportOf {
  readonly title: string;
  /** The day of asking, `YYYY-MM-DD`. */
  readonly today: string;
  /** The language of what people read in it. */
  readonly speech: Speech;
}

const FORMATS = [
  { value: 'json', name: 'json', write: toTimelineJs },
  { value: 'ics', name: 'calendar', write: toCalendar },
  { value: 'csv', name: 'table', write: toCsv },
] as const satisfies readonly {
  /** Its ending, and what the menu calls it. */
  readonly value: string;
  /** What the catalogue calls it. */
  readonly name: string;
  readonly write: (entries: readonly TimelineEntry[], of: ExportOf) => string;
}[];

/** The choices of a menu, one a format. */
export const exportChoices = ({ text }: Speech): readonly (Choice & { readonly description: string })[] =>
  FORMATS.map(({ value, name }) => ({
    name: text(`export.${name}`),
    value,
    description: text(`export.${name}Meaning`),
  }));

/** A file of the dates for the asker alone; null when the menu has no such format. */
export function exported(entries: readonly TimelineEntry[], chosen: string, of: ExportOf): MessageReply | null {
  const format = FORMATS.find(({ value }) => value === chosen);
  if (format === undefined) return null;
  const { say, speech } = speaking(of.speech);
  const dates = speech.text('picture.dates', { n: entries.length });
  const file: ReplyFile = {
    name: `timeline.${format.value}`,
    bytes: Buffer.from(format.write(entries, of), 'utf8'),
    description: speech.text('export.file', { title: of.title, dates }).slice(0, 1_024),
  };
  return {
    kind: 'message',
    private: true,
    head: [{ kind: 'text', text: say(`export.${format.name}About`) }],
    items: [],
    foot: [],
    files: [file],
  };
}
