import type { Fault } from '../../content/fault.ts';
import { didYouMean } from '../../content/suggest.ts';
import { type Answer, answerTo } from '../../domain/answer.ts';
import type { MachineFlow } from '../../domain/define-flow.ts';
import { WEIGHING } from '../../domain/routes.ts';
import type { MachineSource } from './scope.ts';

const orNone = (names: readonly string[]): string => (names.length === 0 ? 'there is none yet' : names.join(', '));

function unknownFacts({ facts, rules, routes }: MachineFlow, { file, lineOf }: MachineSource): readonly Fault[] {
  const known = Object.keys(facts);
  return Object.entries(routes.questions).flatMap(([question, options]) =>
    Object.entries(options).flatMap(([option, edges]) =>
      edges.flatMap(({ fact }) => {
        if (fact === undefined || known.includes(fact)) return [];
        const answer = `${question}.${option}`;
        const mend = Object.hasOwn(rules, fact)
          ? 'it is a rule, and only “weighing” looks at rules: write a fact that says the same'
          : `${didYouMean(fact, known)}choose one of the facts (${orNone(known)}), or add it to them`;
        const message = `the way from ${answer} looks at “${fact}”, which is no fact: ${mend}`;
        return [{ file, line: lineOf('const machine', `'${answer}'`, `'${fact}'`), message }];
      }),
    ),
  );
}

function unknownRules({ rules, routes }: MachineFlow, { file, lineOf }: MachineSource): readonly Fault[] {
  const known = Object.keys(rules);
  return routes.weighing
    .filter(({ rule }) => !known.includes(rule))
    .map(({ rule }) => ({
      file,
      line: lineOf('const machine', `'${rule}'`),
      message: `“weighing” decides by “${rule}”, which is no rule: ${didYouMean(rule, known)}choose one of the rules (${orNone(known)}), or add it to them`,
    }));
}

function unknownStart({ machine, routes }: MachineFlow, { file, lineOf }: MachineSource): readonly Fault[] {
  const states = Object.keys(machine.config.states ?? {});
  if (states.includes(routes.first)) return [];
  const questions = Object.keys(routes.questions);
  const message = `the flow begins with “${routes.first}”, which is no state: ${didYouMean(routes.first, questions)}choose one of the questions (${orNone(questions)})`;
  return [{ file, line: lineOf('const machine', 'initial'), message }];
}

/** Returns a fault for each question whose answer is not written down when it is left. */
function forgetful({ machine, routes }: MachineFlow, { file, lineOf }: MachineSource): readonly Fault[] {
  return Object.keys(routes.questions)
    .filter((question) => question !== WEIGHING && ![machine.config.states?.[question]?.exit].flat().includes('record'))
    .map((question) => ({
      file,
      line: lineOf('const machine', 'states', question.includes('-') ? `'${question}': {` : `${question}: {`),
      message: `the state “${question}” forgets its answer when it is left: add “exit: 'record',” to it`,
    }));
}

/** Returns a fault for each answer that a state offers and that is not listed for its question. */
function unlistedAnswers({ machine, answers }: MachineFlow, { file, lineOf }: MachineSource): readonly Fault[] {
  return Object.entries(machine.config.states ?? {}).flatMap(([question, state]) => {
    const listed = Object.keys(answers[question] ?? {}).map((option) => answerTo(question, option));
    const offered = Object.keys(state.on ?? {});
    const missing = listed.filter((answer) => !offered.includes(answer));
    return offered
      .filter((answer) => !listed.includes(answer as Answer))
      .map((answer) => ({
        file,
        line: lineOf('const machine', `'${answer}'`),
        message: `the state “${question}” offers “${answer}”, which “answers” does not list: ${didYouMean(answer, missing)}correct it, or list it there`,
      }));
  });
}

/** Returns a fault for what a machine is to be made with and is not: its guards, and the trail that it begins with. */
function unmade({ machine, facts, rules }: MachineFlow, { file, lineOf }: MachineSource): readonly Fault[] {
  const known = Object.keys(machine.implementations.guards);
  const lacks = (names: object): boolean => Object.keys(names).some((name) => !known.includes(name));
  const context = machine.config.context as { readonly trail?: unknown } | undefined;
  return [
    ...(lacks(facts) ? ['.extend({ guards: facts })'] : []),
    ...(lacks(rules) ? ['.extend({ guards: rules })'] : []),
    ...(Array.isArray(context?.trail) ? [] : ['context: nothingAnswered']),
  ].map((part) => ({
    file,
    line: lineOf('const machine'),
    message: `the machine is made without “${part}”: add it, as the other flows have it`,
  }));
}

/** Returns where a machine names what is not there, or does not record an answer: no law can be judged before that. */
export const machineNames = (flow: MachineFlow, source: MachineSource): readonly Fault[] => [
  ...unknownStart(flow, source),
  ...unknownFacts(flow, source),
  ...unknownRules(flow, source),
  ...unlistedAnswers(flow, source),
  ...forgetful(flow, source),
  ...unmade(flow, source),
];
