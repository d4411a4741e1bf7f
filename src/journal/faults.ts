/** Thrown where this browser lets the site keep nothing. */
export class JournalBlocked extends Error {
  override readonly name = 'JournalBlocked';
}

/** Thrown where there is no room left; nothing was changed. */
export class JournalFull extends Error {
  override readonly name = 'JournalFull';
}

/** Thrown where a newer version of the site has written the journal. */
export class JournalNewer extends Error {
  override readonly name = 'JournalNewer';
}

/** Thrown where another tab holds the journal open in an older version and does not let go. */
export class JournalHeld extends Error {
  override readonly name = 'JournalHeld';
}

/** Thrown where a change was cut off; the journal is as it was before. */
export class JournalInterrupted extends Error {
  override readonly name = 'JournalInterrupted';
}

/** What can go wrong with the journal. */
export type JournalFault = JournalBlocked | JournalFull | JournalNewer | JournalHeld | JournalInterrupted;

/** Tells whether a problem is one of the journal’s own. */
const isJournalFault = (problem: unknown): problem is JournalFault =>
  problem instanceof JournalBlocked ||
  problem instanceof JournalFull ||
  problem instanceof JournalNewer ||
  problem instanceof JournalHeld ||
  problem instanceof JournalInterrupted;

const nameIn = (problem: unknown): string =>
  typeof problem === 'object' && problem !== null && 'name' in problem ? String(problem.name) : '';

const INTERRUPTIONS = ['AbortError', 'InvalidStateError', 'TransactionInactiveError', 'NotFoundError', 'TimeoutError'];

/** Returns what went wrong in the journal’s own terms; a browser that refuses for whatever reason blocks it. */
export function faultFrom(problem: unknown, isOpen: boolean): JournalFault {
  if (isJournalFault(problem)) return problem;
  const name = nameIn(problem);
  const options = { cause: problem };
  if (name === 'QuotaExceededError') return new JournalFull('There is no room left', options);
  if (name === 'VersionError') return new JournalNewer('A newer version has written the journal', options);
  if (isOpen && INTERRUPTIONS.includes(name)) return new JournalInterrupted('The change was cut off', options);
  return new JournalBlocked('The browser refuses to keep a journal', options);
}
