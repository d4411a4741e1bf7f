import type { Flow } from '../domain/flow.ts';
import type { Walk } from '../domain/walk.ts';
import { type Retired, retired, retiredHeadline } from './retired.ts';

/** Where a link said that it leads. */
export type Then =
  /** `headline` is what it said, where the verdict is gone today. */
  { readonly at: 'verdict'; readonly verdict: string; readonly headline?: string } | { readonly at: 'depends' };

/** Where the link's answers lead today, and why. */
export type Now =
  /** The rules that may have decided, in the weighing's order: one, unless there are unknowns. */
  | { readonly at: 'verdict'; readonly verdict: string; readonly rules: readonly string[] }
  | { readonly at: 'depends'; readonly verdicts: readonly string[]; readonly unknowns: readonly string[] }
  /** Today's guide asks something that the link does not answer. */
  | { readonly at: 'question'; readonly question: string };

/** What a link said, and what its answers lead to today. */
export interface ThenNow {
  readonly then: Then;
  readonly now: Now;
}

/** The place that an address names. */
interface Named {
  readonly page: string;
  readonly verdict?: string;
}

function thenOf(flow: Flow, { page, verdict }: Named, list: Retired): Then | undefined {
  if (page === 'depends') return { at: 'depends' };
  if (page !== 'verdict' || verdict === undefined) return undefined;
  const headline = Object.hasOwn(flow.verdicts, verdict) ? undefined : retiredHeadline(flow.id, verdict, list);
  return { at: 'verdict', verdict, ...(headline === undefined ? {} : { headline }) };
}

/** Returns what a link said, what its answers lead to today, and why; undefined where both are the same, or it has no answers. */
export function thenNow(flow: Flow, place: Named, walk: Walk, list: Retired = retired): ThenNow | undefined {
  const then = thenOf(flow, place, list);
  if (!then || walk.trail.length === 0) return undefined;
  if (walk.at === 'question') return { then, now: { at: 'question', question: walk.question } };
  if (walk.at === 'depends') {
    if (then.at === 'depends') return undefined;
    return { then, now: { at: 'depends', verdicts: walk.verdicts, unknowns: walk.unknowns } };
  }
  if (then.at === 'verdict' && then.verdict === walk.verdict) return undefined;
  return { then, now: { at: 'verdict', verdict: walk.verdict, rules: walk.rules } };
}
