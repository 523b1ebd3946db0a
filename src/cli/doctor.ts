import { KnowledgeError, loadKnowledge } from '../corpus/corpus.ts';
import type { Env } from '../env.ts';
import type { Reader } from '../nlp/nlp.ts';

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
  return wrong === 0 ? 0 : 1;
}
