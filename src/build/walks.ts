import { getNextTransitions } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { answerTo, questionOf, type Trail } from '../domain/answer.ts';
import { holds } from '../domain/condition.ts';
import type { MachineFlow } from '../domain/define-flow.ts';
import { decidingRule } from '../domain/replay.ts';
import { WEIGHING } from '../domain/routes.ts';

/** Where a walk came to an end: at a verdict, at a question asked before, or where nothing leads on. */
export type End =
  | { readonly at: 'verdict'; readonly verdict: string; readonly rule: string }
  | { readonly at: 'repeat'; readonly question: string }
  | { readonly at: 'nowhere'; readonly state: string };

/** The answers of one walk from the first question, and where it ended. */
export interface Walk {
  readonly trail: Trail;
  readonly end: End;
}

const asksTwice = (trail: Trail): boolean => new Set(trail.map(questionOf)).size < trail.length;

/** Returns every walk that the flow's table of routes allows; it follows a faulty table too, as far as it leads. */
export function walksByTable(flow: MachineFlow, state = flow.routes.first, trail: Trail = []): readonly Walk[] {
  if (state === WEIGHING) {
    const rule = decidingRule(flow, trail);
    const verdict = flow.routes.weighing.find((edge) => edge.rule === rule)?.verdict;
    if (rule === undefined || verdict === undefined) return [{ trail, end: { at: 'nowhere', state } }];
    return [{ trail, end: { at: 'verdict', verdict, rule } }];
  }
  if (trail.some((answer) => questionOf(answer) === state)) return [{ trail, end: { at: 'repeat', question: state } }];
  const options = Object.entries(flow.routes.questions[state] ?? {});
  if (options.length === 0) return [{ trail, end: { at: 'nowhere', state } }];
  return options.flatMap(([option, routes]) => {
    const longer = [...trail, answerTo(state, option)];
    const holding = ({ fact }: { readonly fact?: string }) => {
      const condition = fact === undefined ? undefined : flow.facts[fact];
      return fact === undefined || (condition !== undefined && holds(condition, longer));
    };
    return walksByTable(flow, routes.find(holding)?.to ?? `nothing after ${state}.${option}`, longer);
  });
}

/** Returns every walk that XState finds through the flow's machine. */
export function walksByMachine(flow: MachineFlow): readonly Walk[] {
  const trailOf = (snapshot: unknown) => (snapshot as { readonly context: { readonly trail: Trail } }).context.trail;
  const paths = getShortestPaths(flow.machine, { stopWhen: (snapshot) => asksTwice(trailOf(snapshot)) });
  return paths.flatMap(({ state: snapshot }): readonly Walk[] => {
    const state = String(snapshot.value);
    const trail = trailOf(snapshot);
    const last = trail.at(-1);
    if (asksTwice(trail) && last !== undefined)
      return [{ trail: trail.slice(0, -1), end: { at: 'repeat', question: questionOf(last) } }];
    if (snapshot.status === 'done')
      return [{ trail, end: { at: 'verdict', verdict: state, rule: decidingRule(flow, trail) ?? '' } }];
    return getNextTransitions(snapshot).length === 0 ? [{ trail, end: { at: 'nowhere', state } }] : [];
  });
}
