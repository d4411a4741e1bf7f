import {
  type Answer,
  answerIn,
  answerTo,
  DONT_KNOW,
  isUnknown,
  questionOf,
  type Trail,
} from '../../src/domain/answer.ts';
import type { MachineFlow } from '../../src/domain/define-flow.ts';
import { type Path, pathsOf } from '../../src/domain/paths.ts';
import { give, offers, type Step, start } from '../../src/domain/replay.ts';
import { type Walk, walk } from '../../src/domain/walk.ts';
import { flows } from '../../src/flows/index.ts';
import { fc } from '../fc.ts';

/** Every path of every flow, each with its flow. */
export const allPaths: readonly { readonly flow: MachineFlow; readonly path: Path }[] = flows.flatMap((flow) =>
  pathsOf(flow).map((path) => ({ flow, path })),
);

/** Returns the options of a question, without “I don’t know yet”. */
export const optionsOf = (flow: MachineFlow, question: string): readonly string[] =>
  Object.keys(flow.answers[question] ?? {});

/** Returns the walk that makes these choices, one number a question, until it ends or the choices do. */
export function walkChoosing(flow: MachineFlow, choices: readonly number[]): Walk {
  let trail: Trail = [];
  for (const choice of choices) {
    const reached = walk(flow, trail);
    if (reached.at !== 'question') break;
    // One choice in three is “I don’t know yet”.
    const options = optionsOf(flow, reached.question);
    const option = choice % 3 === 0 ? DONT_KNOW : options[Math.floor(choice / 3) % options.length];
    trail = [...trail, answerTo(reached.question, option as string)];
  }
  return walk(flow, trail);
}

const choice = fc.nat({ max: 3 * 60 });

/** A walk of any flow with any unknowns, as far as its choices go. */
export const anyWalk: fc.Arbitrary<{ readonly flow: MachineFlow; readonly reached: Walk }> = fc
  .tuple(fc.constantFrom(...flows), fc.array(choice, { maxLength: 14 }))
  .map(([flow, choices]) => ({ flow, reached: walkChoosing(flow, choices) }));

/** A walk of any flow with any unknowns, to its end. */
export const anyEndedWalk: fc.Arbitrary<{ readonly flow: MachineFlow; readonly reached: Walk }> = fc
  .tuple(fc.constantFrom(...flows), fc.array(choice, { minLength: 14, maxLength: 14 }))
  .map(([flow, choices]) => ({ flow, reached: walkChoosing(flow, choices) }));

/** Returns every set of known answers that a trail with unknowns may turn out to be. */
export function possibleTrails(flow: MachineFlow, trail: Trail): readonly Trail[] {
  return trail.reduce<readonly Trail[]>(
    (possible, answer) => {
      const question = questionOf(answer);
      const said = isUnknown(answer) ? optionsOf(flow, question).map((option) => answerTo(question, option)) : [answer];
      return possible.flatMap((known) => said.map((one): Trail => [...known, one]));
    },
    [[]],
  );
}

/** The machine's steps by the answers that led to them: replaying a machine is slow, and the trails have much in common. */
const steps = new WeakMap<MachineFlow, Map<string, Step>>();

/** Returns where the machine comes to after one more answer. */
function stepAfter(flow: MachineFlow, step: Step, answer: Answer): Step {
  const known = steps.get(flow) ?? new Map<string, Step>();
  steps.set(flow, known);
  const key = `${step.trail.join()},${answer}`;
  const next = known.get(key) ?? give(flow, step, answer);
  known.set(key, next);
  return next;
}

/** Returns where the machine comes to with those of these answers that it asks for. */
export function machineWith(flow: MachineFlow, answers: Trail): Step {
  let step = start(flow);
  while (step.at === 'question') {
    const answer: Answer | undefined = answerIn(answers, step.question);
    if (answer === undefined || !offers(flow, step).includes(answer)) return step;
    step = stepAfter(flow, step, answer);
  }
  return step;
}

/** Returns every path that agrees with these answers wherever it asks what they answer; an unknown agrees with all. */
export const pathsWith = (flow: MachineFlow, answers: Trail): readonly Path[] =>
  allPaths.flatMap(({ flow: its, path }) => {
    const agrees = (answer: Answer): boolean => {
      const given = answerIn(answers, questionOf(answer));
      return given === undefined || isUnknown(given) || given === answer;
    };
    return its === flow && path.trail.every(agrees) ? [path] : [];
  });
