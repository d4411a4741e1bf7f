/** An answer: one option of one question, written `question.option`; an event of the flow's machine. */
export type Answer = `${string}.${string}`;

/** The option that every question offers beside its own: the reader does not know yet. */
export const DONT_KNOW = 'dont-know';

/** The answers given so far, in order; `question.dont-know` stands for an unknown. */
export type Trail = readonly Answer[];

/** Returns the question that an answer belongs to. */
export const questionOf = (answer: Answer): string => answer.slice(0, answer.indexOf('.'));

/** Returns the option that an answer chooses. */
export const optionOf = (answer: Answer): string => answer.slice(answer.indexOf('.') + 1);

/** Returns the answer that chooses this option of this question. */
export const answerTo = (question: string, option: string): Answer => `${question}.${option}`;

/** Tells whether an answer says “I don’t know yet”. */
export const isUnknown = (answer: Answer): boolean => optionOf(answer) === DONT_KNOW;

/** Returns the trail's answer to a question, or undefined where it has none. */
export const answerIn = (trail: Trail, question: string): Answer | undefined =>
  trail.find((answer) => questionOf(answer) === question);
