import type { Action, ModalReply, Request } from '../../src/discord/types.ts';
import type { ServerSettings } from '../../src/servers/types.ts';
import { wholeNumber } from './config-apply.ts';
import { readZone } from './setup-zones.ts';

/** What the settings take. */
const RANGES = {
  user: { label: 'Questions a minute, one person', hint: '0 means: as many as they like', least: 0, most: 1_000 },
  channel: { label: 'Questions a minute, one channel', hint: '0 means: as many as they like', least: 0, most: 1_000 },
  days: { label: 'Days the question log is kept', hint: 'From 1 to 365', least: 1, most: 365 },
  grace: { label: 'Days all is kept once the bot is removed', hint: 'From 0 to 30', least: 0, most: 30 },
} as const;

type Name = keyof typeof RANGES;

/** A window with the numbers as they are, and the time zone, which may be any. */
export function numbersModal(settings: ServerSettings, action: Action): ModalReply {
  const { limits, questionLog, grace, timeZone } = settings;
  const values: Readonly<Record<Name, number>> = { ...limits, days: questionLog.days, grace };
  return {
    kind: 'modal',
    title: 'Limits, days and time zone',
    action,
    fields: [
      ...(Object.keys(RANGES) as Name[]).map((id) => ({
        id,
        label: RANGES[id].label,
        hint: RANGES[id].hint,
        required: true,
        long: false,
        value: `${values[id]}`,
        maxLength: 4,
      })),
      {
        id: 'zone',
        label: 'Time zone',
        hint: 'Such as Europe/Berlin, America/New_York or UTC',
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
  const read = (id: Name): number => wholeNumber(RANGES[id].label, fields[id] ?? '', RANGES[id]);
  const limits = { user: read('user'), channel: read('channel') };
  const [days, grace] = [read('days'), read('grace')];
  const timeZone = readZone(fields['zone'] ?? '');
  return (before) => ({ ...before, limits, grace, timeZone, questionLog: { ...before.questionLog, days } });
}
