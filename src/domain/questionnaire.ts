import { assign, setup } from 'xstate';
import type { Answer, Trail } from './answer.ts';
import { type Condition, holds } from './condition.ts';

/** A claim's id: the voice that holds it, then the claim (`leslie/no-gain`). */
export type ClaimId = `${string}/${string}`;

/** Every question of a flow, in the order in which it is asked; each option with the claims that it raises. */
export type Answers = Readonly<Record<string, Readonly<Record<string, readonly ClaimId[]>>>>;

/** The answers that a table of questions allows, as a union of `question.option`. */
export type AnswerOf<A extends Answers> = {
  [Q in keyof A & string]: `${Q}.${keyof A[Q] & string}`;
}[keyof A & string];

/** What a machine remembers: the answers given, in order. */
export interface QuestionnaireContext {
  readonly trail: Trail;
}

/** A guard of a machine, which also tells its condition as data. */
export interface Guard {
  (scope: { context: QuestionnaireContext }): boolean;
  readonly condition: Condition;
}

/** Returns guards for named conditions, for `extend({ guards })`. */
export function guards<const C extends Readonly<Record<string, Condition>>>(
  conditions: C,
): { readonly [Name in keyof C]: Guard } {
  const entries = Object.entries(conditions).map(([name, condition]) => {
    const guard = ({ context }: { context: QuestionnaireContext }) => holds(condition, context.trail);
    return [name, Object.assign(guard, { condition })];
  });
  // Object.fromEntries forgets its keys; they are those of `conditions`.
  return Object.fromEntries(entries) as { readonly [Name in keyof C]: Guard };
}

/**
 * Returns the setup that every flow starts from: its events are the answers, and `record`
 * (the exit of a question) adds the answer given to the trail.
 */
export function questionnaire<const A extends Answers>(_answers: A) {
  type Event = { type: AnswerOf<A> };
  return setup({
    // The types are inferred from these two; setup() has no other way to be told (XState 5.33).
    types: { context: {} as QuestionnaireContext, events: {} as Event },
    actions: {
      record: assign({ trail: ({ context, event }) => [...context.trail, event.type as Answer] }),
    },
  });
}

/** The context that every flow starts with. */
export const nothingAnswered: QuestionnaireContext = { trail: [] };

/** Returns an edge of the weighing state: the rule (a guard), and the verdict that it decides. */
export const rule = <R extends string, V extends string>(guard: R, target: V) => ({ guard, target }) as const;

/** The final state of each verdict. */
export const verdict = { type: 'final' } as const;
