import { all, said as saidOf } from '../domain/condition.ts';
import { defineFlow } from '../domain/define-flow.ts';
import { type AnswerOf, guards, nothingAnswered, questionnaire, rule, verdict } from '../domain/questionnaire.ts';

/** Each question with its options, and the claims that each option raises. */
const answers = {
  contact: {
    close: ['guide/strengthen', 'guide/close-colleagues'],
    moment: ['guide/timing', 'guide/strengthen'],
    interest: ['guide/close-colleagues', 'guide/collaborate'],
    former: ['m/mutual', 'guide/advocates'],
    rare: ['guide/limited-interaction', 'guide/not-many'],
  },
  heat: {
    warm: ['guide/recent-conflict'],
    cooled: [],
  },
  aim: {
    touch: ['guide/strengthen'],
    learn: ['guide/collaborate', 'guide/learning', 'essayist/shared-work'],
    career: ['guide/openings', 'guide/advocates', 'essayist/not-using'],
    count: ['guide/dilution', 'm/tool-not-trophy', 'essayist/empty-networking'],
  },
  culture: {
    normal: ['guide/culture', 'guide/reach'],
    mixed: ['guide/culture', 'guide/comfort'],
    frowned: ['guide/culture'],
  },
  ready: {
    yes: ['guide/profile', 'guide/brand'],
    dated: ['guide/profile', 'editor/look-first'],
    exposed: ['guide/privacy', 'guide/boundaries', 'editor/look-first'],
  },
} as const;

const said = saidOf<AnswerOf<typeof answers>>;

/** What the questions' routes look at. */
const facts = guards({
  workTogetherNow: said('contact.close', 'contact.moment'),
  usedToWorkTogether: said('contact.former'),
  hardlyDealWithEachOther: said('contact.rare'),
});

/** What decides, each under the name of its reason. */
const rules = guards({
  quarrelStillWarm: said('heat.warm'),
  onlyForTheNumber: said('aim.count'),
  frownedUponHere: said('culture.frowned'),
  hardlyAnyDealings: said('contact.rare'),
  favourBeforeRapport: all(said('aim.career'), said('contact.interest')),
  profileOutOfDate: said('ready.dated'),
  profileShowsTooMuch: said('ready.exposed'),
  customNotSettled: said('culture.mixed'),
  knownAndReady: all(said('contact.close', 'contact.moment', 'contact.interest', 'contact.former'), said('ready.yes')),
});

const machine = questionnaire(answers)
  .extend({ guards: facts })
  .extend({ guards: rules })
  .createMachine({
    id: 'send-request',
    context: nothingAnswered,
    initial: 'contact',
    states: {
      contact: {
        exit: 'record',
        on: {
          'contact.close': 'heat',
          'contact.moment': 'heat',
          'contact.interest': 'heat',
          'contact.former': 'heat',
          'contact.rare': 'aim',
        },
      },
      heat: {
        exit: 'record',
        on: {
          'heat.warm': 'weighing',
          'heat.cooled': [{ guard: 'workTogetherNow', target: 'culture' }, { target: 'aim' }],
        },
      },
      aim: {
        exit: 'record',
        on: {
          'aim.touch': [
            { guard: 'hardlyDealWithEachOther', target: 'weighing' },
            { guard: 'usedToWorkTogether', target: 'ready' },
            { target: 'culture' },
          ],
          'aim.learn': [
            { guard: 'hardlyDealWithEachOther', target: 'weighing' },
            { guard: 'usedToWorkTogether', target: 'ready' },
            { target: 'culture' },
          ],
          'aim.career': [{ guard: 'usedToWorkTogether', target: 'ready' }, { target: 'weighing' }],
          'aim.count': 'weighing',
        },
      },
      culture: {
        exit: 'record',
        on: { 'culture.normal': 'ready', 'culture.mixed': 'ready', 'culture.frowned': 'weighing' },
      },
      ready: {
        exit: 'record',
        on: { 'ready.yes': 'weighing', 'ready.dated': 'weighing', 'ready.exposed': 'weighing' },
      },
      weighing: {
        always: [
          rule('quarrelStillWarm', 'wait'),
          rule('onlyForTheNumber', 'skip'),
          rule('frownedUponHere', 'not-here'),
          rule('hardlyAnyDealings', 'build-first'),
          rule('favourBeforeRapport', 'build-first'),
          rule('profileOutOfDate', 'tidy-first'),
          rule('profileShowsTooMuch', 'tidy-first'),
          rule('customNotSettled', 'mention-first'),
          rule('knownAndReady', 'send'),
        ],
      },
      send: verdict,
      'mention-first': verdict,
      'tidy-first': verdict,
      'build-first': verdict,
      wait: verdict,
      'not-here': verdict,
      skip: verdict,
    },
  });

/** Should I send a coworker a request? */
export const sendRequest = defineFlow({
  machine,
  answers,
  facts,
  rules,
  sides: { closed: 'guide', open: 'guide' },
  verdicts: {
    send: { openness: 4, dissent: 'thom/not-everyone' },
    'mention-first': { openness: 3, dissent: 'guide/selective' },
    'tidy-first': { openness: 2, dissent: 'guide/timing' },
    'build-first': { openness: 2, dissent: 'guide/reach' },
    wait: { openness: 2, dissent: 'guide/strengthen' },
    'not-here': { openness: 1, dissent: 'guide/reach' },
    skip: { openness: 0, dissent: 'guide/reach' },
  },
  // What each rule rests on: claims that the answers it looks at have raised.
  grounds: {
    quarrelStillWarm: ['guide/recent-conflict'],
    onlyForTheNumber: ['m/tool-not-trophy', 'guide/dilution', 'essayist/empty-networking'],
    frownedUponHere: ['guide/culture'],
    hardlyAnyDealings: ['guide/limited-interaction', 'guide/not-many'],
    favourBeforeRapport: ['essayist/not-using'],
    profileOutOfDate: ['guide/profile', 'editor/look-first'],
    profileShowsTooMuch: ['guide/privacy', 'editor/look-first'],
    customNotSettled: ['guide/culture', 'guide/comfort'],
    knownAndReady: ['guide/close-colleagues', 'guide/strengthen', 'guide/timing', 'guide/advocates', 'guide/profile'],
  },
  betterToWorse: {
    contact: ['close', 'interest', 'rare'],
    heat: ['cooled', 'warm'],
    culture: ['normal', 'mixed', 'frowned'],
  },
});
