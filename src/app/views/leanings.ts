import type { ViewCell, ViewsWords } from '../../content/words.ts';
import { isUnknown, questionOf, type Trail } from '../../domain/answer.ts';
import type { Flow, Side } from '../../domain/flow.ts';
import { SIDES } from '../../reasoning/side.ts';
import { raised } from '../../reasoning/tally.ts';

/** One row of the opposed views. */
export type ViewRow = ViewsWords['rows'][number];

/** Returns the sides to which a trail leaned in a row: those whose claims there its answers have raised. */
export function leaningsOf(flow: Flow, trail: Trail, row: ViewRow): readonly Side[] {
  const claims = new Set<string>(raised(flow, trail).map(({ claim }) => claim));
  return SIDES.filter((side) => row[side]?.claims.some((claim) => claims.has(claim)));
}

/** The most questions that a row names. */
const MOST_NAMED = 2;

/** Returns the questions whose answers raise the most claims of a row, in the flow's order; two at most. */
export function questionsBehind(flow: Flow, row: ViewRow): readonly string[] {
  const claims = new Set(SIDES.flatMap((side) => row[side]?.claims ?? []));
  const counted = Object.entries(flow.answers).map(([question, options]) => {
    const here = Object.values(options).flat();
    return { question, count: new Set(here.filter((claim) => claims.has(claim))).size };
  });
  const most = counted
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
    .slice(0, MOST_NAMED)
    .map(({ question }) => question);
  return Object.keys(flow.answers).filter((question) => most.includes(question));
}

/** Returns how many questions of a trail have an answer; an unknown has none. */
export const answered = (trail: Trail): number => new Set(trail.filter((one) => !isUnknown(one)).map(questionOf)).size;

/** The arguments that a reader has marked: the row's index and the side. */
export type Taken = ReadonlySet<`${number} ${Side}`>;

/** Returns how many arguments of a side a reader has marked. */
export const takenOf = (taken: Taken, side: Side): number =>
  [...taken].filter((one) => one.endsWith(` ${side}`)).length;

/** Tells whether a cell has something to say. */
export const speaks = (cell: ViewCell): cell is NonNullable<ViewCell> => cell !== null;
