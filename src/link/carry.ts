import type { Answer, Trail } from '../domain/answer.ts';

/** Two answers of two flows that mean the same; they ask about the same thing in the same sense. */
type Equal = readonly [flow: string, answer: Answer, otherFlow: string, otherAnswer: Answer];

// Where the options of two questions differ in meaning, however alike their ids are, they are not listed: “that I would
// vouch for them” (accept-coworker) is not “that there is something real between them” (remove-connection).
const EQUALS: readonly Equal[] = [
  // The custom of the reader's workplace.
  ['accept-coworker', 'culture.normal', 'send-request', 'culture.normal'],
  ['accept-coworker', 'culture.mixed', 'send-request', 'culture.mixed'],
  ['accept-coworker', 'culture.frowned', 'send-request', 'culture.frowned'],
  // A quarrel with the person in question.
  ['accept-coworker', 'heat.warm', 'send-request', 'heat.warm'],
  ['accept-coworker', 'heat.cooled', 'send-request', 'heat.cooled'],
  // What a link means to the reader.
  ['accept-coworker', 'meaning.contact', 'remove-connection', 'meaning.contact'],
  ['accept-coworker', 'meaning.undecided', 'remove-connection', 'meaning.undecided'],
  // How well the reader knows the one who asks.
  ['accept-coworker', 'conduct.unknown', 'introduce', 'vouch.unknown'],
  // What joined the two is over.
  ['build-ally', 'who.gone', 'remove-connection', 'bond.project'],
  // An opening, a referral: a job, a favour.
  ['send-request', 'aim.career', 'build-ally', 'aim.advance'],
];

/** Where a result leads on to another person: nothing that was said of the first one holds there. */
const OTHER_PERSON: readonly (readonly [from: string, to: string])[] = [
  ['remove-connection', 'build-ally'],
  ['request-declined', 'build-ally'],
];

/** Returns the answers of another flow that mean the same as answers of this trail. */
export function carried(from: string, trail: Trail, to: string): readonly Answer[] {
  if (OTHER_PERSON.some(([one, other]) => one === from && other === to)) return [];
  const equals = EQUALS.flatMap(([flow, answer, otherFlow, other]): readonly (readonly [Answer, Answer])[] => {
    if (flow === from && otherFlow === to) return [[answer, other]];
    return flow === to && otherFlow === from ? [[other, answer]] : [];
  });
  return trail.flatMap((given) => equals.filter(([answer]) => answer === given).map(([, other]) => other));
}

/** Returns every pair of answers that are taken to mean the same, each with its flow. */
export const equalAnswers = (): readonly Equal[] => EQUALS;
