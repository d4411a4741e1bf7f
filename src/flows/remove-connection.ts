import { all, said as saidOf } from '../domain/condition.ts';
import { defineFlow } from '../domain/define-flow.ts';
import { type AnswerOf, guards, nothingAnswered, questionnaire, rule, verdict } from '../domain/questionnaire.ts';

/** Each question with its options, and the claims that each option raises. */
const answers = {
  harm: {
    none: [],
    nuisance: ['guide/dilution'],
    wronged: ['m/mutual', 'leslie/no-gain'],
    serious: ['editor/safety'],
  },
  motive: {
    sting: ['editor/cool-head', 'm/not-impulsive'],
    considered: ['m/make-room'],
    tidy: ['m/tool-not-trophy', 'guide/selective'],
  },
  bond: {
    friend: ['essayist/depth'],
    project: ['m/mandated', 'm/no-friendship', 'm/blurred-line'],
    current: ['guide/collaborate', 'guide/strengthen'],
    thin: ['thom/not-everyone', 'guide/dilution'],
  },
  contact: {
    answered: ['m/mutual', 'guide/strengthen'],
    silence: ['m/silence-tells'],
    'not-tried': ['editor/fair-chance', 'm/fair-expectation'],
  },
  signal: {
    active: ['m/silence-tells', 'm/no-advocate', 'm/one-off'],
    away: ['editor/may-have-missed'],
  },
  mutual: {
    both: ['m/mutual', 'essayist/support-returns'],
    'one-way': ['m/no-advocate', 'm/mutual', 'essayist/pass-it-on'],
    neither: ['m/no-advocate', 'm/tool-not-trophy'],
  },
  meaning: {
    vouch: ['m/mutual', 'm/make-room', 'column/be-consistent'],
    contact: ['thom/not-endorsement', 'connector/return-favour', 'column/be-consistent'],
    undecided: ['column/no-fixed-rules', 'column/think-it-through'],
  },
} as const;

const said = saidOf<AnswerOf<typeof answers>>;

/** What the questions' routes look at. */
const facts = guards({
  trustBroken: said('harm.wronged'),
  wereFriends: said('bond.friend'),
  silenceFromSomeoneActive: said('signal.active'),
});

/** What decides, each under the name of its reason. */
const rules = guards({
  harassesOrWontStop: said('harm.serious'),
  stillStings: said('motive.sting'),
  workTogetherWithoutHarm: all(said('bond.current'), said('harm.none')),
  workTogetherDespiteNoise: all(said('bond.current'), said('harm.nuisance')),
  workTogetherDespiteBrokenTrust: all(said('bond.current'), said('harm.wronged')),
  trustBrokenAndNoWorkLeft: all(said('harm.wronged'), said('bond.friend', 'bond.project', 'bond.thin')),
  notReachedOutYet: said('contact.not-tried'),
  mayNotHaveSeenIt: said('signal.away'),
  silentFriend: all(said('bond.friend'), said('signal.active')),
  friendAnswers: all(said('bond.friend'), said('contact.answered'), said('harm.none')),
  friendAnswersDespiteNoise: all(said('bond.friend'), said('contact.answered'), said('harm.nuisance')),
  speaksUpBothWays: all(said('mutual.both'), said('harm.none')),
  speaksUpBothWaysDespiteNoise: all(said('mutual.both'), said('harm.nuisance')),
  answersAndOneSpeaksUp: all(said('mutual.one-way'), said('contact.answered'), said('harm.none')),
  answersAndOneSpeaksUpDespiteNoise: all(said('mutual.one-way'), said('contact.answered'), said('harm.nuisance')),
  hardlyAnythingReal: all(said('meaning.vouch'), said('bond.thin')),
  oneSidedAndSilent: all(said('meaning.vouch'), said('mutual.one-way'), said('signal.active')),
  neitherSpeaksUp: all(said('meaning.vouch'), said('mutual.neither')),
  silentButOnlyAContact: all(said('meaning.contact'), said('signal.active')),
  noisyButOnlyAContact: all(said('meaning.contact'), said('harm.nuisance')),
  onlyAContactWithoutHarm: all(said('meaning.contact'), said('harm.none')),
  nothingMutualAfterLongThought: all(
    said('meaning.undecided'),
    said('mutual.neither'),
    said('signal.active'),
    said('motive.considered'),
  ),
  noRuleYet: said('meaning.undecided'),
});

