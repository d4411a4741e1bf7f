/** The version of what a journal stores, in the browser and in a saved copy. */
export const VERSION = 2;

type Raw = Readonly<Record<string, unknown>>;

// What each step adds to an entry of the version before; index 0 leads from version 1 to version 2.
const STEPS: readonly ((entry: Raw) => Raw)[] = [
  // Version 2 knows days to look again, and exceptions to the reader’s rule.
  (entry) => ({ lookAgain: null, isException: false, ...entry }),
];

/** Returns an entry of an earlier version as today’s version writes it. */
export const broughtUp = (entry: Raw, from: number): Raw =>
  STEPS.slice(from - 1).reduce((brought, step) => step(brought), entry);
