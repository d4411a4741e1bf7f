import type { Flow } from '../domain/flow.ts';
import type { Walk } from '../domain/walk.ts';
import { type Retired, retired, retiredHeadline } from './retired.ts';

/** Where a link said that it leads. */
export type Said =
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
  readonly said: Said;
  readonly now: Now;
}

/** The place that an address names. */
interface Named {
  readonly page: string;
  readonly verdict?: string;
}

function saidBy(flow: Flow, { page, verdict }: Named, list: Retired): Said | undefined {
  if (page === 'depends') return { at: 'depends' };
  if (page !== 'verdict' || verdict === undefined) return undefined;
  const headline = Object.hasOwn(flow.verdicts, verdict) ? undefined : retiredHeadline(flow.id, verdict, list);
  return { at: 'verdict', verdict, ...(headline === undefined ? {} : { headline }) };
}

/** Returns what a link said, what its answers lead to today, and why; undefined where both are the same, or it has no answers. */
export function thenNow(flow: Flow, place: Named, walk: Walk, list: Retired = retired): ThenNow | undefined {
  const said = saidBy(flow, place, list);
  if (!said || walk.trail.length === 0) return undefined;
  if (walk.at === 'question') return { said, now: { at: 'question', question: walk.question } };
  if (walk.at === 'depends') {
    if (said.at === 'depends') return undefined;
    return { said, now: { at: 'depends', verdicts: walk.verdicts, unknowns: walk.unknowns } };
  }
  if (said.at === 'verdict' && said.verdict === walk.verdict) return undefined;
  return { said, now: { at: 'verdict', verdict: walk.verdict, rules: walk.rules } };
}
