import { all, any, not, said as saidOf } from '../domain/condition.ts';
import { defineFlow } from '../domain/define-flow.ts';
import { type AnswerOf, guards, nothingAnswered, questionnaire, rule, verdict } from '../domain/questionnaire.ts';

/** Each question with its options, and the claims that each option raises. */
const answers = {
  conduct: {
    good: ['guide/strengthen', 'guide/skills-known', 'guide/advocates'],
    unknown: ['guide/selective', 'thom/not-everyone'],
    difficult: ['leslie/no-gain', 'leslie/wont-ask', 'leslie/wont-introduce', 'leslie/reflects-on-you'],
    harmful: ['editor/safety', 'leslie/ignore-button'],
  },
  culture: {
    normal: ['guide/culture', 'guide/openings', 'guide/reach'],
    mixed: ['guide/culture', 'guide/comfort'],
    frowned: ['guide/culture'],
  },
  exposure: {
    fine: ['guide/brand'],
    some: ['guide/privacy', 'guide/boundaries'],
    private: ['guide/privacy'],
  },
  overlap: {
    yes: ['guide/collaborate'],
    no: ['guide/limited-interaction', 'guide/dilution'],
    unsure: ['guide/limited-interaction'],
  },
  heat: {
    warm: ['guide/recent-conflict'],
    cooled: [],
  },
  pattern: {
    settled: ['leslie/no-gain', 'leslie/reflects-on-you'],
    'bad-days': ['lunch/maybe-misread'],
    unsure: ['lunch/maybe-misread', 'lunch/deepen'],
  },
  talked: {
    'not-yet': ['lunch/talk-first', 'lunch/deepen'],
    improved: ['lunch/deepen'],
    unchanged: ['lunch/then-ignore', 'leslie/ignore-button'],
  },
  stakes: {
    partnership: ['thom/company-tie', 'thom/offence-costs', 'thom/well-maybe'],
    power: ['guide/visibility', 'guide/boundaries'],
    'my-call': ['thom/owner-decides'],
    little: ['thom/not-everyone'],
  },
  meaning: {
    vouch: ['guide/selective', 'column/be-consistent'],
    contact: ['thom/not-endorsement', 'connector/return-favour', 'column/be-consistent'],
    undecided: ['column/no-fixed-rules', 'column/think-it-through'],
  },
} as const;

const said = saidOf<AnswerOf<typeof answers>>;

/** What the questions' routes look at. */
const facts = guards({
  enjoysWorkingTogether: said('conduct.good'),
  hardlyKnown: said('conduct.unknown'),
  settledManner: said('pattern.settled'),
  notTalkedYet: said('talked.not-yet'),
  stillOpenOrOnceDifficult: all(not(said('talked.not-yet')), not(said('pattern.settled'))),
});

/** What decides, each under the name of its reason. */
const rules = guards({
  harassesOrThreatens: said('conduct.harmful'),
  quarrelStillWarm: said('heat.warm'),
  frownedUponHere: said('culture.frowned'),
  networkMustStayApart: all(said('exposure.private'), said('conduct.good')),
  tooPrivateForSomeoneUnknown: all(said('exposure.private'), said('conduct.unknown')),
  someThingsToHide: said('exposure.some'),
  nothingToHide: said('exposure.fine'),
  nothingSharedYet: said('overlap.no', 'overlap.unsure'),
  vouchingNeedsAcquaintance: all(said('meaning.vouch'), said('conduct.unknown')),
  maybeMisread: all(said('talked.not-yet'), said('pattern.bad-days', 'pattern.unsure')),
  partnershipAndNoTalkYet: all(said('talked.not-yet'), said('stakes.partnership')),
  theyDecideAboutYou: said('stakes.power'),
  yoursToDecide: all(said('stakes.my-call'), any(said('talked.not-yet'), said('pattern.settled'))),
  littleAtRisk: all(said('stakes.little'), any(said('talked.not-yet'), said('pattern.settled'))),
  vouchingNeedsMoreTime: all(said('meaning.vouch'), said('talked.improved')),
  cannotVouchCannotOffend: all(said('meaning.vouch'), said('stakes.partnership')),
  cannotVouch: said('meaning.vouch'),
  onlyMetThroughWork: all(said('meaning.contact'), said('conduct.difficult')),
  worthKeepingInReach: all(said('meaning.undecided'), said('talked.improved', 'stakes.partnership')),
  nothingSpeaksForIt: said('meaning.undecided'),
});

