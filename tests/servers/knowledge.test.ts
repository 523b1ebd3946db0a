import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KnowledgeRefusal, type Progress } from '../../src/servers/types.ts';
import { zipOf } from '../corpus/making.ts';
import { ADA, BEN, file, lines, setUp, shipped, stories, story, webOf } from './making.ts';
import { soon } from './soon.ts';

const NOTICE = file(
  'notices/closing.txt',
  'Market Hall to Close\n\nThe market hall of Tarn closes on Friday for repairs, the council said. Traders move to the square for two weeks.',
);

describe('adding', () => {
  it('takes files of any kind, and tells what cannot be read', async () => {
    const { servers } = await setUp();
    const knowledge = servers.knowledge(ADA);
    const zip = {
      name: 'more.zip',
      bytes: zipOf([
        { name: 'a.md', bytes: '# Dam Holds\n\nThe dam of Corrie held through the night, engineers said.' },
      ]),
    };
    const page = file(
      'page.html',
      `<html><head><title>Ferry Late</title></head><body><article><h1>Ferry Late</h1><p>${'The ferry to Elsing was late again on Monday, the third time this month, and nobody said why. '.repeat(8)}</p></article></body></html>`,
    );
    const addition = await knowledge.add([NOTICE, zip, page, file('broken.pdf', '%PDF-1.4 nothing')]);
    expect(addition.added.map(({ id, origin, format }) => [id, origin, format])).toEqual([
      ['own/notices/closing', 'notices/closing.txt', 'text'],
      ['own/more/a', 'more.zip', 'markdown'],
      ['own/page', 'page.html', 'html'],
    ]);
    expect(addition.failures.map((failure) => failure.file)).toEqual(['broken.pdf']);
    expect(await knowledge.list()).toEqual(addition.added);
    await servers.close();
  });

  it('reports how far it has come, each stage to its end', async () => {
    const { servers } = await setUp();
    const reports: Progress[] = [];
    await servers.knowledge(ADA).add([lines(stories(1, 100)), NOTICE], (progress) => reports.push(progress));
    expect([...new Set(reports.map(({ stage }) => stage))]).toEqual(['reading', 'keeping', 'indexing']);
    for (const stage of ['reading', 'keeping', 'indexing']) {
      const of = reports.filter((report) => report.stage === stage);
      expect(of.map(({ done }) => done)).toEqual(of.map(({ done }) => done).toSorted((a, b) => a - b));
      expect(of.at(-1)).toMatchObject({ done: stage === 'reading' ? 2 : 101, total: stage === 'reading' ? 2 : 101 });
    }
    await servers.close();
  });

  it('adds the same text once, whatever it is called and wherever it is', async () => {
    const { servers } = await setUp();
    const knowledge = servers.knowledge(ADA);
    await knowledge.add([NOTICE]);
    const again = await knowledge.add([NOTICE, { ...NOTICE, name: 'copy.txt' }]);
    expect(again.unchanged.map(({ id }) => id)).toEqual(['own/notices/closing']);
    expect(again.duplicates).toEqual([{ title: 'Market Hall to Close', of: 'Market Hall to Close' }]);
    const [known] = shipped.articles;
    const same = await knowledge.add([lines([{ id: 'x', title: 'Mine', text: known!.text }])]);
    expect(same.duplicates).toEqual([{ title: 'Mine', of: known!.title }]);
    expect(await knowledge.list()).toHaveLength(1);
    await servers.close();
  });

  it('adds copies, and tells of what they are copies', async () => {
    const { servers } = await setUp();
    const [first, second] = [story(1, 1), story(1, 2)];
    const text = `LINDUM (NPA) - ${first.text} `;
    const addition = await servers
      .knowledge(ADA)
      .add([lines([first, second, { id: 'agency', title: 'Repairs Begin', text }])]);
    expect(addition.added).toHaveLength(3);
    expect(addition.copies).toEqual([{ title: 'Repairs Begin', of: first.title }]);
    await servers.close();
  });

  it('makes a new version of a text that has changed, and another article of another text with the same name', async () => {
    const { servers } = await setUp();
    const knowledge = servers.knowledge(ADA);
    const before = story(1, 1).text;
    await knowledge.add([file('message.txt', before)]);
    const changed = await knowledge.add([file('message.txt', `${before}\n\nThe council meets again on Thursday.`)]);
    expect(changed.changed).toMatchObject([{ id: 'own/message', versions: 2 }]);
    const other =
      'Every evening forty boats leave Ostwick for the banks, and fewer come home with fish in them, says Marta Quill.';
    const { added } = await knowledge.add([file('message.txt', other)]);
    expect(added).toHaveLength(1);
    expect(added[0]!.id).toMatch(/^own\/message~[0-9a-f]{8}$/);
    expect((await knowledge.add([file('message.txt', other)])).added).toEqual([]);
    const more = await knowledge.add([file('message.txt', `${other}\n\nMore was not said.`)]);
    expect(more.changed.map(({ id }) => id)).toEqual([added[0]!.id]);
    expect(await knowledge.list()).toHaveLength(2);
    await servers.close();
  });

  it('keeps two files of one name in one addition apart', async () => {
    const { servers } = await setUp();
    const { added } = await servers
      .knowledge(ADA)
      .add([file('a.txt', story(1, 1).text), file('a.txt', story(2, 5).text)]);
    expect(added).toHaveLength(2);
    await servers.close();
  });

  it('takes pasted texts with what is known about them', async () => {
    const { servers } = await setUp();
    const knowledge = servers.knowledge(ADA);
    const facts = { title: 'A Word on the Dam', published: '2023-04-05', source: 'Radio Corrie' };
    const { added } = await knowledge.addText('The dam of Corrie is safe, the engineer said.', facts);
    expect(added).toMatchObject([{ ...facts, origin: 'text', id: 'own/a-word-on-the-dam' }]);
    await expect(knowledge.addText('Text.', { published: '5 April' })).rejects.toThrow(KnowledgeRefusal);
    expect((await knowledge.addText('  ', {})).failures).toHaveLength(1);
    await servers.close();
  });

  it('takes links, under ids that stay', async () => {
    const url = 'https://news.example/2024/dam.txt';
    const pages = new Map([[url, 'The dam of Corrie is safe, the engineer said on Monday.']]);
    const { servers } = await setUp({ web: webOf(pages) });
    const knowledge = servers.knowledge(ADA);
    const { added } = await knowledge.addLink(url);
    expect(added[0]!.id).toMatch(/^own\/web\/news-example\/dam-txt-[0-9a-f]{8}$/);
    expect(added[0]).toMatchObject({ origin: url, url });
    pages.set(url, 'On Tuesday the dam broke, and half of the town stood under water by the evening.');
    expect((await knowledge.addLink(url)).changed).toMatchObject([{ id: added[0]!.id, versions: 2 }]);
    await expect(knowledge.addLink('https://nowhere.example/')).rejects.toThrow('I cannot reach that site.');
    await servers.close();
  });

  it('gives ids that are its own and stay short, whatever files are called', async () => {
    const { servers } = await setUp();
    const knowledge = servers.knowledge(ADA);
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (name) => {
        number += 1;
        const given = file(name, `Text ${number} of ${number * 7} says something about the ${number * 13} towns.`);
        const { added, failures } = await knowledge.add([given]);
        for (const { id } of added) {
          expect(id.startsWith('own/')).toBe(true);
          expect(id.length).toBeLessThanOrEqual(200);
          expect((await knowledge.read(id))?.text).toBe(Buffer.from(given.bytes).toString());
        }
        expect(added.length + failures.length).toBe(1);
        expect(await knowledge.add([given])).toMatchObject({ added: [], changed: [] });
      }),
      { numRuns: 40 },
    );
    await servers.close();
  });
});

