import { type Answer, questionOf, type Trail } from './answer.ts';

/**
 * A condition on a trail, as data: so that a guard of the machine, the map's words
 * and “the answers this rule looked at” all come from one definition.
 */
export type Condition =
  | { readonly said: readonly Answer[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** Holds if the trail has any one of these answers. */
export const said = <A extends Answer>(...answers: readonly [A, ...A[]]): Condition => ({ said: answers });

/** Holds if each of these conditions holds. */
export const all = (...conditions: readonly Condition[]): Condition => ({ all: conditions });

/** Holds if at least one of these conditions holds. */
export const any = (...conditions: readonly Condition[]): Condition => ({ any: conditions });

/** Holds if this condition does not. */
export const not = (condition: Condition): Condition => ({ not: condition });

/** Tells whether a condition holds on a trail. */
export function holds(condition: Condition, trail: Trail): boolean {
  if ('said' in condition) return condition.said.some((answer) => trail.includes(answer));
  if ('all' in condition) return condition.all.every((part) => holds(part, trail));
  if ('any' in condition) return condition.any.some((part) => holds(part, trail));
  return !holds(condition.not, trail);
}

/** Returns every answer that a condition names, each once. */
export function answersNamed(condition: Condition): readonly Answer[] {
  if ('said' in condition) return condition.said;
  if ('not' in condition) return answersNamed(condition.not);
  return [...new Set(('all' in condition ? condition.all : condition.any).flatMap(answersNamed))];
}

/** Returns the questions that a condition looks at, each once. */
export const questionsNamed = (condition: Condition): readonly string[] => [
  ...new Set(answersNamed(condition).map(questionOf)),
];