const machine = questionnaire(answers)
  .extend({ guards: facts })
  .extend({ guards: rules })
  .createMachine({
    id: 'accept-coworker',
    context: nothingAnswered,
    initial: 'conduct',
    states: {
      conduct: {
        exit: 'record',
        on: {
          'conduct.good': 'culture',
          'conduct.unknown': 'culture',
          'conduct.difficult': 'heat',
          'conduct.harmful': 'weighing',
        },
      },
      culture: {
        exit: 'record',
        on: {
          'culture.normal': [{ guard: 'enjoysWorkingTogether', target: 'exposure' }, { target: 'meaning' }],
          'culture.mixed': [{ guard: 'enjoysWorkingTogether', target: 'exposure' }, { target: 'meaning' }],
          'culture.frowned': 'weighing',
        },
      },
      exposure: {
        exit: 'record',
        on: { 'exposure.fine': 'weighing', 'exposure.some': 'weighing', 'exposure.private': 'weighing' },
      },
      overlap: {
        exit: 'record',
        on: { 'overlap.yes': 'exposure', 'overlap.no': 'weighing', 'overlap.unsure': 'weighing' },
      },
      heat: {
        exit: 'record',
        on: { 'heat.warm': 'weighing', 'heat.cooled': 'pattern' },
      },
      pattern: {
        exit: 'record',
        on: { 'pattern.settled': 'talked', 'pattern.bad-days': 'talked', 'pattern.unsure': 'talked' },
      },
      talked: {
        exit: 'record',
        on: {
          'talked.not-yet': [{ guard: 'settledManner', target: 'stakes' }, { target: 'weighing' }],
          'talked.improved': 'meaning',
          'talked.unchanged': 'stakes',
        },
      },
      stakes: {
        exit: 'record',
        on: {
          'stakes.partnership': [{ guard: 'notTalkedYet', target: 'weighing' }, { target: 'meaning' }],
          'stakes.power': 'weighing',
          'stakes.my-call': [{ guard: 'stillOpenOrOnceDifficult', target: 'meaning' }, { target: 'weighing' }],
          'stakes.little': [{ guard: 'stillOpenOrOnceDifficult', target: 'meaning' }, { target: 'weighing' }],
        },
      },
      meaning: {
        exit: 'record',
        on: {
          'meaning.vouch': 'weighing',
          'meaning.contact': [{ guard: 'hardlyKnown', target: 'exposure' }, { target: 'weighing' }],
          'meaning.undecided': [{ guard: 'hardlyKnown', target: 'overlap' }, { target: 'weighing' }],
        },
      },
      weighing: {
        always: [
          rule('harassesOrThreatens', 'protect'),
          rule('quarrelStillWarm', 'wait'),
          rule('frownedUponHere', 'not-here'),
          rule('networkMustStayApart', 'not-here'),
          rule('tooPrivateForSomeoneUnknown', 'get-to-know'),
          rule('someThingsToHide', 'boundaries'),
          rule('nothingToHide', 'accept'),
          rule('nothingSharedYet', 'get-to-know'),
          rule('vouchingNeedsAcquaintance', 'get-to-know'),
          rule('maybeMisread', 'talk-first'),
          rule('partnershipAndNoTalkYet', 'talk-first'),
          rule('theyDecideAboutYou', 'boundaries'),
          rule('yoursToDecide', 'ignore'),
          rule('littleAtRisk', 'ignore'),
          rule('vouchingNeedsMoreTime', 'get-to-know'),
          rule('cannotVouchCannotOffend', 'not-here'),
          rule('cannotVouch', 'ignore'),
          rule('onlyMetThroughWork', 'boundaries'),
          rule('worthKeepingInReach', 'boundaries'),
          rule('nothingSpeaksForIt', 'ignore'),
        ],
      },
      accept: verdict,
      boundaries: verdict,
      'talk-first': verdict,
      'get-to-know': verdict,
      wait: verdict,
      'not-here': verdict,
      ignore: verdict,
      protect: verdict,
    },
  });

/** Should I accept this coworker’s request? */
export const acceptCoworker = defineFlow({
  machine,
  answers,
  facts,
  rules,
  sides: { closed: 'leslie', open: 'thom' },
  verdicts: {
    accept: { openness: 4, dissent: 'thom/not-everyone' },
    boundaries: { openness: 3, dissent: 'guide/dilution' },
    'talk-first': { openness: 2, dissent: 'leslie/no-gain' },
    'get-to-know': { openness: 2, dissent: 'thom/not-endorsement' },
    wait: { openness: 2, dissent: 'thom/offence-costs' },
    'not-here': { openness: 1, dissent: 'thom/offence-costs' },
    ignore: { openness: 0, dissent: 'thom/not-endorsement' },
    protect: { openness: 0, dissent: 'safety' },
  },
  // What each rule rests on: claims that the answers it looks at have raised.
  grounds: {
    harassesOrThreatens: ['editor/safety'],
    quarrelStillWarm: ['guide/recent-conflict'],
    frownedUponHere: ['guide/culture'],
    networkMustStayApart: ['guide/privacy'],
    tooPrivateForSomeoneUnknown: ['guide/privacy'],
    someThingsToHide: ['guide/boundaries', 'guide/privacy'],
    nothingToHide: ['guide/brand'],
    nothingSharedYet: ['guide/limited-interaction'],
    vouchingNeedsAcquaintance: ['column/be-consistent'],
    maybeMisread: ['lunch/talk-first', 'lunch/maybe-misread'],
    partnershipAndNoTalkYet: ['lunch/talk-first', 'thom/company-tie'],
    theyDecideAboutYou: ['guide/boundaries'],
    yoursToDecide: ['thom/owner-decides'],
    littleAtRisk: ['thom/not-everyone'],
    vouchingNeedsMoreTime: ['column/be-consistent'],
    cannotVouchCannotOffend: ['guide/selective', 'thom/company-tie'],
    cannotVouch: ['guide/selective'],
    onlyMetThroughWork: ['thom/not-endorsement'],
    worthKeepingInReach: ['column/think-it-through'],
    nothingSpeaksForIt: ['column/think-it-through'],
  },
  betterToWorse: {
    conduct: ['good', 'unknown', 'difficult', 'harmful'],
    culture: ['normal', 'mixed', 'frowned'],
    exposure: ['fine', 'some', 'private'],
    heat: ['cooled', 'warm'],
    pattern: ['bad-days', 'settled'],
    talked: ['improved', 'not-yet'],
    stakes: ['partnership', 'little'],
  },
});
