import { phrase } from '../../src/discord/markdown.ts';
import type { Action, ModalReply, Request } from '../../src/discord/types.ts';
import type { Speech } from '../../src/languages/types.ts';
import type { ServerSettings } from '../../src/servers/types.ts';
import { wholeNumber } from './config-apply.ts';
import { readZone } from './setup-zones.ts';

/** What the settings take. */
const RANGES = {
  user: { hint: 'setup.numbers.limitHint', least: 0, most: 1_000 },
  channel: { hint: 'setup.numbers.limitHint', least: 0, most: 1_000 },
  days: { hint: 'setup.numbers.daysHint', least: 1, most: 365 },
  grace: { hint: 'setup.numbers.graceHint', least: 0, most: 30 },
} as const;

type Name = keyof typeof RANGES;

/** A window with the numbers as they are, and the time zone, which may be any. */
export function numbersModal(settings: ServerSettings, action: Action, { text }: Speech): ModalReply {
  const { limits, questionLog, grace, timeZone } = settings;
  const values: Readonly<Record<Name, number>> = { ...limits, days: questionLog.days, grace };
  return {
    kind: 'modal',
    title: text('setup.numbers'),
    action,
    fields: [
      ...(Object.keys(RANGES) as Name[]).map((id) => ({
        id,
        label: text(`setup.numbers.${id}`),
        hint: text(RANGES[id].hint),
        required: true,
        long: false,
        value: `${values[id]}`,
        maxLength: 4,
      })),
      {
        id: 'zone',
        label: text('setup.numbers.zone'),
        hint: text('setup.numbers.zoneHint'),
        required: true,
        long: false,
        value: timeZone,
        maxLength: 50,
      },
    ],
  };
}

/** What was typed into the window, as a change of the settings. Throws `Refusal`. */
export function readNumbers(fields: Request['fields']): (before: ServerSettings) => ServerSettings {
  const read = (id: Name): number => wholeNumber(phrase(`setup.numbers.${id}`), fields[id] ?? '', RANGES[id]);
  const limits = { user: read('user'), channel: read('channel') };
  const [days, grace] = [read('days'), read('grace')];
  const timeZone = readZone(fields['zone'] ?? '');
  return (before) => ({ ...before, limits, grace, timeZone, questionLog: { ...before.questionLog, days } });
}
