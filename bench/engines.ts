/** The search engines that are compared: each builds an index of passages and returns the function that queries it. */

import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { create, insertMultiple, search } from '@orama/orama';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import bm25 from 'wink-bm25-text-search';
import { corpusOf } from '../src/corpus/corpus.ts';
import { createReader } from '../src/nlp/nlp.ts';
import { createSearcher, readSnapshot, writeSnapshot } from '../src/search/search.ts';
import type { Searcher } from '../src/search/types.ts';

/** Builds an index; calls `lap` at the end of what is no part of the index but has to be done before. */
type Engine = (passages: readonly string[], lap: () => void) => Built | Promise<Built>;
/** Finds the ten best and returns how many there are. */
type Query = (question: string) => number | Promise<number>;

interface Built {
  readonly query: Query;
  /** What the index holds, where that is not in JavaScript's memory. */
  readonly bytes?: number;
  /** Writes the index to a file, and returns what takes it back from there. */
  readonly save?: () => Saved;
}

interface Saved {
  readonly bytes: number;
  restart(): Query;
  remove(): void;
}

/** What all are given to cut text with, where they take it: the same stems and stop words. */
const reader = createReader();
const stems = (text: string) => reader.terms(text).map(({ stem }) => stem);
const PASSAGES_AN_ARTICLE = 8;

export const ENGINES: Readonly<Record<string, Engine>> = {
  verbatim(passages, lap) {
    const records = [];
    for (let at = 0; at < passages.length; at += PASSAGES_AN_ARTICLE) {
      records.push({ id: `${at}`, text: passages.slice(at, at + PASSAGES_AN_ARTICLE).join('\n\n') });
    }
    const corpus = corpusOf(records);
    records.length = 0;
    lap();
    const searcher = createSearcher(corpus, createReader());
    const queryOf =
      (over: Searcher): Query =>
      (question) =>
        over.search(
          stems(question).map((stem) => ({ stem, weight: 1 })),
          { limit: 10 },
        ).sentences.length;
    const save = (): Saved => {
      const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-'));
      const file = path.join(folder, 'index');
      const descriptor = openSync(file, 'w');
      let bytes = 0;
      for (const chunk of writeSnapshot(searcher)) {
        for (let at = 0; at < chunk.length; ) at += writeSync(descriptor, chunk, at);
        bytes += chunk.length;
      }
      closeSync(descriptor);
      const restart = () => {
        const again = readSnapshot(readFileSync(file), corpus, createReader());
        if (!again) throw new Error('The snapshot was refused');
        return queryOf(again);
      };
      return { bytes, restart, remove: () => rmSync(folder, { recursive: true }) };
    };
    return { query: queryOf(searcher), save };
  },

  'SQLite FTS5'(passages) {
    const db = new DatabaseSync(':memory:');
    db.exec("CREATE VIRTUAL TABLE p USING fts5(text, tokenize = 'porter unicode61', content = '')");
    const insert = db.prepare('INSERT INTO p(rowid, text) VALUES (?, ?)');
    db.exec('BEGIN');
    for (const [id, passage] of passages.entries()) insert.run(id, passage);
    db.exec('COMMIT');
    const find = db.prepare('SELECT rowid FROM p WHERE p MATCH ? ORDER BY rank LIMIT 10');
    const query: Query = (question) => {
      const words = reader
        .terms(question)
        .map(({ start, end }) => `"${question.slice(start, end).replaceAll('"', '')}"`);
      return words.length === 0 ? 0 : find.all(words.join(' OR ')).length;
    };
    const pragma = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get()!)[0] as number;
    return { query, bytes: pragma('page_count') * pragma('page_size') };
  },

  minisearch(passages) {
    const index = new MiniSearch<{ id: number; text: string }>({
      fields: ['text'],
      tokenize: stems,
      processTerm: (term) => term,
    });
    index.addAll(passages.map((text, id) => ({ id, text })));
    return { query: (question) => index.search(question).slice(0, 10).length };
  },

  'wink-bm25-text-search'(passages) {
    const index = bm25();
    index.defineConfig({ fldWeights: { text: 1 } });
    index.definePrepTasks([stems]);
    for (const [id, text] of passages.entries()) index.addDoc({ text }, id);
    index.consolidate();
    return { query: (question) => index.search(question, 10).length };
  },

  lunr(passages) {
    const index = lunr((builder) => {
      builder.field('text');
      for (const [id, text] of passages.entries()) builder.add({ id, text });
    });
    return { query: (question) => index.search(question.replace(/[^\p{L}\p{N}\s]/gu, ' ')).slice(0, 10).length };
  },

  async orama(passages) {
    const tokenizer = { language: 'english', normalizationCache: new Map(), tokenize: stems };
    const db = create({ schema: { text: 'string' }, components: { tokenizer } });
    await insertMultiple(
      db,
      passages.map((text) => ({ text })),
      1000,
    );
    return { query: async (question) => (await search(db, { term: question, limit: 10 })).hits.length };
  },
};
