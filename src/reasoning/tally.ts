import { type Answer, optionOf, questionOf, type Trail } from '../domain/answer.ts';
import type { Lean, Ledger } from '../domain/claim.ts';
import type { Flow, Side } from '../domain/flow.ts';
import type { ClaimId } from '../domain/questionnaire.ts';
import type { Counts } from './lean.ts';

/** A claim that answers have brought into play. */
export interface Raised {
  readonly claim: ClaimId;
  /** The answers that raise it, in order: at least one. */
  readonly by: readonly [Answer, ...Answer[]];
}

/** One answer's row in the ledger: the claims that it is the first to raise, by lean. */
export type Marks = { readonly answer: Answer } & Readonly<Record<Lean, readonly ClaimId[]>>;

/** The claims that a trail has raised, counted: each claim once. */
export interface Tally {
  readonly counts: Counts;
  readonly rows: readonly Marks[];
}

/** Returns the claims that a trail raises, each once, in the order in which they come up. */
export function raised(flow: Flow, trail: Trail): readonly Raised[] {
  const by = new Map<ClaimId, [Answer, ...Answer[]]>();
  for (const answer of trail) {
    for (const claim of flow.answers[questionOf(answer)]?.[optionOf(answer)] ?? []) {
      const answers = by.get(claim);
      if (!answers) by.set(claim, [answer]);
      else if (!answers.includes(answer)) answers.push(answer);
    }
  }
  return [...by].map(([claim, answers]) => ({ claim, by: answers }));
}

/** Returns the claims that a trail raises, counted, with a row an answer; an unknown raises none. */
export function tally(flow: Flow, ledger: Ledger, trail: Trail): Tally {
  const claims = raised(flow, trail);
  const rows = trail.map((answer): Marks => {
    const first = claims.filter(({ by }) => by[0] === answer).map(({ claim }) => claim);
    const leaning = (way: Lean) => first.filter((claim) => ledger[claim] === way);
    return {
      answer,
      closed: leaning('closed'),
      open: leaning('open'),
      pause: leaning('pause'),
      how: leaning('how'),
    };
  });
  const count = (side: Side) => claims.filter(({ claim }) => ledger[claim] === side).length;
  return { counts: { closed: count('closed'), open: count('open') }, rows };
}