describe('limits', () => {
  it('refuse an addition as a whole, in a sentence', async () => {
    const { servers } = await setUp({ limits: { articles: 5, characters: 3_000, addition: 4, bytes: 10_000 } });
    const knowledge = servers.knowledge(ADA);
    await expect(knowledge.add([lines(stories(1, 5))])).rejects.toThrow(/more than 4 articles/);
    await knowledge.add([lines(stories(1, 4))]);
    await expect(knowledge.add([lines(stories(1, 6).slice(3))])).rejects.toThrow(/can have 5 articles/);
    await expect(knowledge.add([file('long.txt', 'A long story. '.repeat(200))])).rejects.toThrow(/3,000 characters/);
    await expect(knowledge.add([file('large.txt', 'A long story. '.repeat(2_000))])).rejects.toThrow(KnowledgeRefusal);
    expect(await knowledge.list()).toHaveLength(4);
    // What is there already takes no more room.
    expect((await knowledge.add([lines(stories(1, 4))])).unchanged).toHaveLength(4);
    await servers.close();
  });
});

describe('changing', () => {
  it('edits what is known; the text and the other facts stay', async () => {
    const { servers } = await setUp();
    const knowledge = servers.knowledge(ADA);
    await knowledge.add([lines(stories(1, 2))]);
    const edited = await knowledge.edit('own/story-0', { title: 'Mended', source: null });
    expect(edited).toMatchObject({ title: 'Mended', source: null, published: story(1, 0).published });
    const article = (await servers.open(ADA)).library.article('own/story-0');
    expect(article).toMatchObject({ title: 'Mended', source: null, text: story(1, 0).text });
    expect(await knowledge.read('own/story-0')).toBe(article);
    expect(await knowledge.edit('own/nothing', { title: 'Mended' })).toBeNull();
    await expect(knowledge.edit('own/story-0', { url: 'javascript:1' })).rejects.toThrow(KnowledgeRefusal);
    await expect(knowledge.edit('own/story-0', { published: '2023-02-30' })).rejects.toThrow(/not a day/);
    await servers.close();
  });

  it('removes, and brings back', async () => {
    const { servers } = await setUp();
    const knowledge = servers.knowledge(ADA);
    await knowledge.add([lines(stories(1, 3))]);
    const gone = await knowledge.remove(['own/story-1', 'own/nothing', 'lighthouse']);
    expect(gone.map(({ id }) => id)).toEqual(['own/story-1']);
    expect((await servers.open(ADA)).library.article('own/story-1')).toBeUndefined();
    expect((await knowledge.bringBack(['own/story-1'])).map(({ id }) => id)).toEqual(['own/story-1']);
    expect((await servers.open(ADA)).library.article('own/story-1')).toBeDefined();
    await servers.close();
  });

  it('erases what was removed when it cannot be brought back any more', async () => {
    const { servers, now, store } = await setUp({ round: 5, times: { undo: 1_000, cleaning: 10 } });
    const knowledge = servers.knowledge(ADA);
    await knowledge.add([lines(stories(1, 2))]);
    await servers.open(ADA);
    await store.addQuestion(
      {
        guildId: ADA,
        userId: '1',
        command: 'ask',
        answered: true,
        confidence: 1,
        articles: [],
        speakers: [],
        text: null,
      },
      1e12,
    );
    await knowledge.remove(['own/story-1']);
    now.pass(2_000);
    await soon(() => knowledge.bringBack(['own/story-1'])).toEqual([]);
    expect(await store.questions(ADA)).toHaveLength(1);
    await servers.configure(ADA, (before) => ({ ...before, questionLog: { ...before.questionLog, kept: false } }));
    now.pass(100);
    await servers.open(ADA);
    await soon(() => store.questions(ADA)).toEqual([]);
    await servers.close();
  });

  it('reads everything again on demand', async () => {
    const { servers } = await setUp();
    const knowledge = servers.knowledge(ADA);
    expect(await knowledge.reload()).toBe(0);
    await knowledge.add([lines(stories(1, 3))]);
    expect(await knowledge.reload()).toBe(3);
    await servers.close();
  });
});

