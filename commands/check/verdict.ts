import type { CheckResult, Finding } from '../../src/answer/types.ts';
import { bold, join, md, type Say, small } from '../../src/discord/markdown.ts';
import type { Block, Markdown, Services } from '../../src/discord/types.ts';
import { speakerLine } from '../shared/speakers.ts';
import { oneLine } from '../shared/wording.ts';

/** Characters of one line of a difference, before escaping: the renderer breaks pages at line ends only. */
const LINE = 600;

type Speaking = Pick<Services, 'say' | 'speech'>;

/** The findings that leave the words themselves as they are. */
const OF_SPEAKER: ReadonlySet<Finding> = new Set(['said by someone else', 'speaker unclear']);
const ALLOWED: ReadonlySet<Finding> = new Set(['ellipsis', 'insertion', 'not in quotation marks']);

/** The verdict in plain sentences: what it is, who said it, and what was done to it. */
export function verdict(result: CheckResult, { say, speech }: Speaking): Markdown {
  const { findings } = result;
  const told = findings.flatMap((finding) =>
    finding === 'said by someone else' || finding === 'speaker unclear' ? [] : [md`• ${say(`finding.${finding}`)}`],
  );
  return join([headline(result, say), ...who(result, { say, speech }), ...told], '\n');
}

function headline({ verdict, findings, nearest }: CheckResult, say: Say): Markdown {
  if (verdict === 'not found') {
    return join([say('check.notFound'), say(nearest.length === 0 ? 'find.far' : 'check.near')], '\n');
  }
  if (verdict === 'exact') return say('check.exact');
  const ofWords = findings.filter((finding) => !OF_SPEAKER.has(finding) && !ALLOWED.has(finding));
  if (ofWords.length > 0) return say('check.altered');
  return say(findings.includes('said by someone else') ? 'check.someoneElse' : 'check.uncertain');
}

function who({ match, said, claimed, findings, verdict }: CheckResult, { say, speech }: Speaking): readonly Markdown[] {
  if (match === null || verdict === 'not found') return [];
  const isKnown = said !== null && (said.name !== null || said.mention !== null);
  const claim = claimed === null ? '' : oneLine(claimed);
  if (findings.includes('speaker unclear')) {
    return [say('check.unclear', { claimed: bold(claim) })];
  }
  if (!isKnown) return [];
  const line = speakerLine({ speaker: said }, speech);
  if (findings.includes('said by someone else') && claimed !== null) {
    return [say('check.given', { speaker: line, claimed: bold(claim) })];
  }
  return [say('check.said', { speaker: line })];
}

/** The difference, word by word, with a line that says how to read it; nothing when there is none. */
export function shownDiff({ diff }: CheckResult, say: Say): readonly Block[] {
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
  const legend = small(say('check.legend'));
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
