import { type Answer, optionOf, questionOf, type Trail } from '../domain/answer.ts';
import type { Openness, Side } from '../domain/flow.ts';
import type { Counts } from '../reasoning/lean.ts';

/** What stands in an entry for the verdict of a result that depends on unknowns. */
export const DEPENDS = 'depends';

/** A reason or a dissent as it was told: the voice, and its words. */
export interface KeptLine {
  readonly voice: string;
  readonly text: string;
}

/** One answer in words, beside the answer that it words. */
export interface KeptAnswer {
  readonly id: Answer;
  readonly question: string;
  readonly answer: string;
}

/** The words of a result as they were when it was kept. */
export interface KeptWords {
  /** The flow’s title. */
  readonly title: string;
  /** The flow’s short title. */
  readonly short: string;
  readonly headline: string;
  readonly gist: string;
  /** The sentence of the rule that decided; blank where it depends. */
  readonly rule: string;
  readonly reasons: readonly KeptLine[];
  readonly dissent: readonly KeptLine[];
  readonly answers: readonly KeptAnswer[];
}

/** What a reader adds to a result, and may change later. */
export interface Remarks {
  readonly nickname: string;
  readonly note: string;
  /** The day to look at it again, as `2026-11-22`; null where there is none. */
  readonly lookAgain: string | null;
  /** Whether the reader has called it an exception to their rule. */
  readonly isException: boolean;
}

/** A decision kept in the journal. */
export interface Entry extends Remarks {
  readonly id: string;
  readonly flow: string;
  readonly answers: Trail;
  readonly verdict: string;
  /** Null where it depends. */
  readonly openness: Openness | null;
  /** The side that the verdict takes; null where it takes neither. */
  readonly side: Side | null;
  /** Whether safety decided: such an entry is compared with no other. */
  readonly isSettled: boolean;
  readonly counts: Counts;
  /** When it was kept, as an ISO date and time. */
  readonly kept: string;
  readonly words: KeptWords;
}

/** The reader’s own rule: the answers that led to it, and its words. */
export interface Rule {
  readonly answers: Trail;
  /** Markdown, in the reader’s words. */
  readonly text: string;
  /** When it was last written, as an ISO date and time. */
  readonly written: string;
}

/** Everything that a journal holds. */
export interface Journal {
  /** The newest first. */
  readonly entries: readonly Entry[];
  readonly rule: Rule | null;
}

/** Nothing kept, no rule written. */
export const EMPTY: Journal = { entries: [], rule: null };

/** Returns an id that no other entry has, on this device or another. */
export function newId(): string {
  // randomUUID is missing where a site is served without TLS.
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Returns how an entry is called: its nickname, or its dilemma where it has none. */
export const nameOf = ({ nickname, words }: Entry): string => nickname || words.short;

/** Returns entries with the newest first. */
export const newestFirst = (entries: readonly Entry[]): readonly Entry[] =>
  [...entries].sort((one, other) => other.kept.localeCompare(one.kept) || one.id.localeCompare(other.id));

/** Returns the entries whose day to look again has come; `today` is written as the day is. */
export const dueOn = (entries: readonly Entry[], today: string): readonly Entry[] =>
  entries.filter(({ lookAgain }) => lookAgain !== null && lookAgain <= today);

/** Returns the local day of a date, as `2026-11-22`. */
export const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/** Returns the option that an entry’s words give for an answer; its id where they do not have it. */
export const wordsOf = ({ words: told }: Entry, id: Answer): string =>
  told.answers.find((one) => one.id === id)?.answer ?? optionOf(id);

/** Returns the words of a question that an entry answered; its id where they do not have it. */
export const questionWordsOf = ({ words: told }: Entry, question: string): string =>
  told.answers.find((one) => questionOf(one.id) === question)?.question ?? question;
