import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** What a command left behind when it ended. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

const ROOT = join(import.meta.dirname, '../..');

/** Runs a command of `src/commands/` in a process of its own; `deaf` closes its standard output before it can write. */
export function runCommand(name: string, args: readonly string[], { deaf = false } = {}): Promise<Ended> {
  const command = join(ROOT, 'src/commands', name);
  const child = spawn(process.execPath, ['--import', 'tsx', command, ...args], {
    cwd: ROOT,
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
  if (deaf) child.stdout.destroy();
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...ended }));
  });
}
