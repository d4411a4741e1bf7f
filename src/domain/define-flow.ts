import type { AnyStateMachine, StateValueFrom } from 'xstate';
import type { Condition } from './condition.ts';
import type { Flow, Side, Verdict } from './flow.ts';
import type { Answers, ClaimId, Guard } from './questionnaire.ts';
import { routesOf, type WEIGHING } from './routes.ts';

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

const conditionsOf = (guards: Readonly<Record<string, Guard>>): Readonly<Record<string, Condition>> =>
  Object.fromEntries(Object.entries(guards).map(([name, guard]) => [name, guard.condition]));

/** A flow with the machine that it is made from. */
export interface MachineFlow extends Flow {
  readonly machine: AnyStateMachine;
  /** Options from better to worse, where they have a plain order; a law holds them to it. */
  readonly betterToWorse: Readonly<Record<string, readonly string[]>>;
}

/** Returns the flow made of these parts. */
export function defineFlow<M extends AnyStateMachine, A extends Answers, F extends string, R extends string>(
  parts: Parts<M, A, F, R>,
): MachineFlow {
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
