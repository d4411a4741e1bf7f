import { type Answer, answerIn, questionOf, type Trail } from '../domain/answer.ts';
import type { Flow, Side } from '../domain/flow.ts';
import { firstPlace } from '../domain/place.ts';
import { keepable, type Walk } from '../domain/walk.ts';
import { knownFrom, reach } from './reach.ts';
import { sideOf } from './side.ts';

/** A question that both were asked and answered differently; an unknown is an answer of its own here. */
export interface Parting {
  readonly question: string;
  readonly first: Answer;
  readonly second: Answer;
}

/**
 * How far apart two results are, by the verdicts in which each can end: `none`, the same ones; `side`, verdicts of
 * different sides (neither side is a side of its own here); `verdict`, different verdicts, but some side in common;
 * `perhaps`, some verdicts in common, so that it hangs on what is unknown or unanswered.
 */
export type Apart = 'none' | 'perhaps' | 'verdict' | 'side';

/** What one person's result would be with one answer of the other. */
export interface Taken {
  /** How far that is from this person's own result. */
  readonly apart: 'verdict' | 'side';
  /** The verdicts in which it can end. */
  readonly verdicts: readonly string[];
  /** Whether that is just where the other's answers end. */
  readonly meets: boolean;
}

/** The one difference that matters most, and what it does to either result; null where it changes nothing for sure. */
export interface Turning extends Parting {
  readonly intoFirst: Taken | null;
  readonly intoSecond: Taken | null;
}

/** Two people's answers to the same flow, side by side. */
export interface Opinions {
  readonly first: Walk;
  readonly second: Walk;
  /** The verdicts in which each can end. */
  readonly verdicts: Readonly<Record<'first' | 'second', readonly string[]>>;
  /** What both answered alike, in the order of the flow's file; a shared “I don’t know yet” is among it. */
  readonly agreed: Trail;
  readonly parted: readonly Parting[];
  /** What only one of them was asked. */
  readonly only: Readonly<Record<'first' | 'second', Trail>>;
  readonly apart: Apart;
  /** Null where no single difference is sure to change a verdict. */
  readonly turning: Turning | null;
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item) => other.includes(item));

const meet = (one: readonly unknown[], other: readonly unknown[]): boolean => one.some((item) => other.includes(item));

const sidesOf = (flow: Flow, verdicts: readonly string[]): readonly (Side | null)[] => [
  ...new Set(verdicts.map((verdict) => sideOf(flow, verdict))),
];

/** Returns the verdicts in which answers can end, every question without one left open. */
const endsOf = (flow: Flow, trail: Trail): readonly string[] =>
  reach(flow, [firstPlace(flow)], knownFrom(trail)).verdicts;

function apartOf(flow: Flow, one: readonly string[], other: readonly string[]): Apart {
  if (isSame(one, other)) return 'none';
  if (meet(one, other)) return 'perhaps';
  return meet(sidesOf(flow, one), sidesOf(flow, other)) ? 'verdict' : 'side';
}

/**
 * Returns what becomes of a result if one answer of the other's stands in its place. The questions that this opens are
 * answered as the other answered them, where they were asked, and left open elsewhere: every way then counts.
 */
function taken(flow: Flow, own: Walk, other: Walk, swap: Answer): Taken | null {
  const kept = own.trail.filter((answer) => questionOf(answer) !== questionOf(swap));
  const { walk } = keepable(flow, [swap, ...kept, ...other.trail]);
  const verdicts = endsOf(flow, walk.trail);
  const apart = apartOf(flow, endsOf(flow, own.trail), verdicts);
  if (apart === 'none' || apart === 'perhaps') return null;
  return { apart, verdicts, meets: isSame(verdicts, endsOf(flow, other.trail)) };
}

const weight = (one: Taken | null): number => (one === null ? 0 : one.apart === 'side' ? 2 : 1);

/** Returns how much a turning matters: sides before verdicts, both results before one, then what makes the two meet. */
const weightOf = ({ intoFirst, intoSecond }: Turning): number =>
  10 * (weight(intoFirst) + weight(intoSecond)) +
  Number(intoFirst?.meets ?? false) +
  Number(intoSecond?.meets ?? false);

/**
 * Returns the one difference that matters most: of all questions answered differently, the one whose answers, put each
 * into the other's place, change most; of equals, the one that comes first in the flow's file.
 */
function turningOf(flow: Flow, first: Walk, second: Walk, parted: readonly Parting[]): Turning | null {
  const turnings = parted
    .map((parting) => ({
      ...parting,
      intoFirst: taken(flow, first, second, parting.second),
      intoSecond: taken(flow, second, first, parting.first),
    }))
    .filter((turning) => weightOf(turning) > 0);
  const [head, ...others] = turnings;
  if (!head) return null;
  return others.reduce<Turning>((best, one) => (weightOf(one) > weightOf(best) ? one : best), head);
}

/** Returns two walks of the same flow side by side: where they agree, where they part, and what that changes. */
export function opinions(flow: Flow, first: Walk, second: Walk): Opinions {
  const both = Object.keys(flow.answers).map((question) => ({
    question,
    first: answerIn(first.trail, question),
    second: answerIn(second.trail, question),
  }));
  const agreed = both.flatMap((row) => (row.first !== undefined && row.first === row.second ? [row.first] : []));
  const parted = both.flatMap(({ question, first: one, second: other }) =>
    one !== undefined && other !== undefined && one !== other ? [{ question, first: one, second: other }] : [],
  );
  const verdicts = { first: endsOf(flow, first.trail), second: endsOf(flow, second.trail) };
  return {
    first,
    second,
    verdicts,
    agreed,
    parted,
    only: {
      first: both.flatMap((row) => (row.first !== undefined && row.second === undefined ? [row.first] : [])),
      second: both.flatMap((row) => (row.second !== undefined && row.first === undefined ? [row.second] : [])),
    },
    apart: apartOf(flow, verdicts.first, verdicts.second),
    turning: turningOf(flow, first, second, parted),
  };
}
