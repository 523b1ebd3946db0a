import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ask } from '../../commands/ask/ask.ts';
import { refer, showProof } from '../../commands/shared/evidence.ts';
import type { Answer, AskResult } from '../../src/answer/types.ts';
import { display } from '../../src/discord/display.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import { openStore } from '../../src/store/store.ts';
import {
  blocks,
  buttonOf,
  citations,
  ferry,
  hostile,
  labels,
  libraryOf,
  message,
  orchard,
  pages,
  presses,
  request,
  runs,
  seen,
  servicesWith,
  sources,
} from './fixtures.ts';

const library = libraryOf(ferry, orchard);
const answered = { question: 'When did the island ferry return to service?' };
const unanswered = { question: 'How do I bake sourdough bread?' };

describe('an answer', () => {
  test('is the sentence to the letter, in a block quote, with its source', async () => {
    const reply = await runs(ask, answered, library);
    const [citation] = citations(reply);
    expect(citation?.text).toContain('14 June 2021');
    expect(citation?.article.text.slice(citation.start, citation.end)).toBe(citation?.text);
    const quoted = pages(reply)
      .flatMap(sources)
      .find((text) => text.startsWith('> '));
    expect(display(quoted ?? '')).toBe(citation?.text);
    expect(seen(reply)).toContain(`[1] “${ferry.title}” — Harbour Gazette, published 15 Jun 2021`);
  });

  test('links its source to the page it was printed on, and only to a web page', async () => {
    const markdown = pages(await runs(ask, answered, library))
      .flatMap(sources)
      .join('\n');
    expect(markdown).toContain('](<https://harbour.example/news/ferry%5Freturns?id=7>)');
    const unsafe = libraryOf({ ...ferry, url: 'javascript:alert(1)' });
    expect(
      pages(await runs(ask, answered, unsafe))
        .flatMap(sources)
        .join('\n'),
    ).not.toContain('](');
  });

  test('has buttons for context, a follow-up, proof and votes', async () => {
    const reply = await runs(ask, answered, library);
    expect(labels(reply)).toEqual(
      expect.arrayContaining(['Context', 'Ask a follow-up', 'Proof', 'Helpful', 'Not helpful']),
    );
  });

  test('that opens with a pronoun is shown after the sentence that names who is meant', async () => {
    const bakery = {
      id: 'bakery',
      title: 'A bakery for Tarnholm',
      published: '2020-03-04',
      text: 'Olga Brunn opened a bakery beside the Tarnholm mill. She sells forty kinds of rye bread from a wooden cart.',
    };
    const reply = await runs(ask, { question: 'How many kinds of rye bread are sold?' }, libraryOf(bakery, ferry));
    expect(citations(reply).map(({ text }) => text)).toEqual([
      'Olga Brunn opened a bakery beside the Tarnholm mill.',
      'She sells forty kinds of rye bread from a wooden cart.',
    ]);
    const text = seen(reply);
    expect(text.indexOf('The sentence before it')).toBeLessThan(text.indexOf('Olga Brunn'));
  });

  test('names the other articles that say the same, by number', async () => {
    const reprint = {
      ...ferry,
      id: 'reprint',
      title: 'Ferry sails again',
      source: 'Shore Times',
      published: '2021-06-16',
    };
    const text = seen(await runs(ask, answered, libraryOf(ferry, reprint, orchard)));
    expect(text).toMatch(/\[1\] .*\nThe same report, printed in:\n\[2\] /u);
    expect(text).toContain('Harbour Gazette, published 15 Jun 2021');
    expect(text).toContain('Shore Times, published 16 Jun 2021');
    const [sentence = ''] = ferry.text.split('\n\n');
    const weekly = { ...reprint, id: 'weekly', text: `${sentence} The regatta was won by a crew of four sisters.` };
    const report = seen(await runs(ask, answered, libraryOf(ferry, weekly, orchard)));
    expect(report).toMatch(/\[1\] .*\nAlso said in:\n\[2\] /u);
  });

  describe('with what the articles have beside it', () => {
    const prints = [1, 2, 3, 4].map((number) => ({ ...ferry, id: `print-${number}`, source: `Gazette ${number}` }));
    const shelf = libraryOf(...prints);
    const span = { start: 0, end: ferry.text.indexOf('\n') };
    const [citation, ...others] = prints.map(({ id }) => shelf.cite(id, span)!);

    /** The reply to a question that is answered so, on a server that wants so many sources. */
    async function answers(found: Partial<Answer>, corrections: AskResult['corrections'] = [], sources = 5) {
      const answer = {
        citation: citation!,
        highlight: null,
        when: null,
        antecedent: null,
        others: [],
        copies: [],
        differing: [],
      };
      const asks = (question: string): AskResult => ({
        question,
        answer: { ...answer, ...found },
        confidence: 0.8,
        candidates: [],
        articles: [],
        corrections,
      });
      const services = servicesWith({ ...shelf, ask: asks });
      const server = { ...services.server, settings: { ...services.server.settings, sources } };
      return message(await ask.run(request(answered), { ...services, server }));
    }

    test('says which date is meant where the words leave it to the reader', async () => {
      const when = { citation: shelf.cite('print-1', { start: 0, end: 3 })!, date: '2021-06-14' };
      const words = ferry.text.slice(0, 3);
      expect(seen(await answers({ when }))).toContain(`“${words}” here means 14 Jun 2021`);
      expect(seen(await answers({}))).not.toContain('here means');
    });

    test('names no more sources than the server wants, other articles before copies', async () => {
      const [other, ...copies] = others;
      const all = seen(await answers({ others: [other!], copies }));
      expect(all).toMatch(/Also said in:\n\[2\] .* Gazette 2.*\nThe same report, printed in:\n\[3\] .*\n\[4\] /u);
      const reply = await answers({ others: [other!], copies }, [], 2);
      const text = seen(reply);
      expect(text).toContain('[2]');
      expect(text).not.toContain('[3]');
      expect(text).toContain('and 2 more');
      expect(reply.noted?.articles).toEqual(['print-1', 'print-2']);
      expect(seen(await answers({ copies }, [], 1))).toContain('and 2 more');
    });

    test('shows to the letter what another article says instead', async () => {
      const day = ferry.text.indexOf('14 June');
      const reply = await answers({ differing: [{ citation: others[0]!, highlight: { start: day, end: day + 7 } }] });
      expect(seen(reply)).toContain('Another article says otherwise:');
      expect(citations(reply).at(-1)).toBe(others[0]);
      expect(pages(reply).flatMap(sources).join('\n')).toContain('**14 June**');
    });

    test('says how a misspelled word was read', async () => {
      const text = seen(await answers({}, [{ written: 'fery', meant: 'ferry' }]));
      expect(text).toContain('I read “fery” as “ferry”.');
    });
  });

  test('tells the question log what was asked, and what came of it', async () => {
    const reply = await runs(ask, { question: 'What did Ingrid Falk say about the engines?' }, library);
    expect(reply.noted).toMatchObject({ answered: true, articles: ['ferry'], speakers: ['Ingrid Falk'] });
    expect(reply.noted?.words).toBe('What did Ingrid Falk say about the engines?');
    expect((await runs(ask, unanswered, library)).noted).toMatchObject({ answered: false, articles: [], speakers: [] });
  });

  test('names the speaker whose full name it leaves out', async () => {
    const text = 'The mayor, Edda Rask, met the owners of the mill. "The mill wheel stays where it is," Rask said.';
    const mill = libraryOf({ id: 'mill', title: 'Mill', text, published: '2020-03-05' }, ferry);
    expect(seen(await runs(ask, { question: 'What stays where it is, the mill wheel?' }, mill))).toContain(
      'Speaker: Edda Rask',
    );
  });

  test('is private when asked privately', async () => {
    expect((await runs(ask, { ...answered, private: true }, library)).private).toBe(true);
    expect((await runs(ask, answered, library)).private).toBe(false);
  });

  test('comes from the chosen article and period only', async () => {
    const question = 'What did the frost and the ferry cost, repairs or pears?';
    for (const options of [{ article: 'orchard' }, { from: '2022' }, { article: 'late frost' }]) {
      const found = citations(await runs(ask, { question, ...options }, library));
      expect(found.map(({ article }) => article.id)).not.toContain('ferry');
      expect(found.length).toBeGreaterThan(0);
    }
  });
});

