import { type Answer, answerTo, DONT_KNOW, optionOf, questionOf, type Trail } from '../domain/answer.ts';
import type { Lean, Ledger } from '../domain/claim.ts';
import { answersNamed, holds } from '../domain/condition.ts';
import type { MachineFlow } from '../domain/define-flow.ts';
import { type Openness, UnofferedAnswer } from '../domain/flow.ts';
import { pathsOf } from '../domain/paths.ts';
import type { ClaimId } from '../domain/questionnaire.ts';
import { WEIGHING } from '../domain/routes.ts';
import { type Walk, walksByMachine, walksByTable } from './walks.ts';

/** What holds for every flow: returns a sentence for each place where it does not. */
export type Law = (flow: MachineFlow, ledger: Ledger) => readonly string[];

/** A walk that ended in a verdict. */
interface Path {
  readonly trail: Trail;
  readonly verdict: string;
  readonly rule: string;
}

/** A question as it comes up after certain answers, and the paths that go on from it. */
interface Asking {
  readonly question: string;
  readonly before: Trail;
  readonly paths: readonly Path[];
}

const SAFETY: readonly Answer[] = ['conduct.harmful', 'harm.serious', 'profile.false'];

const inWords = (trail: Trail): string => (trail.length === 0 ? 'nothing answered' : trail.join(', '));
const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

const pathsByTable = (flow: MachineFlow): readonly Path[] =>
  walksByTable(flow).flatMap(({ trail, end }) => (end.at === 'verdict' ? [{ trail, ...end }] : []));

/** Returns every point of a flow at which a question is asked. */
function askings(flow: MachineFlow): readonly Asking[] {
  const found = new Map<string, Asking>();
  for (const path of pathsByTable(flow)) {
    for (const [index, answer] of path.trail.entries()) {
      const before = path.trail.slice(0, index);
      const question = questionOf(answer);
      const key = [...before, question].join(' ');
      found.set(key, { question, before, paths: [...(found.get(key)?.paths ?? []), path] });
    }
  }
  return [...found.values()];
}

const opennessOf = (flow: MachineFlow, verdict: string): Openness | -1 => flow.verdicts[verdict]?.openness ?? -1;

/** The leans that support a verdict, by its openness. */
export const SUPPORTING: Readonly<Record<Openness, readonly Lean[]>> = {
  4: ['open', 'how'],
  3: ['pause', 'how', 'open'],
  2: ['pause', 'how', 'open'],
  1: ['closed', 'pause'],
  0: ['closed', 'pause'],
};

const OPPOSING: Readonly<Record<Openness, readonly Lean[]>> = {
  4: ['closed'],
  3: ['closed'],
  2: ['closed', 'open', 'how'],
  1: ['open'],
  0: ['open'],
};

const raisedBy = (flow: MachineFlow, answers: readonly Answer[]): readonly ClaimId[] =>
  answers.flatMap((answer) => flow.answers[questionOf(answer)]?.[optionOf(answer)] ?? []);

/** Law 1: every path ends in a verdict. */
export const everyPathEndsInAVerdict: Law = (flow) =>
  distinct(
    [...walksByTable(flow), ...walksByMachine(flow)].flatMap(({ trail, end }) => {
      if (end.at === 'nowhere') return [`${flow.id}: after ${inWords(trail)} nothing leads on from “${end.state}”.`];
      if (end.at === 'verdict' && !(end.verdict in flow.verdicts))
        return [`${flow.id}: ${inWords(trail)} ends in “${end.verdict}”, which is none of its verdicts.`];
      return [];
    }),
  );

