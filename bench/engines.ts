/** The search engines that are compared: each builds an index of passages and returns the function that queries it. */

import { DatabaseSync } from 'node:sqlite';
import { create, insertMultiple, search } from '@orama/orama';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import bm25 from 'wink-bm25-text-search';
import { corpusOf } from '../src/corpus/corpus.ts';
import { createReader } from '../src/nlp/nlp.ts';
import { createSearcher } from '../src/search/search.ts';

type Engine = (passages: readonly string[]) => Query | Promise<Query>;
/** Finds the ten best and returns how many there are. */
export type Query = (question: string) => number | Promise<number>;

/** What all are given to cut text with, where they take it: the same stems and stop words. */
const reader = createReader();
const stems = (text: string) => reader.terms(text).map(({ stem }) => stem);
const PASSAGES_AN_ARTICLE = 8;

export const ENGINES: Readonly<Record<string, Engine>> = {
  verbatim(passages) {
    const records = [];
    for (let at = 0; at < passages.length; at += PASSAGES_AN_ARTICLE) {
      records.push({ id: `${at}`, text: passages.slice(at, at + PASSAGES_AN_ARTICLE).join('\n\n') });
    }
    const searcher = createSearcher(corpusOf(records), createReader());
    return (question) =>
      searcher.search(
        stems(question).map((stem) => ({ stem, weight: 1 })),
        { limit: 10 },
      ).sentences.length;
  },

  'SQLite FTS5'(passages) {
    const db = new DatabaseSync(':memory:');
    db.exec("CREATE VIRTUAL TABLE p USING fts5(text, tokenize = 'porter unicode61', content = '')");
    const insert = db.prepare('INSERT INTO p(rowid, text) VALUES (?, ?)');
    db.exec('BEGIN');
    for (const [id, passage] of passages.entries()) insert.run(id, passage);
    db.exec('COMMIT');
    const find = db.prepare('SELECT rowid FROM p WHERE p MATCH ? ORDER BY rank LIMIT 10');
    return (question) => {
      const words = reader
        .terms(question)
        .map(({ start, end }) => `"${question.slice(start, end).replaceAll('"', '')}"`);
      return words.length === 0 ? 0 : find.all(words.join(' OR ')).length;
    };
  },

  minisearch(passages) {
    const index = new MiniSearch<{ id: number; text: string }>({
      fields: ['text'],
      tokenize: stems,
      processTerm: (term) => term,
    });
    index.addAll(passages.map((text, id) => ({ id, text })));
    return (question) => index.search(question).slice(0, 10).length;
  },

  'wink-bm25-text-search'(passages) {
    const index = bm25();
    index.defineConfig({ fldWeights: { text: 1 } });
    index.definePrepTasks([stems]);
    for (const [id, text] of passages.entries()) index.addDoc({ text }, id);
    index.consolidate();
    return (question) => index.search(question, 10).length;
  },

  lunr(passages) {
    const index = lunr((builder) => {
      builder.field('text');
      for (const [id, text] of passages.entries()) builder.add({ id, text });
    });
    return (question) => index.search(question.replace(/[^\p{L}\p{N}\s]/gu, ' ')).slice(0, 10).length;
  },

  async orama(passages) {
    const tokenizer = { language: 'english', normalizationCache: new Map(), tokenize: stems };
    const db = create({ schema: { text: 'string' }, components: { tokenizer } });
    await insertMultiple(
      db,
      passages.map((text) => ({ text })),
      1000,
    );
    return async (question) => (await search(db, { term: question, limit: 10 })).hits.length;
  },
};
