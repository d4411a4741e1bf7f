import { getNextTransitions, initialTransition, transition } from 'xstate';
import { type Answer, answerTo, type Trail } from '../domain/answer.ts';
import { nothingAnswered, questionnaire } from '../domain/questionnaire.ts';

/** The option of every question for what the reader would rather leave open; it adds nothing to the rule. */
export const UNSAID = 'unsaid';

/** Each question about the reader’s rule with its options, and the claims of the voices that see it so. */
export const ruleAnswers = {
  whom: {
    anyone: ['connector/return-favour'],
    open: ['percy/shared-credential', 'percy/digital-complements'],
    meet: ['percy/respect-preference', 'decliner/in-person'],
    vouch: ['leslie/wont-introduce', 'thom/not-everyone'],
    unsaid: [],
  },
  link: {
    vouch: ['leslie/reflects-on-you', 'm/mutual'],
    contact: ['thom/not-endorsement'],
    undecided: ['column/no-fixed-rules'],
    unsaid: [],
  },
  silence: {
    answer: ['m/silence-tells', 'm/no-advocate'],
    once: ['editor/fair-chance', 'm/fair-expectation'],
    nothing: ['editor/may-have-missed', 'percy/no-ill-will'],
    unsaid: [],
  },
  clearing: {
    regular: ['m/make-room', 'm/tool-not-trophy'],
    reason: ['m/not-impulsive', 'editor/cool-head'],
    never: ['connector/return-favour', 'thom/offence-costs'],
    unsaid: [],
  },
} as const;

/** The rule as a flow of its own: it weighs nothing and ends where the rule can be written. */
const ruleMachine = questionnaire(ruleAnswers).createMachine({
  id: 'rule',
  context: nothingAnswered,
  initial: 'whom',
  states: {
    whom: {
      exit: 'record',
      on: {
        'whom.anyone': 'link',
        'whom.open': 'link',
        'whom.meet': 'link',
        // Whoever links only with people they could vouch for has said what a link means.
        'whom.vouch': 'silence',
        'whom.unsaid': 'link',
      },
    },
    link: {
      exit: 'record',
      on: {
        'link.vouch': 'silence',
        'link.contact': 'silence',
        'link.undecided': 'silence',
        'link.unsaid': 'silence',
      },
    },
    silence: {
      exit: 'record',
      on: {
        'silence.answer': 'clearing',
        'silence.once': 'clearing',
        'silence.nothing': 'clearing',
        'silence.unsaid': 'clearing',
      },
    },
    clearing: {
      exit: 'record',
      on: {
        'clearing.regular': 'written',
        'clearing.reason': 'written',
        'clearing.never': 'written',
        'clearing.unsaid': 'written',
      },
    },
    written: { type: 'final' },
  },
});

/** Where the form stands: at a question, or where the rule can be written. */
export interface RuleStep {
  /** Null at the end. */
  readonly question: string | null;
  /** The answers that led here; those that are not on offer are left out. */
  readonly trail: Trail;
  /** How many questions may follow this one at most. */
  readonly left: number;
}

const QUESTIONS = Object.keys(ruleAnswers);

/** Returns where these answers lead, as far as the machine takes them. */
export function ruleStep(answers: Trail): RuleStep {
  let [snapshot] = initialTransition(ruleMachine);
  const trail: Answer[] = [];
  for (const answer of answers) {
    const found = getNextTransitions(snapshot).find(({ eventType }) => eventType === answer);
    if (!found) break;
    // The machine itself has just offered this event.
    [snapshot] = transition(ruleMachine, snapshot, { type: answer } as Parameters<typeof transition>[2]);
    trail.push(answer);
  }
  const question = snapshot.status === 'done' ? null : String(snapshot.value);
  const left = question === null ? 0 : QUESTIONS.length - 1 - QUESTIONS.indexOf(question);
  return { question, trail, left };
}

/** Returns the answers that a question of the rule offers, in order. */
export const ruleOffers = (question: string): readonly Answer[] =>
  Object.keys(ruleAnswers[question as keyof typeof ruleAnswers] ?? {}).map((option) => answerTo(question, option));
