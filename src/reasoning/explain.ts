import { type Answer, isUnknown, questionOf, type Trail } from '../domain/answer.ts';
import { type Lean, type Ledger, voiceOf } from '../domain/claim.ts';
import { questionsNamed } from '../domain/condition.ts';
import type { Flow, Openness, Side } from '../domain/flow.ts';
import type { ClaimId } from '../domain/questionnaire.ts';
import type { Decided } from '../domain/walk.ts';
import { type LeanLine, lean } from './lean.ts';
import { isSafety, opposite, SIDES, sideOf } from './side.ts';
import { type Raised, raised, type Tally, tally } from './tally.ts';

/** A claim that supports a verdict. */
export interface Support extends Raised {
  /** Whether the deciding rule rests on it. */
  readonly isGround: boolean;
}

/** One side's case, as a claim. */
export interface Case {
  readonly claim: ClaimId;
  readonly voice: string;
  /** The answers that raise it; none where it is the verdict's standing dissent. */
  readonly by: readonly Answer[];
}

/** What speaks against a verdict. */
export type Dissent =
  /** Safety decides, and no voice is quoted on it. */
  | { readonly kind: 'safety' }
  /** The best case of the other side, where there is one. */
  | { readonly kind: 'against'; readonly side: Side; readonly case: Case | null }
  /** The verdict takes neither side: the best case of each, where there is one. */
  | { readonly kind: 'both'; readonly closed: Case | null; readonly open: Case | null };

/** A rule that decided, and the answers of the trail to the questions that it names. */
export interface Reason {
  readonly rule: string;
  readonly lookedAt: readonly Answer[];
}

/** Why a verdict is what it is: everything that a result says about it, as data. */
export interface Explanation {
  readonly verdict: string;
  readonly openness: Openness;
  readonly side: Side | null;
  readonly isSafety: boolean;
  /** The rule that decided; several where it hangs on an unknown which of them did, the verdict being the same. */
  readonly reasons: readonly [Reason, ...Reason[]];
  /** The claims that support the verdict: those that a rule rests on, then the others that the answers raise. */
  readonly support: readonly Support[];
  readonly dissent: Dissent;
  readonly tally: Tally;
  readonly lean: LeanLine;
  /** Whether the count leans to the side that the verdict does not take. */
  readonly isApart: boolean;
}

/** Returns the leans that support a verdict of this openness, the strongest first. */
export function supportingLeans(openness: Openness): readonly Lean[] {
  if (openness === 4) return ['open', 'how'];
  return openness >= 2 ? ['pause', 'how', 'open'] : ['closed', 'pause'];
}

/** Returns the answers of a trail to the questions that a rule names; an unknown has none. */
function lookedAt(flow: Flow, rule: string, trail: Trail): readonly Answer[] {
  const condition = flow.rules[rule];
  const questions = new Set(condition ? questionsNamed(condition) : []);
  return trail.filter((answer) => questions.has(questionOf(answer)) && !isUnknown(answer));
}

function supportOf(
  ledger: Ledger,
  claims: readonly Raised[],
  grounds: ReadonlySet<ClaimId>,
  openness: Openness,
): readonly Support[] {
  const leans = supportingLeans(openness);
  const order = [...grounds];
  const resting = claims
    .filter(({ claim }) => grounds.has(claim))
    .sort((one, other) => order.indexOf(one.claim) - order.indexOf(other.claim));
  const others = claims
    .filter(({ claim }) => !grounds.has(claim) && leans.includes(ledger[claim] as Lean))
    .sort((one, other) => leans.indexOf(ledger[one.claim] as Lean) - leans.indexOf(ledger[other.claim] as Lean));
  return [
    ...resting.map((claim) => ({ ...claim, isGround: true })),
    ...others.map((claim) => ({ ...claim, isGround: false })),
  ];
}

/** Returns a side's best case: raised and of its own voice, else raised, else the standing dissent if it leans so. */
function caseFor(
  side: Side,
  voice: string,
  ledger: Ledger,
  claims: readonly Raised[],
  standing: ClaimId | undefined,
): Case | null {
  const leaning = claims.filter(({ claim }) => ledger[claim] === side);
  const best = leaning.find(({ claim }) => voiceOf(claim) === voice) ?? leaning[0];
  if (best) return { claim: best.claim, voice: voiceOf(best.claim), by: best.by };
  if (standing === undefined || ledger[standing] !== side) return null;
  return { claim: standing, voice: voiceOf(standing), by: [] };
}

function dissentFrom(
  flow: Flow,
  ledger: Ledger,
  verdict: string,
  claims: readonly Raised[],
  grounds: ReadonlySet<ClaimId>,
): Dissent {
  const { dissent: standing, grants = [] } = flow.verdicts[verdict] ?? {};
  if (standing === 'safety') return { kind: 'safety' };
  // What the deciding rule rests on, or the verdict grants, cannot be the case against it.
  const free = claims.filter(({ claim }) => !grounds.has(claim) && !grants.includes(claim));
  const last = standing && !grounds.has(standing) ? standing : undefined;
  const [closed, open] = SIDES.map((side) => caseFor(side, flow.sides[side], ledger, free, last));
  const side = sideOf(flow, verdict);
  if (side === null) return { kind: 'both', closed: closed ?? null, open: open ?? null };
  return { kind: 'against', side: opposite(side), case: (side === 'closed' ? open : closed) ?? null };
}

/** Returns why a walk ends in its verdict, what supports it, what speaks against it, and how the claims count. */
export function explain(flow: Flow, ledger: Ledger, walk: Decided): Explanation {
  const { verdict, rules, trail } = walk;
  const openness = flow.verdicts[verdict]?.openness as Openness;
  const claims = raised(flow, trail);
  const grounds = new Set(rules.flatMap((rule) => flow.grounds[rule] ?? []));
  const side = sideOf(flow, verdict);
  const settled = isSafety(flow, verdict);
  const counted = tally(flow, ledger, trail);
  const line = lean(counted.counts, settled);
  const [first, ...others] = rules.map((rule) => ({ rule, lookedAt: lookedAt(flow, rule, trail) }));
  return {
    verdict,
    openness,
    side,
    isSafety: settled,
    reasons: [first as Reason, ...others],
    support: supportOf(ledger, claims, grounds, openness),
    dissent: dissentFrom(flow, ledger, verdict, claims, grounds),
    tally: counted,
    lean: line,
    isApart: side !== null && line.side !== null && line.side !== side,
  };
}
