import type { Fault } from '../../content/fault.ts';
import { didYouMean } from '../../content/suggest.ts';
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

/** Returns where a machine names what is not there, or does not record an answer: no law can be judged before that. */
export const machineNames = (flow: MachineFlow, source: MachineSource): readonly Fault[] => [
  ...unknownStart(flow, source),
  ...unknownFacts(flow, source),
  ...unknownRules(flow, source),
  ...forgetful(flow, source),
];
