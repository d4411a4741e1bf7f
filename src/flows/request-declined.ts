import { all, said as saidOf } from '../domain/condition.ts';
import { defineFlow } from '../domain/define-flow.ts';
import { type AnswerOf, guards, nothingAnswered, questionnaire, rule, verdict } from '../domain/questionnaire.ts';

/** Each question with its options, and the claims that each option raises. */
const answers = {
  answer: {
    explained: ['percy/respect-preference', 'decliner/in-person'],
    declined: ['percy/dismissal-loses', 'm/mutual'],
    silence: ['m/silence-tells'],
    removed: ['m/make-room'],
  },
  age: {
    recent: ['editor/may-have-missed'],
    long: ['m/silence-tells'],
  },
  asked: {
    default: ['guide/personalise'],
    note: ['m/silence-tells'],
  },
  aim: {
    conversation: ['percy/lifelines', 'percy/open-minded'],
    favour: ['essayist/not-using'],
    count: ['m/tool-not-trophy'],
  },
  ground: {
    shared: ['percy/shared-credential', 'percy/balance'],
    none: ['guide/limited-interaction'],
  },
  mood: {
    sting: ['editor/cool-head', 'm/not-impulsive', 'percy/no-ill-will'],
    calm: ['percy/no-ill-will'],
  },
} as const;

const said = saidOf<AnswerOf<typeof answers>>;

/** What the questions' routes look at. */
const facts = guards({
  explainedOrSilent: said('answer.explained', 'answer.silence'),
});

/** What decides, each under the name of its reason. */
const rules = guards({
  askedNotLongAgo: said('age.recent'),
  askedProperlyAlready: said('asked.note'),
  hopedForAFavour: said('aim.favour'),
  hopedForANumber: said('aim.count'),
  nowhereToMeet: said('ground.none'),
  stillStings: said('mood.sting'),
  toldHowToConnect: all(said('answer.explained'), said('aim.conversation'), said('mood.calm')),
  gaveThemNothingToAnswer: all(said('asked.default'), said('mood.calm')),
  meetAnyway: all(said('ground.shared'), said('mood.calm')),
});

const machine = questionnaire(answers)
  .extend({ guards: facts })
  .extend({ guards: rules })
  .createMachine({
    id: 'request-declined',
    context: nothingAnswered,
    initial: 'answer',
    states: {
      answer: {
        exit: 'record',
        on: { 'answer.explained': 'aim', 'answer.declined': 'aim', 'answer.silence': 'age', 'answer.removed': 'aim' },
      },
      age: {
        exit: 'record',
        on: { 'age.recent': 'weighing', 'age.long': 'asked' },
      },
      asked: {
        exit: 'record',
        on: { 'asked.default': 'aim', 'asked.note': 'weighing' },
      },
      aim: {
        exit: 'record',
        on: {
          'aim.conversation': [{ guard: 'explainedOrSilent', target: 'mood' }, { target: 'ground' }],
          'aim.favour': 'weighing',
          'aim.count': 'weighing',
        },
      },
      ground: {
        exit: 'record',
        on: { 'ground.shared': 'mood', 'ground.none': 'weighing' },
      },
      mood: {
        exit: 'record',
        on: { 'mood.sting': 'weighing', 'mood.calm': 'weighing' },
      },
      weighing: {
        always: [
          rule('askedNotLongAgo', 'give-it-time'),
          rule('askedProperlyAlready', 'let-go'),
          rule('hopedForAFavour', 'let-go'),
          rule('hopedForANumber', 'let-go'),
          rule('nowhereToMeet', 'let-go'),
          rule('stillStings', 'wait'),
          rule('toldHowToConnect', 'their-way'),
          rule('gaveThemNothingToAnswer', 'ask-once-more'),
          rule('meetAnyway', 'other-door'),
        ],
      },
      'their-way': verdict,
      'ask-once-more': verdict,
      'other-door': verdict,
      'give-it-time': verdict,
      wait: verdict,
      'let-go': verdict,
    },
  });

/** My request went nowhere. What now? */
export const requestDeclined = defineFlow({
  machine,
  answers,
  facts,
  rules,
  sides: { closed: 'm', open: 'percy' },
  verdicts: {
    'their-way': { openness: 4, dissent: 'm/make-room', grants: ['decliner/in-person'] },
    'ask-once-more': { openness: 3, dissent: 'm/silence-tells' },
    'other-door': { openness: 2, dissent: 'm/no-advocate' },
    'give-it-time': { openness: 2, dissent: 'm/silence-tells' },
    wait: { openness: 2, dissent: 'percy/lifelines' },
    'let-go': { openness: 0, dissent: 'percy/lifelines' },
  },
  // What each rule rests on: claims that the answers it looks at have raised.
  grounds: {
    askedNotLongAgo: ['editor/may-have-missed'],
    askedProperlyAlready: ['m/silence-tells'],
    hopedForAFavour: ['essayist/not-using'],
    hopedForANumber: ['m/tool-not-trophy'],
    nowhereToMeet: ['guide/limited-interaction'],
    stillStings: ['editor/cool-head', 'm/not-impulsive'],
    toldHowToConnect: ['percy/open-minded', 'percy/no-ill-will'],
    gaveThemNothingToAnswer: ['guide/personalise', 'percy/no-ill-will'],
    meetAnyway: ['percy/balance', 'percy/shared-credential'],
  },
  betterToWorse: {},
});
