/** Files that are damaged, too large, or made to do harm: each costs a bounded effort and ends in a plain sentence. */
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readFile } from '../../src/corpus/corpus.ts';
import { createExtractor } from '../../src/corpus/extractor.ts';
import { createFileReader, idOf } from '../../src/corpus/files.ts';
import { createReader } from '../../src/nlp/nlp.ts';
import { slice } from '../../src/nlp/span.ts';
import { docxOf, type Packed, pdfOf, zipOf } from './making.ts';

const reader = createReader();
const files = createFileReader(reader);
afterAll(() => files.close());

const MEGABYTE = 2 ** 20;
const LAUGHS = `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('')}]>`;

async function reasonOf(bytes: Uint8Array, name = 'file'): Promise<string | undefined> {
  const { articles, failures } = await files.read(bytes, name);
  expect(articles).toEqual([]);
  expect(failures).toHaveLength(1);
  return failures[0]?.reason;
}

describe('limits', () => {
  it('of size hold for every file', async () => {
    expect(await reasonOf(Buffer.alloc(25 * MEGABYTE + 1, 'a'), 'long.txt')).toBe('it is larger than 25 MB');
  });

  it('of length hold for every text', async () => {
    const words = 'a b\n\n'.repeat(500_000);
    for (const text of [words, `---\ntitle: T\n---\n${words}`, `<pre>${words}</pre>`])
      expect(await reasonOf(Buffer.from(text))).toBe('its text is longer than two million characters');
    const record = JSON.stringify({ id: 'a', text: words });
    expect(await reasonOf(Buffer.from(record), 'a.json')).toMatch(/longer than two million characters$/);
  });

  it('of time and memory end the worker, and the next file gets another', async () => {
    const time = { html: 5_000, feed: 5_000, docx: 5_000, pdf: 5_000 };
    const nested = { format: 'html', text: `<body>${'<p><b>'.repeat(20_000)}deep` } as const;
    const hasty = createExtractor({ milliseconds: { ...time, html: 1 }, megabytes: 256 });
    await expect(hasty.extract(nested)).rejects.toThrow('reading it takes longer than one file may');
    const rss = '<rss version="2.0"><channel><item><description>Fine.</description></item></channel></rss>';
    expect((await hasty.extract({ format: 'feed', text: rss })).map(({ text }) => text)).toEqual(['Fine.']);
    await hasty.close();

    const small = createExtractor({ milliseconds: { ...time, html: 60_000 }, megabytes: 48 });
    const wide = { format: 'html', text: '<p>word</p>'.repeat(200_000) } as const;
    await expect(small.extract(wide)).rejects.toThrow('reading it takes more memory than one file may');
    expect((await small.extract({ format: 'html', text: '<p>Still here.</p>' }))[0]?.text).toBe('Still here.');
    await small.close();
  }, 90_000);
});

describe('a file of scraps', () => {
  it('is given up after a thousand bad records', async () => {
    for (const [name, scraps] of [
      ['s.jsonl', '1\n'.repeat(500_000)],
      ['s.json', `[${'1,'.repeat(500_000)}1]`],
    ] as const) {
      const { articles, failures } = await files.read(Buffer.from(scraps), name);
      expect(articles).toEqual([]);
      expect(failures).toHaveLength(1_001);
      expect(failures.at(-1)?.reason).toMatch(/what follows was not read$/);
    }
  });
});

