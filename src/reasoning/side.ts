import type { Flow, Side } from '../domain/flow.ts';

/** The two ends, the closed one first, as everywhere. */
export const SIDES: readonly Side[] = ['closed', 'open'];

/** Returns the other end. */
export const opposite = (side: Side): Side => (side === 'closed' ? 'open' : 'closed');

/** Returns the side that a verdict takes: open at openness 3 and 4, closed at 0 and 1, neither at 2. */
export function sideOf(flow: Flow, verdict: string): Side | null {
  const openness = flow.verdicts[verdict]?.openness;
  if (openness === undefined) throw new Error(`${flow.id} has no verdict ${verdict}`);
  if (openness === 2) return null;
  return openness > 2 ? 'open' : 'closed';
}

/** Tells whether safety decides a verdict: nothing is up for debate then, and no voice is quoted on it. */
export const isSafety = (flow: Flow, verdict: string): boolean => flow.verdicts[verdict]?.dissent === 'safety';
