/** Files of every kind that is read, by the one way in. */
import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/corpus/corpus.ts';
import type { Article } from '../../src/corpus/types.ts';
import { createReader } from '../../src/nlp/nlp.ts';
import { slice } from '../../src/nlp/span.ts';
import { docxOf, pdfOf, zipOf } from './making.ts';

const reader = createReader();
const read = (content: Uint8Array | string, name: string) =>
  readFile(typeof content === 'string' ? Buffer.from(content) : content, name, reader);
const story = (article: Article | undefined) =>
  article ? reader.read(article).sentences.map((sentence) => slice(article.text, sentence)) : [];
const furniture = (article: Article | undefined) => article?.furniture.map((span) => slice(article.text, span));

const PAGE = `<!DOCTYPE html><html><head>
<title>Ferry Sails Again | The Quay</title>
<meta property="og:site_name" content="The Quay">
<link rel="canonical" href="https://quay.example/ferry">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Ferry Sails Again",
"datePublished":"2021-05-03T23:30:00-04:00","author":[{"name":"Amina Diallo"},{"name":"Jo Lund"}],"publisher":{"name":"The Quay"}}]}</script>
<style>p { color: red }</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
<article><h1>Ferry Sails Again</h1>
<p>GOREE (Quay Wire) - The ferry <b>sails</b>&nbsp;again, the harbour master&#8217;s office said, after <i>six</i> weeks in the yard.</p>
<p>Islanders had relied on fishing boats for their bread, their post and their doctor.</p>
<h2>What changes</h2><ul><li>Fares fall by a tenth.</li><li>A second boat comes in autumn.</li></ul>
<blockquote><p>“We waited long,” the baker said.</p></blockquote>
<p>Boats leave at six.<br>They return at ten.</p>
<form><input name="mail"><button>Subscribe now</button></form><script>document.write("never")</script></article>
<footer>All rights reserved</footer></body></html>`;

describe('HTML', () => {
  it('yields the story block by block, without what stands around it', async () => {
    const { articles, failures } = await read(PAGE, 'ferry.html');
    expect(failures).toEqual([]);
    expect(articles[0]?.text.split('\n\n')).toEqual([
      'GOREE (Quay Wire) - The ferry sails\u00a0again, the harbour master’s office said, after six weeks in the yard.',
      'Islanders had relied on fishing boats for their bread, their post and their doctor.',
      'What changes',
      'Fares fall by a tenth.',
      'A second boat comes in autumn.',
      '“We waited long,” the baker said.',
      'Boats leave at six.\nThey return at ten.',
    ]);
    expect(furniture(articles[0])).toEqual(['GOREE (Quay Wire) -', 'What changes']);
    expect(story(articles[0])).toContain('Fares fall by a tenth.');
  });

  it('takes its facts from JSON-LD, on the day of the publisher’s own clock', async () => {
    const { articles } = await read(PAGE, 'ferry.html');
    expect(articles[0]).toMatchObject({
      id: 'ferry',
      format: 'html',
      title: 'Ferry Sails Again',
      published: '2021-05-03',
      source: 'The Quay',
      url: 'https://quay.example/ferry',
      author: 'Amina Diallo, Jo Lund',
    });
  });

  it('takes them from OpenGraph, meta tags and <time> where JSON-LD is missing or broken', async () => {
    const page = `<html><head><meta property="og:title" content="Snow in May - Hill Post"><meta property="og:site_name" content="Hill Post">
<meta name="author" content="By Ola Berg"><script type="application/ld+json">{"@type":</script></head>
<body><article><p>Snow fell on the hills in the night, and the passes closed.</p><time datetime="2022-05-04">yesterday</time></article></body></html>`;
    const { articles } = await read(page, 'snow');
    expect(articles[0]).toMatchObject({
      title: 'Snow in May',
      published: '2022-05-04',
      source: 'Hill Post',
      author: 'Ola Berg',
      url: null,
    });
  });

  it('leaves hidden parts out', async () => {
    const page = '<p>Seen by all.</p><p hidden>Not this.</p><p style="display: none">Nor this.</p>';
    expect((await read(page, 'x.html')).articles[0]?.text).toBe('Seen by all.');
  });

  it('reads the story from the page’s own data where scripts would have drawn it', async () => {
    const page = `<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Late Train","articleBody":"The train came late.\\nNobody knew why."}</script></head><body><div id="app">Loading</div></body></html>`;
    expect((await read(page, 'train.html')).articles[0]?.text).toBe('The train came late.\n\nNobody knew why.');
  });
});

