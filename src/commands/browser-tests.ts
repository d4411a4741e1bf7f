import { runBrowserTests, suites } from '../../tests/browser/run.ts';
import { parsed } from './choice.ts';
import { run, UnusableOption } from './options.ts';

const NAMES = Object.keys(suites).join(', ');

await run(async () => {
  const { values, positionals: names } = parsed(
    { options: { help: { type: 'boolean' } }, allowPositionals: true },
    `What is allowed: names of suites, or --help; the suites are ${NAMES}.`,
  );
  if (values.help) {
    console.log(`Walks the built site (in dist, or OUT_DIR) in Chromium: ${NAMES}; all, unless named.`);
    return;
  }
  const unknown = names.find((name) => !Object.hasOwn(suites, name));
  if (unknown !== undefined) throw new UnusableOption(`There is no suite “${unknown}”; there are ${NAMES}.`);
  const { passed, failed } = await runBrowserTests(names.length > 0 ? names : undefined);
  console.log(`tests: ${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
});
