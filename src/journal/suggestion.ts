import { type Condition, holds, said } from '../domain/condition.ts';
import type { Rule } from './entry.ts';

interface Suggestion {
  readonly flows: readonly string[];
  readonly question: string;
  readonly option: string;
  readonly rule: Condition;
}

const MEANING = { flows: ['accept-coworker', 'remove-connection'], question: 'meaning' } as const;
const TAKING_IN = { flows: ['accept-stranger'], question: 'rule' } as const;

// What a kept rule has to say where a flow asks for it. Whoever links only with those they can vouch for has said both.
const SUGGESTIONS: readonly Suggestion[] = [
  { ...MEANING, option: 'vouch', rule: said('link.vouch', 'whom.vouch') },
  { ...MEANING, option: 'contact', rule: said('link.contact') },
  { ...MEANING, option: 'undecided', rule: said('link.undecided') },
  { ...TAKING_IN, option: 'open', rule: said('whom.anyone', 'whom.open') },
  { ...TAKING_IN, option: 'meet', rule: said('whom.meet') },
  { ...TAKING_IN, option: 'vouch', rule: said('whom.vouch') },
];

/** Tells whether a question of a flow asks for what a rule may say. */
export const asksForRule = (flow: string, question: string): boolean =>
  SUGGESTIONS.some((one) => one.flows.includes(flow) && one.question === question);

/** Returns the option that the reader’s rule would choose at a question; undefined where it does not speak to it. */
export const suggestedOption = (flow: string, question: string, rule: Rule): string | undefined =>
  SUGGESTIONS.find((one) => one.flows.includes(flow) && one.question === question && holds(one.rule, rule.answers))
    ?.option;
