import type { Ledger } from '../../src/domain/claim.ts';
import { type Condition, said } from '../../src/domain/condition.ts';
import { defineFlow, type MachineFlow } from '../../src/domain/define-flow.ts';
import type { Verdict } from '../../src/domain/flow.ts';
import {
  type Answers,
  type ClaimId,
  guards,
  nothingAnswered,
  questionnaire,
  rule,
  verdict,
} from '../../src/domain/questionnaire.ts';

type Way = string | readonly { readonly guard?: string; readonly target: string }[];

/** What a small flow is made of, in plain names, so that a test can plant a fault that the types would refuse. */
export interface SmallParts {
  readonly answers: Answers;
  readonly facts: Readonly<Record<string, Condition>>;
  readonly rules: Readonly<Record<string, Condition>>;
  /** Question, then answer, then where it leads. */
  readonly on: Readonly<Record<string, Readonly<Record<string, Way>>>>;
  /** Rule and verdict, in the weighing’s order. */
  readonly weighing: readonly (readonly [string, string])[];
  readonly verdicts: Readonly<Record<string, Verdict>>;
  readonly grounds: Readonly<Record<string, readonly ClaimId[]>>;
  readonly betterToWorse: Readonly<Record<string, readonly string[]>>;
}

/** The leans of the claims that the small flow names. */
export const smallLedger: Ledger = {
  'ann/welcome': 'open',
  'ann/try-it': 'open',
  'bob/keep-out': 'closed',
  'bob/wait-and-see': 'pause',
  'editor/safety': 'closed',
};

/** A flow of two questions that keeps every law. */
export const soundParts: SmallParts = {
  answers: {
    conduct: { good: ['ann/welcome'], doubtful: ['bob/keep-out'], harmful: ['editor/safety'] },
    weather: { dry: ['ann/try-it', 'bob/wait-and-see'], wet: ['bob/wait-and-see', 'bob/keep-out'] },
  },
  facts: {},
  rules: {
    inDanger: said('conduct.harmful'),
    wetOutside: said('weather.wet'),
    dryAndTrusted: said('conduct.good'),
    dryButDoubtful: said('weather.dry'),
  },
  on: {
    conduct: {
      'conduct.good': 'weather',
      'conduct.doubtful': 'weather',
      'conduct.harmful': 'weighing',
    },
    weather: { 'weather.dry': 'weighing', 'weather.wet': 'weighing' },
  },
  weighing: [
    ['inDanger', 'flee'],
    ['wetOutside', 'stay'],
    ['dryAndTrusted', 'go'],
    ['dryButDoubtful', 'look'],
  ],
  verdicts: {
    go: { openness: 4, dissent: 'bob/keep-out' },
    look: { openness: 2, dissent: 'bob/keep-out' },
    stay: { openness: 1, dissent: 'ann/welcome' },
    flee: { openness: 0, dissent: 'safety' },
  },
  grounds: {
    inDanger: ['editor/safety'],
    wetOutside: ['bob/keep-out'],
    dryAndTrusted: ['ann/welcome'],
    dryButDoubtful: ['bob/wait-and-see'],
  },
  betterToWorse: { conduct: ['good', 'doubtful', 'harmful'], weather: ['dry', 'wet'] },
};

/** Returns the small flow with some of its parts replaced. */
export function smallFlow(changed: Partial<SmallParts> = {}): MachineFlow {
  const parts: SmallParts = { ...soundParts, ...changed };
  const facts = guards(parts.facts);
  const rules = guards(parts.rules);
  const questions = Object.entries(parts.on).map(([question, on]) => [question, { exit: 'record', on }]);
  const weighing = { always: parts.weighing.map(([guard, target]) => rule(guard, target)) };
  const ends = Object.keys(parts.verdicts).map((id) => [id, verdict]);
  const machine = questionnaire(parts.answers)
    .extend({ guards: { ...facts, ...rules } })
    .createMachine({
      id: 'small',
      context: nothingAnswered,
      initial: 'conduct',
      // The names are not known to the types here: planting what they refuse is what this is for.
      states: Object.fromEntries([...questions, ['weighing', weighing], ...ends]) as never,
    });
  return defineFlow({ ...parts, machine: machine as never, facts, rules, sides: { closed: 'bob', open: 'ann' } });
}
