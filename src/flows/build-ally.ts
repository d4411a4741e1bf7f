import { all, said as saidOf } from '../domain/condition.ts';
import { defineFlow } from '../domain/define-flow.ts';
import { type AnswerOf, guards, nothingAnswered, questionnaire, rule, verdict } from '../domain/questionnaire.ts';

/** Each question with its options, and the claims that each option raises. */
const answers = {
  aim: {
    trust: ['essayist/depth'],
    learn: ['essayist/listen'],
    smooth: ['essayist/patience'],
    advance: ['essayist/not-using'],
  },
  who: {
    warm: ['essayist/small-opening', 'essayist/see-person'],
    closed: ['essayist/patience', 'essayist/genuine'],
    star: ['essayist/listen'],
    cooled: ['lunch/maybe-misread', 'lunch/talk-first'],
    gone: ['m/mandated', 'm/one-off'],
  },
  tried: {
    'not-yet': ['editor/fair-chance'],
    opening: ['essayist/patience'],
    nothing: ['m/silence-tells', 'm/no-advocate', 'essayist/not-always'],
  },
  ground: {
    found: ['essayist/small-opening'],
    'not-yet': ['essayist/depth'],
  },
  work: {
    now: ['essayist/shared-work', 'essayist/collective'],
    could: ['essayist/shared-work'],
    none: ['guide/limited-interaction'],
  },
} as const;

const said = saidOf<AnswerOf<typeof answers>>;

/** What the questions' routes look at. */
const facts = guards({
  wantsToGetAhead: said('aim.advance'),
  closedOff: said('who.closed'),
});

/** What decides, each under the name of its reason. */
const rules = guards({
  hopesForAFavour: all(said('aim.advance'), said('who.warm', 'who.closed', 'who.star', 'who.cooled')),
  triesCameToNothing: all(said('tried.nothing'), said('who.cooled', 'who.gone')),
  nothingCameNothingShared: all(said('tried.nothing'), said('ground.not-yet')),
  commonGroundAtLast: all(said('who.closed'), said('ground.found')),
  closedAndNotTried: all(said('who.closed'), said('tried.not-yet')),
  closedAndOpeningSometimes: all(said('who.closed'), said('tried.opening')),
  noWordFromYouYet: all(said('tried.not-yet'), said('who.cooled', 'who.gone')),
  doorStillAjar: all(said('tried.opening'), said('who.cooled', 'who.gone')),
  friendlyButOnlyWork: all(said('who.warm'), said('ground.not-yet')),
  goodTermsAndSharedWork: all(said('who.warm'), said('ground.found'), said('work.now', 'work.could')),
  goodTermsWithoutWork: all(said('who.warm'), said('ground.found'), said('work.none')),
  admiredAndSharedWork: all(said('who.star'), said('work.now', 'work.could')),
  muchToLearnNoWork: all(said('who.star'), said('work.none'), said('aim.learn')),
  admiredFromAfar: all(said('who.star'), said('work.none'), said('aim.trust', 'aim.smooth')),
});

const machine = questionnaire(answers)
  .extend({ guards: facts })
  .extend({ guards: rules })
  .createMachine({
    id: 'build-ally',
    context: nothingAnswered,
    initial: 'aim',
    states: {
      aim: {
        exit: 'record',
        on: { 'aim.trust': 'who', 'aim.learn': 'who', 'aim.smooth': 'who', 'aim.advance': 'who' },
      },
      who: {
        exit: 'record',
        on: {
          'who.warm': [{ guard: 'wantsToGetAhead', target: 'weighing' }, { target: 'ground' }],
          'who.closed': [{ guard: 'wantsToGetAhead', target: 'weighing' }, { target: 'tried' }],
          'who.star': [{ guard: 'wantsToGetAhead', target: 'weighing' }, { target: 'work' }],
          'who.cooled': [{ guard: 'wantsToGetAhead', target: 'weighing' }, { target: 'tried' }],
          'who.gone': 'tried',
        },
      },
      tried: {
        exit: 'record',
        on: {
          'tried.not-yet': 'weighing',
          'tried.opening': 'weighing',
          'tried.nothing': [{ guard: 'closedOff', target: 'ground' }, { target: 'weighing' }],
        },
      },
      ground: {
        exit: 'record',
        on: {
          'ground.found': [{ guard: 'closedOff', target: 'weighing' }, { target: 'work' }],
          'ground.not-yet': 'weighing',
        },
      },
      work: {
        exit: 'record',
        on: { 'work.now': 'weighing', 'work.could': 'weighing', 'work.none': 'weighing' },
      },
      weighing: {
        always: [
          rule('hopesForAFavour', 'give-first'),
          rule('triesCameToNothing', 'let-be'),
          rule('nothingCameNothingShared', 'let-be'),
          rule('commonGroundAtLast', 'small-doors'),
          rule('closedAndNotTried', 'small-doors'),
          rule('closedAndOpeningSometimes', 'small-doors'),
          rule('noWordFromYouYet', 'reach-out'),
          rule('doorStillAjar', 'reach-out'),
          rule('friendlyButOnlyWork', 'common-ground'),
          rule('goodTermsAndSharedWork', 'work-together'),
          rule('goodTermsWithoutWork', 'small-doors'),
          rule('admiredAndSharedWork', 'listen-first'),
          rule('muchToLearnNoWork', 'reach-out'),
          rule('admiredFromAfar', 'common-ground'),
        ],
      },
      'work-together': verdict,
      'common-ground': verdict,
      'listen-first': verdict,
      'small-doors': verdict,
      'reach-out': verdict,
      'give-first': verdict,
      'let-be': verdict,
    },
  });

/** How do I turn a colleague into an ally? */
export const buildAlly = defineFlow({
  machine,
  answers,
  facts,
  rules,
  sides: { closed: 'm', open: 'essayist' },
  verdicts: {
    'work-together': { openness: 4, dissent: 'm/mandated' },
    'common-ground': { openness: 3, dissent: 'm/mandated' },
    'listen-first': { openness: 4, dissent: 'm/mandated' },
    'small-doors': { openness: 3, dissent: 'm/silence-tells' },
    'reach-out': { openness: 3, dissent: 'm/silence-tells' },
    'give-first': { openness: 2, dissent: 'm/no-advocate' },
    'let-be': { openness: 0, dissent: 'essayist/small-opening' },
  },
  // What each rule rests on: claims that the answers it looks at have raised.
  grounds: {
    hopesForAFavour: ['essayist/not-using'],
    triesCameToNothing: ['m/silence-tells', 'm/no-advocate'],
    nothingCameNothingShared: ['m/silence-tells', 'm/no-advocate'],
    commonGroundAtLast: ['essayist/small-opening', 'essayist/patience'],
    closedAndNotTried: ['essayist/patience', 'editor/fair-chance'],
    closedAndOpeningSometimes: ['essayist/patience'],
    noWordFromYouYet: ['editor/fair-chance'],
    doorStillAjar: ['essayist/patience'],
    friendlyButOnlyWork: ['essayist/small-opening', 'essayist/see-person'],
    goodTermsAndSharedWork: ['essayist/shared-work'],
    goodTermsWithoutWork: ['essayist/small-opening'],
    admiredAndSharedWork: ['essayist/listen', 'essayist/shared-work'],
    muchToLearnNoWork: ['essayist/listen'],
    admiredFromAfar: ['guide/limited-interaction'],
  },
  betterToWorse: {
    tried: ['opening', 'not-yet', 'nothing'],
    ground: ['found', 'not-yet'],
    work: ['now', 'could', 'none'],
  },
});
