/** The command line as programs use it: exit status, JSON Lines, and spans that are the text. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');
const TEXT = `The lighthouse at Korsvik was relit on Tuesday after eleven years of darkness, keeper Anja Solberg said.

"Nobody believed it would shine again," Solberg said. About 400 people watched from the pier.`;

let folder: string;
let knowledge: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cli-'));
  knowledge = path.join(folder, 'articles.jsonl');
  const record = { id: 'light', title: 'Korsvik Lighthouse Relit', published: '2021-10-14', text: TEXT };
  writeFileSync(knowledge, `${JSON.stringify(record)}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}

/** What a verb prints with `--json`, a value a line. */
function json(...args: readonly string[]): Record<string, unknown>[] {
  const { status, stdout, stderr } = run(...args, '--knowledge', knowledge, '--json');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Checks every span with text, at any depth, and returns how many there are. */
function countSpans(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, part) => sum + countSpans(part), 0);
  if (typeof value !== 'object' || value === null) return 0;
  let count = Object.values(value).reduce((sum: number, part) => sum + countSpans(part), 0);
  if ('start' in value && typeof value.start === 'number' && 'text' in value) {
    expect(value.text).toBe(TEXT.slice(value.start, (value as { end?: number }).end));
    count += 1;
  }
  return count;
}

describe('for programs', { timeout: 30_000 }, () => {
  it('ask answers with the sentence and the words that answer', () => {
    const [line] = json('ask', 'When was the lighthouse at Korsvik relit?', '--asked', '2021-10-15');
    expect(line).toMatchObject({
      id: '1',
      answered: true,
      answer: { article: 'light', highlight: { text: 'Tuesday' } },
      articles: [{ article: 'light' }],
    });
    expect(countSpans(line)).toBeGreaterThan(2);
  });

  it('ask takes a file of questions and answers each, in order', () => {
    const file = path.join(folder, 'questions.jsonl');
    writeFileSync(
      file,
      '{"id":"a","question":"Who said it?"}\n{"id":"b","question":"Why is bread baked?","asked":"2021-10-20"}\n',
    );
    const lines = json('ask', '--questions', file);
    expect(lines.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(lines[1]).toMatchObject({ answered: false, answer: null });
  });

  it('quote, timeline, check and inspect print what the articles hold', () => {
    const quotes = json('quote', '--speaker', 'Solberg', '--kind', 'direct');
    expect(quotes[0]).toMatchObject({ kind: 'direct', speaker: { name: 'Anja Solberg', text: 'Solberg' } });
    const dates = json('timeline', 'lighthouse');
    expect(dates[0]).toMatchObject({ date: '2021-10-12', precision: 'day' });
    const [checked] = json('check', 'Nobody believed it would shine again');
    expect(checked).toMatchObject({ verdict: 'exact', match: { speaker: 'Anja Solberg' } });
    const [read] = json('inspect');
    expect(read).toMatchObject({ article: 'light', published: '2021-10-14' });
    expect(countSpans([quotes, dates, checked, read])).toBeGreaterThan(6);
  });
});

describe('what is wrong', { timeout: 30_000 }, () => {
  it.each([
    ['no verb', []],
    ['an unknown verb', ['answer']],
    ['no question', ['ask', '  ']],
    ['a number that is none', ['ask', 'Who?', '--top', 'many']],
    ['a day that is none', ['timeline', '--from', '2021-13-40']],
    ['an unknown option', ['check', 'x', '--loud']],
  ])('in the usage is told with the usage and status 2: %s', (_, args) => {
    const { status, stdout, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stdout + stderr).toContain('Usage: verbatim');
  });

  it.each([
    ['a folder that is not there', ['ask', 'Who?', '--knowledge', '/nowhere']],
    ['a file of questions that is not there', ['ask', '--questions', '/nowhere.jsonl']],
  ])('in the input is told in one sentence and status 1: %s', (_, args) => {
    const { status, stdout, stderr } = run(...args);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim()).toMatch(/^[A-Z][^\n]*nowhere[^\n]*\.$/);
  });
});
