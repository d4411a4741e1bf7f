import { type Answer, answerTo, DONT_KNOW, optionOf, questionOf, type Trail } from '../domain/answer.ts';
import type { Flow } from '../domain/flow.ts';
import { keepable, type Walk } from '../domain/walk.ts';
import { hasAnswer } from './entry.ts';
import { nearest } from './nearest.ts';
import { type Retired, retired, retiredLabel, retiredQuestion } from './retired.ts';

/** Why a part of a link was set aside. */
export type Aside =
  | 'unreadable'
  /** What other sites add to addresses, to follow who sent them. */
  | 'foreign'
  | 'unknown-question'
  | 'unknown-option'
  | 'retired-question'
  | 'retired-option'
  /** Answers a question that the link answers otherwise as well: neither is used. */
  | 'repeated'
  /** Says again what the link says already: used once. */
  | 'twice'
  | 'not-asked'
  | 'too-long'
  /** A code of a second opinion that has lost its end. */
  | 'cut-off'
  /** A code of a second opinion that is not as it was made. */
  | 'altered';

/** A part of a link that could not be used, as text, and why. */
export interface SetAside {
  readonly part: string;
  readonly why: Aside;
  /** What may have been meant, as a link spells it. It is shown, and never used. */
  readonly perhaps?: string;
  /** What a retired question or option said. */
  readonly said?: string;
}

/** What could be read of a link's fragment. */
export interface ReadLink {
  /** The answers that this flow knows, in the order of the flow's file. */
  readonly answers: readonly Answer[];
  readonly setAside: readonly SetAside[];
}

/** A link as far as today's flow can use it. */
export interface ResolvedLink extends ReadLink {
  /** The walk with those of the answers that are asked on its way. */
  readonly walk: Walk;
  /** Answers that may still be asked for, once the walk's question is answered. */
  readonly later: Trail;
}

/** The longest fragment that is read, in characters; what is beyond it is set aside unread. */
const LONGEST = 4000;

/** The longest piece of a link that is shown again, in characters. */
const SHOWN = 60;

/** The most pieces that are named one by one. */
const MOST_NAMED = 24;

/** Names that mail programs, chats and advertisers add to addresses. */
const FOREIGN =
  /^(?:(?:utm|mtm|pk|hsa|_hs)_?\w+|mc_[ce]id|(?:fb|g|d|tw|tt|y)clid|msclkid|[gw]braid|li_fat_id|igsh(?:id)?|_g[al]|vero_id|rdt_cid|s_kwcid)=|^:~:/i;

/** Signs at the ends of a piece that a chat may have drawn into the link; a hyphen may be part of a name that was cut. */
const ENDS = /^[^\p{L}\p{N}-]+|[^\p{L}\p{N}-]+$/gu;

/** What cannot be seen, or turns the text around it. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Returns a piece of a link as it may be shown again: short, and without signs that cannot be seen. */
const shown = (part: string): string => {
  const signs = Array.from(part.slice(0, 4 * SHOWN).replace(UNSEEN, ''));
  return signs.length > SHOWN || part.length > 4 * SHOWN ? `${signs.slice(0, SHOWN).join('')}…` : signs.join('');
};

const spelt = (answer: Answer): string => `${questionOf(answer)}=${optionOf(answer)}`;

/** Returns a trail as the fragment of a link, without its `#`: `question=option&…`. */
export const toFragment = (trail: Trail): string => trail.map(spelt).join('&');

/** Returns where a result is found: its flow and its verdict (`depends` where it depends), with a slash at the end. */
export const toAddress = (flow: string, place = ''): string => `${flow}/${place === '' ? '' : `${place}/`}`;

/** Undoes percent-encoding, also where a mail program has encoded twice; undefined where it is malformed. */
function decoded(text: string): string | undefined {
  let plain = text.replaceAll('+', ' ');
  for (let times = 0; times < 3 && plain.includes('%'); times += 1) {
    try {
      plain = decodeURIComponent(plain);
    } catch {
      return undefined;
    }
  }
  // Word processors put other dashes, wide letters and soft hyphens in the place of plain ones.
  return plain
    .normalize('NFKC')
    .replace(/\p{Pd}|\u2212/gu, '-')
    .replace(UNSEEN, '');
}

