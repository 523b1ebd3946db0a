import { Refusal } from '../../src/discord/refusal.ts';
import type { Block } from '../../src/discord/types.ts';
import type { ServerSettings } from '../../src/servers/types.ts';
import { CAUTION_WORDS, days, LANGUAGE_WORDS, type TopicName, VISIBILITY_WORDS } from './config-words.ts';
import { zoneChoices } from './setup-zones.ts';

/** The screen has three parts, of which one is shown. */
export type Tab = keyof typeof TABS;

export const TABS = {
  where: { label: 'Where', fields: ['channels', 'places', 'visibility', 'managers'] },
  answers: { label: 'Answers', fields: ['caution', 'sources', 'shipped', 'language', 'timeZone'] },
  log: { label: 'Privacy and log', fields: ['questionLog', 'days', 'logChannel'] },
} as const satisfies Record<string, { readonly label: string; readonly fields: readonly FieldName[] }>;

/** What each part of the screen says of the present state. */
export const TOLD: Readonly<Record<Tab, readonly TopicName[]>> = {
  where: ['channels', 'threads', 'mentions', 'visibility', 'managers', 'userLimit', 'channelLimit'],
  answers: ['caution', 'sources', 'shipped', 'language', 'timeZone'],
  log: ['questionLog', 'logChannel', 'grace'],
};

type FieldName =
  | 'channels'
  | 'places'
  | 'visibility'
  | 'managers'
  | 'caution'
  | 'sources'
  | 'shipped'
  | 'language'
  | 'timeZone'
  | 'questionLog'
  | 'days'
  | 'logChannel';

interface Field {
  readonly placeholder: string;
  /** The select as it stands; its action is added by the screen. */
  readonly show: (settings: ServerSettings) => Select;
  /** The settings with what was chosen; `chosen` holds values of the select's own choices, or ids. */
  readonly edit: (settings: ServerSettings, chosen: readonly string[]) => ServerSettings;
}

type WithoutFrame<Part> = Part extends Block ? Omit<Part, 'action' | 'placeholder'> : never;
type Select = WithoutFrame<Extract<Block, { readonly kind: 'select' | 'roles' | 'channels' }>>;

interface Offered {
  readonly name: string;
  readonly value: string;
  readonly description?: string;
}

const one = (offered: readonly Offered[], value: string): Select => ({
  kind: 'select',
  choices: offered.map((choice) => ({ ...choice, chosen: choice.value === value })),
});

const RETENTIONS = [1, 7, 14, 30, 60, 90, 180, 365];
const SOURCES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

const LOGS = [
  { name: 'Question log: off', value: 'off', description: 'Nothing is kept of questions' },
  {
    name: 'Question log: on, without words',
    value: 'counted',
    description: 'Counts alone; /insights cannot show gaps',
  },
  { name: 'Question log: on, with words', value: 'words', description: '/insights groups what was not answered' },
];

const SHIPPED = [
  { name: 'The articles that came with the bot answer too', value: 'on' },
  { name: 'Your own articles alone answer', value: 'off' },
];

