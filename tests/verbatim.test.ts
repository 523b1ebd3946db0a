/**
 * The second law of the house: whatever leaves it as a quotation is in the article, to the letter, and what Discord displays is
 * that same text. Articles and questions are made up at random here, of words and of everything that could break out.
 */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { createLibrary } from '../src/answer/answer.ts';
import type { Citation, Library } from '../src/answer/types.ts';
import { corpusOf } from '../src/corpus/corpus.ts';
import { display } from '../src/discord/display.ts';
import { queryLine } from '../src/discord/query.ts';
import { Refusal } from '../src/discord/refusal.ts';
import { renderMessage } from '../src/discord/render.ts';
import type { Block, MessageReply } from '../src/discord/types.ts';
import { createReader } from '../src/nlp/nlp.ts';
import { request, servicesWith } from './commands/fixtures.ts';

const reader = createReader();

const word = fc.constantFrom(
  'minister',
  'Harbour',
  'Anna Vogel',
  'said',
  'bridge',
  'closed',
  'on Monday',
  'in June 2018',
  'Dr.',
  '14,000',
  'not',
);
const trap = fc.constantFrom(
  '**bold**',
  '@everyone',
  '<@1>',
  '[a](https://b.example)',
  '`x`',
  '||s||',
  '> q',
  '# h',
  '- l',
  '\\',
  '_',
  '<t:1:R>',
  '\u202e',
  '😀',
  '“',
  '”',
  '"',
  "'",
  '…',
  '\n',
  '\n\n',
  '\u00a0',
  'https://c.example/x_y',
);
const mark = fc.constantFrom('. ', ', ', '? ', ' ', ' ', ' ');
const text = fc
  .array(fc.tuple(fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: trap }), mark), {
    minLength: 3,
    maxLength: 60,
  })
  .map((pieces) => pieces.flat().join(''))
  .filter((made) => /\p{L}/u.test(made));
const articles = fc.array(text, { minLength: 1, maxLength: 3 });
const question = fc
  .array(fc.oneof(word, fc.constantFrom('who', 'when', 'what did Anna Vogel say')), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(' '));

function libraryOf(texts: readonly string[]): Library {
  return createLibrary(
    corpusOf(
      texts.map((body, index) => ({ id: `${index}`, title: body.slice(0, 40), text: body, published: '2019-09-10' })),
    ),
    reader,
  );
}

function expectProven(citation: Citation): void {
  const { article, start, end } = citation;
  expect(citation.text).toBe(article.text.slice(start, end));
  expect(citation.text.length).toBeGreaterThan(0);
  expect(article.hash).toBe(createHash('sha256').update(article.text, 'utf8').digest('hex'));
}

/** All text displays of a payload, in order. */
function textsOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsOf);
  if (typeof part !== 'object' || part === null) return [];
  const found = 'content' in part && typeof part.content === 'string' ? [part.content] : [];
  return 'components' in part ? [...found, ...textsOf(part.components)] : found;
}

describe('whatever the articles hold', () => {
  it('every value of the library is made of proven citations', () => {
    fc.assert(
      fc.property(articles, question, (texts, asked) => {
        const library = libraryOf(texts);
        const result = library.ask(asked, { asked: '2019-10-01' });
        const found = [
          ...result.candidates.map(({ citation }) => citation),
          ...(result.answer ? [result.answer.citation, ...result.answer.others] : []),
          ...(result.answer?.antecedent ? [result.answer.antecedent] : []),
          ...library
            .quote({})
            .flatMap(({ citation, sentence, speaker }) => [
              citation,
              sentence,
              ...(speaker.mention ? [speaker.mention] : []),
              ...(speaker.role ? [speaker.role] : []),
            ]),
          ...library
            .timeline({})
            .flatMap(({ sentences }) =>
              sentences.flatMap(({ citation, when, others }) => [
                citation,
                ...others,
                ...(when ? [when.citation] : []),
              ]),
            ),
        ];
        const checked = library.check(result.candidates[0]?.citation.text ?? asked);
        if (checked.match) found.push(checked.match);
        for (const citation of found) expectProven(citation);
        const { answer } = result;
        if (answer?.highlight) {
          expect(answer.highlight.start).toBeGreaterThanOrEqual(answer.citation.start);
          expect(answer.highlight.end).toBeLessThanOrEqual(answer.citation.end);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('what Discord displays of a reply holds each quotation to the letter, and pings nobody', async () => {
    let quotations = 0;
    const runs = fc.constantFrom('ask', 'quote', 'timeline', 'article');
    await fc.assert(
      fc.asyncProperty(articles, question, runs, async (texts, asked, name) => {
        const library = libraryOf(texts);
        const command = commands.find(({ data }) => data.name === name)!;
        const options = { ask: { question: asked }, quote: {}, timeline: {}, article: { article: '0' } }[name] ?? {};
        const reply = await Promise.resolve(command.run(request(options), servicesWith(library))).catch(
          (error: unknown) => {
            if (error instanceof Refusal) return null;
            throw error;
          },
        );
        if (!reply) return;
        quotations += expectDisplayed(reply as MessageReply, name, options);
      }),
      { numRuns: 150 },
    );
    expect(quotations).toBeGreaterThan(100);
  });
});

function expectDisplayed(reply: MessageReply, name: string, options: Record<string, string>): number {
  const query = queryLine({ command: name, options }, true);
  const turn = (page: number) => ({ command: name, verb: 'page', args: [`${page}`] });
  const seen = new Set<string>();
  let shown = '';
  for (let page = 0; page < 40; page += 1) {
    const payload = renderMessage(reply, { query, page, turn });
    expect(payload.allowedMentions).toEqual({ parse: [], repliedUser: false });
    const texts = textsOf(payload.components);
    if (seen.has(texts.join('\0'))) break;
    seen.add(texts.join('\0'));
    shown += `${texts.map(display).join('\n')}\n`;
  }
  const blocks: readonly Block[] = [...reply.head, ...reply.items, ...reply.foot];
  const quotations = blocks.filter((block) => block.kind === 'quotation');
  for (const { citation } of quotations) {
    expectProven(citation);
    expect(shown).toContain(citation.text);
  }
  return quotations.length;
}