/** Law 1: every question, option, rule and verdict is reached by some path, and so is every branch. */
export const everythingIsReached: Law = (flow) => {
  const paths = pathsByTable(flow);
  const given = new Set(paths.flatMap(({ trail }) => trail));
  const unreached = (kind: string, all: readonly string[], reached: readonly string[]) =>
    distinct(all)
      .filter((id) => !reached.includes(id))
      .map((id) => `${flow.id}: no path reaches the ${kind} “${id}”.`);
  const options = [flow.answers, flow.routes.questions].flatMap((table) =>
    Object.entries(table).flatMap(([question, row]) => Object.keys(row).map((option) => answerTo(question, option))),
  );
  const facts = Object.values(flow.routes.questions).flatMap((row) =>
    Object.values(row).flatMap((routes) => routes.flatMap(({ fact }) => fact ?? [])),
  );
  return [
    ...unreached('question', Object.keys(flow.answers), [...given].map(questionOf)),
    ...unreached('option', options, [...given]),
    ...unreached(
      'rule',
      [...Object.keys(flow.rules), ...flow.routes.weighing.map(({ rule }) => rule)],
      paths.map(({ rule }) => rule),
    ),
    ...unreached(
      'verdict',
      Object.keys(flow.verdicts),
      paths.map(({ verdict }) => verdict),
    ),
    ...Object.keys(flow.facts)
      .filter((fact) => !facts.includes(fact))
      .map((fact) => `${flow.id}: no route looks at the fact “${fact}”.`),
    ...untakenBranches(flow),
  ];
};

/** Returns which of an option’s branches is taken after these answers, the last of which chose the option. */
const branchTaken = (flow: MachineFlow, trail: Trail): number => {
  const last = trail.at(-1) as Answer;
  return (flow.routes.questions[questionOf(last)]?.[optionOf(last)] ?? []).findIndex(({ fact }) => {
    const condition = fact === undefined ? undefined : flow.facts[fact];
    return fact === undefined || (condition !== undefined && holds(condition, trail));
  });
};

const untakenBranches = (flow: MachineFlow): readonly string[] => {
  const prefixes = pathsByTable(flow).flatMap(({ trail }) => trail.map((_, index) => trail.slice(0, index + 1)));
  const taken = new Set(prefixes.map((trail) => `${trail.at(-1)} ${branchTaken(flow, trail)}`));
  const given = new Set(prefixes.map((trail) => trail.at(-1)));
  return Object.entries(flow.routes.questions).flatMap(([question, row]) =>
    Object.entries(row).flatMap(([option, routes]) =>
      routes.flatMap(({ fact, to }, index) => {
        const answer = answerTo(question, option);
        if (taken.has(`${answer} ${index}`) || !given.has(answer)) return [];
        const under = fact === undefined ? '' : ` under ${fact}`;
        return [`${flow.id}: no path takes the branch of ${answer} to ${to}${under}.`];
      }),
    ),
  );
};

const walkInWords = ({ trail, end }: Walk): string => {
  const to = end.at === 'verdict' ? `${end.verdict} by ${end.rule}` : end.at === 'repeat' ? end.question : end.state;
  return `${inWords(trail)} → ${to}`;
};

/** Law 1: no question comes twice. */
export const noQuestionComesTwice: Law = (flow) =>
  distinct(
    [...walksByTable(flow), ...walksByMachine(flow)].flatMap(({ trail, end }) =>
      end.at === 'repeat' ? [`${flow.id}: after ${inWords(trail)} “${end.question}” is asked again.`] : [],
    ),
  );

/** Returns the paths that the rest of the code walks, or a sentence where one of them cannot be walked. */
const pathsInWords = (flow: MachineFlow): readonly string[] | string => {
  try {
    return pathsOf(flow).map(({ trail, ...end }) => walkInWords({ trail, end }));
  } catch (problem) {
    if (problem instanceof UnofferedAnswer)
      return `${flow.id}: the machine does not offer ${problem.answer} where it is listed.`;
    throw problem;
  }
};