describe('proof', () => {
  it('cites the version that was shown, also when it has changed or is removed', async () => {
    const { servers } = await setUp();
    const knowledge = servers.knowledge(ADA);
    await knowledge.add([lines(stories(1, 2))]);
    const { library } = await servers.open(ADA);
    const { article, start, end, text } = library.quote({ article: 'own/story-0' })[0]!.citation;
    const prefix = article.hash.slice(0, 12);
    const now = await knowledge.prove(article.id, { start, end }, prefix);
    expect(now).toMatchObject({ current: true, citation: { start, end, text } });
    expect(now?.citation.article).toBe(article);
    await knowledge.add([
      lines([{ ...story(1, 0), id: article.id, text: 'Nothing of that is true, the mayor said.' }]),
    ]);
    const then = await knowledge.prove(article.id, { start, end }, prefix);
    expect(then).toMatchObject({ current: false, citation: { start, end, text } });
    expect(then?.citation.article.hash).toBe(article.hash);
    await knowledge.remove([article.id]);
    expect(await knowledge.prove(article.id, { start, end }, prefix)).toMatchObject({ current: false });
    expect(await knowledge.prove(article.id, { start, end: 1e6 }, prefix)).toBeNull();
    expect(await knowledge.prove(article.id, { start, end }, 'f'.repeat(12))).toBeNull();
    expect(await knowledge.prove(article.id, { start, end }, '')).toBeNull();
    await servers.close();
  });

  it('cites shipped articles, which are no longer current where they are switched off', async () => {
    const { servers } = await setUp();
    const [article] = shipped.articles;
    const prove = () => servers.knowledge(ADA).prove('lighthouse', { start: 4, end: 14 }, article!.hash.slice(0, 8));
    expect(await prove()).toMatchObject({ current: true, citation: { text: 'lighthouse' } });
    await servers.configure(ADA, (before) => ({ ...before, shipped: false }));
    expect(await prove()).toMatchObject({ current: false });
    await servers.close();
  });
});

describe('an export', () => {
  it('is read back to the same articles', async () => {
    const { servers } = await setUp();
    const knowledge = servers.knowledge(ADA);
    const dispatch =
      'Ferry Runs Again\n\nELSING, March 3 (NPA) - The ferry to Elsing runs again, the harbour master said on Monday.\n\n“It was about time,” she said – and laughed.';
    await knowledge.add([lines(stories(1, 3)), NOTICE, file('dispatch.txt', dispatch)]);
    await knowledge.edit('own/story-2', { title: 'Mended', url: 'https://news.example/mended' });
    const exported = await Array.fromAsync(knowledge.export());
    for (const line of exported) expect(line).not.toContain('\n');
    const other = servers.knowledge(BEN);
    await other.add([file('export.jsonl', exported.join('\n'))]);
    const [ada, ben] = [await servers.open(ADA), await servers.open(BEN)];
    const own = ({ library }: typeof ada) =>
      library.articles.filter(({ id }) => id.startsWith('own/')).map(({ format: _, ...article }) => article);
    expect(own(ben)).toEqual(own(ada));
    expect(own(ada).some(({ furniture, dateline }) => furniture.length > 0 && dateline !== null)).toBe(true);
    expect(await Array.fromAsync(other.export())).toEqual(exported);
    expect((await knowledge.add([file('export.jsonl', exported.join('\n'))])).added).toEqual([]);
    await servers.close();
  });
});
