import { all, not, said as saidOf } from '../domain/condition.ts';
import { defineFlow } from '../domain/define-flow.ts';
import { type AnswerOf, guards, nothingAnswered, questionnaire, rule, verdict } from '../domain/questionnaire.ts';

/** Each question with its options, and the claims that each option raises. */
const answers = {
  profile: {
    real: [],
    thin: ['guide/selective'],
    false: ['editor/spam'],
  },
  note: {
    specific: ['guide/personalise'],
    default: ['guide/personalise'],
    sales: ['editor/spam'],
  },
  ground: {
    credential: ['percy/shared-credential'],
    field: ['percy/not-categorical', 'guide/close-colleagues'],
    contacts: ['guide/reach'],
    nothing: ['thom/not-everyone', 'guide/dilution'],
  },
  rule: {
    open: ['percy/digital-complements'],
    meet: ['decliner/in-person', 'percy/respect-preference', 'percy/balance'],
    vouch: ['guide/selective', 'column/be-consistent'],
  },
  worth: {
    yes: ['percy/dismissal-loses'],
    maybe: ['percy/dismissal-loses', 'percy/open-minded'],
    no: ['guide/dilution'],
  },
} as const;

const said = saidOf<AnswerOf<typeof answers>>;

/** What the questions' routes look at. */
const facts = guards({
  littleToGoOn: said('profile.thin'),
  nothingShared: said('ground.nothing'),
  gaveReasonOnSharedGround: all(said('note.specific'), not(said('ground.nothing'))),
});

/** What decides, each under the name of its reason. */
const rules = guards({
  profileLooksFake: said('profile.false'),
  cameToSell: said('note.sales'),
  thinProfileNoReason: all(said('profile.thin'), said('note.default')),
  thinProfileWithReason: all(said('profile.thin'), said('note.specific')),
  nothingSharedNothingToSay: all(said('ground.nothing'), said('worth.no')),
  vouchingNeedsTie: all(said('rule.vouch'), said('ground.nothing')),
  vouchingNeedsReason: all(said('rule.vouch'), said('note.default')),
  vouchingNeedsMeeting: all(said('rule.vouch'), said('note.specific')),
  youMeetPeopleFirst: said('rule.meet'),
  reasonOnSharedGround: all(
    said('rule.open'),
    said('note.specific'),
    said('ground.credential', 'ground.field', 'ground.contacts'),
  ),
  nothingSharedNoReason: all(said('ground.nothing'), said('note.default'), said('worth.yes', 'worth.maybe')),
  nothingSharedHalfSure: all(said('ground.nothing'), said('worth.maybe')),
  fieldAloneHalfSure: all(said('ground.field'), said('note.default'), said('worth.maybe')),
  theyMaySeeWhatYouDoNot: all(said('note.default'), said('worth.no')),
  talkWorthHaving: said('worth.yes'),
  sharedGroundCarriesPerhaps: all(said('worth.maybe'), said('ground.credential', 'ground.contacts')),
});