/** The machine, its table of routes and the paths that the rest of the code walks are one and the same. */
export const machineAndTableAgree: Law = (flow) => {
  const table = walksByTable(flow).map(walkInWords);
  const missing = (from: readonly string[], whose: string) =>
    table.filter((walk) => !from.includes(walk)).map((walk) => `${flow.id}: ${whose} lacks ${walk}.`);
  const extra = (from: readonly string[], whose: string) =>
    from.filter((walk) => !table.includes(walk)).map((walk) => `${flow.id}: ${whose} alone has ${walk}.`);
  const machine = walksByMachine(flow).map(walkInWords);
  const loops = walksByTable(flow).some(({ end }) => end.at === 'repeat') || machine.length === 0;
  const walked = loops ? [] : pathsInWords(flow);
  if (typeof walked === 'string') return [walked];
  return [
    ...missing(machine, 'the machine'),
    ...extra(machine, 'the machine'),
    ...(loops ? [] : [...missing(walked, 'the list of paths'), ...extra(walked, 'the list of paths')]),
  ];
};

const optionAt = (path: Path, asking: Asking): string => optionOf(path.trail[asking.before.length] as Answer);

/** Tells whether two paths say the same wherever both are asked the same question, this one left aside. */
const keepsTheRest = (path: Path, other: Path, question: string): boolean =>
  other.trail.every((answer) => {
    const there = path.trail.find((one) => questionOf(one) === questionOf(answer));
    return questionOf(answer) === question || there === undefined || there === answer;
  });

const canTurn = (asking: Asking, path: Path): boolean => {
  const others = asking.paths.filter((other) => optionAt(other, asking) !== optionAt(path, asking));
  return distinct(others.map((other) => optionAt(other, asking))).some((option) =>
    others
      .filter((other) => optionAt(other, asking) === option && keepsTheRest(path, other, asking.question))
      .every(({ verdict }) => verdict !== path.verdict),
  );
};

/**
 * Law 2: no idle question. Wherever a question is asked there is a path on which another answer to it, the rest
 * kept as it is, leads to another verdict for certain.
 */
export const noQuestionIsIdle: Law = (flow) =>
  askings(flow)
    .filter((asking) => !asking.paths.some((path) => canTurn(asking, path)))
    .map(
      ({ question, before, paths }) =>
        `${flow.id}: “${question}” is idle after ${inWords(before)}: no answer to it changes the verdict ` +
        `(${distinct(paths.map(({ verdict }) => verdict)).join(', ')}).`,
    );

/** Law 3: no worse answer opens a door that a better one, with the same answers before it, leaves closed. */
export const noWorseAnswerOpensADoor: Law = (flow) =>
  askings(flow).flatMap((asking) => {
    const order = flow.betterToWorse[asking.question] ?? [];
    const best = order.map((option) => {
      const reached = asking.paths.filter((path) => optionAt(path, asking) === option);
      return Math.max(...reached.map(({ verdict }) => opennessOf(flow, verdict)));
    });
    return order.flatMap((worse, index) =>
      order
        .slice(0, index)
        .flatMap((better, at) =>
          (best[at] ?? 0) < (best[index] ?? 0)
            ? [
                `${flow.id}: after ${inWords(asking.before)} the worse ${asking.question}.${worse} can still reach ` +
                  `openness ${best[index]}, the better ${asking.question}.${better} only ${best[at]}.`,
              ]
            : [],
        ),
    );
  });

/** Law 3: an order from better to worse names options of its question, each once. */
export const ordersNameOptions: Law = (flow) =>
  Object.entries(flow.betterToWorse).flatMap(([question, order]) => [
    ...order
      .filter((option) => flow.answers[question]?.[option] === undefined)
      .map((option) => `${flow.id}: the order of “${question}” names “${option}”, which it does not offer.`),
    ...(new Set(order).size < order.length ? [`${flow.id}: the order of “${question}” names an option twice.`] : []),
  ]);

