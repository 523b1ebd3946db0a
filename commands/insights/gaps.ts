import { createReader } from '../../src/nlp/nlp.ts';

const reader = createReader();

/** Questions at least so alike (cosine, 0 to 1) ask for the same. */
const ALIKE = 0.4;

/** A name says more of what is asked than another word. */
const OF_NAME = 1.5;

/** Older questions beyond this many are left out, since every one is compared with all groups. */
const MOST = 2_000;

/** Questions that were not answered and are alike. */
export interface Gap {
  /** The one that is most like all others of the group, as it was asked. */
  readonly question: string;
  readonly count: number;
}

type Vector = ReadonlyMap<string, number>;

interface Group {
  readonly members: { readonly question: string; readonly vector: Vector }[];
  /** The sum of its members' vectors, and its length. */
  readonly sum: Map<string, number>;
  length: number;
}

/**
 * Groups questions by likeness, the largest group first: single-pass clustering, each question joining the group whose
 * centroid is nearest (Rasmussen, Clustering Algorithms, in Frakes and Baeza-Yates, Information Retrieval, 1992, 16.4.1), by
 * the cosine of stems weighted by how few questions have them.
 * @param questions the oldest first
 */
export function gapsOf(questions: readonly string[]): readonly Gap[] {
  const latest = questions.slice(-MOST);
  const stems = latest.map(stemsOf);
  const frequency = new Map<string, number>();
  for (const stem of stems.flatMap((own) => [...own.keys()])) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  const groups: Group[] = [];
  const holding = new Map<string, Set<Group>>();
  for (const [index, question] of latest.entries()) {
    const vector = unit(stems[index]!, (stem) => Math.log(1 + latest.length / frequency.get(stem)!));
    const group: Group = nearest(holding, vector) ?? { members: [], sum: new Map(), length: 0 };
    if (group.members.length === 0) groups.push(group);
    group.members.push({ question, vector });
    for (const [stem, weight] of vector) {
      group.sum.set(stem, (group.sum.get(stem) ?? 0) + weight);
      holding.set(stem, (holding.get(stem) ?? new Set()).add(group));
    }
    group.length = Math.hypot(...group.sum.values());
  }
  return groups
    .map(({ members, sum }) => ({ question: central(members, sum), count: members.length }))
    .toSorted((a, b) => b.count - a.count);
}

/** The stems of a question, each with what it counts; names count more. */
function stemsOf(question: string): Vector {
  const terms = reader.terms(question);
  return new Map(
    terms.map(({ stem, start }) => [stem, start > 0 && /\p{Lu}/u.test(question.charAt(start)) ? OF_NAME : 1]),
  );
}

function unit(vector: Vector, weigh: (stem: string) => number): Vector {
  const weighted = Array.from(vector, ([stem, weight]): [string, number] => [stem, weight * weigh(stem)]);
  const length = Math.hypot(...weighted.map(([, weight]) => weight));
  return new Map(length === 0 ? [] : weighted.map(([stem, weight]) => [stem, weight / length]));
}

/** @param holding the groups that have a stem, by stem: others are not alike at all */
function nearest(holding: ReadonlyMap<string, ReadonlySet<Group>>, vector: Vector): Group | null {
  let best: Group | null = null;
  let highest = ALIKE;
  const candidates = new Set([...vector.keys()].flatMap((stem) => [...(holding.get(stem) ?? [])]));
  for (const group of candidates) {
    const likeness = dot(vector, group.sum) / (group.length || 1);
    if (likeness < highest) continue;
    highest = likeness;
    best = group;
  }
  return best;
}

function central(members: Group['members'], sum: Vector): string {
  const [first, ...rest] = members;
  let best = first!;
  for (const member of rest) if (dot(member.vector, sum) > dot(best.vector, sum)) best = member;
  return best.question;
}

function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (const [stem, weight] of a) sum += weight * (b.get(stem) ?? 0);
  return sum;
}
