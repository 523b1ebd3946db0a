import { phrase } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import type { Block } from '../../src/discord/types.ts';
import type { Speech } from '../../src/languages/types.ts';
import type { ServerSettings } from '../../src/servers/types.ts';
import type { TopicName } from './config-words.ts';
import { zonesToChoose } from './setup-zones.ts';

/** The screen has three parts, of which one is shown. */
export type Tab = keyof typeof TABS;

export const TABS = {
  where: ['channels', 'places', 'visibility', 'managers'],
  answers: ['caution', 'sources', 'shipped', 'language', 'timeZone'],
  log: ['questionLog', 'days', 'logChannel'],
} as const satisfies Record<string, readonly FieldName[]>;

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
  /** The select as it stands; its action is added by the screen. */
  readonly show: (settings: ServerSettings, speech: Speech) => Select;
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

const CAUTIONS = ['strict', 'balanced', 'eager'] as const;
const VISIBILITIES = ['public', 'private'] as const;
const LANGUAGES = ['asker', 'en', 'de', 'fr', 'es', 'ja', 'zh-CN'] as const;
const LOGS = ['off', 'counted', 'words'] as const;
const SHIPPED = ['on', 'off'] as const;

/** One select a setting (or two that belong together). */
export const FIELDS: Readonly<Record<FieldName, Field>> = {
  channels: {
    show: ({ channels }) => ({ kind: 'channels', least: 0, most: 25, chosen: channels }),
    edit: (settings, channels) => ({ ...settings, channels: [...channels] }),
  },
  places: {
    show: ({ threads, mentions }, { text }) => ({
      kind: 'select',
      least: 0,
      most: 2,
      choices: [
        { name: text('setup.places.threads'), value: 'threads', chosen: threads },
        { name: text('setup.places.mentions'), value: 'mentions', chosen: mentions },
      ],
    }),
    edit: (settings, chosen) => ({
      ...settings,
      threads: chosen.includes('threads'),
      mentions: chosen.includes('mentions'),
    }),
  },
  visibility: {
    show: ({ visibility }, { text }) => {
      const choices = VISIBILITIES.map((value) => ({
        value,
        name: text(`setup.visibility.${value}`),
        description: text(`setup.visibility.${value}Hint`),
      }));
      return one(choices, visibility);
    },
    edit: (settings, [value]) => ({ ...settings, visibility: oneOf(VISIBILITIES, value) }),
  },
  managers: {
    show: ({ managers }) => ({ kind: 'roles', least: 0, most: 25, chosen: managers }),
    edit: (settings, managers) => ({ ...settings, managers: [...managers] }),
  },
  caution: {
    show: ({ caution }, { text }) => {
      const choices = CAUTIONS.map((value) => ({
        value,
        name: text(`setup.caution.${value}`),
        description: text(`setup.caution.${value}Hint`),
      }));
      return one(choices, caution);
    },
    edit: (settings, [value]) => ({ ...settings, caution: oneOf(CAUTIONS, value) }),
  },
  sources: {
    show: ({ sources }, { text }) =>
      one(
        SOURCES.map((count) => ({ name: text('setup.sources.count', { n: count }), value: `${count}` })),
        `${sources}`,
      ),
    edit: (settings, [value]) => ({ ...settings, sources: numberIn(SOURCES, value) }),
  },
  shipped: {
    show: ({ shipped }, { text }) =>
      one(
        SHIPPED.map((value) => ({ value, name: text(`setup.shipped.${value}`) })),
        shipped ? 'on' : 'off',
      ),
    edit: (settings, [value]) => ({ ...settings, shipped: oneOf(SHIPPED, value) === 'on' }),
  },
  language: {
    show: ({ language }, { text }) => {
      const name = (value: (typeof LANGUAGES)[number]) =>
        value === 'asker'
          ? text('setup.language.asker')
          : text('setup.language.choice', { language: text(`settings.language.${value}`) });
      return one(
        LANGUAGES.map((value) => ({ value, name: name(value) })),
        language,
      );
    },
    edit: (settings, [value]) => ({ ...settings, language: oneOf(LANGUAGES, value) }),
  },
  timeZone: {
    show: ({ timeZone }, { text }) =>
      one(
        zonesToChoose(timeZone).map((value) => ({
          value,
          name: text('setup.timeZone.choice', { zone: value.replaceAll('_', ' ') }),
        })),
        timeZone,
      ),
    edit: (settings, [value]) => ({ ...settings, timeZone: oneOf(zonesToChoose(settings.timeZone), value) }),
  },
  questionLog: {
    show: ({ questionLog: { kept, words } }, { text }) => {
      const choices = LOGS.map((value) => ({
        value,
        name: text(`setup.questionLog.${value}`),
        description: text(`setup.questionLog.${value}Hint`),
      }));
      return one(choices, kept ? (words ? 'words' : 'counted') : 'off');
    },
    edit: (settings, [value]) => {
      const chosen = oneOf(LOGS, value);
      const questionLog = { ...settings.questionLog, kept: chosen !== 'off', words: chosen === 'words' };
      return { ...settings, questionLog };
    },
  },
  days: {
    show: ({ questionLog }, { text }) => {
      const counts = [...new Set([...RETENTIONS, questionLog.days])].toSorted((a, b) => a - b);
      return one(
        counts.map((count) => ({ name: text('setup.days.choice', { n: count }), value: `${count}` })),
        `${questionLog.days}`,
      );
    },
    edit: (settings, [value]) => {
      const count = numberIn([...RETENTIONS, settings.questionLog.days], value);
      return { ...settings, questionLog: { ...settings.questionLog, days: count } };
    },
  },
  logChannel: {
    show: ({ logChannel }) => ({
      kind: 'channels',
      least: 0,
      most: 1,
      chosen: logChannel === null ? [] : [logChannel],
    }),
    edit: (settings, [channel]) => ({ ...settings, logChannel: channel ?? null }),
  },
};

/** What no choice of ours can have sent, or one of an older screen. */
const stale = () => new Refusal(phrase('setup.unknown'));

function oneOf<Offer extends string>(offers: readonly Offer[], value: string | undefined): Offer {
  const found = offers.find((offer) => offer === value);
  if (found === undefined) throw stale();
  return found;
}

function numberIn(numbers: readonly number[], value: string | undefined): number {
  const found = numbers.find((number) => `${number}` === value);
  if (found === undefined) throw stale();
  return found;
}
