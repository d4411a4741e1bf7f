import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBrowserTests } from '../../tests/browser/run.ts';
import { readOptions, run } from './options.ts';

/** What a step of the tests came to. */
interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

/** A step of `npm test`: something that is run, and how its tests are counted. */
interface Step {
  readonly name: string;
  run(): Promise<Outcome>;
}

const succeeds = (command: string, args: readonly string[]): Promise<boolean> =>
  new Promise((done) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.on('error', () => done(false));
    child.on('exit', (code) => done(code === 0));
  });

/** A step that is one test: the command succeeds. */
const command = (name: string, program: string, ...args: readonly string[]): Step => ({
  name,
  run: async () => ((await succeeds(program, args)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
});

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
}

const unitTests: Step = {
  name: 'unit tests, component tests and the laws over every path',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'counterpoint-'));
    const report = join(folder, 'report.json');
    const isGreen = await succeeds('npx', [
      'vitest',
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile=${report}`,
    ]);
    try {
      const found = JSON.parse(await readFile(report, 'utf8')) as VitestReport;
      // A file that cannot be loaded has no tests to fail.
      const failed = found.numFailedTests || (isGreen ? 0 : Math.max(1, found.numFailedTestSuites));
      return { passed: found.numPassedTests, failed };
    } catch {
      return { passed: 0, failed: 1 };
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

const steps: readonly Step[] = [
  command('types', 'npx', 'tsc', '--noEmit', '-p', '.'),
  command('format and lint', 'npx', 'biome', 'check', '--error-on-warnings'),
  command('nothing unused', 'npx', 'knip', '--no-progress'),
  command('nothing copied', 'npx', 'jscpd', '--config', '.jscpd.json', '--noTips'),
  command('content', 'npx', 'tsx', 'src/commands/check.ts'),
  unitTests,
  command('build and budgets', 'npx', 'tsx', 'src/commands/build.ts'),
  { name: 'a real browser', run: () => runBrowserTests() },
];

/** Runs every step, says what each came to, and ends with one line that counts them all. */
async function test(): Promise<void> {
  const total = { passed: 0, failed: 0 };
  const failures: string[] = [];
  for (const { name, run } of steps) {
    console.log(`\n— ${name}`);
    const started = Date.now();
    const outcome = await run().catch((problem: unknown) => {
      console.error(problem instanceof Error ? problem.message : problem);
      return { passed: 0, failed: 1 };
    });
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    if (outcome.failed > 0) failures.push(name);
    const seconds = Math.round((Date.now() - started) / 1000);
    console.log(`— ${name}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)`);
  }
  if (failures.length > 0) console.log(`\nWhat failed: ${failures.join('; ')}`);
  console.log(`\ntests: ${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

const HELP = `Runs every test, a step after the other, and ends with one line that counts them all:

${steps.map(({ name }) => `  ${name}`).join('\n')}

  npm test`;

await run(async () => {
  if (readOptions(process.argv.slice(2), []).help) console.log(HELP);
  else await test();
});