/** Law 4: an answer that tells of danger ends at once, in a verdict that is not up for debate, and nothing else does. */
export const safetyEndsAtOnce: Law = (flow) =>
  pathsByTable(flow).flatMap(({ trail, verdict }) => {
    const at = trail.findIndex((answer) => SAFETY.includes(answer));
    const debated = flow.verdicts[verdict]?.dissent !== 'safety';
    if (at === -1)
      return debated ? [] : [`${flow.id}: ${inWords(trail)} ends in “${verdict}” though nobody is in danger.`];
    return [
      ...(at < trail.length - 1 ? [`${flow.id}: after ${inWords(trail.slice(0, at + 1))} more is asked.`] : []),
      ...(debated ? [`${flow.id}: ${inWords(trail)} ends in “${verdict}”, which is up for debate.`] : []),
      ...(opennessOf(flow, verdict) === 0 ? [] : [`${flow.id}: ${inWords(trail)} leaves the door open: “${verdict}”.`]),
    ];
  });

/** Law 5: the answers have raised at least one claim that supports the verdict. */
export const everyVerdictIsSupported: Law = (flow, ledger) =>
  pathsByTable(flow).flatMap(({ trail, verdict }) => {
    const openness = opennessOf(flow, verdict);
    const leans = raisedBy(flow, trail).map((claim) => ledger[claim]);
    const supported = openness !== -1 && leans.some((lean) => lean && SUPPORTING[openness].includes(lean));
    return supported ? [] : [`${flow.id}: no claim that ${inWords(trail)} raises supports “${verdict}”.`];
  });

/** Tells whether answers that end in a verdict raise a claim. */
const isRaisedFor = (flow: MachineFlow, verdict: string, claim: ClaimId): boolean =>
  pathsByTable(flow).some((path) => path.verdict === verdict && raisedBy(flow, path.trail).includes(claim));

/**
 * Law 5: the standing dissent of a verdict leans the other way, and no rule that decides for the verdict rests on it. What a
 * verdict grants leans the other way too, is raised where it decides, and is not its dissent.
 */
export const everyDissentLeansTheOtherWay: Law = (flow, ledger) =>
  Object.entries(flow.verdicts).flatMap(([verdict, { openness, dissent, grants = [] }]) => {
    if (dissent === 'safety') return [];
    const lean = ledger[dissent];
    const granted = grants.flatMap((claim) => {
      const leaning = ledger[claim];
      if (claim === dissent) return [`${flow.id}: the dissent of “${verdict}”, ${claim}, is what it grants.`];
      if (!leaning || !OPPOSING[openness].includes(leaning))
        return [`${flow.id}: the verdict “${verdict}” grants ${claim}, which does not lean the other way.`];
      return isRaisedFor(flow, verdict, claim)
        ? []
        : [`${flow.id}: the verdict “${verdict}” grants ${claim}, which no answer raises that ends there.`];
    });
    const resting = flow.routes.weighing.filter(
      (edge) => edge.verdict === verdict && flow.grounds[edge.rule]?.includes(dissent),
    );
    return [
      ...(lean && OPPOSING[openness].includes(lean)
        ? []
        : [`${flow.id}: the dissent of “${verdict}”, ${dissent}, leans ${lean ?? 'nowhere'}, not the other way.`]),
      ...resting.map(({ rule }) => `${flow.id}: the rule “${rule}” rests on ${dissent}, the dissent of its verdict.`),
      ...granted,
    ];
  });

/**
 * Law 5: what a rule rests on supports its verdict; wherever the rule decides, it does so on answers that were given,
 * and these answers have raised something that it rests on.
 */
