import { type Answer, optionOf, questionOf, type Trail } from '../domain/answer.ts';
import { type Condition, questionsNamed } from '../domain/condition.ts';
import type { MachineFlow } from '../domain/define-flow.ts';
import type { Flow } from '../domain/flow.ts';
import { type Path, pathsOf } from '../domain/paths.ts';
import { WEIGHING } from '../domain/routes.ts';

/** One thing that an earlier answer must be: one of these options of a question. */
export interface Atom {
  readonly question: string;
  readonly options: readonly string[];
}

/** When a way is taken: one of these groups of atoms holds, all of its atoms together. */
export type When = readonly (readonly Atom[])[];

/** One way that an option opens, and when it is taken: always, under a condition, or where no way before it was. */
export interface OptionWay {
  readonly when?: When | 'otherwise';
  /** The question that it leads to; none where it ends. */
  readonly question?: string;
  /** Which of the option's routes it stands for. */
  readonly routes: readonly number[];
  /** Where it ends: the verdict, and the rules that may decide so, in the weighing's order. */
  readonly verdict?: string;
  readonly rules: readonly string[];
}

/** An earlier answer's condition that no words were found for; the drawing cannot be made then. */
class Indescribable extends Error {
  override readonly name = 'Indescribable';
}

interface Reached {
  /** The answers given before the option. */
  readonly before: Trail;
  readonly next: string | undefined;
  readonly rule: string;
  readonly verdict: string;
}

const reachedAt = (path: Path, index: number): Reached => {
  const after = path.trail[index + 1];
  return {
    before: path.trail.slice(0, index),
    next: after === undefined ? undefined : questionOf(after),
    rule: path.rule,
    verdict: path.verdict,
  };
};

/** Returns each way of coming to an answer, with what follows; each once. */
function reachedBy(paths: readonly Path[], answer: Answer): readonly Reached[] {
  const found = new Map<string, Reached>();
  for (const path of paths) {
    const index = path.trail.indexOf(answer);
    if (index >= 0) found.set(path.trail.slice(0, index).join(), reachedAt(path, index));
  }
  return [...found.values()];
}

const optionIn = (trail: Trail, question: string): string | undefined => {
  const answer = trail.find((given) => questionOf(given) === question);
  return answer && optionOf(answer);
};

/** Returns the options of a question that trails give, in the flow's order; undefined where one gives none. */
function optionsIn(flow: Flow, trails: readonly Trail[], question: string): readonly string[] | undefined {
  const given = new Set(trails.map((trail) => optionIn(trail, question)));
  if (given.has(undefined)) return undefined;
  return Object.keys(flow.answers[question] ?? {}).filter((option) => given.has(option));
}

const meets = (trail: Trail, atoms: readonly Atom[]): boolean =>
  atoms.every(({ question, options }) => options.includes(optionIn(trail, question) ?? ''));

/** Returns every group of one, two or three atoms, the smaller ones first. */
function groupsOf(atoms: readonly Atom[]): readonly (readonly Atom[])[] {
  const larger = (groups: readonly (readonly Atom[])[]): readonly (readonly Atom[])[] =>
    groups.flatMap((group) => atoms.slice(atoms.indexOf(group.at(-1) as Atom) + 1).map((atom) => [...group, atom]));
  const ones = atoms.map((atom) => [atom]);
  const twos = larger(ones);
  return [...ones, ...twos, ...larger(twos)];
}

/** Returns what tells one set of trails from the rest by one question, or by up to three together. */
function asOneGroup(
  flow: Flow,
  some: readonly Trail[],
  rest: readonly Trail[],
  questions: readonly string[],
): readonly Atom[] | undefined {
  const atoms = questions.flatMap((question): Atom[] => {
    const options = optionsIn(flow, some, question);
    return options ? [{ question, options }] : [];
  });
  const tells = (group: readonly Atom[]): boolean => !rest.some((trail) => meets(trail, group));
  return groupsOf(atoms).find(tells);
}

