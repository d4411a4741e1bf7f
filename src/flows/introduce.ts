import { all, said as saidOf } from '../domain/condition.ts';
import { defineFlow } from '../domain/define-flow.ts';
import { type AnswerOf, guards, nothingAnswered, questionnaire, rule, verdict } from '../domain/questionnaire.ts';

/** Each question with its options, and the claims that each option raises. */
const answers = {
  vouch: {
    gladly: ['essayist/pass-it-on'],
    partly: ['editor/say-for-what'],
    unknown: ['editor/your-name', 'essayist/depth'],
    no: ['leslie/wont-introduce', 'leslie/reflects-on-you'],
  },
  fit: {
    right: ['essayist/support-returns'],
    wrong: ['connector/substitute'],
  },
  welcome: {
    yes: ['m/mutual'],
    unsure: ['editor/ask-both'],
    no: ['editor/unwelcome'],
  },
  better: {
    yes: ['connector/substitute', 'connector/return-favour'],
    no: ['editor/your-name'],
  },
} as const;

const said = saidOf<AnswerOf<typeof answers>>;

/** What the questions' routes look at. */
const facts = guards({
  hardlyKnown: said('vouch.unknown'),
});

/** What decides, each under the name of its reason. */
const rules = guards({
  wouldNotVouch: said('vouch.no'),
  wrongPersonButAnotherFits: all(said('fit.wrong'), said('better.yes')),
  wrongPersonAndNoOther: all(said('fit.wrong'), said('better.no')),
  unwelcomeButAnotherFits: all(said('welcome.no'), said('better.yes')),
  unwelcomeAndNoOther: all(said('welcome.no'), said('better.no')),
  unsureOfBothButAnotherFits: all(said('vouch.unknown'), said('welcome.unsure'), said('better.yes')),
  unsureOfBothAndNoOther: all(said('vouch.unknown'), said('welcome.unsure'), said('better.no')),
  welcomeButHardlyKnown: all(said('vouch.unknown'), said('fit.right'), said('welcome.yes')),
  welcomeNotAskedYet: all(said('vouch.gladly', 'vouch.partly'), said('welcome.unsure')),
  welcomeForSomeThings: all(said('vouch.partly'), said('fit.right'), said('welcome.yes')),
  gladlyVouchedAndWelcome: all(said('vouch.gladly'), said('fit.right'), said('welcome.yes')),
});

const machine = questionnaire(answers)
  .extend({ guards: facts })
  .extend({ guards: rules })
  .createMachine({
    id: 'introduce',
    context: nothingAnswered,
    initial: 'vouch',
    states: {
      vouch: {
        exit: 'record',
        on: { 'vouch.gladly': 'fit', 'vouch.partly': 'fit', 'vouch.unknown': 'fit', 'vouch.no': 'weighing' },
      },
      fit: {
        exit: 'record',
        on: { 'fit.right': 'welcome', 'fit.wrong': 'better' },
      },
      welcome: {
        exit: 'record',
        on: {
          'welcome.yes': 'weighing',
          'welcome.unsure': [{ guard: 'hardlyKnown', target: 'better' }, { target: 'weighing' }],
          'welcome.no': 'better',
        },
      },
      better: {
        exit: 'record',
        on: { 'better.yes': 'weighing', 'better.no': 'weighing' },
      },
      weighing: {
        always: [
          rule('wouldNotVouch', 'decline'),
          rule('wrongPersonButAnotherFits', 'substitute'),
          rule('wrongPersonAndNoOther', 'decline'),
          rule('unwelcomeButAnotherFits', 'substitute'),
          rule('unwelcomeAndNoOther', 'decline'),
          rule('unsureOfBothButAnotherFits', 'substitute'),
          rule('unsureOfBothAndNoOther', 'decline'),
          rule('welcomeButHardlyKnown', 'learn-first'),
          rule('welcomeNotAskedYet', 'ask-first'),
          rule('welcomeForSomeThings', 'with-context'),
          rule('gladlyVouchedAndWelcome', 'introduce'),
        ],
      },
      introduce: verdict,
      'ask-first': verdict,
      'with-context': verdict,
      'learn-first': verdict,
      substitute: verdict,
      decline: verdict,
    },
  });

/** I am asked for an introduction. */
export const introduce = defineFlow({
  machine,
  answers,
  facts,
  rules,
  sides: { closed: 'leslie', open: 'essayist' },
  verdicts: {
    introduce: { openness: 4, dissent: 'editor/your-name' },
    'ask-first': { openness: 3, dissent: 'editor/your-name' },
    'with-context': { openness: 3, dissent: 'leslie/reflects-on-you' },
    'learn-first': { openness: 2, dissent: 'essayist/pass-it-on' },
    substitute: { openness: 2, dissent: 'essayist/support-returns' },
    decline: { openness: 0, dissent: 'essayist/support-returns' },
  },
  // What each rule rests on: claims that the answers it looks at have raised.
  grounds: {
    wouldNotVouch: ['leslie/wont-introduce', 'leslie/reflects-on-you'],
    wrongPersonButAnotherFits: ['connector/substitute'],
    wrongPersonAndNoOther: ['editor/your-name'],
    unwelcomeButAnotherFits: ['connector/substitute', 'connector/return-favour'],
    unwelcomeAndNoOther: ['editor/unwelcome'],
    unsureOfBothButAnotherFits: ['connector/substitute', 'editor/ask-both'],
    unsureOfBothAndNoOther: ['editor/your-name'],
    welcomeButHardlyKnown: ['essayist/depth'],
    welcomeNotAskedYet: ['editor/ask-both'],
    welcomeForSomeThings: ['editor/say-for-what'],
    gladlyVouchedAndWelcome: ['essayist/pass-it-on', 'essayist/support-returns'],
  },
  betterToWorse: {
    vouch: ['gladly', 'partly', 'unknown', 'no'],
    fit: ['right', 'wrong'],
    welcome: ['yes', 'unsure', 'no'],
    better: ['yes', 'no'],
  },
});
