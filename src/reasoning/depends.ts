import type { Flow, Side } from '../domain/flow.ts';
import { firstPlace } from '../domain/place.ts';
import type { Depending, Outcome } from '../domain/walk.ts';
import { knownFrom, reach } from './reach.ts';
import { sideOf } from './side.ts';

/** The outcomes of a walk with unknowns that end in the same verdict. */
export interface Group {
  readonly verdict: string;
  readonly side: Side | null;
  /** The first hundred or so of all outcomes, where there are more. */
  readonly outcomes: readonly Outcome[];
  /** For each unknown, the options with which the verdict can come about. */
  readonly unknowns: Readonly<Record<string, readonly string[]>>;
}

/** What a verdict depends on. */
export interface Dependence {
  /** The unknown most worth finding out first. */
  readonly first: Lookup;
  /** Every unknown with what each of its options leaves, in the order asked. */
  readonly unknowns: readonly Lookup[];
  /** The outcomes by verdict, from the most closed to the most open. */
  readonly groups: readonly Group[];
  /** Whether there are too many outcomes to show one by one. */
  readonly isGrouped: boolean;
}

/** An unknown, with the verdicts that each of its options leaves. */
export interface Lookup {
  readonly question: string;
  readonly options: readonly { readonly option: string; readonly verdicts: readonly string[] }[];
}

/** The most outcomes that are shown one by one. */
export const MOST_SHOWN = 6;

const average = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

function lookup(flow: Flow, walk: Depending, question: string): Lookup {
  const known = knownFrom(walk.trail);
  const options = Object.keys(flow.answers[question] ?? {}).map((option) => {
    const { verdicts } = reach(flow, [firstPlace(flow)], new Map(known).set(question, option));
    return { option, verdicts };
  });
  return { question, options };
}

/** Returns how many sides, neither among them, and how many verdicts an unknown leaves, on average over its options. */
function leaves(flow: Flow, { options }: Lookup): readonly [sides: number, verdicts: number] {
  const sides = options.map(({ verdicts }) => new Set(verdicts.map((verdict) => sideOf(flow, verdict))).size);
  return [average(sides), average(options.map(({ verdicts }) => verdicts.length))];
}

/** Returns the unknown that leaves the fewest sides, then the fewest verdicts, then the one asked first. */
function mostWorth(flow: Flow, unknowns: readonly Lookup[]): Lookup {
  return unknowns.reduce((best, one) => {
    const [sides, verdicts] = leaves(flow, one);
    const [bestSides, bestVerdicts] = leaves(flow, best);
    return sides < bestSides || (sides === bestSides && verdicts < bestVerdicts) ? one : best;
  });
}

function groupOf(flow: Flow, walk: Depending, unknowns: readonly Lookup[], verdict: string): Group {
  const leading = unknowns.map(({ question, options }) => {
    const names = options.filter(({ verdicts }) => verdicts.includes(verdict)).map(({ option }) => option);
    return [question, names] as const;
  });
  return {
    verdict,
    side: sideOf(flow, verdict),
    outcomes: walk.outcomes.filter((outcome) => outcome.verdict === verdict),
    unknowns: Object.fromEntries(leading),
  };
}

/** Returns what the verdict of a walk with unknowns depends on, and what to find out first. */
export function depends(flow: Flow, walk: Depending): Dependence {
  const unknowns = walk.unknowns.map((question) => lookup(flow, walk, question));
  const openness = (verdict: string) => flow.verdicts[verdict]?.openness ?? 0;
  const groups = [...walk.verdicts]
    .sort((one, other) => openness(one) - openness(other))
    .map((verdict) => groupOf(flow, walk, unknowns, verdict));
  return { first: mostWorth(flow, unknowns), unknowns, groups, isGrouped: walk.combinations > MOST_SHOWN };
}