describe('a ZIP', () => {
  const refusals = async (entries: readonly Packed[]) =>
    (await files.read(zipOf(entries), 'z.zip')).failures.map(({ reason }) => reason);

  it('that unpacks to far more than its size is not unpacked', async () => {
    expect(await refusals([{ name: 'a.txt', bytes: Buffer.alloc(5 * MEGABYTE, 'a') }])).toEqual([
      'it unpacks to more than a hundred times its size',
    ]);
    expect(await refusals([{ name: 'a.txt', bytes: 'a', stated: 21 * MEGABYTE }])).toEqual([
      'it unpacks to more than 20 MB',
    ]);
    const many = Array.from({ length: 11 }, (_, n) => ({ name: `${n}.txt`, bytes: 'a', stated: 19 * MEGABYTE }));
    expect(await refusals(many)).toEqual(['this ZIP unpacks to more than 200 MB']);
  });

  it('that lies about its sizes is found out while it is unpacked', async () => {
    const lie = [{ name: 'a.txt', bytes: Buffer.alloc(5 * MEGABYTE, 'a'), stated: 100 }];
    expect(await refusals(lie)).toEqual(['it is damaged inside the ZIP']);
  });

  it('has at most 2,000 files', async () => {
    const many = Array.from({ length: 2_001 }, (_, n) => ({ name: `${n}.txt`, bytes: 'a' }));
    expect(await refusals(many)).toEqual(['this ZIP has more than 2000 files']);
  });

  it('with a locked file names it and reads the others', async () => {
    const { articles, failures } = await files.read(
      zipOf([
        { name: 'open.txt', bytes: 'Open words. Good.' },
        { name: 'locked.txt', bytes: 'Secret.', locked: true },
      ]),
      'z.zip',
    );
    expect(articles.map(({ id }) => id)).toEqual(['z/open']);
    expect(failures).toEqual([{ file: 'z.zip, locked.txt', reason: 'it is protected by a password' }]);
  });

  it('cannot name a place outside of itself', async () => {
    for (const name of ['../../etc/cron.txt', '/etc/cron.txt', 'C:/cron.txt', 'a/../../cron.txt', '..\\..\\cron.txt'])
      expect(await refusals([{ name, bytes: 'Words. More.' }])).toEqual(['this ZIP names files outside of itself']);
  });

  it('without a file, or cut short, says so', async () => {
    expect(await refusals([])).toEqual(['there is no file in this ZIP']);
    expect(await reasonOf(zipOf([{ name: 'a.txt', bytes: 'Words.' }]).subarray(0, 40))).toBe('it is not a whole ZIP');
  });
});

describe('ids', () => {
  it('never lead out of a folder', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('.', '/', '\\', 'a', '\0', ' ') })),
        (name) => {
          const id = idOf(name);
          expect(id).not.toMatch(/(?:^|\/)\.*(?:\/|$)|\\|\p{Cc}/u);
          expect(id.length).toBeGreaterThan(0);
          expect(id.length).toBeLessThanOrEqual(200);
        },
      ),
    );
  });
});

describe('documents made to do harm', () => {
  it('expand nothing: entities of XML stay as they are or are refused', async () => {
    const feed = `<?xml version="1.0"?>${LAUGHS}<rss version="2.0"><channel><item><description>Ha &a9; ha.</description></item></channel></rss>`;
    expect((await files.read(Buffer.from(feed), 'f.xml')).articles[0]?.text).toBe('Ha &a9; ha.');
    expect(await reasonOf(docxOf(['&a9;'], LAUGHS), 'l.docx')).toBe('it is not a whole Word document');
  });

  it('run nothing and fetch nothing', async () => {
    const page =
      '<body onload="globalThis.ran = 1"><img src="http://127.0.0.1:9/x"><script>globalThis.ran = 1</script><p>Only words.</p><iframe src="file:///etc/passwd"></iframe></body>';
    expect((await files.read(Buffer.from(page), 'p')).articles.map(({ text }) => text)).toEqual(['Only words.']);
    expect('ran' in globalThis).toBe(false);
  });

  it('cannot hide an endless stream in a PDF', async () => {
    const [head = '', tail = ''] = pdfOf([[{ words: 'x' }]])
      .toString('latin1')
      .split(/<< \/Length[\s\S]*?endstream/);
    const bomb = deflateSync(deflateSync(Buffer.alloc(300 * MEGABYTE)));
    const object = `<< /Length ${bomb.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n${bomb.toString('latin1')}\nendstream`;
    const bytes = Buffer.from(head + object + tail, 'latin1');
    const small = createExtractor({ milliseconds: { html: 1, feed: 1, docx: 1, pdf: 60_000 }, megabytes: 96 });
    await expect(small.extract({ format: 'pdf', bytes })).rejects.toThrow('more memory than one file may');
    await small.close();
  }, 90_000);

  it('of other kinds are named', async () => {
    expect(await reasonOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0))).toMatch(
      /kind JPG/,
    );
    expect(await reasonOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toMatch(/old Office/);
    expect(await reasonOf(Buffer.from('<?xml version="1.0"?><urlset><url/></urlset>'))).toBe(
      'it is XML, but neither a page nor a feed',
    );
    expect(await reasonOf(Uint8Array.of(1, 2, 3, 4, 0xff, 0xfe))).toBe('it is not text');
    expect(await reasonOf(Buffer.alloc(0), 'nothing')).toBe('the file is empty');
  });

  it('that say they are UTF-8 and are not are refused rather than misread', async () => {
    const page = Buffer.concat([Buffer.from('<meta charset="utf-8"><p>Caf'), Buffer.of(0xe9), Buffer.from('</p>')]);
    expect(await reasonOf(page, 'p.html')).toBe('it says that it is UTF-8 text and is not');
  });
});

