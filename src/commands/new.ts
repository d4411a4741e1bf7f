import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { check } from '../build/check.ts';
import { ledgerOf } from '../build/words.ts';
import { type Fault, faultLine } from '../content/fault.ts';
import type { Ledger } from '../domain/claim.ts';
import { flows } from '../flows/index.ts';
import { allOrNothing, type Change } from './new/transaction.ts';
import { type Ask, changesFor, wishFrom } from './new/wish.ts';
import { run, UnusableOption } from './options.ts';
import { print } from './output.ts';

const ROOT = join(import.meta.dirname, '../..');

const HELP = `Writes a small complete example that passes every check, for you to make your own:

  npm run new -- flow <id> [--title <question>] [--closed <voice>] [--open <voice>]
      --new-closed <id> and --new-open <id> write the voice of a side along with it
  npm run new -- voice <id> [--name <name>] [--source <source>] [--flow <flow>]
  npm run new -- question <flow> <id> [--title <question>]

An id is lower-case words joined by hyphens. On a terminal, what is not given is asked for.`;

/** Asks on a terminal; elsewhere, and where nothing is typed, the suggestion is taken. */
const ask: Ask = async (question, suggestion) => {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return suggestion;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // Ctrl-C at a question: nothing has been written yet.
  terminal.on('SIGINT', () => process.exit(130));
  try {
    return (await terminal.question(`${question} [${suggestion}]: `)).trim() || suggestion;
  } finally {
    terminal.close();
  }
};

const exec = promisify(execFile);

/** Formats the code that was written, then checks everything afresh; faults that were there before do not count. */
async function prove(changes: readonly Change[], faults: readonly Fault[]): Promise<void> {
  const code = changes.map(({ path }) => path).filter((path) => path.endsWith('.ts'));
  const bin = (name: string): string => join(ROOT, 'node_modules', '.bin', name);
  if (code.length > 0) await exec(bin('biome'), ['check', '--write', '--log-level=error', ...code], { cwd: ROOT });
  try {
    await exec(process.execPath, ['--import', 'tsx', 'src/commands/check.ts'], { cwd: ROOT });
  } catch (problem) {
    const told = String((problem as { stderr?: unknown }).stderr ?? problem).split('\n');
    const known = new Set(faults.map(faultLine));
    const added = told.filter((line) => line !== '' && !/^\d+ faults?\.$/.test(line) && !known.has(line));
    if (added.length > 0)
      throw new UnusableOption(`The example would not pass the check, and nothing was written:\n${added.join('\n')}\n`);
  }
}

const main = async (args: readonly string[]): Promise<void> => {
  const wish = wishFrom(args);
  if (wish === 'help') return print(HELP);
  const { content, faults } = check(ROOT, flows);
  // The schema has made sure that each id is written voice/claim.
  const ledger = ledgerOf(content) as Ledger;
  const changes = await changesFor({ root: ROOT, content, flows, ledger }, wish, ask);
  await allOrNothing(ROOT, changes, () => prove(changes, faults));
  print(
    [
      'Written, and it passes the check:',
      ...changes.map(({ path }) => `  ${path}`),
      'Now make it your own, with “npm run dev” beside it and “npm run check” after it.',
      ...(wish.kind === 'question'
        ? ['If the flow’s paths are drawn up in tests/laws, draw them up anew: its tests compare them.']
        : []),
    ].join('\n'),
  );
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(() => main(process.argv.slice(2)));
