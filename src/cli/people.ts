/** What the command line prints for people; colour on a terminal only. */
import { styleText } from 'node:util';
import type { AskResult, CheckResult, Citation, QuoteResult, TimelineEntry } from '../answer/types.ts';
import type { Article } from '../corpus/types.ts';
import { slice } from '../nlp/span.ts';
import type { Reading, Span } from '../nlp/types.ts';

const bold = (text: string) => styleText('bold', text);
const dim = (text: string) => styleText('dim', text);
const green = (text: string) => styleText('green', text);
const red = (text: string) => styleText('red', text);

export function answerText({ answer, candidates, confidence, corrections }: AskResult): string {
  const sure = dim(`confidence ${Math.round(confidence * 100)} %`);
  const read = corrections.map(({ written, meant }) => dim(`“${written}” was read as “${meant}”.`));
  if (!answer) {
    const nearest = candidates.slice(0, 3).map(({ citation }) => `  · ${citation.text}\n    ${source(citation)}`);
    const closest = nearest.length === 0 ? [] : ['Closest passages, which may not answer:', ...nearest];
    return [...read, `${bold("The articles don't say.")} ${sure}`, ...closest].join('\n');
  }
  return [
    ...read,
    ...(answer.antecedent ? [dim(answer.antecedent.text)] : []),
    `“${marked(answer.citation, answer.highlight)}”`,
    ...(answer.when ? [dim(`“${answer.when.citation.text}” here means ${answer.when.date}`)] : []),
    `${source(answer.citation)} ${sure}`,
    ...answer.others.map((other) => `also: ${source(other)}`),
    ...answer.copies.map((copy) => `copy: ${source(copy)}`),
    ...answer.differing.map(({ citation, highlight }) => `but: “${marked(citation, highlight)}”\n${source(citation)}`),
  ].join('\n');
}

export function quoteText({ citation, speaker, quotation }: QuoteResult): string {
  const who = speaker.name ?? speaker.mention?.text ?? 'speaker unclear';
  const role = speaker.role ? dim(`, ${speaker.role.text}`) : '';
  const words = quotation.kind === 'indirect' ? citation.text : `“${citation.text}”`;
  return `${bold(who)}${role} (${quotation.kind})\n  ${words}\n  ${source(citation)}\n`;
}

export function entryText({ date, sentences, why }: TimelineEntry, explained: boolean): string {
  const lines = sentences.map(
    ({ citation, when }) => `  ${marked(citation, when?.citation ?? null)}\n  ${source(citation)}`,
  );
  const { score, mentions, articles, looksBack, rules } = why;
  const read = rules.length === 0 ? 'day of publication' : `read by ${rules.join(', ')}`;
  const reason = `  score ${score.toFixed(2)}: ${mentions} mentions in ${articles} articles, ${looksBack} of them looking back; ${read}`;
  return [bold(date), ...(explained ? [dim(reason)] : []), ...lines].join('\n');
}

export function checkText({
  verdict,
  match,
  speaker,
  diff,
  findings,
  claimed,
  others,
  parts,
  nearest,
}: CheckResult): string {
  if (!match) {
    const near = nearest.map((citation) => `  · ${citation.text}\n    ${source(citation)}`);
    return [bold('Not found in the articles.'), ...(near.length > 0 ? ['Nearest sentences:'] : []), ...near].join('\n');
  }
  const signs = {
    '=': (text: string) => text,
    '-': (text: string) => red(`[-${text}-]`),
    '+': (text: string) => green(`{+${text}+}`),
  };
  const isSame = diff.every(([sign]) => sign === '=');
  const shown = isSame ? match.text : diff.map(([sign, text]) => signs[sign](text)).join(' ');
  const head = verdict === 'exact' ? 'Exactly so in the articles' : 'Altered';
  const told = [...findings, ...(claimed !== null && findings.length > 0 ? [`checked as said by ${claimed}`] : [])];
  return [
    bold(speaker === null ? `${head}.` : `${head}, said by ${speaker}.`),
    ...(told.length > 0 ? [`(${told.join(', ')})`] : []),
    shown,
    source(match),
    ...parts.map((part) => `part of it: ${part.text} ${source(part)}`),
    ...others.map((other) => `also: ${source(other)}`),
  ].join('\n');
}

export function inspectText(article: Article, { sentences, quotations, dates, names }: Reading): string {
  const words = (span: Span) => slice(article.text, span).replace(/\s+/gu, ' ');
  const people = names.entities.filter(({ kind }) => kind === 'person').map(({ name }) => name);
  return [
    bold(article.title || article.id),
    dim(`${article.id}, published ${article.published ?? 'on an unknown day'}, ${sentences.length} sentences`),
    ...quotations.map((quotation) => {
      const { speaker } = quotation;
      const written = speaker?.by === 'stated' ? words(speaker.span) : 'not written';
      const who = speaker ? `${speaker.name ?? 'unnamed'} (${written})` : 'speaker unclear';
      return `  ${quotation.kind} · ${who} · ${words(quotation)} ${dim(quotation.rule)}`;
    }),
    ...dates.map((date) => `  ${date.type} ${date.value} · ${words(date)} ${dim(date.rule)}`),
    `  people: ${people.join(', ') || 'none'}\n`,
  ].join('\n');
}

function marked({ article, start, end, text }: Citation, highlight: Span | null): string {
  if (!highlight) return text;
  const from = Math.max(start, highlight.start);
  const to = Math.min(end, highlight.end);
  return `${article.text.slice(start, from)}${bold(article.text.slice(from, to))}${article.text.slice(to, end)}`;
}

function source({ article, start, end }: Citation): string {
  const facts = [article.title || article.id, article.source, article.published].filter(Boolean).join(', ');
  return dim(`— ${facts} [${start}–${end}]`);
}
