import {
  type AnyStateMachine,
  getNextTransitions,
  initialTransition,
  type Snapshot,
  type StateValueFrom,
  transition,
} from 'xstate';
import { type Answer, answerTo, type Trail } from './answer.ts';
import { type Condition, holds } from './condition.ts';
import type { Answers, ClaimId, Guard } from './questionnaire.ts';
import { type Routes, routesOf, type WEIGHING } from './routes.ts';

/** How far a verdict opens the door: 0 is closed, 4 is open. */
export type Openness = 0 | 1 | 2 | 3 | 4;

/** One of the two ends of a flow's axis. */
export type Side = 'closed' | 'open';

/** What a verdict is, apart from its words. */
export interface Verdict {
  readonly openness: Openness;
  /** The claim that argues against the verdict where the answers raise none; `safety` where nothing is up for debate. */
  readonly dissent: ClaimId | 'safety';
}

/** The machine’s verdicts: its states that neither ask nor weigh. */
type VerdictOf<M extends AnyStateMachine, A extends Answers> = Exclude<
  StateValueFrom<M> & string,
  keyof A | typeof WEIGHING
>;

/** What a flow is made of; the types of `defineFlow` hold it to the machine's own names. */
interface Parts<M extends AnyStateMachine, A extends Answers, F extends string, R extends string> {
  readonly machine: M;
  readonly answers: A;
  readonly facts: Readonly<Record<F, Guard>>;
  readonly rules: Readonly<Record<R, Guard>>;
  readonly sides: Readonly<Record<Side, string>>;
  readonly verdicts: Readonly<Record<VerdictOf<M, A>, Verdict>>;
  readonly grounds: Readonly<Record<R, readonly ClaimId[]>>;
  readonly betterToWorse: { readonly [Q in keyof A]?: readonly (keyof A[Q])[] };
}

/** One dilemma: questions that route, one weighing state that decides by named rules, verdicts. */
export interface Flow {
  readonly id: string;
  readonly machine: AnyStateMachine;
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
  /** Options from better to worse, where they have a plain order. */
  readonly betterToWorse: Readonly<Record<string, readonly string[]>>;
  /** The machine's edges as a table. */
  readonly routes: Routes;
}

const conditionsOf = (guards: Readonly<Record<string, Guard>>): Readonly<Record<string, Condition>> =>
  Object.fromEntries(Object.entries(guards).map(([name, guard]) => [name, guard.condition]));

/** Returns the flow made of these parts. */
export function defineFlow<M extends AnyStateMachine, A extends Answers, F extends string, R extends string>(
  parts: Parts<M, A, F, R>,
): Flow {
  return {
    id: parts.machine.id,
    machine: parts.machine,
    answers: parts.answers,
    facts: conditionsOf(parts.facts),
    rules: conditionsOf(parts.rules),
    sides: parts.sides,
    verdicts: parts.verdicts,
    grounds: parts.grounds,
    // The keys and options are checked above, against `answers`; a Flow speaks of plain names.
    betterToWorse: parts.betterToWorse as Readonly<Record<string, readonly string[]>>,
    routes: routesOf(parts.machine),
  };
}

/** Where a walk stands: at a question, or at a verdict with the rule that decided it. */
export type Step =
  | { readonly at: 'question'; readonly question: string; readonly trail: Trail }
  | { readonly at: 'verdict'; readonly verdict: string; readonly rule: string; readonly trail: Trail };

/** Thrown where an answer is given that the machine does not offer there. */
export class UnofferedAnswer extends Error {
  override readonly name = 'UnofferedAnswer';
  readonly answer: string;
  constructor(answer: string, flow: string) {
    super(`“${answer}” is not on offer at this step of ${flow}`);
    this.answer = answer;
  }
}

type AnySnapshot = Snapshot<unknown> & { readonly value: unknown };

/** Returns the rule that decides on this trail: the first of the weighing state's that holds. */
export const decidingRule = (flow: Flow, trail: Trail): string | undefined =>
  flow.routes.weighing.find(({ rule }) => holds(flow.rules[rule] as Condition, trail))?.rule;

function stepAt(flow: Flow, snapshot: AnySnapshot, trail: Trail): Step {
  const state = String(snapshot.value);
  if (snapshot.status !== 'done') return { at: 'question', question: state, trail };
  return { at: 'verdict', verdict: state, rule: decidingRule(flow, trail) ?? '', trail };
}

/**
 * Returns where the machine stands after these answers.
 * @throws UnofferedAnswer where one of them is not on offer when it is given; unknowns never are (see `walk`).
 */
export function replay(flow: Flow, trail: Trail): Step {
  let [snapshot] = initialTransition(flow.machine);
  for (const answer of trail) {
    // `transition` ignores an event that is not on offer, so ask first.
    const onOffer = getNextTransitions(snapshot).some(({ eventType }) => eventType === answer);
    if (!onOffer) throw new UnofferedAnswer(answer, flow.id);
    [snapshot] = transition(flow.machine, snapshot, { type: answer });
  }
  return stepAt(flow, snapshot as AnySnapshot, trail);
}

/** Returns the first question, with nothing answered. */
export const start = (flow: Flow): Step => replay(flow, []);

/**
 * Returns where the walk stands after one more answer.
 * @throws UnofferedAnswer where the answer is not on offer.
 */
export const give = (flow: Flow, step: Step, answer: Answer): Step => replay(flow, [...step.trail, answer]);

/** Returns the answers on offer at a step, in the order of the flow's file; none at a verdict. */
export const offers = (flow: Flow, step: Step): readonly Answer[] =>
  step.at === 'question'
    ? Object.keys(flow.answers[step.question] ?? {}).map((option) => answerTo(step.question, option))
    : [];
