/**
 * Fits the weights of the ranker and of the confidence, and writes them to `src/answer/weights.json`.
 *   BENCH_DATA=DIR node bench/train.ts [--sets newwiki,realtimeqa] [--dry]
 * Nothing of the data is kept but numbers. Every figure printed is of questions whose articles (or weeks) were held out.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { evidenceFor, type Scored } from '../src/answer/abstain.ts';
import { EVIDENCE } from '../src/answer/abstain-names.ts';
import { CUES } from '../src/answer/evidence-cues.ts';
import { FEATURES } from '../src/answer/features-names.ts';
import { WANTED } from '../src/answer/question-wanted.ts';
import { INPUTS, inputsOf } from '../src/answer/rank.ts';
import type { Tree } from '../src/answer/trees.ts';
import { createReader } from '../src/nlp/nlp.ts';
import { benchData } from './passages.ts';
import { type Asked, collect, FOLDS, importances, isForConfidence, PAIRS } from './train-collect.ts';
import { fitConfidence } from './train-confidence.ts';
import { readPairs, readSet } from './train-data.ts';
import { collectLists, deviations, fitRanker, type Lists, scoreLists } from './train-learn.ts';
import { isRightOutcome, measuresOf, type Outcome, show } from './train-measure.ts';
import { byBest, byFew, byTwos } from './train-small.ts';
import { type Growth, growTrees, listwise, tabulate } from './train-trees.ts';

/** L2 penalties. Marks are many and each says little: they are held back more. */
const PENALTY = { features: 2, evidence: 2, marks: 20 };
const GROWTH: Growth = { trees: 80, depth: 3, rate: 0.12, penalty: 5, least: 2, inputs: 0.4 };
/**
 * Least probability of being right at which an answer is shown: where a wrong answer costs 7/3, 3/7 and 1/6 of what a right
 * one is worth. The precision that this gives is printed.
 */
const THRESHOLDS = { strict: 0.7, balanced: 0.3, eager: 0.15 };

/** The longest line of a file. */
const WIDTH = 120;
const FOLDER = path.join(import.meta.dirname, '..', 'src', 'answer');

const COLUMNS = [
  ...FEATURES,
  ...WANTED.map((wanted) => `${wanted} evidence`),
  ...WANTED.flatMap((wanted) => CUES.map((cue) => `${wanted} ${cue}`)),
];
const COLUMN = new Map(COLUMNS.map((name, column) => [name, column]));

const { values: options } = parseArgs({
  options: { sets: { type: 'string', default: 'newwiki,realtimeqa' }, dry: { type: 'boolean', default: false } },
});
const data = benchData();
const reader = createReader();
const asked = options.sets
  .split(',')
  .flatMap((set) => [
    ...collect(set, readSet(data, set), reader),
    ...collect(`${set} by twos`, byTwos(readSet(data, set)), reader),
    ...collect(`${set} by few`, byFew(readSet(data, set)), reader),
    ...collect(`${set} by best`, byBest(readSet(data, set), reader), reader),
  ])
  .concat(collect(PAIRS, readPairs(data), reader));
const importance = importances(asked);

const lists = listsOf(asked);
// Marks are there or not, and rare ones must not weigh more for being rare: they are left as they are.
const scale = deviations(lists, COLUMNS.length).map((deviation, at) => (at < FEATURES.length ? deviation : 1));
const table = tabulate(INPUTS, inputsOfAll());
const folds = Array.from({ length: FOLDS }, (_, fold) => fold);
const heldOut = scoresHeldOut();
const ranked = asked.map((one, at) => rankedBy(one, heldOut.subarray(lists.questions[at]!, lists.questions[at + 1]!)));
const sure = fitConfidence(
  asked.map((one, at) => {
    const best = ranked[at]!;
    const evidence = best.length > 0 ? evidenceFor(best, one.question, one.weighed) : null;
    return {
      inputs: EVIDENCE.map((name) => evidence?.[name] ?? 0),
      fold: one.fold,
      isAnswerable: one.kind === 'answerable',
      isRight: best[0]?.right === true,
      weight: evidence === null || one.set === PAIRS ? 0 : importance.get(one.set)!,
    };
  }),
);
const outcomes = asked.map((one, at): Outcome => {
  const best = ranked[at]!;
  return {
    id: one.id,
    kind: one.kind,
    confidence: best.length > 0 ? sure.heldOut[at]! : 0,
    place: best.findIndex(({ right }) => right),
    article: best.length > 0 && one.goldArticles.includes(best[0]!.hit.article.id),
    shown: false,
  };
});
for (const set of new Set(asked.map((one) => one.set))) {
  const own = outcomes.filter((_, at) => asked[at]!.set === set);
  console.log(
    `${set}: ${show(measuresOf(own.map((outcome) => ({ ...outcome, shown: outcome.confidence >= THRESHOLDS.balanced }))))}`,
  );
}
for (const [caution, threshold] of Object.entries(THRESHOLDS)) {
  console.log(`${caution}: ${(100 * precision(threshold, outcomes)).toFixed(1)} % of what is shown is right`);
}
if (!options.dry) write();

