import type { ClaimId } from './questionnaire.ts';

/** Which way a claim leans: to one of the two ends, to not deciding yet, or to how it is done. */
export type Lean = 'open' | 'closed' | 'pause' | 'how';

/** Every claim with its lean. */
export type Ledger = Readonly<Record<ClaimId, Lean>>;

/** Returns the voice that holds a claim. */
export const voiceOf = (claim: ClaimId): string => claim.slice(0, claim.indexOf('/'));
