import type { Library, QuoteResult, SpeakerEntry } from '../../src/answer/types.ts';
import { bold, md, type Say, speaking } from '../../src/discord/markdown.ts';
import type { Button, Choice, Markdown } from '../../src/discord/types.ts';
import type { Speech } from '../../src/languages/types.ts';
import { oneLine, shortTitle, words } from './wording.ts';

/** A longer role is left to the button that shows the context, since nothing of an article is ever cut. */
const LONGEST_ROLE = 200;

/** How many speakers are named when there is none by the name that was asked for. */
const NEAREST = 5;

/** Choices for an option `speaker`: the name, how the articles call him or her, and the number of quotations; at most 25. */
export function speakerChoices(library: Library, typed: string): readonly Choice[] {
  const wanted = words(typed);
  return mostQuoted(library)
    .filter(({ name }) => name.length <= 100 && wanted.every((word) => words(name).some((own) => own.startsWith(word))))
    .slice(0, 25)
    .map((speaker) => ({ name: withRole(speaker), value: speaker.name }));
}

/** Who said it: name and role as the article writes them, and whether that was only inferred. */
export function speakerLine({ speaker }: Pick<QuoteResult, 'speaker'>, speech: Speech): Markdown {
  const { say } = speaking(speech);
  const name = speaker.name ?? speaker.mention?.text;
  if (name === undefined) return say('speaker.unclear');
  const role =
    speaker.role === null || speaker.role.text.length > LONGEST_ROLE ? '' : `, ${oneLine(speaker.role.text)}`;
  const line = md`${bold(oneLine(name))}${role}`;
  return speaker.mention === null ? say('speaker.inferred', { speaker: line }) : line;
}

/** Longer names find no room in a button's id, which may have 100 characters in all. */
const LONGEST_NAME = 60;

/** A button that leads to the quotations of a speaker, or (`others`) of all others on the same topic; none for a name too long. */
export function speakerButtons(name: string, label: string, verb: 'by' | 'others' = 'by'): readonly Button[] {
  const id = name.replace(/[%/]/gu, '%00');
  return id.length > LONGEST_NAME ? [] : [{ label, action: { command: 'quote', verb, args: [name] } }];
}

/** Where nobody fits: some who are quoted, with how often, a line each under a heading; nothing when nobody is quoted. */
export function quotedInstead(library: Library, name: string | undefined, say: Say): readonly Markdown[] {
  const lines = nearestSpeakers(library, name).map((entry) => md`• ${oneLine(entry.name)} (${entry.quotations})`);
  return lines.length === 0 ? [] : [say('quote.quoted'), ...lines];
}

/** Speakers whose names are like `name`, or who are quoted most when none is. */
function nearestSpeakers(library: Library, name: string | undefined): readonly SpeakerEntry[] {
  const speakers = mostQuoted(library);
  const wanted = words(name ?? '');
  const like = speakers.filter((speaker) =>
    words(speaker.name).some((own) => wanted.some((word) => similar(own, word))),
  );
  return (like.length > 0 ? like : speakers).slice(0, NEAREST);
}

function mostQuoted(library: Library): readonly SpeakerEntry[] {
  return library.speakers().toSorted((a, b) => b.quotations - a.quotations || a.name.localeCompare(b.name, 'en'));
}

function withRole({ name, role, quotations }: SpeakerEntry): string {
  const count = ` (${quotations})`;
  const room = 100 - name.length - count.length - 2;
  const roles = role === null || room < 20 ? '' : `, ${shortTitle(oneLine(role.text), room)}`;
  // A name that leaves no room for the number is shown alone.
  return name.length + count.length > 100 ? name : `${name}${roles}${count}`;
}

/** Words that share a beginning, or differ in one letter. */
function similar(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 3) return a === b;
  if (long.startsWith(short)) return true;
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (short[same] !== undefined && short[same] === long[same]) same++;
  const rest = short.slice(same + (short.length === long.length ? 1 : 0));
  return long.slice(same + 1) === rest;
}
