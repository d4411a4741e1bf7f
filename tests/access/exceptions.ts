/** Something that a check reports and that is right as it is, with the reason. */
export interface Exception {
  readonly rule: string;
  /** A selector that everything reported has to match; or, for the HTML checker, a pattern of its message. */
  readonly matches: string | RegExp;
  readonly reason: string;
}

/** What axe-core reports, or leaves undecided, and what was found on looking. */
export const axeExceptions: readonly Exception[] = [
  {
    rule: 'color-contrast',
    matches: '*',
    reason:
      'Where axe cannot tell what is behind a text, `contrast` in checks.ts computes it for every text of the page.',
  },
  {
    rule: 'color-contrast-enhanced',
    matches: '*',
    reason: 'As for color-contrast; `contrast` asks for 7 to 1.',
  },
];

/** What the HTML checker reports, and why it stays. */
export const htmlExceptions: readonly Exception[] = [];
