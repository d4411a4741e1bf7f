import type { Trail } from '../domain/answer.ts';
import type { Flow } from '../domain/flow.ts';
import type { Asking } from '../domain/walk.ts';
import { countFrom, knownFrom } from './reach.ts';

/** How many questions are still to come after the present one. */
export interface Remaining {
  readonly least: number;
  /** None where the present question is the last one. */
  readonly most: number;
  /**
   * The number to show: the median over the walks still possible. It never grows from one question to the next, save
   * after “I don’t know yet”: were the median about to, the greater one is shown from the start.
   */
  readonly median: number;
}

/**
 * Returns how many questions come after the present one, over the walks still possible. Answers to `kept` questions
 * count as given: those of an earlier walk that will be used again where they are asked.
 */
export function remaining(flow: Flow, walk: Asking, kept: Trail = []): Remaining {
  const known = knownFrom([...kept, ...walk.trail]);
  known.delete(walk.question);
  const { least, most, about } = countFrom(flow, walk.places, known);
  return { least: least - 1, most: most - 1, median: about - 1 };
}
