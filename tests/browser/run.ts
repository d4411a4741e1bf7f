import { builtSite, inChromium } from '../../src/commands/built-site.ts';
import { accessTests } from './access.ts';
import { anotherGuideTests } from './another-guide.ts';
import { benchTests } from './bench.ts';
import { devTests } from './dev.ts';
import { earlyTests } from './early.ts';
import { exitTests } from './exit.ts';
import type { BrowserContextOf, BrowserTest } from './harness.ts';
import { journalTests } from './journal.ts';
import { keyboardTests } from './keyboard.ts';
import { baseTests, offlineTests } from './offline.ts';
import { policyTests } from './policy.ts';
import { sharingTests } from './sharing.ts';
import { shiftTests } from './shift.ts';
import { walkTests } from './walk.ts';

/** Every test in a real browser, by what it is about. */
export const suites: Readonly<Record<string, readonly BrowserTest[]>> = {
  walk: walkTests,
  'another-guide': anotherGuideTests,
  dev: devTests,
  early: earlyTests,
  exit: exitTests,
  access: accessTests,
  keyboard: keyboardTests,
  journal: journalTests,
  sharing: sharingTests,
  offline: offlineTests,
  base: baseTests,
  policy: policyTests,
  shift: shiftTests,
  bench: benchTests,
};

/** How many tests passed and failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** A test that takes longer than this many milliseconds has failed. */
const LONGEST = 150_000;

const within = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, refuse) => {
      setTimeout(() => refuse(new Error(`it took longer than ${LONGEST / 1000} seconds`)), LONGEST).unref();
    }),
  ]);

/** Runs a test, and returns what went wrong; undefined where it has passed. */
const problemOf = (test: BrowserTest, context: BrowserContextOf): Promise<string | undefined> =>
  within(test.run(context)).then(
    () => undefined,
    (problem: unknown) => (problem instanceof Error ? problem.message : String(problem)),
  );

/** Runs these suites (all of them unless named) against the built site; prints a line a test. */
export const runBrowserTests = (names: readonly string[] = Object.keys(suites)): Promise<Tally> =>
  inChromium({ root: builtSite(process.env), compresses: false }, async (browser, address) => {
    const tally = { passed: 0, failed: 0 };
    for (const name of names) {
      for (const test of suites[name] ?? []) {
        const started = Date.now();
        // A browser on a busy machine may miss a moment: a test that fails is tried once more, and that is said.
        const first = await problemOf(test, { browser, address });
        const problem = first === undefined ? undefined : await problemOf(test, { browser, address });
        const took = `${Date.now() - started} ms${first !== undefined && problem === undefined ? `, at the second try; at first: ${first}` : ''}`;
        if (problem === undefined) {
          tally.passed++;
          console.log(`  ✓ ${name}: ${test.name} (${took})`);
        } else {
          tally.failed++;
          console.log(`  ✗ ${name}: ${test.name}\n      ${problem}`);
        }
      }
    }
    return tally;
  });
