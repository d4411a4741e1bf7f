import type { AnyStateMachine } from 'xstate';
import { optionOf } from './answer.ts';

/** One edge that an option may take: to a question or to `weighing`; under a fact, or always. */
export interface Route {
  readonly fact?: string;
  readonly to: string;
}

/** The machine's edges as plain data: what the map draws, the laws check and a page without code walks. */
export interface Routes {
  readonly first: string;
  /** Question, then option, then its edges in order: the first whose fact holds is taken. */
  readonly questions: Readonly<Record<string, Readonly<Record<string, readonly Route[]>>>>;
  /** The rules in order, each with its verdict: the first that holds decides. */
  readonly weighing: readonly { readonly rule: string; readonly verdict: string }[];
}

/** The state in which nothing is asked and the rules decide. */
export const WEIGHING = 'weighing';

type EdgeConfig = string | { readonly guard?: string; readonly target: string };

/** Returns a machine's edges as a table. */
export function routesOf(machine: AnyStateMachine): Routes {
  const states = Object.entries(machine.config.states ?? {});
  const edges = (on: EdgeConfig | readonly EdgeConfig[]): readonly Route[] =>
    [on].flat().map((edge) => {
      const { guard, target } = typeof edge === 'string' ? { target: edge, guard: undefined } : edge;
      return guard === undefined ? { to: target } : { fact: guard, to: target };
    });
  const questions = states.flatMap(([question, state]) => {
    const on = Object.entries((state.on ?? {}) as Record<string, EdgeConfig | readonly EdgeConfig[]>);
    if (on.length === 0) return [];
    return [[question, Object.fromEntries(on.map(([event, to]) => [optionOf(event as never), edges(to)]))] as const];
  });
  const always = (machine.config.states?.[WEIGHING]?.always ?? []) as readonly { guard: string; target: string }[];
  return {
    first: String(machine.config.initial),
    questions: Object.fromEntries(questions),
    weighing: always.map(({ guard, target }) => ({ rule: guard, verdict: target })),
  };
}
