import { getNextTransitions, initialTransition, type Snapshot, transition } from 'xstate';
import { type Answer, answerTo, type Trail } from './answer.ts';
import { type Condition, holds } from './condition.ts';
import type { MachineFlow } from './define-flow.ts';
import { type Flow, UnofferedAnswer } from './flow.ts';

/** Where a walk stands: at a question, or at a verdict with the rule that decided it. */
export type Step =
  | { readonly at: 'question'; readonly question: string; readonly trail: Trail }
  | { readonly at: 'verdict'; readonly verdict: string; readonly rule: string; readonly trail: Trail };

type AnySnapshot = Snapshot<unknown> & { readonly value: unknown };

/** Returns the rule that decides on this trail: the first of the weighing state's that holds. */
export const decidingRule = (flow: Flow, trail: Trail): string | undefined =>
  flow.routes.weighing.find(({ rule }) => holds(flow.rules[rule] as Condition, trail))?.rule;

function stepAt(flow: MachineFlow, snapshot: AnySnapshot, trail: Trail): Step {
  const state = String(snapshot.value);
  if (snapshot.status !== 'done') return { at: 'question', question: state, trail };
  return { at: 'verdict', verdict: state, rule: decidingRule(flow, trail) ?? '', trail };
}

/**
 * Returns where the machine stands after these answers.
 * @throws UnofferedAnswer where one of them is not on offer when it is given; unknowns never are (see `walk`).
 */
export function replay(flow: MachineFlow, trail: Trail): Step {
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
export const start = (flow: MachineFlow): Step => replay(flow, []);

/**
 * Returns where the walk stands after one more answer.
 * @throws UnofferedAnswer where the answer is not on offer.
 */
export const give = (flow: MachineFlow, step: Step, answer: Answer): Step => replay(flow, [...step.trail, answer]);

/** Returns the answers on offer at a step, in the order of the flow's file; none at a verdict. */
export const offers = (flow: Flow, step: Step): readonly Answer[] =>
  step.at === 'question'
    ? Object.keys(flow.answers[step.question] ?? {}).map((option) => answerTo(step.question, option))
    : [];
