import type { Article } from '../corpus/types.ts';
import type { SentenceHit } from '../search/types.ts';

interface Voter {
  readonly hit: SentenceHit;
  readonly features: { readonly coverage: number; readonly linked: number };
  /** What the sentence could answer, lower case. */
  readonly answers: readonly string[];
  /** Its own words and their idf. */
  readonly own: ReadonlyMap<string, number>;
}

interface Agreement {
  readonly vote: number;
  readonly voters: number;
  readonly cross: number;
  readonly outdone: number;
}

/** How fast a candidate's say falls with its score: at half the best score it is e⁻³. */
const STEEPNESS = 6;

/**
 * What candidates say of each other: answers that several give, and words that several articles share, are likelier right
 * (answer redundancy: Clarke, Cormack and Lynam, SIGIR 2001). An article has one voice, that of its best sentence.
 */
export function agreement(voters: readonly Voter[]): Agreement[] {
  const best = voters.reduce((top, { hit }) => Math.max(top, hit.score), 1e-9);
  const say = voters.map(({ hit }) => Math.exp(STEEPNESS * (hit.score / best - 1)));
  const answers = ballot(voters, say, ({ answers: given }) => given);
  const words = ballot(voters, say, ({ own }) => own.keys());
  const articles = ballot(voters, say, () => ['']);
  const meets = ({ features }: Voter) => features.coverage + features.linked;
  const mostMet = Math.max(0, ...voters.filter((voter) => voter.answers.length > 0).map(meets));
  return voters.map((voter) => {
    const { article } = voter.hit;
    let vote = 0;
    let others = 0;
    for (const answer of voter.answers) {
      const { voices, count } = answers(answer, article);
      vote = Math.max(vote, voices);
      others = Math.max(others, count);
    }
    let shared = 0;
    let all = 1e-9;
    for (const [stem, idf] of voter.own) {
      shared += idf * words(stem, article).voices;
      all += idf;
    }
    const cross = shared / all / Math.max(0.5, articles('', article).voices);
    const outdone = voter.answers.length === 0 && mostMet >= meets(voter) - 0.01 ? 1 : 0;
    return { vote: Math.log1p(vote), voters: Math.log1p(others), cross, outdone };
  });
}

/** Counts what the voters name; asks then how loudly, and by how many, articles but one's own name it. */
function ballot(voters: readonly Voter[], say: readonly number[], named: (voter: Voter) => Iterable<string>) {
  /** By name, the voice of each article that names it; few do, so a list is looked through sooner than a map. */
  const voices = new Map<string, { readonly article: Article; voice: number }[]>();
  for (const [index, voter] of voters.entries()) {
    const { article } = voter.hit;
    const voice = say[index]!;
    for (const name of named(voter)) {
      const of = voices.get(name);
      const mine = of?.find((one) => one.article === article);
      if (mine) mine.voice = Math.max(mine.voice, voice);
      else if (of) of.push({ article, voice });
      else voices.set(name, [{ article, voice }]);
    }
  }
  return (name: string, own: Article) => {
    const of = voices.get(name) ?? [];
    const mine = of.find(({ article }) => article === own);
    const total = of.reduce((sum, { voice }) => sum + voice, 0);
    return { voices: total - (mine?.voice ?? 0), count: of.length - (mine ? 1 : 0) };
  };
}
