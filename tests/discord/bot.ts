import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type APIMessage, type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import { pino } from 'pino';
import { type BotOptions, startBot } from '../../src/discord/discord.ts';
import { display } from '../../src/discord/display.ts';
import type { Command } from '../../src/discord/types.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/tryout/tryout.ts';
import { emptyState } from './state.ts';

const description = new URL('../../../shared/reference/discord-openapi.json', import.meta.url);
const openApi = existsSync(description) ? { openApi: JSON.parse(readFileSync(description, 'utf8')) as object } : {};

type World = Parameters<typeof startLocalDiscord>[0];

export const startDiscord = (world: World = {}) => startLocalDiscord({ heartbeatInterval: 500, ...openApi, ...world });

/** A local Discord with the real client and these commands on it. Log lines are collected, one object each. */
export const startWith = async (commands: readonly Command[], options: Partial<BotOptions> = {}, world: World = {}) => {
  const discord = await startDiscord(world);
  const log: Record<string, unknown>[] = [];
  const sink = pino({ level: 'debug' }, { write: (line: string) => void log.push(JSON.parse(line)) });
  const bot = await startBot({ ...settings(discord), commands, log: sink, ...options });
  return { discord, bot, log, ada: discord.user('Ada'), ben: discord.user('Ben') };
};

const state = await emptyState();

export const settings = (discord: Pick<LocalDiscord, 'token' | 'apiBase' | 'cdnBase'>) => ({
  token: discord.token,
  api: { base: discord.apiBase, cdn: discord.cdnBase, media: discord.cdnBase },
  shared: state,
  log: pino({ level: 'silent' }),
  now: () => new Date(),
  deferAfter: 100,
  grace: 2_000,
  patience: { callback: [20, 40], edit: [20, 40, 80, 160], progress: 3_600_000 },
});

/** What Discord shows of a message, one text a line. */
export const shown = (message: APIMessage | null): string => texts(message).map(display).join('\n');

export const texts = (message: APIMessage | null): string[] => (message?.components ?? []).flatMap(textsIn);

const textsIn = (component: APIMessageTopLevelComponent): string[] => {
  if (component.type === ComponentType.TextDisplay) return [component.content];
  return component.type === ComponentType.Container ? component.components.flatMap((inner) => textsIn(inner)) : [];
};

interface Pressable {
  readonly label: string;
  readonly custom_id: string;
  readonly disabled: boolean;
}

/** The buttons and selects of a message, in order; a select goes by its placeholder. */
export const controls = (message: APIMessage | null): Pressable[] => {
  const found: Pressable[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      const { custom_id, label, placeholder, disabled, components } = value as Record<
        string,
        string | boolean | undefined
      >;
      if (custom_id)
        found.push({ label: String(label ?? placeholder), custom_id: String(custom_id), disabled: disabled === true });
      visit(components);
    }
  };
  visit(message?.components);
  return found;
};

/** The custom_id of the control that is called so. */
export const control = (message: APIMessage | null, label: string): string => {
  const found = controls(message).find((one) => one.label === label);
  if (!found)
    throw new Error(
      `There is no ${label} among ${controls(message)
        .map((one) => one.label)
        .join(', ')}`,
    );
  return found.custom_id;
};

/** Waits until something is true, for at most five seconds. */
export const until = async (isTrue: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 500 && !(await isTrue()); tries++) await sleep(10);
  if (!(await isTrue())) throw new Error('This never became true');
};
