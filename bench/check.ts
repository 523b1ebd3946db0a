/** How often `check` judges rightly: quotations of news articles, altered by program. `node bench/check.ts [cases a kind] [--misses]` */
import path from 'node:path';
import { createLibrary } from '../src/answer/answer.ts';
import type { CheckResult } from '../src/answer/types.ts';
import { corpusOf } from '../src/corpus/corpus.ts';
import { createReader } from '../src/nlp/nlp.ts';
import { benchData, random, rows } from './passages.ts';

interface Quoted {
  readonly article: string;
  readonly text: string;
  /** The speaker's name as annotated; null where it is none ("he"). */
  readonly speaker: string | null;
}

interface Annotated {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly speaker: string | null;
  readonly reference?: string | null;
}

interface Case {
  readonly text: string;
  readonly verdict: CheckResult['verdict'];
}

type Change = (quoted: Quoted, other: Quoted, draw: () => number) => Case | null;

const SETS = ['quotes-ggt', 'quotes-polnear/dev', 'quotes-polnear/train'];
const NAME = /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}$/u;
const NEGATION = /\b(?:not|never|no|nothing|nobody|none)\b|n['’]t\b/iu;
const STYLES = ['“”', '""', "''", '‘’', '«»', '„“', '»«'] as const;

const pick = <Item>(items: readonly Item[], draw: () => number): Item => items[Math.floor(draw() * items.length)]!;

const CHANGES: Readonly<Record<string, Change>> = {
  'quote marks restyled': ({ text }, _other, draw) => {
    const [open = '', close = ''] = pick(STYLES, draw);
    const inner = draw() < 0.5 ? text.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'") : text.replace(/'/gu, '’');
    const spaced = draw() < 0.3 ? inner.replace(/ /gu, () => (draw() < 0.1 ? '\n ' : ' ')) : inner;
    return { text: `${open}${spaced}${close}`, verdict: 'exact' };
  },
  'speaker given': ({ text, speaker }, _other, draw) =>
    speaker === null ? null : { text: attributed(text, speaker, draw), verdict: 'exact' },
  'word dropped': ({ text }, _other, draw) => {
    const words = text.split(/\s+/u);
    const at = 1 + Math.floor(draw() * (words.length - 2));
    if (!/\p{L}{2}/u.test(words[at]!)) return null;
    return { text: `“${[...words.slice(0, at), ...words.slice(at + 1)].join(' ')}”`, verdict: 'altered' };
  },
  'negation dropped': ({ text }) => {
    if (!NEGATION.test(text)) return null;
    const without = text.replace(NEGATION, '').replace(/ {2,}/gu, ' ').trim();
    return { text: `“${without}”`, verdict: 'altered' };
  },
  'number changed': ({ text }, _other, draw) => {
    if (!/\d/u.test(text)) return null;
    const changed = text.replace(/\d+/u, (digits) => String(Number(digits) + 1 + Math.floor(draw() * 8)));
    return { text: `“${changed}”`, verdict: 'altered' };
  },
  'speaker swapped': ({ text, speaker }, other, draw) => {
    if (speaker === null || other.speaker === null || isSame(speaker, other.speaker)) return null;
    return { text: attributed(text, other.speaker, draw), verdict: 'altered' };
  },
  'two joined': ({ text }, other) => ({
    text: `“${text.replace(/[.,!?]+$/u, '')} ${other.text}”`,
    verdict: 'altered',
  }),
  misspelt: ({ text }, _other, draw) => {
    const long = [...text.matchAll(/\b[a-z]{6,}\b/gu)];
    if (long.length === 0) return null;
    const { 0: word, index } = pick(long, draw);
    const at = 2 + Math.floor(draw() * (word.length - 4));
    const slip = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
    if (slip === word) return null;
    return { text: `“${text.slice(0, index)}${slip}${text.slice(index + word.length)}”`, verdict: 'altered' };
  },
};

function attributed(text: string, speaker: string, draw: () => number): string {
  const words = text.replace(/[.,]+$/u, '');
  const forms = [
    `“${words},” ${speaker} said.`,
    `"${words}," said ${speaker}.`,
    `${speaker}: “${words}”`,
    `“${words}” — ${speaker}`,
    `According to ${speaker}, “${words}.”`,
  ];
  return pick(forms, draw);
}

function isSame(a: string, b: string): boolean {
  const words = new Set(a.toLowerCase().split(/\W+/u));
  return b
    .toLowerCase()
    .split(/\W+/u)
    .some((word) => words.has(word));
}

