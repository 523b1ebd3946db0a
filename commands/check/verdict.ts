import type { CheckResult, Finding } from '../../src/answer/types.ts';
import { bold, join, md, small } from '../../src/discord/markdown.ts';
import type { Block, Markdown } from '../../src/discord/types.ts';
import { speakerLine } from '../shared/speakers.ts';
import { oneLine } from '../shared/wording.ts';

/** Characters of one line of a difference, before escaping: the renderer breaks pages at line ends only. */
const LINE = 600;

/** What was done to a quotation, in a plain sentence. Those about the speaker are told with the name instead. */
const SENTENCES: Readonly<Record<Exclude<Finding, 'said by someone else' | 'speaker unclear'>, string>> = {
  'negation dropped': 'A negation of the original is missing: that may turn its meaning around.',
  'negation added': 'It has a negation that the original does not have: that may turn its meaning around.',
  'negation cut off': 'The words are the article’s, but a negation right before them was cut off.',
  'number changed': 'A number is another one than in the original.',
  joined: 'It joins words that do not stand together in the articles, as if they were one.',
  'words changed': 'Words were exchanged.',
  'words dropped': 'Words of the original are missing.',
  'words added': 'It has words that the original does not have.',
  misspelt: 'A word is spelt in another way than in the original.',
  punctuation: 'The words are the same; only punctuation or capital letters differ.',
  ellipsis: 'At the “…”, words of the original are left out; the difference below shows which.',
  insertion: 'The words in square brackets are not the article’s.',
  'not in quotation marks': 'The article has these words outside quotation marks: they are its own, not somebody’s.',
};

/** The findings that leave the words themselves as they are. */
const OF_SPEAKER: ReadonlySet<Finding> = new Set(['said by someone else', 'speaker unclear']);
const ALLOWED: ReadonlySet<Finding> = new Set(['ellipsis', 'insertion', 'not in quotation marks']);

/** The verdict in plain sentences: what it is, who said it, and what was done to it. */
export function verdict(result: CheckResult): Markdown {
  const { findings } = result;
  const told = findings.flatMap((finding) =>
    finding === 'said by someone else' || finding === 'speaker unclear' ? [] : [md`• ${SENTENCES[finding]}`],
  );
  return join([headline(result), ...who(result), ...told], '\n');
}

function headline({ verdict, findings, nearest }: CheckResult): Markdown {
  if (verdict === 'not found') {
    const near = nearest.length === 0 ? 'No sentence comes near them, either.' : 'The sentences that come nearest:';
    return join([md`**Not found.** These words are not in the articles.`, md`${near}`], '\n');
  }
  if (verdict === 'exact') return md`**Exact.** These words stand in the articles, to the letter.`;
  const ofWords = findings.filter((finding) => !OF_SPEAKER.has(finding) && !ALLOWED.has(finding));
  if (ofWords.length > 0) return md`**Altered.** The articles have this, but not so.`;
  return findings.includes('said by someone else')
    ? md`**Said by someone else.** The words stand in the articles, to the letter.`
    : md`**Not certain who said it.** The words stand in the articles, to the letter.`;
}

function who({ match, said, claimed, findings, verdict }: CheckResult): readonly Markdown[] {
  if (match === null || verdict === 'not found') return [];
  const isKnown = said !== null && (said.name !== null || said.mention !== null);
  const claim = claimed === null ? '' : oneLine(claimed);
  if (findings.includes('speaker unclear')) {
    return [md`The article does not say clearly who said it, and so not that it was ${bold(claim)}.`];
  }
  if (!isKnown) return [];
  const line = speakerLine({ speaker: said });
  if (findings.includes('said by someone else') && claimed !== null) {
    return [md`The article gives them to ${line}, not to ${bold(claim)}.`];
  }
  return [md`Said by ${line}.`];
}

/** The difference, word by word, with a line that says how to read it; nothing when there is none. */
export function shownDiff({ diff }: CheckResult): readonly Block[] {
  if (diff.every(([sign]) => sign === '=')) return [];
  const lines: Markdown[][] = [[]];
  let room = LINE;
  for (const [sign, words] of diff) {
    for (const stretch of stretches(oneLine(words))) {
      if (stretch.length > room && lines.at(-1)!.length > 0) {
        lines.push([]);
        room = LINE;
      }
      lines.at(-1)!.push(marked(sign, stretch));
      room -= stretch.length + 1;
    }
  }
  const legend = small(md`~~struck out~~: in the article only. **bold**: in the checked text only.`);
  return [{ kind: 'text', text: join([...lines.map((line) => join(line, ' ')), legend], '\n') }];
}

function marked(sign: '=' | '-' | '+', words: string): Markdown {
  if (sign === '=') return md`${words}`;
  return sign === '-' ? md`~~${words}~~` : bold(words);
}

/** Runs of whole words, none longer than a line unless one word is. */
function stretches(words: string): string[] {
  const found: string[] = [];
  for (const word of words.split(' ')) {
    const last = found.at(-1);
    if (last !== undefined && last.length + word.length < LINE) found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  return found;
}
