import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject, removeProject, stateOf } from './project-copy.ts';
import { runCommand } from './run-command.ts';

const SLOW = 300_000;
const exec = promisify(execFile);

let root: string;
beforeAll(() => {
  root = copyProject();
});
afterAll(() => removeProject(root));

const make = (...args: readonly string[]) => runCommand('new.ts', args, { root });
const bin = (name: string, ...args: readonly string[]) =>
  exec(join(root, 'node_modules/.bin', name), [...args], { cwd: root });

describe('an example', () => {
  it(
    'of a flow, of a question in it and of a voice passes the check, the types and the format at once',
    async () => {
      const flow = await make('flow', 'lend-a-book', '--title', 'Should I lend them a book?', '--open', 'percy');
      expect(flow).toMatchObject({ status: 0, err: '' });
      expect(flow.out).toContain('Written, and it passes the check:\n  src/flows/lend-a-book.ts\n');
      expect(readFileSync(join(root, 'content/flows/lend-a-book/index.md'), 'utf8')).toContain(
        'title: "Should I lend them a book?"',
      );
      expect(readFileSync(join(root, 'src/flows/index.ts'), 'utf8')).toMatch(/ {2}buildAlly,\n {2}lendABook,\n\];/);

      expect(await make('question', 'lend-a-book', 'time-left')).toMatchObject({ status: 0, err: '' });
      expect(readFileSync(join(root, 'src/flows/lend-a-book.ts'), 'utf8')).toContain(
        "timeLeftSaysNo: said('time-left.no'),",
      );

      expect(await make('voice', 'my-aunt', '--name', 'Aunt May', '--flow', 'lend-a-book')).toMatchObject({
        status: 0,
        err: '',
      });
      expect(existsSync(join(root, 'content/sources/my-aunt.md'))).toBe(true);

      const { status, out } = await runCommand('check.ts', [], { root });
      expect(status).toBe(0);
      expect(out).toContain('lend-a-book: 4 questions, 7 rules, 3 verdicts, 7 paths\nReading grade');
      await bin('biome', 'check', '--log-level=error', 'src/flows');
      const types = await bin('tsc', '--noEmit', '--project', '.').catch((problem: { stdout: string }) => problem);
      expect(types.stdout.split('\n').filter((line) => line.startsWith('src/flows/'))).toEqual([]);
    },
    SLOW,
  );
});

describe('what cannot be written', () => {
  it(
    'is refused with a sentence',
    async () => {
      const { status, out, err } = await make('flow', 'Lend_a_book');
      expect([status, out]).toEqual([2, '']);
      expect(err).toContain('“Lend_a_book” is no id for a flow: it takes lower-case words joined by hyphens.');
    },
    SLOW,
  );

  it(
    'because it would not pass the check is told with its faults, and undone',
    async () => {
      const before = stateOf(root);
      const { status, err } = await make('flow', 'lend', '--title', `Should I ${'really '.repeat(12)}lend it?`);
      expect(status).toBe(2);
      expect(err).toContain('The example would not pass the check, and nothing was written:');
      expect(err).toContain('content/flows/lend/index.md:2: “title” is longer than 90 characters: say it shorter');
      expect(stateOf(root)).toEqual(before);
    },
    SLOW,
  );
});

describe('a command that is cut off', () => {
  it(
    'leaves everything as it was',
    async () => {
      const before = stateOf(root);
      const file = join(root, 'src/flows/cut-off.ts');
      let wasWritten = false;
      const { status, err } = await runCommand('new.ts', ['flow', 'cut-off'], {
        root,
        started: (child) => {
          const watch = setInterval(() => {
            if (!existsSync(file)) return;
            wasWritten = true;
            clearInterval(watch);
            child.kill('SIGINT');
          }, 5);
          child.on('close', () => clearInterval(watch));
        },
      });
      expect(wasWritten).toBe(true);
      expect(status).toBe(130);
      expect(err).toContain('Cut off: everything is as it was before.');
      expect(stateOf(root)).toEqual(before);
    },
    SLOW,
  );
});

describe('the check', () => {
  it(
    'prints each fault in a line and fails',
    async () => {
      const file = join(root, 'content/flows/introduce/rules/wouldNotVouch.md');
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.replace(/^rule: .*$/m, 'rule: ""'));
      const { status, out, err } = await runCommand('check.ts', [], { root });
      writeFileSync(file, text);
      expect([status, out]).toEqual([1, '']);
      expect(err).toBe(
        'content/flows/introduce/rules/wouldNotVouch.md:2: “rule” is blank: write it, or remove the field if it may be left out\n1 fault.\n',
      );
    },
    SLOW,
  );
});
