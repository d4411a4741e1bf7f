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
export const htmlExceptions: readonly Exception[] = [
  {
    rule: 'styles',
    matches: /^CSS: /,
    reason:
      'The checker’s reader of CSS is some years behind; the build reads every style with lightningcss, and fails on a fault.',
  },
  {
    rule: 'roles of a table’s rows',
    matches: /^The “role” attribute must not be used on a “(tr|td|th)” element which has a “table” ancestor/,
    reason:
      'On a phone the rows are set as blocks, and browsers then forget what they are unless their roles are written down.',
  },
  {
    rule: 'links that expect an element',
    matches: /^A “link” element with a “blocking” attribute must have a “rel” attribute whose value is “stylesheet”/,
    reason:
      'HTML’s standard allows `blocking` with `rel="expect"` as well; the checker has the older text. A browser that does not know it paints as it always did.',
  },
];
