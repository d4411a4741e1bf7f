import { runBrowserTests, suites } from '../../tests/browser/run.ts';
import { run, UnusableOption } from './options.ts';

await run(async () => {
  const names = process.argv.slice(2);
  if (names.includes('--help')) {
    console.log(
      `Walks the built site (in dist, or OUT_DIR) in Chromium: ${Object.keys(suites).join(', ')}; all, unless named.`,
    );
    return;
  }
  const unknown = names.find((name) => !Object.hasOwn(suites, name));
  if (unknown !== undefined)
    throw new UnusableOption(`there is no suite “${unknown}”; there are ${Object.keys(suites).join(', ')}`);
  const { passed, failed } = await runBrowserTests(names.length > 0 ? names : undefined);
  console.log(`tests: ${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
});
