import { type Answer, answerTo, questionOf } from './answer.ts';
import type { Condition } from './condition.ts';
import type { Flow } from './flow.ts';
import { WEIGHING } from './routes.ts';

/**
 * A question, with all that the answers so far have left undecided in the facts and rules ahead. Two trails that stand
 * at the same place have the same future, so a place is one object, and what lies ahead of it is worked out once.
 */
export interface Crossing {
  readonly at: 'question';
  readonly question: string;
  /** Option, then the place that it leads to, in the order of the flow's file. */
  readonly ways: ReadonlyMap<string, Place>;
  /** The questions that the routes allow from here on, this one included. */
  readonly ahead: ReadonlySet<string>;
  /** A number of its own within the flow. */
  readonly id: number;
}

/** A verdict, by the rule that decides it. */
export interface End {
  readonly at: 'verdict';
  readonly verdict: string;
  readonly rule: string;
  readonly id: number;
}

/** Where a walk can stand. */
export type Place = Crossing | End;

/** What is left of a condition once some answers are known; one object for each different rest. */
interface Rest {
  readonly condition: Condition | boolean;
  readonly id: number;
  /** The rest after an answer that leads to a state, by `answer>state`. */
  readonly after: Map<string, Rest>;
}

/** What the places of a flow are made of. */
interface Atlas {
  readonly flow: Flow;
  readonly rests: Map<string, Rest>;
  readonly places: Map<string, Place>;
  readonly ahead: Map<string, ReadonlySet<string>>;
  readonly factsAhead: Map<string, readonly string[]>;
  first?: Place;
}

/** The facts and rules still to be looked at, each with what is left of it. */
interface Undecided {
  readonly facts: ReadonlyMap<string, Rest>;
  readonly rules: readonly { readonly rule: string; readonly verdict: string; readonly rest: Rest }[];
}

const atlases = new WeakMap<Flow, Atlas>();

function atlasOf(flow: Flow): Atlas {
  const known = atlases.get(flow);
  if (known) return known;
  const atlas: Atlas = { flow, rests: new Map(), places: new Map(), ahead: new Map(), factsAhead: new Map() };
  atlases.set(flow, atlas);
  return atlas;
}

/** Returns the one value kept for this key, made at the first call. */
function once<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Returns the questions that the routes allow from a state on; none from the weighing state. */
function aheadOf(atlas: Atlas, state: string): ReadonlySet<string> {
  return once(atlas.ahead, state, () => {
    const seen = new Set<string>();
    const visit = (question: string): void => {
      if (question === WEIGHING || seen.has(question)) return;
      seen.add(question);
      for (const routes of Object.values(atlas.flow.routes.questions[question] ?? {}))
        for (const { to } of routes) visit(to);
    };
    visit(state);
    return seen;
  });
}

/** Returns the names of the facts that the questions ahead of a state look at. */
function factsAheadOf(atlas: Atlas, state: string): readonly string[] {
  return once(atlas.factsAhead, state, () => {
    const routes = [...aheadOf(atlas, state)].flatMap((question) =>
      Object.values(atlas.flow.routes.questions[question] ?? {}).flat(),
    );
    return [...new Set(routes.flatMap(({ fact }) => (fact === undefined ? [] : [fact])))];
  });
}

function restOf(atlas: Atlas, condition: Condition | boolean): Rest {
  return once(atlas.rests, JSON.stringify(condition), () => ({ condition, id: atlas.rests.size, after: new Map() }));
}

/** Returns `all` (or `any`) of these parts, simplified: `end` is what one part suffices for. */
function join(parts: readonly (Condition | boolean)[], kind: 'all' | 'any'): Condition | boolean {
  const end = kind === 'any';
  if (parts.includes(end)) return end;
  const open = parts.filter((part): part is Condition => typeof part !== 'boolean');
  if (open.length < 2) return open[0] ?? !end;
  return kind === 'any' ? { any: open } : { all: open };
}

