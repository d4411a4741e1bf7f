import type { MachineFlow } from './define-flow.ts';
import { give, offers, type Step, start } from './replay.ts';

/** A walk from the first question to a verdict, with the rule that decided it. */
export type Path = Extract<Step, { readonly at: 'verdict' }>;

/** Returns every path of a flow that goes on from a step, in the order of the flow’s file. */
export const pathsFrom = (flow: MachineFlow, step: Step): readonly Path[] =>
  step.at === 'verdict' ? [step] : offers(flow, step).flatMap((answer) => pathsFrom(flow, give(flow, step, answer)));

/** Returns every path of a flow, in the order of the flow’s file. */
export const pathsOf = (flow: MachineFlow): readonly Path[] => pathsFrom(flow, start(flow));
