import type { Condition } from './condition.ts';
import type { Answers, ClaimId } from './questionnaire.ts';
import type { Routes } from './routes.ts';

/** How far a verdict opens the door: 0 is closed, 4 is open. */
export type Openness = 0 | 1 | 2 | 3 | 4;

/** One of the two ends of a flow's axis. */
export type Side = 'closed' | 'open';

/** What a verdict is, apart from its words. */
export interface Verdict {
  readonly openness: Openness;
  /** The claim that argues against the verdict where the answers raise none; `safety` where nothing is up for debate. */
  readonly dissent: ClaimId | 'safety';
  /** Claims that lean the other way and that the verdict grants by what it advises: they are no case against it. */
  readonly grants?: readonly ClaimId[];
}

/**
 * One dilemma: questions that route, one weighing state that decides by named rules, verdicts. Plain data, made from a
 * machine (see `defineFlow`), so that a reader’s browser needs no more than this to walk it.
 */
export interface Flow {
  readonly id: string;
  /** The questions in the order of the flow's file; each option with the claims that it raises. */
  readonly answers: Answers;
  /** The conditions that routes look at, by name. */
  readonly facts: Readonly<Record<string, Condition>>;
  /** The conditions of the rules, by name; the machine's weighing state holds their order. */
  readonly rules: Readonly<Record<string, Condition>>;
  /** The voice of each side. */
  readonly sides: Readonly<Record<Side, string>>;
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** The claims that each rule rests on. */
  readonly grounds: Readonly<Record<string, readonly ClaimId[]>>;
  /** The machine's edges as a table. */
  readonly routes: Routes;
}

/** Thrown where an answer is given that the machine does not offer there. */
export class UnofferedAnswer extends Error {
  override readonly name = 'UnofferedAnswer';
  readonly answer: string;
  constructor(answer: string, flow: string) {
    super(`“${answer}” is not on offer at this step of ${flow}`);
    this.answer = answer;
  }
}