/** Undoes what HTML makes of `&`, once or more. */
const withoutEscapes = (text: string): string => text.replace(/&(?:(?:amp|#0*38|#x0*26);)+/gi, '&');

/** One piece of a fragment: as it stands there, and decoded; undefined where that cannot be done. */
interface Piece {
  readonly raw: string;
  readonly plain: string | undefined;
}

/** Returns the pieces of a fragment, without the empty ones. */
function piecesOf(text: string): readonly Piece[] {
  return withoutEscapes(text)
    .split('&')
    .flatMap((raw): readonly Piece[] => {
      const plain = decoded(raw);
      if (plain === undefined) return [{ raw, plain }];
      return withoutEscapes(plain)
        .split('&')
        .map((part) => ({ raw: part, plain: part }));
    })
    .filter(({ plain }) => plain === undefined || plain.trim() !== '');
}

/** Returns the two halves of a piece; undefined where it has none. */
function halvesOf(plain: string | undefined): readonly [name: string, value: string] | undefined {
  const at = plain?.indexOf('=') ?? -1;
  if (plain === undefined || at < 0) return undefined;
  const half = (text: string): string => text.replace(ENDS, '').toLowerCase();
  const name = half(plain.slice(0, at));
  return name === '' ? undefined : [name, half(plain.slice(at + 1))];
}

/** Returns what a piece may have meant, spelt as in a link. */
function perhaps(flow: Flow, question: string, option: string): string | undefined {
  const known = Object.hasOwn(flow.answers, question) ? question : nearest(question, Object.keys(flow.answers));
  if (known === undefined) return undefined;
  const options = [...Object.keys(flow.answers[known] ?? {}), DONT_KNOW];
  const meant = options.includes(option) ? option : nearest(option, options);
  return meant === undefined ? undefined : `${known}=${meant}`;
}

/** Returns a piece that today's flow cannot use, with why and, where it can be told, what it said or may have meant. */
function asideOf(flow: Flow, piece: Piece, list: Retired): SetAside {
  const part = shown(piece.plain ?? piece.raw);
  const halves = halvesOf(piece.plain);
  if (FOREIGN.test(piece.plain ?? '')) return { part, why: 'foreign' };
  if (!halves) return { part, why: 'unreadable' };
  const [question, option] = halves;
  const label = retiredLabel(flow.id, `${question}.${option}`, list);
  const asked = retiredQuestion(flow.id, question, list);
  const said = label === undefined ? {} : { said: label };
  if (asked !== undefined)
    return { part, why: 'retired-question', said: label === undefined ? asked : `${asked} ${label}` };
  if (label !== undefined) return { part, why: 'retired-option', ...said };
  const meant = perhaps(flow, question, option);
  const why = Object.hasOwn(flow.answers, question) ? 'unknown-option' : 'unknown-question';
  return { part, why, ...(meant === undefined ? {} : { perhaps: meant }) };
}

/** Returns a list no longer than anybody reads. */
function named(setAside: readonly SetAside[]): readonly SetAside[] {
  if (setAside.length <= MOST_NAMED) return setAside;
  const more = setAside.length - MOST_NAMED;
  return [...setAside.slice(0, MOST_NAMED), { part: `${more} more`, why: 'too-long' }];
}

/** Returns the answer that a piece gives; undefined where the flow does not know it. */
function answerOf(flow: Flow, { plain }: Piece): Answer | undefined {
  const halves = halvesOf(plain);
  const answer = halves && answerTo(...halves);
  return answer !== undefined && hasAnswer(flow, answer) ? answer : undefined;
}

/** Reads a fragment, and names everything that is set aside. */
function readWhole(flow: Flow, fragment: string, list: Retired): ReadLink {
  const text = fragment.replace(/^#/, '');
  const setAside: SetAside[] = [];
  const found = new Map<string, Answer>();
  const torn = new Set<string>();
  const pieces = [...piecesOf(text.slice(0, LONGEST))];
  // The last piece may have been cut in two.
  if (text.length > LONGEST) pieces.pop();
  for (const piece of pieces) {
    const answer = answerOf(flow, piece);
    if (answer === undefined) {
      setAside.push(asideOf(flow, piece, list));
      continue;
    }
    const question = questionOf(answer);
    const first = found.get(question);
    if (first === answer) setAside.push({ part: spelt(answer), why: 'twice' });
    else if (first === undefined && !torn.has(question)) found.set(question, answer);
    else {
      if (first !== undefined) setAside.push({ part: spelt(first), why: 'repeated' });
      setAside.push({ part: spelt(answer), why: 'repeated' });
      found.delete(question);
      torn.add(question);
    }
  }
  if (text.length > LONGEST) setAside.push({ part: shown(text.slice(LONGEST)), why: 'too-long' });
  const answers = Object.keys(flow.answers).flatMap((question) => found.get(question) ?? []);
  return { answers, setAside };
}

/**
 * Reads a link's fragment (with or without `#`). Nothing in it is trusted and nothing is guessed: what the flow does not
 * know, and questions that are answered in two ways, are set aside and named.
 */
export function readFragment(flow: Flow, fragment: string, list: Retired = retired): ReadLink {
  const { answers, setAside } = readWhole(flow, fragment, list);
  return { answers, setAside: named(setAside) };
}

/** Returns a link as far as today's flow can use it: what its walk does not ask for is set aside and named as well. */
export function resolveLink(flow: Flow, fragment: string, list: Retired = retired): ResolvedLink {
  const { answers, setAside } = readWhole(flow, fragment, list);
  const { walk, unused, later } = keepable(flow, answers);
  const notAsked = unused.filter((answer) => !later.includes(answer));
  return {
    answers: answers.filter((answer) => !notAsked.includes(answer)),
    setAside: named([...setAside, ...notAsked.map((answer): SetAside => ({ part: spelt(answer), why: 'not-asked' }))]),
    walk,
    later,
  };
}
