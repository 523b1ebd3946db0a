import type { AskResult } from '../../src/answer/types.ts';

// A follow-up leans on what was asked before: "Where did he arrive?", "And when?". Instead of keeping a conversation, the
// bot rewrites such a question once, so that it stands by itself, and shows what it asked. The rewritten question carries
// the topic on to the next follow-up.

const PRONOUN = /\b(?:he|she|it|they|him|her|them|his|hers|its|their|theirs)\b/iu;
/** These often point nowhere ("Is there …?", "Who said that …?"), so a question with a name of its own stands in spite of them. */
const POINTER = /\b(?:this|that|these|those|there|then)\b/iu;
const PERSON = /\b(?:he|she|him|her|his)\b/iu;

/** Possessives, among them "her" before anything but a preposition or the end. */
const POSSESSIVE = /^(?:his\b|her\s+(?!(?:about|after|at|before|by|for|from|in|of|on|to|when|with)\b)\p{L})/iu;

/** A run of capitalised words ("Ingrid Falk", "Sea of Japan"), or a year. */
const NAME = /\p{Lu}[\p{L}\p{N}’'-]*(?:\s+(?:of\s+|the\s+)*\p{Lu}[\p{L}\p{N}’'-]*)*|\b\d{4}\b/gu;

/** "What about the other minister?" asks the earlier question again, about somebody else. */
const WHAT_ABOUT = /^(?:and\s+|but\s+)?(?:what|how)\s+about\s+(.+?)\s*\??$/iu;

/** "Who met X?": the answer, not X, is whom the question is about. */
const WHO_ACTS = /^\W*who\s+(?!(?:did|does|do|has|have|had|will|would|is|are|was|were)\b)/iu;

/** Words that tell nothing of the topic; at the start of a question they are capitalised without being names. */
const EMPTY = new Set(
  (
    'a about after all also am an and any are as at be been before being but by can could did do does during else ever for from ' +
    'give had has have how i if in into is just may me might more much many must my no not of on or our please say says said ' +
    'shall should show so some still tell than the to too under until upon us was we were what when where which while who ' +
    'whom whose why will with would you your according anyone everybody everyone nobody somebody someone'
  ).split(' '),
);

/** What is known of the conversation, and how long a question may be. */
export interface Topic {
  /** The earlier question and what was found for it. */
  readonly earlier: AskResult;
  /** The name of somebody the articles quote whom these words name or describe; nothing when there is none. */
  speakerCalled(words: string): string | undefined;
  readonly limit: number;
}

/**
 * The question to ask instead of a follow-up:
 *
 * - "What about X?" becomes the earlier question with X in place of its first name;
 * - "he", "she", "his" … become the name of the person whom the earlier question, or its answer, is about;
 * - another pronoun, or fewer than three words of its own, gets the names of the earlier question in brackets, or its
 *   telling words when it has no names;
 * - any other question stands by itself and is asked as it is.
 *
 * Never longer than `limit` characters: rather than being cut, the topic is left out.
 */
export function followUp(question: string, topic: Topic): string {
  const rewritten = rewrite(question, topic);
  return rewritten.length <= topic.limit ? rewritten : question;
}

function rewrite(question: string, topic: Topic): string {
  const asked = topic.earlier.question;
  const [firstName] = names(asked);
  const [, about = ''] = WHAT_ABOUT.exec(question) ?? [];
  const isSomebody = names(about)[0] === about || (about !== '' && topic.speakerCalled(about) !== undefined);
  if (firstName !== undefined && isSomebody && !asked.includes(about)) {
    return asked.replace(firstName, () => about);
  }
  const person = PERSON.test(question) ? personOf(topic) : undefined;
  if (person !== undefined) return withPerson(question, person);
  if (!leans(question)) return question;
  const said = question.toLowerCase();
  const added = (firstName === undefined ? telling(asked) : names(asked)).filter(
    (name, index, all) => all.indexOf(name) === index && !said.includes(name.toLowerCase()),
  );
  return added.length === 0 ? question : `${question} (${added.join(', ')})`;
}

function leans(question: string): boolean {
  if (PRONOUN.test(question) || telling(question).length < 3) return true;
  return POINTER.test(question) && names(question).length === 0;
}

function withPerson(question: string, person: string): string {
  return question.replace(PERSON, (_pronoun: string, at: number) =>
    POSSESSIVE.test(question.slice(at)) ? `${person}’s` : person,
  );
}

/** Whom the earlier question is about: the person in it, or the one who was the answer to "Who …?". */
function personOf(topic: Topic): string | undefined {
  const { question } = topic.earlier;
  const named = names(question).find((name) => isNameOfSpeaker(name, topic));
  const answering = answeringName(topic);
  return WHO_ACTS.test(question) ? (answering ?? named) : (named ?? answering);
}

// What fits may be a role ("China" in "China's ambassador"), so the speaker's name itself has to hold the words.
function isNameOfSpeaker(name: string, { speakerCalled }: Topic): boolean {
  return speakerCalled(name)?.includes(name) === true;
}

/** The name in the answer's own words, when the earlier question asked for a person; without titles if they are known. */
function answeringName(topic: Topic): string | undefined {
  const { question, answer } = topic.earlier;
  if (answer?.highlight == null || !/\bwho(?:m|se)?\b/iu.test(question)) return undefined;
  const { start, end } = answer.highlight;
  const answering = names(answer.citation.article.text.slice(start, end));
  const longest = answering.toSorted((a, b) => b.length - a.length)[0];
  const words = longest?.split(' ') ?? [];
  const endings = words.map((_, index) => words.slice(index).join(' '));
  return endings.find((ending) => isNameOfSpeaker(ending, topic)) ?? longest;
}

function names(text: string): readonly string[] {
  const runs = text.match(NAME) ?? [];
  return runs.map(withoutEmptyStart).filter((name) => name !== '');
}

function withoutEmptyStart(run: string): string {
  const words = run.replace(/[’']s?$/u, '').split(/\s+/u);
  const first = words.findIndex((word) => !EMPTY.has(word.toLowerCase()));
  return first === -1 ? '' : words.slice(first).join(' ');
}

function telling(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  return words.filter((word) => !EMPTY.has(word.toLowerCase()) && !PRONOUN.test(word) && !POINTER.test(word));
}
