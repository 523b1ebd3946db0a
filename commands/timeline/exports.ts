import type { TimelineEntry } from '../../src/answer/types.ts';
import { md } from '../../src/discord/markdown.ts';
import type { Choice, Markdown, MessageReply, ReplyFile } from '../../src/discord/types.ts';
import { toCalendar } from './calendar.ts';
import { toCsv } from './csv.ts';
import { toTimelineJs } from './json.ts';

/** What a file is made from beside the dates. */
export interface ExportOf {
  readonly title: string;
  /** The day of asking, `YYYY-MM-DD`. */
  readonly today: string;
}

interface Format {
  readonly choice: Choice & { readonly description: string };
  readonly file: string;
  readonly about: Markdown;
  readonly write: (entries: readonly TimelineEntry[], of: ExportOf) => string;
}

const FORMATS: readonly Format[] = [
  {
    choice: { name: 'Export for TimelineJS', value: 'json', description: 'JSON for a timeline on a web page' },
    file: 'timeline.json',
    about: md`**The timeline for TimelineJS.** Put the file on a web server and open it with TimelineJS (timeline.knightlab.com).`,
    write: toTimelineJs,
  },
  {
    choice: { name: 'Export as a calendar', value: 'ics', description: 'iCalendar, for any calendar application' },
    file: 'timeline.ics',
    about: md`**The timeline as a calendar.** A date of which only the month or the year is known fills all of it, and the event says so.`,
    write: toCalendar,
  },
  {
    choice: { name: 'Export as a table', value: 'csv', description: 'CSV, for any spreadsheet' },
    file: 'timeline.csv',
    about: md`**The timeline as a table.** A cell that a spreadsheet would take for a formula starts with an apostrophe, which the article does not have.`,
    write: toCsv,
  },
];

/** The choices of a menu, one a format. */
export const exportChoices = FORMATS.map(({ choice }) => choice);

/** A file of the dates for the asker alone; null when the menu has no such format. */
export function exported(entries: readonly TimelineEntry[], chosen: string, of: ExportOf): MessageReply | null {
  const format = FORMATS.find(({ choice }) => choice.value === chosen);
  if (format === undefined) return null;
  const file: ReplyFile = {
    name: format.file,
    bytes: Buffer.from(format.write(entries, of), 'utf8'),
    description: `${of.title}, ${entries.length === 1 ? 'one date' : `${entries.length} dates`}`.slice(0, 1_024),
  };
  return {
    kind: 'message',
    private: true,
    head: [{ kind: 'text', text: format.about }],
    items: [],
    foot: [],
    files: [file],
  };
}
