// @vitest-environment node
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../src/commands/options.ts';
import { FaultyContent } from '../../src/content/fault.ts';
import { copyProject, removeProject } from './project-copy.ts';
import { type Ended, runCommand } from './run-command.ts';

/** A command that takes longer has begun with its work, or hangs; none of them may get as far as that. */
const LONGEST = 45_000;

/** Runs a command that has to end soon; null is the status of one that did not. */
const soon = (name: string, args: readonly string[], root?: string): Promise<Ended> => {
  let timer: NodeJS.Timeout | undefined;
  const started = (child: ChildProcess): void => {
    timer = setTimeout(() => child.kill('SIGKILL'), LONGEST);
  };
  return runCommand(name, args, { started, ...(root === undefined ? {} : { root }) }).finally(() =>
    clearTimeout(timer),
  );
};

/** A folder that looks like a built site from outside. */
let site: string;
beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'counterpoint-site-'));
  for (const file of ['index.html', 'sw.js']) writeFileSync(join(site, file), '');
});
afterAll(() => rmSync(site, { recursive: true }));
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a command that is asked for what it cannot do', () => {
  // Should `npm test` begin all the same, none of its steps can: one of them is this test.
  beforeEach(() => void vi.stubEnv('PATH', ''));

  it.each([
    ['build.ts', '--help'],
    ['bench-reasoning.ts', '--help'],
    ['browser-tests.ts', '--help'],
    ['shots.ts', '--help'],
    ['test.ts', '--help'],
  ])('%s helps: %s', async (name, option) => {
    const { status, out, err } = await soon(name, [option]);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^[A-Z]/);
  });

  it.each([
    ['build.ts', ['--fast'], /--fast/],
    ['bench-reasoning.ts', ['--x'], /--x/],
    ['browser-tests.ts', ['x'], /There is no suite “x”; there are walk, .*\. Try/],
    ['shots.ts', ['x'], /'x'/],
    ['test.ts', ['--x'], /--x/],
    ['test-access.ts', ['x'], /There is no state with “x” in its name; there are home, .*\. Try/],
    ['test-engines.ts', ['x'], /There is no engine “x”; there are chromium, firefox, webkit\. Try/],
    ['test-engines.ts', ['chromium', '--site', '/nope'], /There is no built site in “\/nope”, which --site names: run/],
  ])('%s %j says so in one sentence', async (name, args, said) => {
    const { status, out, err } = await soon(name, args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/^[^\n]*\. Try --help\.\n$/);
    expect(err).toMatch(said);
  });

  it.each(['test-access.ts', 'browser-tests.ts'])('%s says that no site is in OUT_DIR', async (name) => {
    vi.stubEnv('OUT_DIR', '/nope');
    const { status, err } = await soon(name, []);
    expect(status).toBe(2);
    expect(err).toBe(
      'There is no built site in “/nope”, which OUT_DIR names: run “npm run build” first, or name another folder. Try --help.\n',
    );
  });

  it.each([
    ['SITE_URL', 'example.com', 'SITE_URL has to be an absolute address'],
    ['OUT_DIR', 'tests', 'The site cannot be written to “tests”'],
  ])('build says at once that %s cannot be %s', async (name, value, said) => {
    vi.stubEnv(name, value);
    const { status, out, err } = await soon('build.ts', []);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(new RegExp(`^${said}[^\\n]*\\. Try --help\\.\\n$`));
  });
});

describe('without a Chromium', () => {
  const complaint = /^CHROMIUM_PATH is “\/nope”, and that cannot be run\. [^\n]*\n$/;

  it.each([
    ['browser-tests.ts', ['walk']],
    ['shots.ts', []],
    ['test-access.ts', ['home']],
  ])('%s ends, and says only that', async (name, args) => {
    vi.stubEnv('CHROMIUM_PATH', '/nope');
    vi.stubEnv('OUT_DIR', site);
    const { status, err } = await soon(name, args);
    expect(err).toMatch(complaint);
    expect(status).toBe(1);
  });

  it('npm test ends with the line that counts its tests', async () => {
    // No other step of it is found either.
    vi.stubEnv('PATH', '');
    vi.stubEnv('CHROMIUM_PATH', '/nope');
    vi.stubEnv('OUT_DIR', site);
    const { status, out, err } = await soon('test.ts', []);
    expect(err).toMatch(complaint);
    expect(out).toMatch(/\ntests: 0 passed, 8 failed\n$/);
    expect(status).toBe(1);
  });

  it('test-engines fails where that engine was named', async () => {
    vi.stubEnv('CHROMIUM_PATH', '/nope');
    const { status, out } = await soon('test-engines.ts', ['chromium', '--site', site]);
    expect(out).toContain('chromium: skipped. CHROMIUM_PATH is “/nope”');
    expect(status).toBe(1);
  });
});

describe('what has failed with words of its own', () => {
  const faults = [
    { file: 'content/a.md', line: 1, message: 'one' },
    { file: 'content/b.md', line: 2, message: 'two' },
  ];
  /** Returns what `run` prints, call by call, of a command that fails so. */
  const saidOf = async (problem: Error): Promise<readonly unknown[][]> => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    await run(() => Promise.reject(problem));
    const calls = [...said.mock.calls];
    said.mockClear();
    return calls;
  };
  afterEach(() => {
    process.exitCode = undefined;
  });

  it.each([
    ['faults in the content', new FaultyContent(faults), 'content/a.md:1: one\ncontent/b.md:2: two'],
    ['a site too heavy', Object.assign(new Error('CSS: too much.'), { name: 'OverBudget' }), 'CSS: too much.'],
  ])('is said without a stack: %s', async (_what, problem, expected) => {
    expect(await saidOf(problem)).toEqual([[expected]]);
    expect(process.exitCode).toBe(1);
  });

  it('keeps its stack where nobody foresaw it', async () => {
    const problem = new TypeError('x is undefined');
    expect(await saidOf(problem)).toEqual([[problem]]);
    expect(process.exitCode).toBe(1);
  });

  it('is what a build prints of words that it cannot use', async () => {
    const root = copyProject();
    try {
      writeFileSync(join(root, 'content/pages/home.md'), '---\ntitle: Home\n---\n');
      const { status, out, err } = await soon('build.ts', [], root);
      expect([status, out]).toEqual([1, '']);
      expect(err).toMatch(/^(content\/[^\n]+:\d+: [^\n]+\n)+$/);
    } finally {
      removeProject(root);
    }
  });
});