test('silence is said plainly, with what the articles are about', async () => {
  const reply = await runs(ask, unanswered, library);
  const text = seen(reply);
  expect(text).toContain('The articles don’t say.');
  expect(text).toContain('Late frost spares the valley orchards (3 May 2022)');
  expect(labels(reply)).not.toContain('Proof');
});

test('passages shown without an answer are called what they are', async () => {
  const reply = await runs(ask, { question: 'Who ordered lamps?' }, library);
  const text = seen(reply);
  expect(text.indexOf('Closest passages, which may not answer:')).toBeGreaterThan(
    text.indexOf('The articles don’t say.'),
  );
  expect(citations(reply).length).toBeGreaterThan(0);
});

describe('what the asker can mend is refused in a plain sentence', () => {
  test.each([
    ['', /ask a question in words/u],
    ['   ', /ask a question in words/u],
    ['🍐🍐🍐', /ask a question in words/u],
    ['👩‍👩‍👧', /ask a question in words/u],
    ['\u202e\u200f', /ask a question in words/u],
    ['?!', /ask a question in words/u],
    ['why '.repeat(1500), /5,999 characters/u],
  ])('question %j', async (question, sentence) => {
    await expect(async () => runs(ask, { question }, library)).rejects.toThrow(Refusal);
    await expect(async () => runs(ask, { question }, library)).rejects.toThrow(sentence);
  });

  test.each([
    [{ article: 'no such article' }, /choose one from the list/u],
    [{ article: '0123456789' }, /choose one from the list/u],
    [{ from: 'soon' }, /These forms work/u],
    [{ from: '2022', to: '2021' }, /later than/u],
    [{ to: '1999' }, /No article was published up to 31 Dec 1999/u],
  ])('options %j', async (options, sentence) => {
    await expect(async () => runs(ask, { ...answered, ...options }, library)).rejects.toThrow(sentence);
  });

  test('no articles at all', async () => {
    await expect(async () => runs(ask, answered, libraryOf())).rejects.toThrow(/no articles/u);
  });
});

