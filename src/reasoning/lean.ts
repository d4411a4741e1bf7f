import type { Side } from '../domain/flow.ts';

/** How far the claims counted lean, as the kind of sentence that says so. */
export type LeanKind = 'nothing' | 'level' | 'shade' | 'leaning' | 'far' | 'settled';

/** The lean of a count: its kind, its side, its two numbers, and where the seam stands. */
export interface LeanLine {
  readonly kind: LeanKind;
  /** The side that the count leans to; null where it leans to neither, or is settled. */
  readonly side: Side | null;
  /** The higher number, which is said first. */
  readonly hi: number;
  readonly lo: number;
  /** Claims for the open side less claims for the closed side. */
  readonly net: number;
  /** The closed side's share of the seam line, from 0.1 to 0.9. */
  readonly seam: number;
}

/** How many claims have been counted for each side. */
export type Counts = Readonly<Record<Side, number>>;

/** How sure a result is; see `firmness`. */
export type Strength = 'settled' | 'firm' | 'on-balance' | 'close-call';

function kindOf({ closed, open }: Counts): LeanKind {
  const apart = Math.abs(open - closed);
  if (closed + open === 0) return 'nothing';
  if (apart === 0) return 'level';
  if (apart === 1) return 'shade';
  return apart < 5 ? 'leaning' : 'far';
}

/** Returns the lean of a count; `settled` where an answer has decided for safety and counts say nothing. */
export function lean(counts: Counts, settled = false): LeanLine {
  const net = counts.open - counts.closed;
  return {
    kind: settled ? 'settled' : kindOf(counts),
    side: settled || net === 0 ? null : net > 0 ? 'open' : 'closed',
    hi: Math.max(counts.open, counts.closed),
    lo: Math.min(counts.open, counts.closed),
    net,
    seam: Math.min(0.9, Math.max(0.1, 0.5 - net / 20)),
  };
}

/** The larger field's share of a result's spread. */
const STOPS = { firm: 0.74, 'on-balance': 0.66, 'close-call': 0.5 } as const;

/** Returns the closed side's share of a result's spread: a named stop; null where the result is settled, with no seam. */
export function stop(side: Side | null, strength: Strength): number | null {
  if (strength === 'settled') return null;
  if (side === null) return 0.5;
  const share = STOPS[strength];
  return side === 'closed' ? share : Math.round((1 - share) * 100) / 100;
}
