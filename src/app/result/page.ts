import type { AskingWords, ResultWords } from '../../content/words.ts';
import { type Answer, isUnknown, optionOf, questionOf, type Trail } from '../../domain/answer.ts';
import { voiceOf } from '../../domain/claim.ts';
import type { Flow, Side } from '../../domain/flow.ts';
import type { ClaimId } from '../../domain/questionnaire.ts';
import type { Decided } from '../../domain/walk.ts';
import { isSafety, sideOf } from '../../reasoning/side.ts';
import { DONT_KNOW_LABEL } from '../flow/question-form.tsx';
import type { Scene } from '../flow/scene.ts';
import type { Session } from '../flow/session.ts';
import type { MarkKind } from '../parts/mark.tsx';

/** What every part of a result is made from. */
export interface ResultPage {
  readonly flow: Flow;
  readonly asking: AskingWords;
  readonly words: ResultWords;
  /** What the reader can do; none where the page is prerendered. */
  readonly session?: Session | undefined;
  /** Sources by id, each with its number on this page, in the order in which they are first named. */
  readonly sources: ReadonlyMap<string, number>;
}

/** What a page of a result that has ended in a verdict receives; its sources are numbered there. */
export interface EndedProps {
  readonly page: Omit<ResultPage, 'sources'>;
  readonly scene: Scene;
  readonly walk: Decided;
}

/** Returns the numbers of the sources behind these claims. */
export function numberSources(words: ResultWords, claims: readonly string[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const claim of claims) {
    const source = words.voices[voiceOf(claim as ClaimId)]?.source;
    if (source !== undefined && !numbers.has(source)) numbers.set(source, numbers.size + 1);
  }
  return numbers;
}

/** Returns the words of an answer, as its option was labelled. */
export const labelOf = (asking: AskingWords, answer: Answer): string =>
  isUnknown(answer) ? DONT_KNOW_LABEL : (asking.questions[questionOf(answer)]?.labels[optionOf(answer)] ?? answer);

/** Returns the number of the question that an answer belongs to, as it was asked on this walk. */
export const numberOf = (trail: Trail, question: string): number =>
  trail.findIndex((answer) => questionOf(answer) === question) + 1;

/** Returns what a question is about, as a clause. */
export const topicOf = (asking: AskingWords, question: string): string => asking.questions[question]?.topic ?? question;

/** Returns the id of a question's row in the list of answers. */
export const rowId = (question: string): string => `a-${question}`;

/** Returns a text without its full stop. */
export const unstopped = (text: string): string => text.replace(/\.$/, '');

/** Returns a verdict's headline without its full stop. */
export const headlineOf = ({ words }: Pick<ResultPage, 'words'>, verdict: string): string =>
  unstopped(words.verdicts[verdict]?.headline ?? verdict);

/** Returns the mark that stands for a verdict. */
export const markOf = (flow: Flow, verdict: string): MarkKind =>
  isSafety(flow, verdict) ? 'settled' : (sideOf(flow, verdict) ?? 'level');

/** Returns a name as it stands inside a sentence. */
export const midSentence = (name: string): string => name.replace(/^(The|A) /, (article) => article.toLowerCase());

/** Returns how a voice is called when it speaks for a side. */
export const speakerOf = ({ asking, words }: ResultPage, side: Side, voice: string): string =>
  asking.sides[side].voice === voice ? asking.sides[side].name : (words.voices[voice]?.short ?? voice);

/** Returns a clause that begins with “If” as it follows another. */
export const nextClause = (clause: string): string => clause.replace(/^If\b/, 'if');

/** Returns what these answers suppose, as one clause: “If a quarrel were still warm, and if …”. */
export function supposing({ words }: Pick<ResultPage, 'words'>, answers: readonly Answer[]): string {
  const clauses = answers.map((answer) => words.ifs[questionOf(answer)]?.[optionOf(answer)] ?? answer);
  return clauses.map((clause, index) => (index === 0 ? clause : nextClause(clause))).join(', and ');
}
