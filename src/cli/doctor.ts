import { access, constants, mkdir } from 'node:fs/promises';
import { KnowledgeError, loadKnowledge } from '../corpus/corpus.ts';
import type { examineBot } from '../discord/discord.ts';
import type { Env } from '../env.ts';
import type { Reader } from '../nlp/nlp.ts';
import { openStore } from '../store/store.ts';
import { StoreError } from '../store/types.ts';

type Examination = Exclude<Awaited<ReturnType<typeof examineBot>>, string>;

/** What a line says: all is well; something must be mended; or something to know. */
type Mark = '✓' | '✗' | '–';
type Say = (mark: Mark, text: string) => void;

/**
 * Walks through everything the bot needs and says in plain words what is there and what is missing.
 * @returns the exit status: 1 when something must be mended
 */
export async function diagnose(env: Env, reader: Reader, print: (line: string) => void): Promise<number> {
  let wrong = 0;
  const say: Say = (mark, text) => {
    if (mark === '✗') wrong += 1;
    print(`${mark} ${text}`);
  };
  sayNode(say);
  await sayArticles(env, reader, say);
  await sayStore(env, say);
  await sayIndexCache(env, say);
  if (env.token === null) {
    say('–', 'There is no DISCORD_TOKEN yet, so npm start opens the try-out on this machine.');
    say(
      '–',
      'To put the bot on Discord, create an application at https://discord.com/developers/applications, copy the token from its Bot page into .env as DISCORD_TOKEN, and run npm run doctor again.',
    );
  } else await sayDiscord(env, env.token, say);
  print('');
  if (wrong > 0) print(`${wrong === 1 ? 'One thing needs' : `${wrong} things need`} mending, marked with ✗.`);
  else print(env.token === null ? 'All is well for the try-out: npm start.' : 'All is well: npm start.');
  return wrong === 0 ? 0 : 1;
}

function sayNode(say: Say): void {
  const { node } = process.versions;
  if (Number(node.split('.')[0]) >= 24) say('✓', `Node ${node}`);
  else say('✗', `Node ${node}: 24 or newer is needed. Run it through npm, which brings its own: npm run doctor.`);
}

async function sayArticles(env: Env, reader: Reader, say: Say): Promise<void> {
  try {
    const { corpus, failures } = await loadKnowledge(env.knowledge, reader);
    const { length } = corpus.articles;
    const undated = corpus.articles.filter(({ published }) => published === null).length;
    if (length === 0)
      say('✗', `There is no article to read in ${env.knowledge}. Put a .txt, .md or .jsonl file into it.`);
    else say('✓', `${counted(length, 'article')} read from ${env.knowledge}`);
    if (undated > 0)
      say('–', `${counted(undated, 'article')} without a day of publication: "last week" has no meaning there.`);
    for (const { file, reason } of failures) say('✗', `${file} was left out: ${reason}.`);
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    say('✗', `${error.message} Set KNOWLEDGE to the folder that holds them.`);
  }
}

async function sayStore({ storeUrl }: Env, say: Say): Promise<void> {
  const kind = storeUrl.split(':')[0];
  try {
    const store = await openStore(storeUrl);
    await store.close();
    say('✓', `The store can be reached (${kind})`);
    if (kind === 'memory') say('–', 'Its values are lost when the bot stops. Set STORE_URL to keep them.');
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    say('✗', error.message);
  }
}

async function sayIndexCache({ indexCache }: Env, say: Say): Promise<void> {
  if (indexCache === null) return;
  try {
    await mkdir(indexCache, { recursive: true });
    await access(indexCache, constants.W_OK);
    say('✓', `Indexes can be kept in ${indexCache}`);
  } catch {
    say(
      '✗',
      `Nothing can be written into ${indexCache}. Make it writable, or set INDEX_CACHE to another folder or none.`,
    );
  }
}