describe('buttons', () => {
  test('Context shows the sentences around, the answer in bold', async () => {
    const reply = await runs(ask, answered, library);
    const [answer] = citations(reply);
    const context = message(await presses(ask, buttonOf(reply, 'Context'), library));
    const [around] = citations(context);
    expect(around?.text).toContain(answer?.text);
    expect(around?.text.length).toBeGreaterThan(answer?.text.length ?? 0);
    expect(pages(context).flatMap(sources).join('\n')).toContain(`**${answer?.text}**`);
    expect(context.private).toBe(true);
  });

  test('Other passages leaves out the one that was shown', async () => {
    const options = { question: 'How much did the repairs of the ferry cost?' };
    const reply = await runs(ask, options, library);
    const [shown] = citations(reply);
    const services = servicesWith(library);
    const others = citations(message(await ask.verbs!['passages']!(request(options), services, [])));
    expect(others.length).toBeGreaterThan(0);
    expect(others.map(({ text }) => text)).not.toContain(shown?.text);
  });

  test('Proof names hash and offsets that hold', async () => {
    const reply = await runs(ask, answered, library);
    const text = seen(message(await presses(ask, buttonOf(reply, 'Proof'), library)));
    const [, hash] = /SHA-256 of its text ([0-9a-f]{64})/u.exec(text) ?? [];
    const [, start, end] = /text\.slice\((\d+), (\d+)\)/u.exec(text) ?? [];
    expect(hash).toBe(library.article('ferry')?.hash);
    expect(ferry.text.slice(Number(start), Number(end))).toBe(citations(reply)[0]?.text);
  });

  test('Proof says so when the source has changed or is gone', async () => {
    const proof = buttonOf(await runs(ask, answered, library), 'Proof');
    const changed = libraryOf({ ...ferry, text: ferry.text.replace('14 June', '15 June') });
    expect(seen(message(await presses(ask, proof, changed)))).toContain('The source has changed');
    expect(seen(message(await presses(ask, proof, libraryOf(orchard))))).toContain('no longer in the collection');
    await expect(async () => presses(ask, { ...proof, verb: 'context' }, changed)).rejects.toThrow(/has changed/u);
  });

  test('arguments that no button of ours carries break nothing', async () => {
    const [key = '', hash = '', start = '', end = ''] = refer(library.cite('ferry', { start: 4, end: 9 })!);
    const odd = fc.constantFrom('', 'x', '-1', 'zzzzzzzzz', '%', key, hash, start, end);
    const services = servicesWith(library);
    await fc.assert(
      fc.asyncProperty(fc.array(odd, { maxLength: 5 }), async (args) => {
        const text = seen(await showProof(services, args));
        expect(text).toMatch(/gone|changed|SHA-256 of its text/u);
      }),
    );
  });

  test('votes go to the store with the message they are about', async () => {
    const store = await openStore('memory:');
    const services = servicesWith(library, store);
    await ask.verbs!['helpful']!(request({}, { messageId: '55' }), services, []);
    await ask.verbs!['unhelpful']!(request({}, { messageId: '56' }), services, []);
    await ask.verbs!['helpful']!(request({}, { messageId: '57', userId: '8' }), services, []);
    const votes = await store.feedback('1');
    expect(votes.map(({ messageId, helpful }) => [messageId, helpful])).toEqual([
      ['55', true],
      ['56', false],
      ['57', true],
    ]);
    await store.close();
  });
});

