import { type Answer, answerTo, optionOf, questionOf, type Trail } from '../domain/answer.ts';
import type { Flow } from '../domain/flow.ts';
import { hasAnswer } from './entry.ts';

/** Why a part of a link was set aside. */
export type Aside = 'unreadable' | 'unknown-question' | 'unknown-option' | 'repeated' | 'not-asked' | 'too-long';

/** A part of a link that could not be used, as text, and why. */
export interface SetAside {
  readonly part: string;
  readonly why: Aside;
}

/** What could be read of a link's fragment. */
export interface ReadLink {
  /** The answers that this flow knows, in the order of the flow's file. */
  readonly answers: readonly Answer[];
  readonly setAside: readonly SetAside[];
}

/** The longest fragment that is read, in characters; what is beyond it is set aside unread. */
const LONGEST = 4000;

/** The longest piece of a link that is shown again, in characters. */
const SHOWN = 60;

const shown = (part: string): string => (part.length > SHOWN ? `${part.slice(0, SHOWN)}…` : part);

/** Returns a trail as the fragment of a link, without its `#`: `question=option&…`. */
export const toFragment = (trail: Trail): string =>
  trail.map((answer) => `${questionOf(answer)}=${optionOf(answer)}`).join('&');

/** Returns where a result is found: its flow and its verdict (`depends` where it depends), with a slash at the end. */
export const toAddress = (flow: string, place = ''): string => `${flow}/${place === '' ? '' : `${place}/`}`;

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/**
 * Reads a link's fragment (with or without `#`). Nothing in it is trusted and nothing is guessed: what the flow does not
 * know, and questions that are answered twice in two ways, are set aside and named.
 */
export function readFragment(flow: Flow, fragment: string): ReadLink {
  const text = fragment.replace(/^#/, '');
  const setAside: SetAside[] = [];
  const found = new Map<string, Answer | null>();
  const parts = text.slice(0, LONGEST).split('&');
  if (text.length > LONGEST) {
    setAside.push({ part: shown(text.slice(LONGEST)), why: 'too-long' });
    // The last part may have been cut in two.
    parts.pop();
  }
  for (const part of parts) {
    if (part === '') continue;
    const plain = decoded(part);
    const at = plain?.indexOf('=') ?? -1;
    if (plain === undefined || at < 1) {
      setAside.push({ part: shown(part), why: 'unreadable' });
      continue;
    }
    const question = plain.slice(0, at).trim();
    const option = plain.slice(at + 1).trim();
    const answer = answerTo(question, option);
    if (!Object.hasOwn(flow.answers, question)) setAside.push({ part: shown(plain), why: 'unknown-question' });
    else if (!hasAnswer(flow, answer)) setAside.push({ part: shown(plain), why: 'unknown-option' });
    else if (found.has(question) && found.get(question) !== answer) {
      const first = found.get(question);
      if (first) setAside.push({ part: shown(`${question}=${optionOf(first)}`), why: 'repeated' });
      found.set(question, null);
      setAside.push({ part: shown(plain), why: 'repeated' });
    } else found.set(question, answer);
  }
  const answers = Object.keys(flow.answers).flatMap((question) => found.get(question) ?? []);
  return { answers, setAside };
}