/** Returns what is left of a condition after an answer, where only these questions can still be asked. */
function simplify(
  condition: Condition | boolean,
  given: Answer | null,
  ahead: ReadonlySet<string>,
): Condition | boolean {
  if (typeof condition === 'boolean') return condition;
  if ('said' in condition) {
    if (given !== null && condition.said.includes(given)) return true;
    const open = condition.said.filter((answer) => ahead.has(questionOf(answer)));
    if (open.length === 0) return false;
    return open.length === condition.said.length ? condition : { said: open };
  }
  if ('not' in condition) {
    const rest = simplify(condition.not, given, ahead);
    return typeof rest === 'boolean' ? !rest : { not: rest };
  }
  return 'all' in condition
    ? join(
        condition.all.map((part) => simplify(part, given, ahead)),
        'all',
      )
    : join(
        condition.any.map((part) => simplify(part, given, ahead)),
        'any',
      );
}

function restAfter(atlas: Atlas, rest: Rest, given: Answer | null, state: string): Rest {
  if (typeof rest.condition === 'boolean') return rest;
  return once(rest.after, `${given}>${state}`, () =>
    restOf(atlas, simplify(rest.condition, given, aheadOf(atlas, state))),
  );
}

/** Returns what is undecided in a state that this answer has led to. */
function undecidedAfter(atlas: Atlas, before: Undecided, given: Answer | null, state: string): Undecided {
  const facts = new Map<string, Rest>();
  for (const fact of factsAheadOf(atlas, state)) {
    facts.set(fact, restAfter(atlas, before.facts.get(fact) as Rest, given, state));
  }
  const rules: { rule: string; verdict: string; rest: Rest }[] = [];
  for (const { rule, verdict, rest } of before.rules) {
    const left = restAfter(atlas, rest, given, state);
    if (left.condition !== false) rules.push({ rule, verdict, rest: left });
    // No rule behind one that already holds can decide.
    if (left.condition === true) break;
  }
  return { facts, rules };
}

/** Tells whether a fact holds as it stands: what has not been answered has not been said. */
const holdsNow = (rest: Rest): boolean => simplify(rest.condition, null, new Set()) === true;

function endAt(atlas: Atlas, { rules }: Undecided): Place {
  const [first] = rules;
  if (!first) throw new Error(`No rule of ${atlas.flow.id} decides here`);
  const { rule, verdict } = first;
  return once(atlas.places, `=${rule}`, () => ({ at: 'verdict', verdict, rule, id: atlas.places.size }));
}

function crossingAt(atlas: Atlas, question: string, undecided: Undecided): Place {
  let key = question;
  for (const { id } of undecided.facts.values()) key += `,${id}`;
  for (const { rule, rest } of undecided.rules) key += `;${rule}:${rest.id}`;
  return once(atlas.places, key, () => {
    let ways: ReadonlyMap<string, Place> | undefined;
    return {
      at: 'question',
      question,
      get ways() {
        ways ??= waysFrom(atlas, question, undecided);
        return ways;
      },
      ahead: aheadOf(atlas, question),
      id: atlas.places.size,
    };
  });
}

function waysFrom(atlas: Atlas, question: string, undecided: Undecided): ReadonlyMap<string, Place> {
  const routes = atlas.flow.routes.questions[question] ?? {};
  return new Map(
    Object.keys(atlas.flow.answers[question] ?? {}).map((option) => {
      // As in the machine, a route's fact is looked at before the answer joins the trail.
      const route = routes[option]?.find(
        ({ fact }) => fact === undefined || holdsNow(undecided.facts.get(fact) as Rest),
      );
      if (!route) throw new Error(`${answerTo(question, option)} leads nowhere in ${atlas.flow.id}`);
      return [option, placeAfter(atlas, undecided, answerTo(question, option), route.to)];
    }),
  );
}

function placeAfter(atlas: Atlas, before: Undecided, given: Answer | null, state: string): Place {
  const undecided = undecidedAfter(atlas, before, given, state);
  return state === WEIGHING ? endAt(atlas, undecided) : crossingAt(atlas, state, undecided);
}

/** Returns the place where every walk of a flow starts. */
export function firstPlace(flow: Flow): Place {
  const atlas = atlasOf(flow);
  if (atlas.first) return atlas.first;
  const facts = new Map(Object.entries(flow.facts).map(([name, condition]) => [name, restOf(atlas, condition)]));
  const rules = flow.routes.weighing.map(({ rule, verdict }) => {
    const condition = flow.rules[rule];
    if (!condition) throw new Error(`${flow.id} has no rule ${rule}`);
    return { rule, verdict, rest: restOf(atlas, condition) };
  });
  atlas.first = placeAfter(atlas, { facts, rules }, null, flow.routes.first);
  return atlas.first;
}
