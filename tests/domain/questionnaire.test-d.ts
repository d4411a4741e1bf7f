// What the types refuse: the type-check fails where one of these sentences no longer tells the truth.
import { and } from 'xstate';
import { said as saidOf } from '../../src/domain/condition.ts';
import { defineFlow } from '../../src/domain/define-flow.ts';
import type { Verdict } from '../../src/domain/flow.ts';
import {
  type AnswerOf,
  guards,
  nothingAnswered,
  questionnaire,
  rule,
  verdict,
} from '../../src/domain/questionnaire.ts';

const answers = {
  conduct: { good: ['ann/welcome'], doubtful: [] },
  weather: { dry: [], wet: ['bob/keep-out'] },
} as const;
const said = saidOf<AnswerOf<typeof answers>>;
const facts = guards({ trusted: said('conduct.good') });
const rules = guards({ wetOutside: said('weather.wet') });
const flow = questionnaire(answers).extend({ guards: facts }).extend({ guards: rules });

const machine = flow.createMachine({
  id: 'typed',
  context: nothingAnswered,
  initial: 'conduct',
  states: {
    conduct: {
      exit: 'record',
      on: { 'conduct.good': [{ guard: 'trusted', target: 'weighing' }, { target: 'weighing' }] },
    },
    weighing: { always: [rule('wetOutside', 'stay')] },
    stay: verdict,
  },
});

const verdicts = { stay: { openness: 1, dissent: 'ann/welcome' } } as const;
const grounds = { wetOutside: ['bob/keep-out'] } as const;
const sides = { closed: 'bob', open: 'ann' };
const parts = { machine, answers, facts, rules, sides, verdicts, grounds, betterToWorse: {} };

/** The flow of this file, which keeps to all that the types ask. */
export const sound = defineFlow({ ...parts, betterToWorse: { conduct: ['good', 'doubtful'] } });

// --- Conditions name answers of the flow. ---

// @ts-expect-error A condition cannot name an option that the question does not offer.
said('conduct.splendid');

// @ts-expect-error A condition cannot name a question that the flow does not ask.
said('mood.good');

// @ts-expect-error A condition names at least one answer.
said();

// --- The machine's names are those of its answers, facts and rules. ---

flow.createMachine({
  context: nothingAnswered,
  // @ts-expect-error A question cannot route an answer that the flow does not have.
  states: { conduct: { on: { 'conduct.splendid': 'weighing' } } },
});

flow.createMachine({
  context: nothingAnswered,
  // @ts-expect-error A route cannot look at a fact that is not defined.
  states: { conduct: { on: { 'conduct.good': { guard: 'trustworthy', target: 'weighing' } } } },
});

flow.createMachine({
  context: nothingAnswered,
  // @ts-expect-error A fact inside `and` has to be defined as well.
  states: { conduct: { on: { 'conduct.good': { guard: and(['trusted', 'trustworthy']), target: 'weighing' } } } },
});

flow.createMachine({
  context: nothingAnswered,
  // @ts-expect-error A rule of the weighing has to be defined.
  states: { weighing: { always: [rule('windy', 'stay')] } },
});

flow.createMachine({
  context: nothingAnswered,
  // @ts-expect-error The only thing to do on leaving a question is to record.
  states: { conduct: { exit: 'forget' } },
});

// @ts-expect-error A machine starts with a trail.
flow.createMachine({ context: {} });

// --- A table of answers raises claims, each written `voice/claim`. ---

// @ts-expect-error A claim is written with its voice.
questionnaire({ conduct: { good: ['welcome'] } });

// @ts-expect-error An option raises a list of claims, were it an empty one.
questionnaire({ conduct: { good: 'ann/welcome' } });

// --- The parts of a flow fit one another. ---

/** Openness goes from 0 to 4. */
// @ts-expect-error There is no openness beyond 4.
export const tooOpen: Verdict = { openness: 5, dissent: 'ann/welcome' };

/** A verdict has a claim against it, or safety. */
// @ts-expect-error A dissent is a claim, or `safety`.
export const undoubted: Verdict = { openness: 4, dissent: 'none' };

// @ts-expect-error Every verdict that the machine ends in is described.
defineFlow({ ...parts, verdicts: {} });

// @ts-expect-error A verdict that is described is one that the machine ends in.
defineFlow({ ...parts, verdicts: { ...verdicts, leave: { openness: 0, dissent: 'ann/welcome' } } });

// @ts-expect-error A state that is neither a question of the flow, nor the weighing, nor a verdict has no place.
defineFlow({ ...parts, answers: { weather: answers.weather } });

// @ts-expect-error A verdict has a dissent.
defineFlow({ ...parts, verdicts: { stay: { openness: 1 } } });

// @ts-expect-error A rule has grounds.
defineFlow({ ...parts, grounds: {} });

// @ts-expect-error Grounds belong to a rule.
defineFlow({ ...parts, grounds: { ...grounds, windy: ['bob/keep-out'] } });

// @ts-expect-error Grounds are claims.
defineFlow({ ...parts, grounds: { wetOutside: ['keep-out'] } });

// @ts-expect-error An order is of a question that the flow asks.
defineFlow({ ...parts, betterToWorse: { mood: ['good'] } });

// @ts-expect-error An order is of options that the question offers.
defineFlow({ ...parts, betterToWorse: { conduct: ['splendid'] } });

// @ts-expect-error Both sides have a voice.
defineFlow({ ...parts, sides: { closed: 'bob' } });
