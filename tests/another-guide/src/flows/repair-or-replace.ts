import { all, said as saidOf } from '../../../../src/domain/condition.ts';
import { defineFlow } from '../../../../src/domain/define-flow.ts';
import {
  type AnswerOf,
  guards,
  nothingAnswered,
  questionnaire,
  rule,
  verdict,
} from '../../../../src/domain/questionnaire.ts';

/** Each question with its options, and the claims that each option raises. */
const answers = {
  fault: {
    small: ['mender/most-faults-are-small'],
    unclear: ['mender/look-first'],
    large: ['buyer/parts-cost-more'],
  },
  worth: {
    fond: ['mender/things-carry-years'],
    tired: ['buyer/new-does-it-better'],
  },
  help: {
    nearby: ['mender/hands-nearby'],
    far: ['buyer/time-costs-too'],
  },
} as const;

const said = saidOf<AnswerOf<typeof answers>>;

const facts = guards({});

/** What decides, each under the name of its reason. */
const rules = guards({
  nobodyKnowsTheFault: said('fault.unclear'),
  largeAndTiredOfIt: said('worth.tired'),
  smallAndHelpNearby: all(said('fault.small'), said('help.nearby')),
  smallAndNoHelp: said('fault.small'),
  fondAndHelpNearby: said('help.nearby'),
  fondAndNoHelp: said('help.far'),
});

const machine = questionnaire(answers)
  .extend({ guards: rules })
  .createMachine({
    id: 'repair-or-replace',
    context: nothingAnswered,
    initial: 'fault',
    states: {
      fault: {
        exit: 'record',
        on: { 'fault.small': 'help', 'fault.unclear': 'weighing', 'fault.large': 'worth' },
      },
      worth: {
        exit: 'record',
        on: { 'worth.fond': 'help', 'worth.tired': 'weighing' },
      },
      help: {
        exit: 'record',
        on: { 'help.nearby': 'weighing', 'help.far': 'weighing' },
      },
      weighing: {
        always: [
          rule('nobodyKnowsTheFault', 'ask'),
          rule('largeAndTiredOfIt', 'replace'),
          rule('smallAndHelpNearby', 'repair'),
          rule('smallAndNoHelp', 'ask'),
          rule('fondAndHelpNearby', 'repair'),
          rule('fondAndNoHelp', 'replace'),
        ],
      },
      repair: verdict,
      ask: verdict,
      replace: verdict,
    },
  });

/** Should I repair it or replace it? */
export const repairOrReplace = defineFlow({
  machine,
  answers,
  facts,
  rules,
  sides: { closed: 'buyer', open: 'mender' },
  verdicts: {
    repair: { openness: 4, dissent: 'buyer/parts-cost-more' },
    ask: { openness: 2, dissent: 'buyer/time-costs-too' },
    replace: { openness: 0, dissent: 'mender/things-carry-years' },
  },
  grounds: {
    nobodyKnowsTheFault: ['mender/look-first'],
    largeAndTiredOfIt: ['buyer/new-does-it-better'],
    smallAndHelpNearby: ['mender/most-faults-are-small'],
    smallAndNoHelp: ['mender/most-faults-are-small'],
    fondAndHelpNearby: ['mender/hands-nearby'],
    fondAndNoHelp: ['buyer/time-costs-too'],
  },
  betterToWorse: {
    fault: ['small', 'large'],
    worth: ['fond', 'tired'],
    help: ['nearby', 'far'],
  },
});