const machine = questionnaire(answers)
  .extend({ guards: facts })
  .extend({ guards: rules })
  .createMachine({
    id: 'accept-stranger',
    context: nothingAnswered,
    initial: 'profile',
    states: {
      profile: {
        exit: 'record',
        on: { 'profile.real': 'note', 'profile.thin': 'note', 'profile.false': 'weighing' },
      },
      note: {
        exit: 'record',
        on: {
          'note.specific': [{ guard: 'littleToGoOn', target: 'weighing' }, { target: 'ground' }],
          'note.default': [{ guard: 'littleToGoOn', target: 'weighing' }, { target: 'ground' }],
          'note.sales': 'weighing',
        },
      },
      ground: {
        exit: 'record',
        on: {
          'ground.credential': 'rule',
          'ground.field': 'rule',
          'ground.contacts': 'rule',
          'ground.nothing': 'rule',
        },
      },
      rule: {
        exit: 'record',
        on: {
          'rule.open': [{ guard: 'gaveReasonOnSharedGround', target: 'weighing' }, { target: 'worth' }],
          'rule.meet': [{ guard: 'nothingShared', target: 'worth' }, { target: 'weighing' }],
          'rule.vouch': 'weighing',
        },
      },
      worth: {
        exit: 'record',
        on: { 'worth.yes': 'weighing', 'worth.maybe': 'weighing', 'worth.no': 'weighing' },
      },
      weighing: {
        always: [
          rule('profileLooksFake', 'report'),
          rule('cameToSell', 'decline'),
          rule('thinProfileNoReason', 'decline'),
          rule('thinProfileWithReason', 'ask-first'),
          rule('nothingSharedNothingToSay', 'decline'),
          rule('vouchingNeedsTie', 'decline'),
          rule('vouchingNeedsReason', 'ask-first'),
          rule('vouchingNeedsMeeting', 'meet-first'),
          rule('youMeetPeopleFirst', 'meet-first'),
          rule('reasonOnSharedGround', 'accept'),
          rule('nothingSharedNoReason', 'ask-first'),
          rule('nothingSharedHalfSure', 'ask-first'),
          rule('fieldAloneHalfSure', 'ask-first'),
          rule('theyMaySeeWhatYouDoNot', 'ask-first'),
          rule('talkWorthHaving', 'accept'),
          rule('sharedGroundCarriesPerhaps', 'accept'),
        ],
      },
      accept: verdict,
      'ask-first': verdict,
      'meet-first': verdict,
      decline: verdict,
      report: verdict,
    },
  });

/** A stranger in my field wants to connect: should I accept? */
export const acceptStranger = defineFlow({
  machine,
  answers,
  facts,
  rules,
  sides: { closed: 'decliner', open: 'percy' },
  verdicts: {
    accept: { openness: 4, dissent: 'thom/not-everyone' },
    'ask-first': { openness: 3, dissent: 'decliner/in-person' },
    'meet-first': { openness: 3, dissent: 'thom/not-everyone', grants: ['decliner/in-person'] },
    decline: { openness: 1, dissent: 'percy/dismissal-loses' },
    report: { openness: 0, dissent: 'safety' },
  },
  // What each rule rests on: claims that the answers it looks at have raised.
  grounds: {
    profileLooksFake: ['editor/spam'],
    cameToSell: ['editor/spam'],
    thinProfileNoReason: ['guide/selective'],
    thinProfileWithReason: ['guide/personalise'],
    nothingSharedNothingToSay: ['thom/not-everyone', 'guide/dilution'],
    vouchingNeedsTie: ['guide/selective', 'thom/not-everyone'],
    vouchingNeedsReason: ['column/be-consistent', 'guide/personalise'],
    vouchingNeedsMeeting: ['column/be-consistent'],
    youMeetPeopleFirst: ['percy/balance', 'percy/respect-preference'],
    reasonOnSharedGround: [
      'percy/shared-credential',
      'percy/not-categorical',
      'guide/reach',
      'percy/digital-complements',
      'guide/personalise',
    ],
    nothingSharedNoReason: ['guide/personalise', 'percy/dismissal-loses'],
    nothingSharedHalfSure: ['percy/dismissal-loses'],
    fieldAloneHalfSure: ['guide/personalise', 'percy/open-minded'],
    theyMaySeeWhatYouDoNot: ['guide/personalise'],
    talkWorthHaving: ['percy/dismissal-loses'],
    sharedGroundCarriesPerhaps: ['percy/shared-credential', 'guide/reach', 'percy/open-minded'],
  },
  betterToWorse: {
    profile: ['real', 'thin', 'false'],
    note: ['specific', 'default', 'sales'],
    ground: ['credential', 'nothing'],
    rule: ['open', 'meet', 'vouch'],
    worth: ['yes', 'maybe', 'no'],
  },
});
