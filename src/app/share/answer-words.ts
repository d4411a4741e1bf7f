import type { AskingWords } from '../../content/words.ts';
import { type Answer, isUnknown, optionOf, questionOf } from '../../domain/answer.ts';
import { DONT_KNOW_LABEL } from '../flow/question-form.tsx';

/** Returns the question that an answer is to, in words. */
export const questionWords = (asking: AskingWords, answer: Answer): string =>
  asking.questions[questionOf(answer)]?.question ?? questionOf(answer);

/** Returns an answer in words. */
export const answerLabel = (asking: AskingWords, answer: Answer): string =>
  isUnknown(answer)
    ? DONT_KNOW_LABEL
    : (asking.questions[questionOf(answer)]?.labels[optionOf(answer)] ?? optionOf(answer));
