import { answerTo } from '../domain/answer.ts';
import type { Ledger } from '../domain/claim.ts';
import { all, any, type Condition, not, said } from '../domain/condition.ts';
import { defineFlow, type MachineFlow } from '../domain/define-flow.ts';
import type { Openness, Verdict } from '../domain/flow.ts';
import {
  type Answers,
  type ClaimId,
  guards,
  nothingAnswered,
  questionnaire,
  rule,
  verdict,
} from '../domain/questionnaire.ts';

/** How large a generated flow is, and which of many. */
export interface Size {
  readonly questions: number;
  readonly options: number;
  readonly seed: number;
}

/** Returns a source of whole numbers below a limit, the same ones for the same seed. */
function numbersFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    // Numerical Recipes' linear congruence: enough to vary a shape, and the same everywhere.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const VERDICTS: Readonly<Record<string, Verdict>> = Object.fromEntries(
  Array.from({ length: 8 }, (_, index) => {
    const openness = (index % 5) as Openness;
    return [`verdict-${index}`, { openness, dissent: openness > 2 ? 'closed/standing' : 'open/standing' }] as const;
  }),
);

const VOICES = ['open', 'closed', 'pause', 'how'] as const;

/**
 * Returns a flow far larger than any that the guide has, for measuring: every question may skip the next one, by what
 * was said before, and rules look at any three answers.
 */
export function largeFlow({ questions, options, seed }: Size): MachineFlow {
  const below = numbersFrom(seed);
  const names = Array.from({ length: questions }, (_, index) => `q${index}`);
  const choices = Array.from({ length: options }, (_, index) => `o${index}`);
  const anyAnswer = (upTo: number) => answerTo(`q${below(upTo)}`, `o${below(options)}`);
  const facts: Record<string, Condition> = {};
  const states: Record<string, unknown> = {};
  names.forEach((name, index) => {
    const on: Record<string, unknown> = {};
    for (const choice of choices) {
      const next = names[index + 1] ?? 'weighing';
      const beyond = names[index + 2] ?? 'weighing';
      if (index > 0 && below(3) === 0) {
        const fact = `fact-${name}-${choice}`;
        facts[fact] =
          below(2) === 0 ? said(anyAnswer(index)) : all(said(anyAnswer(index)), not(said(anyAnswer(index))));
        on[`${name}.${choice}`] = [{ guard: fact, target: beyond }, { target: next }];
      } else on[`${name}.${choice}`] = next;
    }
    states[name] = { exit: 'record', on };
  });
  const rules: Record<string, Condition> = {};
  for (let index = 0; index < 2 * questions; index++) {
    rules[`rule-${index}`] = all(
      said(anyAnswer(questions)),
      any(said(anyAnswer(questions)), not(said(anyAnswer(questions)))),
    );
  }
  rules['otherwise'] = said(answerTo('q0', 'o0'), ...choices.slice(1).map((choice) => answerTo('q0', choice)));
  const ruleNames = Object.keys(rules);
  const claim = (): ClaimId => `${VOICES[below(4)]}/${below(30)}`;
  // The file's order is not the routes': branches then come to questions that another branch has answered.
  const order = names.map((name) => [below(questions), name] as const).sort(([one], [other]) => one - other);
  const answers: Answers = Object.fromEntries(
    order.map(([, name]) => [name, Object.fromEntries(choices.map((choice) => [choice, [claim(), claim()]]))]),
  );
  const machine = questionnaire(answers)
    .extend({ guards: guards(facts) })
    .extend({ guards: guards(rules) })
    .createMachine({
      id: `large-${seed}`,
      context: nothingAnswered,
      initial: 'q0',
      states: {
        ...states,
        weighing: { always: ruleNames.map((name, index) => rule(name, `verdict-${index % 8}`)) },
        ...Object.fromEntries(Object.keys(VERDICTS).map((id) => [id, verdict])),
      } as never, // The names are made up here: the types, which hold a flow to its own names, cannot know them.
    });
  return defineFlow({
    machine: machine as never,
    answers,
    facts: guards(facts),
    rules: guards(rules),
    sides: { closed: 'closed', open: 'open' },
    verdicts: VERDICTS,
    grounds: Object.fromEntries(ruleNames.map((name) => [name, [claim()]])),
    betterToWorse: {},
  });
}

/** Returns the lean of every claim of a large flow: each of its voices is named for its lean. */
export const largeLedger: Ledger = Object.fromEntries(
  VOICES.flatMap((lean) => ['standing', ...Array(30).keys()].map((id) => [`${lean}/${id}`, lean])),
);