export const everyRuleStandsOnItsGrounds: Law = (flow, ledger) => {
  const paths = pathsByTable(flow);
  return flow.routes.weighing.flatMap(({ rule, verdict }) => {
    const decided = paths.filter((path) => path.rule === rule);
    const grounds = flow.grounds[rule] ?? [];
    const openness = opennessOf(flow, verdict);
    const supports = (lean: Lean | undefined) => openness !== -1 && lean && SUPPORTING[openness].includes(lean);
    const named = answersNamed(flow.rules[rule] ?? { said: [] });
    return [
      ...(grounds.length === 0 ? [`${flow.id}: the rule “${rule}” rests on no claim.`] : []),
      ...grounds
        .filter((claim) => !supports(ledger[claim]))
        .map((claim) => `${flow.id}: “${rule}” rests on ${claim}, which does not support “${verdict}”.`),
      ...grounds
        .filter((claim) => !decided.some(({ trail }) => raisedBy(flow, trail).includes(claim)))
        .map((claim) => `${flow.id}: “${rule}” rests on ${claim}, which no answer raises where the rule decides.`),
      ...decided
        .filter(({ trail }) => !raisedBy(flow, trail).some((claim) => grounds.includes(claim)))
        .map(({ trail }) => `${flow.id}: ${inWords(trail)} raises nothing that “${rule}” rests on.`),
      ...decided
        .filter(({ trail }) => !named.some((answer) => trail.includes(answer)))
        .map(({ trail }) => `${flow.id}: “${rule}” decides on ${inWords(trail)} by no answer that was given.`),
    ];
  });
};

/** Every claim that a flow names is in the ledger, and an option raises it once. */
export const everyClaimIsKnown: Law = (flow, ledger) => {
  const options = Object.entries(flow.answers).flatMap(([question, row]) =>
    Object.entries(row).map(([option, claims]) => ({ answer: answerTo(question, option), claims })),
  );
  const named = [
    ...options.flatMap(({ claims }) => claims),
    ...Object.values(flow.grounds).flat(),
    ...Object.values(flow.verdicts).flatMap(({ dissent }) => (dissent === 'safety' ? [] : [dissent])),
  ];
  return [
    ...distinct(named)
      .filter((claim) => !(claim in ledger))
      .map((claim) => `${flow.id}: nobody holds the claim “${claim}”.`),
    ...options
      .filter(({ claims }) => new Set(claims).size < claims.length)
      .map(({ answer }) => `${flow.id}: ${answer} raises a claim twice.`),
  ];
};

const TAKEN = {
  question: ['ask', WEIGHING],
  option: [DONT_KNOW],
  verdict: ['views', 'map', 'depends'],
};

/** No question, option or verdict has a name that addresses, links or the engine use for something else. */
export const noNameIsTaken: Law = (flow) => {
  const taken = (kind: keyof typeof TAKEN, names: readonly string[]) =>
    distinct(names)
      .filter((name) => TAKEN[kind].includes(name) || !/^[a-z]+(-[a-z]+)*$/.test(name))
      .map((name) => `${flow.id}: “${name}” cannot be the name of ${kind === 'option' ? 'an' : 'a'} ${kind}.`);
  return [
    ...taken('question', Object.keys(flow.answers)),
    ...taken('option', Object.values(flow.answers).flatMap(Object.keys)),
    ...taken('verdict', Object.keys(flow.verdicts)),
  ];
};

/** The laws, each by the sentence that it holds every flow to. */
export const laws: Readonly<Record<string, Law>> = {
  'every path ends in a verdict': everyPathEndsInAVerdict,
  'every question, option, branch, rule and verdict is reached': everythingIsReached,
  'no question comes twice': noQuestionComesTwice,
  'the machine, its table and its list of paths agree': machineAndTableAgree,
  'no question is idle': noQuestionIsIdle,
  'no worse answer opens a door': noWorseAnswerOpensADoor,
  'an order from better to worse names options of its question': ordersNameOptions,
  'a safety answer ends at once': safetyEndsAtOnce,
  'every verdict is supported by a claim that the answers raise': everyVerdictIsSupported,
  'every standing dissent leans the other way': everyDissentLeansTheOtherWay,
  'every rule stands on claims that its answers raise': everyRuleStandsOnItsGrounds,
  'every claim named is in the ledger': everyClaimIsKnown,
  'no name is taken': noNameIsTaken,
};
