import { type Answer, answerTo, DONT_KNOW, optionOf, questionOf } from '../domain/answer.ts';
import type { Flow } from '../domain/flow.ts';

/** What one entry of the tab's history remembers of a walk; it never leaves that entry. */
export interface EntryState {
  readonly version: 2;
  readonly flow: string;
  /** The answers given before this point, in order. */
  readonly answers: readonly Answer[];
  /** Answers known from elsewhere (given before going back, say): offered again where they are asked. */
  readonly later: readonly Answer[];
  /** The question whose answer is being changed; afterwards the walk returns straight to the result. */
  readonly changing?: string;
  /** True while newly opened questions of a change are asked. */
  readonly returning?: boolean;
  /** True where the answers came with somebody's link. */
  readonly shared?: boolean;
  /** The code of a link that asks for an opinion: its answers stay hidden until the walk has ended. */
  readonly ask?: string;
  /** The code of a link that holds two opinions. */
  readonly pair?: string;
  /** The answers before the change that led here, so that it can be undone. */
  readonly former?: readonly Answer[];
  /** The question whose answer was just changed, to which the result returns. */
  readonly changed?: string;
  /** How many entries of this walk lie before this one, so that Back knows whether it may step back. */
  readonly depth: number;
}

/** The entry at which nothing has been answered. */
export const firstEntry = (flow: Pick<Flow, 'id'>): EntryState => ({
  version: 2,
  flow: flow.id,
  answers: [],
  later: [],
  depth: 0,
});

/** Tells whether a flow has this question with this option (or with “I don’t know yet”). */
export function hasAnswer(flow: Flow, answer: string): answer is Answer {
  const question = questionOf(answer as Answer);
  const option = optionOf(answer as Answer);
  if (!answer.includes('.') || !Object.hasOwn(flow.answers, question)) return false;
  return option === DONT_KNOW || Object.hasOwn(flow.answers[question] ?? {}, option);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function answersIn(flow: Flow, value: unknown): readonly Answer[] {
  const seen = new Map<string, Answer>();
  for (const part of Array.isArray(value) ? value : []) {
    if (typeof part === 'string' && hasAnswer(flow, part)) seen.set(questionOf(part), part);
  }
  return [...seen.values()];
}

// The first version kept one list, `trail`, as pairs of question and option.
function fromVersionOne(flow: Flow, state: Readonly<Record<string, unknown>>): EntryState {
  const pairs: readonly unknown[] = Array.isArray(state['trail']) ? state['trail'] : [];
  const answers = pairs.map((pair) => {
    const [question, option]: readonly unknown[] = Array.isArray(pair) ? pair : [];
    return typeof question === 'string' && typeof option === 'string' ? answerTo(question, option) : pair;
  });
  return { ...firstEntry(flow), answers: answersIn(flow, answers) };
}

/** The longest code of a second opinion. */
const LONGEST_CODE = 4000;

const codeIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= LONGEST_CODE && /^[\w-]+$/.test(value) ? value : undefined;

/** Returns the state of a history entry as far as it can be used; whatever else an older version left is set aside. */
export function readEntry(flow: Flow, state: unknown): EntryState {
  if (!isRecord(state) || state['flow'] !== flow.id) return firstEntry(flow);
  if (state['version'] !== 2) return fromVersionOne(flow, state);
  const changing = state['changing'];
  const former = answersIn(flow, state['former']);
  const changed = state['changed'];
  const depth = state['depth'];
  const ask = codeIn(state['ask']);
  const pair = codeIn(state['pair']);
  return {
    ...firstEntry(flow),
    answers: answersIn(flow, state['answers']),
    later: answersIn(flow, state['later']),
    depth: typeof depth === 'number' && Number.isFinite(depth) && depth > 0 ? Math.floor(depth) : 0,
    ...(typeof changing === 'string' && Object.hasOwn(flow.answers, changing) ? { changing } : {}),
    ...(state['returning'] === true ? { returning: true } : {}),
    ...(state['shared'] === true ? { shared: true } : {}),
    ...(ask === undefined ? {} : { ask }),
    ...(pair === undefined ? {} : { pair }),
    ...(former.length > 0 ? { former } : {}),
    ...(typeof changed === 'string' && Object.hasOwn(flow.answers, changed) ? { changed } : {}),
  };
}

/** Tells whether a fragment holds anything to read; `#main` is a place on the page. */
export const holdsLink = (hash: string): boolean => /=|%3d/i.test(hash);

/** Tells whether a link was meant to bring something, and nothing of it could be used. */
export const isBroken = (link: {
  readonly answers: readonly unknown[];
  readonly setAside: readonly { readonly why: string }[];
}): boolean => link.answers.length === 0 && link.setAside.some(({ why }) => why !== 'foreign');