/** Returns what tells one set of trails from the rest by one question for some of them and another for the others. */
function asTwoGroups(
  flow: Flow,
  some: readonly Trail[],
  rest: readonly Trail[],
  questions: readonly string[],
): When | undefined {
  for (const question of questions) {
    const elsewhere = new Set(rest.map((trail) => optionIn(trail, question)));
    const own = (trail: Trail): boolean => {
      const option = optionIn(trail, question);
      return option !== undefined && !elsewhere.has(option);
    };
    const covered = some.filter(own);
    const left = some.filter((trail) => !own(trail));
    if (covered.length === 0 || left.length === 0) continue;
    const options = optionsIn(flow, covered, question) ?? [];
    const group = asOneGroup(
      flow,
      left,
      rest,
      questions.filter((other) => other !== question),
    );
    if (group) return [[{ question, options }], group];
  }
  return undefined;
}

/** Returns what tells the trails of one way from those of the ways after it, by the questions that its condition names. */
function describe(flow: Flow, some: readonly Trail[], rest: readonly Trail[], named: readonly string[]): When {
  const every = Object.keys(flow.answers);
  for (const questions of [named, every]) {
    const group = asOneGroup(flow, some, rest, questions);
    if (group) return [group];
    const groups = asTwoGroups(flow, some, rest, questions);
    if (groups) return groups;
  }
  throw new Indescribable(
    `no words for a condition of ${flow.id}: ${some.map((trail) => trail.join(' ')).join(' | ')}`,
  );
}

interface Step {
  readonly key: string;
  readonly question?: string;
  readonly verdict?: string;
  readonly routes: readonly number[];
  readonly rules: readonly string[];
  readonly trails: readonly Trail[];
  readonly named: readonly string[];
}

const named = (condition: Condition | undefined): readonly string[] => (condition ? questionsNamed(condition) : []);

/** Returns the steps by which an option's ways are told apart, in the order in which the machine looks. */
function stepsOf(flow: Flow, paths: readonly Path[], question: string, option: string): readonly Step[] {
  const reached = reachedBy(paths, `${question}.${option}`);
  const routes = flow.routes.questions[question]?.[option] ?? [];
  return routes.flatMap((route, index): readonly Step[] => {
    const fact = named(route.fact === undefined ? undefined : flow.facts[route.fact]);
    if (route.to !== WEIGHING) {
      const trails = reached.filter(({ next }) => next === route.to).map(({ before }) => before);
      return [{ key: `question ${route.to}`, question: route.to, routes: [index], rules: [], trails, named: fact }];
    }
    const ended = reached.filter(({ next }) => next === undefined);
    return flow.routes.weighing.flatMap(({ rule, verdict }): readonly Step[] => {
      const trails = ended.filter((one) => one.rule === rule).map(({ before }) => before);
      const looks = [...fact, ...named(flow.rules[rule])];
      return trails.length === 0
        ? []
        : [{ key: `verdict ${verdict}`, verdict, routes: [index], rules: [rule], trails, named: looks }];
    });
  });
}

const joined = (one: Step, other: Step): Step => ({
  ...one,
  routes: [...new Set([...one.routes, ...other.routes])],
  rules: [...one.rules, ...other.rules],
  trails: [...one.trails, ...other.trails],
  named: [...new Set([...one.named, ...other.named])],
});

/** Returns the ways that an option opens, in the order in which the machine looks; neighbours that lead the same way are one. */
function waysOfOption(flow: Flow, paths: readonly Path[], question: string, option: string): readonly OptionWay[] {
  const steps: Step[] = [];
  for (const step of stepsOf(flow, paths, question, option)) {
    const last = steps.at(-1);
    if (last?.key === step.key) steps[steps.length - 1] = joined(last, step);
    else steps.push(step);
  }
  return steps.map((step, index): OptionWay => {
    const rest = steps.slice(index + 1).flatMap(({ trails }) => trails);
    const looks = step.named.filter((name) => name !== question);
    const when = index === steps.length - 1 ? 'otherwise' : describe(flow, step.trails, rest, looks);
    const { routes, rules, verdict, question: to } = step;
    return {
      ...(steps.length > 1 ? { when } : {}),
      ...(to === undefined ? {} : { question: to }),
      ...(verdict === undefined ? {} : { verdict }),
      routes,
      rules,
    };
  });
}

/** Returns every option's ways, by question and option, worked out over every path of a flow. */
export function waysOf(flow: MachineFlow): Readonly<Record<string, Readonly<Record<string, readonly OptionWay[]>>>> {
  const paths = pathsOf(flow);
  return Object.fromEntries(
    Object.entries(flow.answers).map(([question, options]) => [
      question,
      Object.fromEntries(
        Object.keys(options).map((option) => [option, waysOfOption(flow, paths, question, option)] as const),
      ),
    ]),
  );
}
