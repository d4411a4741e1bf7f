import type { AskingWords } from '../../content/words.ts';
import type { Flow, Side } from '../../domain/flow.ts';
import type { Walk } from '../../domain/walk.ts';
import { isSafety, opposite, sideOf } from '../../reasoning/side.ts';
import { inWords } from '../numbers.ts';
import { type Taken, takenOf } from './leanings.ts';

/** Returns a side's name as it stands inside a sentence: “the essayist”, “Leslie”. */
export const nameWithin = (name: string): string => name.replace(/^The /, 'the ');

const argumentsFrom = (count: number, name: string, isFirst: boolean): string =>
  `${inWords(count)}${isFirst ? (count === 1 ? ' argument' : ' arguments') : ''} from ${nameWithin(name)}`;

/** Returns whose arguments a reader has taken, in a sentence: the greater number first. */
export function takenLine(asking: AskingWords, taken: Taken): string {
  const { sides } = asking;
  const counts = { closed: takenOf(taken, 'closed'), open: takenOf(taken, 'open') };
  if (counts.closed + counts.open === 0) return 'You have marked no argument yet.';
  const first: Side = counts.open > counts.closed ? 'open' : 'closed';
  const second = opposite(first);
  const most = argumentsFrom(counts[first], sides[first].name, true);
  const least =
    counts[second] === 0
      ? `none from ${nameWithin(sides[second].name)}`
      : argumentsFrom(counts[second], sides[second].name, false);
  return `You took ${most}, and ${least}.`;
}

/** Returns whether the guide's verdict for the reader's answers agrees with what they took; nothing where there is none. */
export function verdictLine(flow: Flow, asking: AskingWords, walk: Walk, taken: Taken): string {
  if (walk.at !== 'verdict' || taken.size === 0) return '';
  if (isSafety(flow, walk.verdict))
    return 'On your answers the guide decides for your safety, and counts no arguments.';
  const closed = takenOf(taken, 'closed');
  const open = takenOf(taken, 'open');
  const yours: Side | null = closed === open ? null : closed > open ? 'closed' : 'open';
  const verdict = sideOf(flow, walk.verdict);
  const end = (side: Side): string => `“${asking.sides[side].end}”`;
  if (verdict === null) {
    return yours === null
      ? 'The recommendation on your answers takes neither side either.'
      : `The recommendation on your answers takes neither side; the arguments that you took lean to ${end(yours)}.`;
  }
  if (yours === null)
    return `The recommendation on your answers leans to ${end(verdict)}; what you took leans to neither side.`;
  return yours === verdict
    ? `The recommendation on your answers agrees: it leans to ${end(verdict)} too.`
    : `The recommendation on your answers does not agree: it leans to ${end(verdict)}.`;
}
