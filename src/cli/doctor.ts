import { type APIUser, DiscordAPIError, REST, Routes } from 'discord.js';
import { KnowledgeError, loadKnowledge } from '../corpus/corpus.ts';
import type { Env } from '../env.ts';
import type { Reader } from '../nlp/nlp.ts';
import { openStore } from '../store/store.ts';
import { StoreError } from '../store/types.ts';

/** Says in plain words what is there and what is missing. Returns the exit status: 1 when something must be mended. */
export async function diagnose(env: Env, reader: Reader, print: (line: string) => void): Promise<number> {
  let wrong = 0;
  const say = (ok: boolean, text: string) => {
    if (!ok) wrong += 1;
    print(`${ok ? 'ok   ' : 'MEND '} ${text}`);
  };
  const major = Number(process.versions.node.split('.')[0]);
  say(
    major >= 24,
    `Node ${process.versions.node}${major >= 24 ? '' : ': 24 or newer is needed; run it through npm, which brings its own'}`,
  );
  try {
    const { corpus, failures } = await loadKnowledge(env.knowledge, reader);
    const undated = corpus.articles.filter(({ published }) => published === null).length;
    say(
      corpus.articles.length > 0,
      `${corpus.articles.length} articles in "${env.knowledge}"${undated > 0 ? `, ${undated} without a publication day` : ''}`,
    );
    for (const { file, reason } of failures) say(false, `${file} was left out: ${reason}`);
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    say(false, error.message);
  }
  try {
    const store = await openStore(env.storeUrl);
    await store.close();
    say(true, `The store opens (${env.storeUrl.split(':')[0]})`);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    say(false, error.message);
  }
  if (env.token === null) say(true, 'No DISCORD_TOKEN: npm start runs the try-out on this machine');
  else say(...(await tokenState(env.token, env.apiBase)));
  return wrong === 0 ? 0 : 1;
}

/** Asks Discord whose token it is. */
async function tokenState(token: string, api: string): Promise<[boolean, string]> {
  const rest = new REST({ api, retries: 1, timeout: 8_000 }).setToken(token);
  try {
    const user = (await rest.get(Routes.user('@me'))) as APIUser;
    return [true, `Discord accepts the token: it is that of the bot ${user.username}`];
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401) {
      return [
        false,
        'Discord does not accept DISCORD_TOKEN; copy the token again from the Bot page of your application',
      ];
    }
    return [false, `Discord cannot be reached at ${api}, so DISCORD_TOKEN was not tried`];
  }
}
