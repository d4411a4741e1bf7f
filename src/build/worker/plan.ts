/** What the service worker keeps: the site’s files by their path below the base, each with the beginning of its SHA-256. */
export interface Plan {
  readonly base: string;
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
  /** Flows that are kept once they are visited; each has its own list of files in `<flow>/offline.json`. */
  readonly later: readonly string[];
}

/** What `<flow>/offline.json` holds: the flow's files, as of one version. */
export interface FlowPlan {
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
}

/** How many characters of a file's SHA-256, in hexadecimal, a plan holds. */
export const HASH_LENGTH = 16;