const machine = questionnaire(answers)
  .extend({ guards: facts })
  .extend({ guards: rules })
  .createMachine({
    id: 'remove-connection',
    context: nothingAnswered,
    initial: 'harm',
    states: {
      harm: {
        exit: 'record',
        on: { 'harm.none': 'motive', 'harm.nuisance': 'motive', 'harm.wronged': 'motive', 'harm.serious': 'weighing' },
      },
      motive: {
        exit: 'record',
        on: { 'motive.sting': 'weighing', 'motive.considered': 'bond', 'motive.tidy': 'bond' },
      },
      bond: {
        exit: 'record',
        on: {
          'bond.friend': [{ guard: 'trustBroken', target: 'weighing' }, { target: 'contact' }],
          'bond.project': [{ guard: 'trustBroken', target: 'weighing' }, { target: 'contact' }],
          'bond.current': 'weighing',
          'bond.thin': [{ guard: 'trustBroken', target: 'weighing' }, { target: 'meaning' }],
        },
      },
      contact: {
        exit: 'record',
        on: {
          'contact.answered': [{ guard: 'wereFriends', target: 'weighing' }, { target: 'mutual' }],
          'contact.silence': 'signal',
          'contact.not-tried': 'weighing',
        },
      },
      signal: {
        exit: 'record',
        on: {
          'signal.active': [{ guard: 'wereFriends', target: 'weighing' }, { target: 'mutual' }],
          'signal.away': 'weighing',
        },
      },
      mutual: {
        exit: 'record',
        on: {
          'mutual.both': 'weighing',
          'mutual.one-way': [{ guard: 'silenceFromSomeoneActive', target: 'meaning' }, { target: 'weighing' }],
          'mutual.neither': 'meaning',
        },
      },
      meaning: {
        exit: 'record',
        on: { 'meaning.vouch': 'weighing', 'meaning.contact': 'weighing', 'meaning.undecided': 'weighing' },
      },
      weighing: {
        always: [
          rule('harassesOrWontStop', 'remove-block'),
          rule('stillStings', 'wait'),
          rule('workTogetherWithoutHarm', 'keep'),
          rule('workTogetherDespiteNoise', 'mute'),
          rule('workTogetherDespiteBrokenTrust', 'mute'),
          rule('trustBrokenAndNoWorkLeft', 'remove'),
          rule('notReachedOutYet', 'reach-out'),
          rule('mayNotHaveSeenIt', 'reach-out'),
          rule('silentFriend', 'mute'),
          rule('friendAnswers', 'keep'),
          rule('friendAnswersDespiteNoise', 'mute'),
          rule('speaksUpBothWays', 'keep'),
          rule('speaksUpBothWaysDespiteNoise', 'mute'),
          rule('answersAndOneSpeaksUp', 'keep'),
          rule('answersAndOneSpeaksUpDespiteNoise', 'mute'),
          rule('hardlyAnythingReal', 'remove'),
          rule('oneSidedAndSilent', 'remove'),
          rule('neitherSpeaksUp', 'remove'),
          rule('silentButOnlyAContact', 'mute'),
          rule('noisyButOnlyAContact', 'mute'),
          rule('onlyAContactWithoutHarm', 'keep'),
          rule('nothingMutualAfterLongThought', 'remove'),
          rule('noRuleYet', 'mute'),
        ],
      },
      keep: verdict,
      'reach-out': verdict,
      mute: verdict,
      wait: verdict,
      remove: verdict,
      'remove-block': verdict,
    },
  });

/** Should I remove this connection? */
export const removeConnection = defineFlow({
  machine,
  answers,
  facts,
  rules,
  sides: { closed: 'm', open: 'connector' },
  verdicts: {
    keep: { openness: 4, dissent: 'm/tool-not-trophy' },
    'reach-out': { openness: 3, dissent: 'm/mandated' },
    mute: { openness: 2, dissent: 'm/make-room' },
    wait: { openness: 2, dissent: 'm/make-room' },
    remove: { openness: 0, dissent: 'connector/return-favour' },
    'remove-block': { openness: 0, dissent: 'safety' },
  },
  // What each rule rests on: claims that the answers it looks at have raised.
  grounds: {
    harassesOrWontStop: ['editor/safety'],
    stillStings: ['editor/cool-head', 'm/not-impulsive'],
    workTogetherWithoutHarm: ['guide/collaborate', 'guide/strengthen'],
    workTogetherDespiteNoise: ['guide/collaborate', 'guide/strengthen'],
    workTogetherDespiteBrokenTrust: ['guide/collaborate', 'm/mutual'],
    trustBrokenAndNoWorkLeft: ['leslie/no-gain', 'm/mutual'],
    notReachedOutYet: ['editor/fair-chance', 'm/fair-expectation'],
    mayNotHaveSeenIt: ['editor/may-have-missed'],
    silentFriend: ['essayist/depth'],
    friendAnswers: ['guide/strengthen'],
    friendAnswersDespiteNoise: ['m/mutual', 'essayist/depth'],
    speaksUpBothWays: ['essayist/support-returns'],
    speaksUpBothWaysDespiteNoise: ['m/mutual', 'essayist/support-returns'],
    answersAndOneSpeaksUp: ['essayist/pass-it-on', 'guide/strengthen'],
    answersAndOneSpeaksUpDespiteNoise: ['m/mutual', 'essayist/pass-it-on'],
    hardlyAnythingReal: ['m/make-room', 'thom/not-everyone'],
    oneSidedAndSilent: ['m/silence-tells', 'm/no-advocate', 'm/mutual'],
    neitherSpeaksUp: ['m/no-advocate', 'm/tool-not-trophy', 'm/make-room'],
    silentButOnlyAContact: ['thom/not-endorsement', 'connector/return-favour'],
    noisyButOnlyAContact: ['thom/not-endorsement', 'connector/return-favour'],
    onlyAContactWithoutHarm: ['thom/not-endorsement', 'connector/return-favour'],
    nothingMutualAfterLongThought: ['m/no-advocate', 'm/silence-tells', 'm/make-room'],
    noRuleYet: ['column/think-it-through', 'column/no-fixed-rules'],
  },
  betterToWorse: {
    harm: ['none', 'nuisance', 'wronged', 'serious'],
    mutual: ['both', 'one-way', 'neither'],
    meaning: ['contact', 'vouch'],
  },
});
