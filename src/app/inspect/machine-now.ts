import { getNextTransitions, initialTransition, transition } from 'xstate';
import { isUnknown, type Trail } from '../../domain/answer.ts';
import { holds } from '../../domain/condition.ts';
import type { MachineFlow } from '../../domain/define-flow.ts';

/** Where a flow's machine stands after a trail, by XState itself. */
export interface MachineNow {
  readonly state: string;
  readonly trail: Trail;
  /** The first answer that the machine does not take: an unknown, or what today's flow does not offer there. */
  readonly stoppedAt?: string;
  /** The events on offer; none at a verdict. */
  readonly offers: readonly string[];
  /** The rules in order, and whether each would hold if nothing more were said. */
  readonly rules: readonly { readonly rule: string; readonly verdict: string; readonly holds: boolean }[];
}

/** Returns where a flow's machine stands after the answers that it takes; it knows no unknowns (see `walk`). */
export function machineNow(flow: MachineFlow, answers: Trail): MachineNow {
  let [snapshot] = initialTransition(flow.machine);
  const offers = (): readonly string[] => getNextTransitions(snapshot).map(({ eventType }) => eventType);
  const stop = answers.findIndex((answer) => {
    if (isUnknown(answer) || !offers().includes(answer)) return true;
    [snapshot] = transition(flow.machine, snapshot, { type: answer });
    return false;
  });
  const trail = stop === -1 ? answers : answers.slice(0, stop);
  const stoppedAt = answers[trail.length];
  return {
    state: JSON.stringify(snapshot.value).replaceAll('"', ''),
    trail,
    ...(stoppedAt === undefined ? {} : { stoppedAt }),
    offers: [...new Set(offers())],
    rules: flow.routes.weighing.map(({ rule, verdict }) => {
      const condition = flow.rules[rule];
      return { rule, verdict, holds: condition !== undefined && holds(condition, trail) };
    }),
  };
}