function listsOf(all: readonly Asked[]): Lists {
  const collected = collectLists();
  for (const one of all) {
    for (const [at, { features, cues }] of one.measured.entries()) {
      const put = (name: string, value: number) => {
        if (value !== 0) collected.input(COLUMN.get(name)!, value);
      };
      for (const name of FEATURES) put(name, features[name]);
      put(`${one.question.wanted} evidence`, features.evidence);
      for (const cue of cues) put(`${one.question.wanted} ${cue}`, 1);
      collected.endCandidate(one.right[at] === true);
    }
    collected.endQuestion();
  }
  return collected.lists();
}

function inputsOfAll(): Float32Array {
  const values = new Float32Array((lists.starts.length - 1) * INPUTS.length);
  let at = 0;
  for (const { measured, question } of asked) {
    for (const { features, cues } of measured) {
      values.set(inputsOf(features, cues, question.wanted), at);
      at += INPUTS.length;
    }
  }
  return values;
}

/** Weights, the trees over them, and the scores that both together give to all candidates. */
function ranker(use: (one: Asked) => boolean): { weights: Float64Array; trees: Tree[]; scores: Float64Array } {
  const chosen = Float64Array.from(asked, (one) =>
    one.kind === 'answerable' && !isForConfidence(one.set) && use(one) ? importance.get(one.set)! : 0,
  );
  const penalty = Float64Array.from(COLUMNS, (_, at) => {
    if (at < FEATURES.length) return PENALTY.features;
    return at < FEATURES.length + WANTED.length ? PENALTY.evidence : PENALTY.marks;
  });
  const weights = fitRanker(lists, chosen, penalty, scale);
  const scores = scoreLists(lists, weights);
  return { weights, trees: growTrees(table, scores, listwise(lists.right, lists.questions, chosen), GROWTH), scores };
}

function scoresHeldOut(): Float64Array {
  const scores = new Float64Array(lists.starts.length - 1);
  for (const fold of folds) {
    const found = ranker((one) => one.fold !== fold).scores;
    for (const [at, one] of asked.entries()) {
      if (one.fold !== fold) continue;
      for (let i = lists.questions[at]!; i < lists.questions[at + 1]!; i += 1) scores[i] = found[i]!;
    }
  }
  return scores;
}

interface Judged extends Scored {
  readonly right: boolean;
}

function rankedBy({ measured, right }: Asked, scores: Float64Array): Judged[] {
  const judged = measured.map((one, at) => ({ ...one, score: scores[at]!, right: right[at]! }));
  return judged.sort((a, b) => b.score - a.score || b.hit.score - a.hit.score);
}

/** How often what is shown is right, over answerable and unanswerable questions alike. */
function precision(threshold: number, among: readonly Outcome[]): number {
  const shown = among.filter((outcome, at) => asked[at]!.set !== PAIRS && outcome.confidence >= threshold);
  return shown.filter(isRightOutcome).length / Math.max(1, shown.length);
}

function write(): void {
  const { weights, trees } = ranker(() => true);
  const at = (name: string) => round(weights[COLUMN.get(name)!]!);
  const file = {
    about: 'Fitted by bench/train.ts. Names are explained in features-names.ts, evidence-cues.ts and abstain-names.ts.',
    ranker: {
      features: Object.fromEntries(FEATURES.map((name) => [name, at(name)])),
      evidence: Object.fromEntries(WANTED.map((wanted) => [wanted, at(`${wanted} evidence`)])),
      cues: Object.fromEntries(
        WANTED.map((wanted) => [wanted, Object.fromEntries(CUES.map((cue) => [cue, at(`${wanted} ${cue}`)]))]),
      ),
    },
    confidence: {
      evidence: Object.fromEntries(EVIDENCE.map((name, index) => [name, round(sure.weights[index]!)])),
      calibration: { shift: round(sure.calibration.shift), slope: round(sure.calibration.slope) },
      thresholds: THRESHOLDS,
    },
  };
  writeFileSync(path.join(FOLDER, 'weights.json'), `${JSON.stringify(file, null, 2)}\n`);
  writeTrees('rank-trees.json', 'What trees ask is explained in rank.ts.', trees);
  writeTrees('abstain-trees.json', 'What trees ask is explained in abstain-names.ts.', sure.trees);
}

function writeTrees(name: string, about: string, trees: readonly Tree[]): void {
  const lines = trees.map(({ by, above, add }) =>
    ['    {', `${property('by', by)},`, `${property('above', above)},`, property('add', add), '    }'].join('\n'),
  );
  writeFileSync(
    path.join(FOLDER, name),
    `{\n  "about": "Grown by bench/train.ts. ${about}",\n  "trees": [\n${lines.join(',\n')}\n  ]\n}\n`,
  );
}

/** A property with a list, as the formatter of the repository writes it: on one line, or on as few as hold it. */
function property(name: string, values: readonly unknown[]): string {
  const written = values.map((value) => JSON.stringify(value));
  const line = `      "${name}": [${written.join(', ')}]`;
  if (line.length <= WIDTH) return line;
  const filled = [''];
  for (const [at, value] of written.entries()) {
    const piece = at + 1 < written.length ? `${value},` : value;
    const last = filled.at(-1)!;
    if (last === '') filled[filled.length - 1] = `        ${piece}`;
    else if (last.length + 1 + piece.length <= WIDTH) filled[filled.length - 1] = `${last} ${piece}`;
    else filled.push(`        ${piece}`);
  }
  return `      "${name}": [\n${filled.join('\n')}\n      ]`;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