describe('whatever bytes a file holds', () => {
  const samples = [
    pdfOf([[{ words: 'Some words stand here.' }], [{ words: 'And more of them.' }]]),
    docxOf(['#Head', 'A paragraph of words.']),
    zipOf([
      { name: 'a.txt', bytes: 'Words here. More there.' },
      { name: 'b.html', bytes: '<p>Words here.</p>' },
    ]),
    Buffer.from('<!doctype html><html><head><title>T</title></head><body><p>Words &amp; more.</p></body></html>'),
    Buffer.from(
      '<rss version="2.0"><channel><item><title>T</title><description>Words.</description></item></channel></rss>',
    ),
    Buffer.from('{"id":"a","text":"Words here."}\n{"id":"b","text":"More."}'),
    Buffer.from('---\ntitle: Words\n---\nMore of them.'),
    Buffer.from('\ufeffWords in UTF-16.', 'utf16le'),
  ];
  const starts = [
    '%PDF-1.7\n',
    'PK\x03\x04',
    'PK\x05\x06',
    '<html>',
    '<rss>',
    '<feed>',
    '{"',
    '[{',
    '---\n',
    '<?xml ?>',
    '\xff\xfe',
    '\xfe\xff',
    '\xef\xbb\xbf',
    '',
  ];
  const begun = fc
    .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }))
    .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'latin1'), rest]));
  const cut = fc.tuple(fc.constantFrom(...samples), fc.nat()).map(([file, at]) => file.subarray(0, at % file.length));
  const altered = fc
    .tuple(fc.constantFrom(...samples), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }))
    .map(([file, changes]) => {
      const copy = Buffer.from(file);
      for (const [at, byte] of changes) copy[at % copy.length] = byte;
      return copy;
    });

  it('it yields sound articles or plain reasons, and never an error', async () => {
    const names = fc.constantFrom('a', 'a.txt', 'a.md', 'a.html', 'a.json', 'a.jsonl', 'a.pdf', 'a.zip');
    await fc.assert(
      fc.asyncProperty(fc.oneof(begun, cut, altered), names, async (bytes, name) => {
        const { articles, failures } = await files.read(bytes, name);
        expect(articles.length + failures.length).toBeGreaterThan(0);
        for (const { text, furniture } of articles) {
          expect(text).not.toBe('');
          for (const span of furniture) expect(slice(text, span)).not.toBe('');
        }
        for (const { reason } of failures) expect(reason).toMatch(/^\S[^\n]*$/);
      }),
      { numRuns: 600 },
    );
  }, 120_000);

  it('reading it twice gives the same texts and ids', async () => {
    for (const sample of samples) {
      const [one, two] = [await files.read(sample, 'a'), await readFile(sample, 'a', reader)];
      expect(one).toEqual(two);
      expect(one.failures).toEqual([]);
    }
  });
});