describe('feeds', () => {
  const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Valley News</title>
<item><title>Bridge &amp; Road Open</title><link>https://valley.example/1</link><guid isPermaLink="false">v-1</guid><dc:creator>Kim Osei</dc:creator>
<pubDate>Tue, 10 Sep 2019 21:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The bridge opened.</p><p>Trucks & buses crossed.</p>]]></content:encoded></item>
<item><title>Rain</title><link>https://valley.example/2</link><description>&lt;p&gt;It rained all day.&lt;/p&gt;</description></item>
<item><title>Nothing</title><link>https://valley.example/3</link></item></channel></rss>`;

  it('of RSS yield an article an item, with the feed as its source', async () => {
    const { articles, failures } = await read(rss, 'valley.xml');
    expect(failures).toEqual([]);
    expect(articles.map(({ text }) => text)).toEqual([
      'The bridge opened.\n\nTrucks & buses crossed.',
      'It rained all day.',
    ]);
    expect(articles[0]).toMatchObject({
      format: 'feed',
      title: 'Bridge & Road Open',
      published: '2019-09-10',
      source: 'Valley News',
      url: 'https://valley.example/1',
      author: 'Kim Osei',
    });
  });

  it('keep an item’s id when the feed grows or its title is corrected', async () => {
    const grown = rss.replace('<item>', '<item><guid>v-0</guid><description>New here.</description></item><item>');
    const before = await read(rss, 'valley.xml');
    const after = await read(grown.replace('Bridge &amp; Road', 'Bridge and Road'), 'valley.xml');
    expect(after.articles.slice(1).map(({ id }) => id)).toEqual(before.articles.map(({ id }) => id));
    expect(after.articles[0]?.id).toMatch(/^valley\/[0-9a-f]{12}$/);
  });

  it('of Atom are read whatever the name says', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Peak</title><entry><id>urn:1</id><title type="html">Tom &amp;amp; Co</title>
<link rel="alternate" href="https://peak.example/a"/><author><name>Ada Falk</name></author><published>2020-02-29T10:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The <em>hut</em> is open.</p><p>It sleeps ten.</p></div></content></entry></feed>`;
    const { articles } = await read(atom, 'saved.txt');
    expect(articles[0]).toMatchObject({
      text: 'The hut is open.\n\nIt sleeps ten.',
      title: 'Tom & Co',
      published: '2020-02-29',
      source: 'Peak',
      url: 'https://peak.example/a',
      author: 'Ada Falk',
    });
  });

  it('expand no entities of their own', async () => {
    const bomb = rss
      .replace('?>', '?><!DOCTYPE rss [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;">]>')
      .replace('Short.', '&b;');
    const { articles } = await read(bomb.replace(/<content:encoded>.*<\/content:encoded>/s, ''), 'v.xml');
    expect(articles[0]?.text).toBe('&b;');
  });
});

describe('PDF', () => {
  const page = (number: number, ...rows: string[]) => [
    { words: 'The Lamp Weekly' },
    ...rows.map((words, index) => ({ words, below: index === 0 ? 40 : 14 })),
    { words: `Page ${number} of 3`, below: 60 },
  ];

  it('joins lines to paragraphs over pages, without running heads and page numbers', async () => {
    const { articles, failures } = await read(
      pdfOf([
        [
          { words: 'Lamps Return to the Square', size: 20 },
          ...page(1, 'The council brought the old lamps back to the square', 'on Friday, and the'),
        ],
        page(2, 'mayor lit the first of them.'),
        page(3, 'Nobody (almost) was missing.'),
      ]),
      'lamps.bin',
    );
    expect(failures).toEqual([]);
    expect(articles[0]?.text.split('\n\n')).toEqual([
      'Lamps Return to the Square',
      'The council brought the old lamps back to the square on Friday, and the mayor lit the first of them.',
      'Nobody (almost) was missing.',
    ]);
    expect(articles[0]).toMatchObject({ id: 'lamps', format: 'pdf', title: 'Lamps Return to the Square' });
  });

  it('keeps a hyphen at a line’s end unless the text has the word whole', async () => {
    const rows = ['An inter-', 'national court and a well-', 'known judge met. The international', 'press came.'];
    const { articles } = await read(pdfOf([rows.map((words) => ({ words }))]), 'court.pdf');
    expect(articles[0]?.text).toBe('An international court and a well-known judge met. The international press came.');
  });

  it('parts paragraphs at a wider gap', async () => {
    const { articles } = await read(
      pdfOf([[{ words: 'First one here.' }, { words: 'It goes on.' }, { words: 'Second one.', below: 30 }]]),
      'gap.pdf',
    );
    expect(articles[0]?.text.split('\n\n').at(-1)).toBe('Second one.');
  });

  it('without text says so', async () => {
    expect((await read(pdfOf([[]]), 'scan.pdf')).failures).toEqual([
      { file: 'scan.pdf', reason: 'there is no text in it; perhaps its pages are pictures' },
    ]);
  });
});

describe('DOCX', () => {
  it('yields its paragraphs, and its headings as furniture', async () => {
    const { articles, failures } = await read(
      docxOf(['#School Opens', 'A school opened &amp; pupils came.', '#Later', 'It has ten rooms.']),
      'school.docx',
    );
    expect(failures).toEqual([]);
    expect(articles[0]?.text).toBe('School Opens\n\nA school opened & pupils came.\n\nLater\n\nIt has ten rooms.');
    expect(articles[0]).toMatchObject({ id: 'school', format: 'docx', title: 'School Opens' });
    expect(furniture(articles[0])).toEqual(['School Opens', 'Later']);
  });
});

describe('JSON', () => {
  const records = [
    { id: 'a', text: 'One stands here. ', published: '2020-01-02' },
    { id: 'b', text: 'Two.' },
  ];

  it('is an array of records, {"articles": […]} or one record; texts stay to the letter', async () => {
    for (const content of [records, { articles: records }, records[0]]) {
      const { articles, failures } = await read(JSON.stringify(content, null, 2), 'all.json');
      expect(failures).toEqual([]);
      expect(articles[0]).toMatchObject({ id: 'a', text: 'One stands here. ', published: '2020-01-02' });
    }
  });

  it('reports bad records by number and reads the others', async () => {
    const { articles, failures } = await read(JSON.stringify([...records, { id: 'c' }, records[0]]), 'all.json');
    expect(articles.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(failures.map(({ file }) => file)).toEqual(['all.json, article 3', 'all.json, article 4']);
  });

  it('is told from JSON Lines and from text by its content', async () => {
    const lines = records.map((record) => JSON.stringify(record)).join('\n');
    expect((await read(lines, 'lines.json')).articles.map(({ format }) => format)).toEqual(['jsonl', 'jsonl']);
    expect((await read('[Update] The road is open. All is well.', 'x.txt')).articles[0]?.format).toBe('text');
    expect((await read('{"id": "a", "te', 'cut.txt')).failures[0]?.reason).toBe('it is not JSON');
  });
});

describe('ZIP', () => {
  it('yields the articles of its files, each under a name of its own', async () => {
    const { articles, failures } = await read(
      zipOf([
        { name: 'may/ferry.html', bytes: PAGE },
        { name: 'may/', bytes: '' },
        { name: 'note.txt', bytes: 'A note is here. It is short.' },
        { name: 'school.docx', bytes: docxOf(['It has ten rooms.']) },
        { name: 'all.jsonl', bytes: '{"id":"z","text":"Last one."}' },
        { name: '__MACOSX/._note.txt', bytes: 'x' },
        { name: 'inner.zip', bytes: zipOf([{ name: 'a.txt', bytes: 'Deep down.' }]) },
        { name: 'photo', bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0) },
      ]),
      'week.zip',
    );
    expect(articles.map(({ id, format }) => [id, format])).toEqual([
      ['week/may/ferry', 'html'],
      ['week/note', 'text'],
      ['week/school', 'docx'],
      ['z', 'jsonl'],
    ]);
    expect(failures).toEqual([
      { file: 'week.zip, inner.zip', reason: 'it is a ZIP inside a ZIP, which is not opened' },
      { file: 'week.zip, photo', reason: expect.stringMatching(/^it is a file of the kind JPG/) },
    ]);
  });
});

describe('text', () => {
  const words = 'Café owners in Besançon said they would close early: “Every word” of the mayor’s was heard – twice.';

  it('is read in the charset that it is written in', async () => {
    const windows = Buffer.from(words, 'latin1').map(
      (byte, index) => ({ '“': 0x93, '”': 0x94, '’': 0x92, '–': 0x96 })[words[index]!] ?? byte,
    );
    const utf16 = Buffer.from(words, 'utf16le');
    const forms = [
      windows,
      Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]),
      utf16,
      Buffer.from(`\ufeff${words}`),
    ];
    for (const form of forms) expect((await read(form, 'cafe.txt')).articles[0]?.text).toBe(words);
  });

  it('is read in the charset that a page declares', async () => {
    const page =
      '<html><head><meta charset="iso-8859-2"></head><body><p>Rząd ogłosił dziś nowe przepisy.</p></body></html>';
    const codes: Readonly<Record<string, number>> = { ą: 0xb1, ł: 0xb3, ś: 0xb6 };
    const bytes = Uint8Array.from(page, (character) => codes[character] ?? character.charCodeAt(0));
    expect((await read(bytes, 'p')).articles[0]?.text).toBe('Rząd ogłosił dziś nowe przepisy.');
  });

  it('with front matter is Markdown under any name, and a rule of dashes is not front matter', async () => {
    const matter = '---\ntitle: Rain\ndate: 2020-02-29\n---\nIt rained.';
    expect((await read(matter, 'rain.txt')).articles[0]).toMatchObject({
      title: 'Rain',
      published: '2020-02-29',
      format: 'markdown',
    });
    expect((await read('---\nIt rained.\n---\nIt stopped.', 'rain.txt')).articles[0]?.format).toBe('text');
  });

  it('that begins like a picture is still text', async () => {
    expect((await read('BMW opens a plant. Workers cheered.', 'plant')).articles[0]).toMatchObject({
      id: 'plant',
      format: 'text',
    });
  });
});