/** The words alone, for telling whether an altered text happens to stand in an article after all. */
function bare(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}

function load(): { articles: { id: string; text: string }[]; quotations: Quoted[] } {
  const articles: { id: string; text: string }[] = [];
  const quotations: Quoted[] = [];
  for (const set of SETS) {
    const folder = path.join(benchData(), 'inspect', set);
    const gold = new Map(
      rows<{ id: string; quotes: readonly Annotated[] }>(path.join(folder, 'gold.jsonl.gz')).map((row) => [
        row.id,
        row,
      ]),
    );
    for (const article of rows<{ id: string; text: string }>(path.join(folder, 'articles.jsonl.gz'))) {
      articles.push(article);
      for (const { start, end, type, speaker, reference } of gold.get(article.id)?.quotes ?? []) {
        const text = article.text.slice(start, end).replace(/^["“”]+|["“”]+$/gu, '');
        const name = reference ?? speaker;
        if (type === 'indirect' || text.split(/\s+/u).length < 6 || /["“”\n]/u.test(text)) continue;
        quotations.push({ article: article.id, text, speaker: name !== null && NAME.test(name) ? name : null });
      }
    }
  }
  return { articles, quotations };
}

const count = Number(process.argv[2] ?? 170);
const showsMisses = process.argv.includes('--misses');
const { articles, quotations } = load();
const reader = createReader();
// One article in ten is left out: what it quotes must not be found.
const isLeftOut = new Set(articles.filter((_, index) => index % 10 === 9).map(({ id }) => id));
const kept = articles.filter(({ id }) => !isLeftOut.has(id));
const library = createLibrary(corpusOf(kept), reader);
const words = kept.map(({ text }) => bare(text)).join('\n');
const inside = quotations.filter(({ article }) => !isLeftOut.has(article));
const byArticle = Map.groupBy(inside, ({ article }) => article);
const outside = quotations.filter(({ article, text }) => isLeftOut.has(article) && !words.includes(bare(text)));
const times: number[] = [];

function judge(kind: string, next: (draw: () => number) => Case | null): void {
  const draw = random(kind.length * 7919 + 11);
  const verdicts = { exact: 0, altered: 0, 'not found': 0 };
  let right = 0;
  for (let tried = 0, done = 0; done < count && tried < count * 200; tried += 1) {
    const drawn = next(draw);
    if (!drawn) continue;
    if (kind !== 'speaker swapped' && drawn.verdict === 'altered' && words.includes(bare(drawn.text))) continue;
    done += 1;
    const started = performance.now();
    const result = library.check(drawn.text);
    times.push(performance.now() - started);
    verdicts[result.verdict] += 1;
    if (result.verdict === drawn.verdict) right += 1;
    else if (showsMisses) {
      console.log(
        JSON.stringify({
          kind,
          text: drawn.text,
          verdict: result.verdict,
          findings: result.findings,
          speaker: result.speaker,
          claimed: result.claimed,
          diff: result.diff,
        }),
      );
    }
  }
  const all = verdicts.exact + verdicts.altered + verdicts['not found'];
  const cells = [
    all,
    ((100 * right) / Math.max(1, all)).toFixed(1),
    verdicts.exact,
    verdicts.altered,
    verdicts['not found'],
  ];
  console.log(kind.padEnd(24) + cells.map((cell) => String(cell).padStart(10)).join(''));
}

console.log(`${kept.length} articles, ${inside.length} quotations of six words or more`);
console.log(
  ''.padEnd(24) + ['cases', 'right %', 'exact', 'altered', 'not found'].map((cell) => cell.padStart(10)).join(''),
);
for (const [kind, change] of Object.entries(CHANGES)) {
  judge(kind, (draw) => {
    const quoted = pick(inside, draw);
    // Half of what is swapped or joined comes from the same article, the harder half.
    const other = pick(draw() < 0.5 ? byArticle.get(quoted.article)! : inside, draw);
    return other.text === quoted.text && kind === 'two joined' ? null : change(quoted, other, draw);
  });
}
judge('of other articles', (draw) => ({ text: `“${pick(outside, draw).text}”`, verdict: 'not found' }));
times.sort((a, b) => a - b);
const at = (share: number) => times[Math.floor(times.length * share)]?.toFixed(1);
console.log(`median ${at(0.5)} ms, 99 % within ${at(0.99)} ms`);
