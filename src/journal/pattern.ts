import { type Answer, answerIn, optionOf, questionOf } from '../domain/answer.ts';
import type { Side } from '../domain/flow.ts';
import type { Entry } from './entry.ts';

/** How many decisions a pattern needs. */
const ENOUGH = 3;

/** How decisions fall, as what one plain sentence says. */
export interface Pattern {
  readonly total: number;
  readonly closed: number;
  readonly open: number;
  readonly neither: number;
  /** A guide whose decisions all fell to one side while the others did not; null where there is none. */
  readonly always: {
    readonly flow: string;
    readonly short: string;
    readonly side: Side;
    readonly count: number;
  } | null;
}

/** Returns the entries that can be set beside each other: those that safety settled cannot. */
const comparable = (entries: readonly Entry[]): readonly Entry[] => entries.filter(({ isSettled }) => !isSettled);

const countOf = (entries: readonly Entry[], side: Side | null): number =>
  entries.filter((entry) => entry.side === side).length;

function byFlow(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const flows = new Map<string, Entry[]>();
  for (const entry of entries) flows.set(entry.flow, [...(flows.get(entry.flow) ?? []), entry]);
  return flows;
}

function alwaysIn(entries: readonly Entry[]): Pattern['always'] {
  const steady = [...byFlow(entries)].flatMap(([flow, own]) => {
    const [first] = own;
    const isSteady = own.length > 1 && first && first.side !== null && own.every(({ side }) => side === first.side);
    const isApart = entries.some((entry) => entry.flow !== flow && entry.side !== first?.side);
    return isSteady && isApart ? [{ flow, short: first.words.short, side: first.side as Side, count: own.length }] : [];
  });
  return steady.sort((one, other) => other.count - one.count)[0] ?? null;
}

/** Returns how the decisions fall; null before there are enough of them. */
export function patternOf(entries: readonly Entry[]): Pattern | null {
  const counted = comparable(entries);
  if (counted.length < ENOUGH) return null;
  return {
    total: counted.length,
    closed: countOf(counted, 'closed'),
    open: countOf(counted, 'open'),
    neither: countOf(counted, null),
    always: alwaysIn(counted),
  };
}

/** One decision on the strip: where its claims lean, on which side its verdict is, how many lie below it. */
export interface StripMark {
  readonly id: string;
  /** Claims for the open end less claims for the closed one, at most 10 either way. */
  readonly net: number;
  readonly side: Side | null;
  readonly level: number;
}

/** Returns the strip of leans: one mark a decision, stacked where they are level, the oldest at the bottom. */
export function stripOf(entries: readonly Entry[]): readonly StripMark[] {
  const heights = new Map<number, number>();
  return [...comparable(entries)].reverse().map(({ id, side, counts }) => {
    const net = Math.max(-10, Math.min(10, counts.open - counts.closed));
    const level = heights.get(net) ?? 0;
    heights.set(net, level + 1);
    return { id, net, side, level };
  });
}

/** A question that two decisions answer in two ways. */
export interface Difference {
  readonly question: string;
  readonly one: Answer;
  readonly other: Answer;
}

/** Two decisions of the same guide with close answers and different endings: something to think about. */
export interface Pair {
  readonly one: Entry;
  readonly other: Entry;
  readonly differences: readonly Difference[];
}

interface Compared extends Pair {
  readonly same: number;
  /** Questions that only one of the two was asked. */
  readonly alone: number;
}

function compare(one: Entry, other: Entry): Compared {
  const shared = one.answers.map(questionOf).filter((question) => answerIn(other.answers, question));
  const differences = shared.flatMap((question): readonly Difference[] => {
    const mine = answerIn(one.answers, question) as Answer;
    const theirs = answerIn(other.answers, question) as Answer;
    return optionOf(mine) === optionOf(theirs) ? [] : [{ question, one: mine, other: theirs }];
  });
  const alone = one.answers.length + other.answers.length - 2 * shared.length;
  return { one, other, differences, same: shared.length - differences.length, alone };
}

/** Returns the pairs to think about, the nearest first, each decision in one pair at most. */
export function pairsIn(entries: readonly Entry[], most = 3): readonly Pair[] {
  const counted = comparable(entries);
  const near = counted
    .flatMap((one, index) =>
      counted
        .slice(index + 1)
        .filter((other) => other.flow === one.flow && other.verdict !== one.verdict)
        .map((other) => compare(one, other)),
    )
    .filter(({ differences, same }) => differences.length > 0 && same > 0 && differences.length <= same + 1)
    .sort((a, b) => a.differences.length - b.differences.length || isOpposed(b) - isOpposed(a) || a.alone - b.alone);
  const used = new Set<string>();
  const pairs: Pair[] = [];
  for (const { one, other, differences } of near) {
    if (pairs.length === most || used.has(one.id) || used.has(other.id)) continue;
    used.add(one.id).add(other.id);
    pairs.push({ one, other, differences });
  }
  return pairs;
}

/** Counts 1 where a pair’s verdicts stand on two sides. */
const isOpposed = ({ one, other }: Pair): number =>
  Number(one.side !== other.side && one.side !== null && other.side !== null);