describe('a follow-up', () => {
  test('opens with the earlier question in it', async () => {
    const modal = await ask.verbs!['topic']!(request(answered), servicesWith(library), []);
    expect(modal).toMatchObject({ kind: 'modal', action: { command: 'ask', verb: 'follow' } });
    expect(modal.kind === 'modal' && modal.fields.map((field) => 'value' in field && field.value)).toEqual([
      false,
      answered.question,
    ]);
  });

  test('keeps the topic and the other options, and shows what it asked', async () => {
    const fields = { question: 'And what did she say?', earlier: 'Who is Ingrid Falk?' };
    const options = { question: fields.earlier, article: 'ferry', private: true };
    const reply = message(await ask.verbs!['follow']!(request(options, { fields }), servicesWith(library), []));
    const question = 'And what did Ingrid Falk say?';
    expect(reply.asked).toEqual({ command: 'ask', options: { question, article: 'ferry', private: true } });
    expect(reply.private).toBe(true);
    expect(citations(reply).every(({ article }) => article.id === 'ferry')).toBe(true);
  });

  test('starts afresh when the earlier question was emptied', async () => {
    const fields = { question: 'What did she say about pears?', earlier: ' ' };
    const reply = message(await ask.verbs!['follow']!(request(answered, { fields }), servicesWith(library), []));
    expect(reply.asked?.options['question']).toBe(fields.question);
  });
});

test('articles that try to format, link or ping are shown to the letter', async () => {
  const reply = await runs(ask, { question: 'Where are the lighthouse tower keepers @everyone?' }, libraryOf(hostile));
  for (const payload of pages(reply)) expect(payload.allowedMentions).toEqual({ parse: [], repliedUser: false });
  for (const block of blocks(reply)) {
    if (block.kind !== 'quotation') continue;
    expect(hostile.text.slice(block.citation.start, block.citation.end)).toBe(block.citation.text);
  }
  const text = seen(reply);
  for (const { text: words } of citations(reply)) expect(text).toContain(words);
  const markdown = pages(reply).flatMap(sources).join('\n');
  expect(markdown).not.toMatch(/(?<!\\)@everyone|\]\((?!<https:\/\/discord)/u);
});

test('the choices for an article show title and date, and lead back to it', async () => {
  const long = { ...orchard, id: 'x'.repeat(140), title: `Pears ${'and pears '.repeat(20)}` };
  const many = libraryOf(ferry, orchard, long);
  const services = servicesWith(many);
  const choices = await ask.complete!('article', 'pear', request(), services);
  expect(choices).toHaveLength(1);
  expect(choices[0]?.name).toMatch(/^Pears .*pears… \(3 May 2022\)$/u);
  for (const { name, value } of await ask.complete!('article', '', request(), services)) {
    expect(name.length).toBeLessThanOrEqual(100);
    expect(value.length).toBeLessThanOrEqual(100);
    await expect(runs(ask, { question: 'What about pears and ferries?', article: value }, many)).resolves.toBeDefined();
  }
  expect(await ask.complete!('question', 'pear', request(), services)).toEqual([]);
});