async function sayDiscord(env: Env, token: string, say: Say): Promise<void> {
  // Loaded only here: no other verb of the command line needs Discord.
  const [discord, { commands }] = await Promise.all([
    import('../discord/discord.ts'),
    import('../../commands/index.ts'),
  ]);
  const api = { base: env.apiBase, cdn: env.cdnBase, media: env.mediaBase };
  const found = await discord.examineBot({ token, api, commands });
  if (found === 'refused')
    return say(
      '✗',
      'Discord does not accept DISCORD_TOKEN. Copy the token again from the Bot page of your application at https://discord.com/developers/applications.',
    );
  if (found === 'away')
    return say(
      '✗',
      `Discord could not be asked at ${env.apiBase}, so DISCORD_TOKEN was not tried. Is this machine online, and is DISCORD_API_BASE right?`,
    );
  say('✓', `Discord accepts the token: it is that of ${found.name}, application ${found.applicationId}`);
  sayIntents(found, say);
  sayCommands(found, say);
  sayWay(env, found, say);
  say('✓', `Invite it with ${found.inviteUrl}`);
  for (const { name, purpose } of found.permissions) say('–', `It asks for ${name}, ${purpose}.`);
  if (found.servers.length + found.unseen === 0) say('–', 'It is on no server yet.');
  for (const server of found.servers) sayServer(server, say);
  if (found.unseen > 0) say('–', `${counted(found.unseen, 'more server')} not looked at.`);
}

function sayIntents({ privileged }: Examination, say: Say): void {
  say('✓', 'Its intents need no permission of Discord: none of them is privileged');
  for (const name of privileged)
    say('–', `The ${name} Intent is switched on, but not used. Switch it off on the Bot page: less can leak.`);
}

function sayCommands({ commands }: Examination, say: Say): void {
  if (commands === 'registered') say('✓', 'Its commands are registered');
  else if (commands === 'missing') say('–', 'Its commands are not registered yet: the next start does it.');
  else say('–', 'Other commands are registered than this version has: the next start puts that right.');
}

/** How interactions reach it, which the environment and the application must agree on. */
function sayWay({ interactions, shardCount }: Env, { endpoint, gateway }: Examination, say: Say): void {
  if (interactions) {
    if (endpoint) say('✓', `Interactions come over HTTP: Discord sends them to ${endpoint}`);
    else
      say(
        '✗',
        'INTERACTIONS is set, but the application has no Interactions Endpoint URL. Start the bot, then enter its address on the General Information page of your application.',
      );
    return;
  }
  if (endpoint)
    say(
      '✗',
      `Discord sends interactions to ${endpoint}, not through the gateway. Remove the Interactions Endpoint URL on the General Information page of your application, or set INTERACTIONS.`,
    );
  const { remaining, total } = gateway;
  const recommended = counted(gateway.shards, 'shard');
  say(
    remaining > 0 ? '✓' : '✗',
    `The gateway takes ${remaining} more starts today, of ${total}, and recommends ${recommended}`,
  );
  if (shardCount !== null && shardCount < gateway.shards)
    say('–', `SHARD_COUNT is ${shardCount}: raise it in all processes before a shard holds more than 2,500 servers.`);
}

function sayServer({ name, missing, channels, silent, hidden }: Examination['servers'][number], say: Say): void {
  if (missing.length === 0 && channels.length === 0) say('✓', `${name}: it may do what it needs`);
  if (missing.length > 0)
    say('✗', `${name}: its role lacks ${listed(missing)}. Invite it again with the link above, or change its role.`);
  for (const channel of channels)
    say(
      '✗',
      `${name}, #${channel.name}: it lacks ${listed(channel.missing)}. Change that in the channel's permissions.`,
    );
  if (silent.length > 0)
    say(
      '–',
      `${name}: it may not write in ${silent.map((channel) => `#${channel}`).join(', ')}; a mention there stays unanswered, commands work.`,
    );
  if (hidden > 0) say('–', `${name}: ${counted(hidden, 'channel')} hidden from it; commands work there, too.`);
}

const listed = (permissions: readonly { readonly name: string; readonly purpose: string }[]): string =>
  permissions.map(({ name, purpose }) => `${name} (${purpose})`).join(', ');

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
