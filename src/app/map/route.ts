import { answerTo, DONT_KNOW, optionOf, questionOf, type Trail } from '../../domain/answer.ts';
import { type Condition, holds } from '../../domain/condition.ts';
import type { Flow } from '../../domain/flow.ts';
import { decidingRule } from '../../domain/replay.ts';
import { WEIGHING } from '../../domain/routes.ts';
import { type MapDrawing, wayName } from './drawing.ts';

/** One question on a reader's route: what they said, and the ways that this opens. */
export interface Stop {
  readonly question: string;
  /** The option said, or `dont-know`. */
  readonly option: string;
  /** The names of the ways that may be taken from here (`wayName`): several where something is not known. */
  readonly ways: readonly string[];
}

/** A reader's route through the map. */
export interface Route {
  readonly stops: readonly Stop[];
  /** The verdicts that the route comes to. */
  readonly verdicts: readonly string[];
}

/** Returns which of an option's ways is taken after these answers, the option's own among them. */
function wayTaken(flow: Flow, drawing: MapDrawing, trail: Trail, question: string, option: string): number {
  const routes = flow.routes.questions[question]?.[option] ?? [];
  const taken = routes.findIndex(({ fact }) => fact === undefined || holds(flow.facts[fact] as Condition, trail));
  const to = routes[taken]?.to;
  const rule = to === WEIGHING ? decidingRule(flow, trail) : undefined;
  return (drawing.ways[question]?.[option] ?? []).findIndex((way) =>
    rule === undefined ? way.question === to && way.routes.includes(taken) : way.rules.includes(rule),
  );
}

/** Returns the route that a trail takes through the map; an unknown follows every option. */
export function routeOf(flow: Flow, drawing: MapDrawing, trail: Trail): Route {
  const known = new Map(trail.map((answer) => [questionOf(answer), optionOf(answer)]));
  const ways = new Map<string, Set<string>>();
  const verdicts = new Set<string>();
  const visit = (question: string, before: Trail): void => {
    const said = known.get(question);
    if (said === undefined) return;
    const names = ways.get(question) ?? new Set<string>();
    ways.set(question, names);
    for (const option of said === DONT_KNOW ? Object.keys(flow.answers[question] ?? {}) : [said]) {
      const after = [...before, answerTo(question, option)];
      const index = wayTaken(flow, drawing, after, question, option);
      const way = drawing.ways[question]?.[option]?.[index];
      names.add(wayName(question, option, index));
      if (way?.question !== undefined) visit(way.question, after);
      else if (way?.verdict !== undefined) verdicts.add(way.verdict);
    }
  };
  visit(flow.routes.first, []);
  return {
    stops: trail.flatMap((answer): Stop[] => {
      const question = questionOf(answer);
      const names = ways.get(question);
      return names ? [{ question, option: optionOf(answer), ways: [...names] }] : [];
    }),
    verdicts: Object.keys(flow.verdicts).filter((verdict) => verdicts.has(verdict)),
  };
}