/** One select a setting (or two that belong together). */
export const FIELDS: Readonly<Record<FieldName, Field>> = {
  channels: {
    placeholder: 'Channels to answer in (none: all)',
    show: ({ channels }) => ({ kind: 'channels', least: 0, most: 25, chosen: channels }),
    edit: (settings, channels) => ({ ...settings, channels: [...channels] }),
  },
  places: {
    placeholder: 'Not in threads, not when mentioned',
    show: ({ threads, mentions }) => ({
      kind: 'select',
      least: 0,
      most: 2,
      choices: [
        { name: 'In threads', value: 'threads', chosen: threads },
        { name: 'When mentioned', value: 'mentions', chosen: mentions },
      ],
    }),
    edit: (settings, chosen) => ({
      ...settings,
      threads: chosen.includes('threads'),
      mentions: chosen.includes('mentions'),
    }),
  },
  visibility: {
    placeholder: 'Who sees the answers',
    show: ({ visibility }) => one(offered(VISIBILITY_WORDS, 'Answers are '), visibility),
    edit: (settings, [value]) => ({ ...settings, visibility: keyOf(VISIBILITY_WORDS, value) }),
  },
  managers: {
    placeholder: 'Roles that manage the articles',
    show: ({ managers }) => ({ kind: 'roles', least: 0, most: 25, chosen: managers }),
    edit: (settings, managers) => ({ ...settings, managers: [...managers] }),
  },
  caution: {
    placeholder: 'How sure the bot has to be',
    show: ({ caution }) => one(offered(CAUTION_WORDS, 'Caution: '), caution),
    edit: (settings, [value]) => ({ ...settings, caution: keyOf(CAUTION_WORDS, value) }),
  },
  sources: {
    placeholder: 'How many sources an answer names',
    show: ({ sources }) =>
      one(
        SOURCES.map((count) => ({ name: count === 1 ? 'One source' : `Up to ${count} sources`, value: `${count}` })),
        `${sources}`,
      ),
    edit: (settings, [value]) => ({ ...settings, sources: numberIn(SOURCES, value) }),
  },
  shipped: {
    placeholder: 'Which articles answer',
    show: ({ shipped }) => one(SHIPPED, shipped ? 'on' : 'off'),
    edit: (settings, [value]) => ({ ...settings, shipped: valueIn(SHIPPED, value) === 'on' }),
  },
  language: {
    placeholder: 'The language of dates',
    show: ({ language }) =>
      one(
        Object.entries(LANGUAGE_WORDS).map(([value, name]) => ({ name: `Dates in ${name}`, value })),
        language,
      ),
    edit: (settings, [value]) => ({ ...settings, language: keyOf(LANGUAGE_WORDS, value) }),
  },
  timeZone: {
    placeholder: 'The time zone',
    show: ({ timeZone }) => one(zoneChoices(timeZone), timeZone),
    edit: (settings, [value]) => ({ ...settings, timeZone: valueIn(zoneChoices(settings.timeZone), value) }),
  },
  questionLog: {
    placeholder: 'What is kept of questions',
    show: ({ questionLog: { kept, words } }) => one(LOGS, kept ? (words ? 'words' : 'counted') : 'off'),
    edit: (settings, [value]) => {
      const chosen = valueIn(LOGS, value);
      const questionLog = { ...settings.questionLog, kept: chosen !== 'off', words: chosen === 'words' };
      return { ...settings, questionLog };
    },
  },
  days: {
    placeholder: 'For how long',
    show: ({ questionLog }) => {
      const counts = [...new Set([...RETENTIONS, questionLog.days])].toSorted((a, b) => a - b);
      return one(
        counts.map((count) => ({ name: `Kept for ${days(count)}`, value: `${count}` })),
        `${questionLog.days}`,
      );
    },
    edit: (settings, [value]) => {
      const count = numberIn([...RETENTIONS, settings.questionLog.days], value);
      return { ...settings, questionLog: { ...settings.questionLog, days: count } };
    },
  },
  logChannel: {
    placeholder: 'Log channel for what is changed here',
    show: ({ logChannel }) => ({
      kind: 'channels',
      least: 0,
      most: 1,
      chosen: logChannel === null ? [] : [logChannel],
    }),
    edit: (settings, [channel]) => ({ ...settings, logChannel: channel ?? null }),
  },
};

function offered(words: Readonly<Record<string, readonly [string, string]>>, start: string): readonly Offered[] {
  return Object.entries(words).map(([value, [name, description]]) => ({ name: start + name, value, description }));
}

/** What no choice of ours can have sent, or one of an older screen. */
const stale = () => new Refusal('There is no such choice any more. Please use /setup again.');

function keyOf<Key extends string>(words: Readonly<Record<Key, unknown>>, value: string | undefined): Key {
  if (value === undefined || !Object.hasOwn(words, value)) throw stale();
  return value as Key;
}

function valueIn(choices: readonly Offered[], value: string | undefined): string {
  const found = choices.find((choice) => choice.value === value);
  if (found === undefined) throw stale();
  return found.value;
}

function numberIn(numbers: readonly number[], value: string | undefined): number {
  const found = numbers.find((number) => `${number}` === value);
  if (found === undefined) throw stale();
  return found;
}
