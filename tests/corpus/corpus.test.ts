import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KnowledgeError, loadKnowledge } from '../../src/corpus/corpus.ts';
import type { Article } from '../../src/corpus/types.ts';
import { createReader } from '../../src/nlp/nlp.ts';
import { slice } from '../../src/nlp/span.ts';

const reader = createReader();
const SHIPPED = path.join(import.meta.dirname, '../../knowledge');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'knowledge-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function load(files: Readonly<Record<string, string | Uint8Array>>) {
  const place = await mkdtemp(path.join(folder, 'case-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(place, name)), { recursive: true });
    await writeFile(path.join(place, name), content);
  }
  return loadKnowledge(place, reader);
}
const story = (article: Article | undefined) =>
  article ? reader.read(article).sentences.map((sentence) => slice(article.text, sentence)) : [];

describe('the shipped articles', () => {
  it('are the files to the letter, hashed, with their facts', async () => {
    const { corpus, failures } = await loadKnowledge(SHIPPED, reader);
    expect(failures).toEqual([]);
    expect(corpus.articles).toHaveLength(2);
    for (const article of corpus.articles) {
      const bytes = await readFile(path.join(SHIPPED, `${article.id}.txt`));
      expect(article.text).toBe(bytes.toString('utf8'));
      expect(article.hash).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(article.source).toBe('UrduPoint News / Sputnik');
      expect(article.dateline && slice(article.text, article.dateline.place)).toBe('MOSCOW');
    }
    expect(corpus.articles.map(({ published, author }) => [published, author])).toEqual([
      ['2019-09-10', null],
      ['2019-11-25', '@FahadShabbir'],
    ]);
  });

  it('keep headline, dateline, date line and comment box out of the story', async () => {
    const { corpus } = await loadKnowledge(SHIPPED, reader);
    for (const article of corpus.articles) {
      const said = story(article);
      expect(said[0]).toMatch(/^(?:China and Russia|Russia and China) will continue/);
      expect(said.join('\n')).not.toMatch(/Your Thoughts|@FahadShabbir|UrduPoint|- Ambassador/);
      expect(said.filter((sentence) => sentence === said[0])).toHaveLength(1);
    }
  });
});

describe('plain text', () => {
  it('tells title, day, agency, place, author and story apart', async () => {
    const { corpus } = await load({
      'port.txt':
        'Harbour Reopens After Strike\n\nBy Amina Diallo\n\nPublished: 3 May 2021\n\nHARBOUR REOPENS AFTER STRIKE\n\nDAKAR (Coast Wire) - Ships moved again. Crews cheered.\n\nShare this article',
    });
    const [article] = corpus.articles;
    expect(article).toMatchObject({
      id: 'port',
      title: 'Harbour Reopens After Strike',
      author: 'Amina Diallo',
      published: '2021-05-03',
      source: 'Coast Wire',
    });
    expect(story(article)).toEqual(['Ships moved again.', 'Crews cheered.']);
  });

  it('is all story when it is one block', async () => {
    const { corpus } = await load({ 'one.txt': 'A single line without an end' });
    expect(corpus.articles[0]?.title).toBe('');
    expect(story(corpus.articles[0])).toEqual(['A single line without an end']);
  });
});

describe('Markdown', () => {
  it('takes its facts from the front matter and leaves headings out of the story', async () => {
    const { corpus } = await load({
      'sub/rain.md':
        '---\ntitle: Rain at Last\npublished: 2020-02-29\nurl: https://example.org/rain\n---\n# Rain at Last\n\nIt rained.\n',
    });
    expect(corpus.articles[0]).toMatchObject({
      id: 'sub/rain',
      title: 'Rain at Last',
      published: '2020-02-29',
      url: 'https://example.org/rain',
    });
    expect(story(corpus.articles[0])).toEqual(['It rained.']);
  });
});

describe('JSON Lines', () => {
  it('takes texts to the letter and reports bad lines by number', async () => {
    const text = '  Title\n\n\n“Odd”\u00a0 spacing.\r\n';
    const good = JSON.stringify({ id: 'a', text, published: '2022-01-02T03:04:05Z', title: 'T' });
    const { corpus, failures } = await load({ 'all.jsonl': `${good}\n{"id":"b"}\nnot json\n${good}\n` });
    expect(corpus.get('a')?.text).toBe(text);
    expect(corpus.get('a')?.published).toBe('2022-01-02');
    expect(failures.map(({ file }) => file)).toEqual(['all.jsonl, line 2', 'all.jsonl, line 3', 'all.jsonl, line 4']);
  });
});

describe('a folder', () => {
  it('reports what it cannot read by name and reason, and loads the rest', async () => {
    const { corpus, failures } = await load({
      'good.txt': 'All is well here. It stays so.',
      'empty.txt': ' \n',
      'picture.txt': Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0),
      'bytes.txt': Uint8Array.of(0x89, 0x50),
      'bad.md': '---\ntitle: [\n---\nText.',
      'late.md': '---\ndate: someday\n---\nText.',
      'README.md': 'About this folder.',
      '.hidden': 'x',
    });
    expect(corpus.articles.map(({ id }) => id)).toEqual(['good']);
    expect(Object.fromEntries(failures.map(({ file, reason }) => [file, reason]))).toEqual({
      'empty.txt': 'the file is empty',
      'picture.txt': expect.stringMatching(/^it is a file of the kind JPG/),
      'bytes.txt': 'it is not text',
      'bad.md': expect.stringMatching(/^its front matter cannot be read/),
      'late.md': 'its date "someday" is not a day',
    });
  });

  it('that is not there is said in one sentence', async () => {
    await expect(loadKnowledge(path.join(folder, 'nowhere'), reader)).rejects.toThrow(KnowledgeError);
  });

  it('yields frozen articles', async () => {
    const { corpus } = await load({ 'a.txt': 'One. Two.' });
    expect(Object.isFrozen(corpus.articles[0])).toBe(true);
    expect(Object.isFrozen(corpus.articles[0]?.furniture)).toBe(true);
  });
});
