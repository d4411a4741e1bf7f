import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** What a command left behind when it ended. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

interface Options {
  readonly deaf?: boolean;
  readonly root?: string;
  readonly started?: (child: ChildProcess) => void;
}

const ROOT = join(import.meta.dirname, '../..');

/**
 * Runs a command of `src/commands/` in a process of its own; `deaf` closes its standard output before it can write,
 * `root` is the project whose command it is, and `started` is given the process.
 */
export function runCommand(
  name: string,
  args: readonly string[],
  { deaf = false, root = ROOT, started }: Options = {},
): Promise<Ended> {
  const command = join(root, 'src/commands', name);
  const child = spawn(process.execPath, ['--import', 'tsx', command, ...args], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    ended.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    ended.err += text;
  });
  started?.(child);
  if (deaf) child.stdout.destroy();
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...ended }));
  });
}
