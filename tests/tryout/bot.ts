import { readFile } from 'node:fs/promises';
import { Client, Events, GatewayIntentBits, type Interaction, Partials } from 'discord.js';
import { expect } from 'vitest';
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from '../../src/tryout/tryout.ts';

/** Discord's OpenAPI description, when this machine has it. */
export async function readOpenApi(): Promise<object | undefined> {
  const path =
    process.env['DISCORD_OPENAPI'] ?? new URL('../../../shared/reference/discord-openapi.json', import.meta.url);
  try {
    return JSON.parse(await readFile(path, 'utf8')) as object;
  } catch {
    console.warn(
      'No OpenAPI description of Discord (set DISCORD_OPENAPI to its path): requests are checked without it.',
    );
    return undefined;
  }
}

/** Like `expect.poll`, with patience enough for a busy machine. */
export function eventually<T>(read: () => T) {
  return expect.poll(read, { timeout: 15_000 });
}

export interface Bed {
  readonly discord: LocalDiscord;
  readonly client: Client<true>;
  /** Ends both. */
  close(): Promise<void>;
}

export function createClient(discord: LocalDiscord, intents: readonly GatewayIntentBits[] = []): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages, ...intents],
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    rest: { api: discord.apiBase, cdn: discord.cdnBase },
  });
}

/** A local Discord with a real client logged in to it. */
export async function openBed(options: LocalDiscordOptions = {}): Promise<Bed> {
  const openApi = await readOpenApi();
  const discord = await startLocalDiscord({ ...(openApi && { openApi }), ...options });
  const client = createClient(discord);
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  return {
    discord,
    client: client as Client<true>,
    async close() {
      await client.destroy();
      await discord.close();
    },
  };
}

/** Answers the interactions to come with `answer`; a failure is kept, for the test to look at. */
export function onInteraction(client: Client, answer: (interaction: Interaction) => Promise<unknown>): unknown[] {
  const failures: unknown[] = [];
  client.removeAllListeners(Events.InteractionCreate);
  client.on(Events.InteractionCreate, (interaction) => {
    answer(interaction).catch((error: unknown) => failures.push(error));
  });
  return failures;
}
