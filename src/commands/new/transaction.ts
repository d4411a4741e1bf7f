import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file to be written: new, or in place of what stands there. */
export interface Change {
  /** From the project's folder. */
  readonly path: string;
  readonly text: string;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Returns the folders above a path that are not there yet, the outermost first. */
function missingFolders(root: string, path: string): readonly string[] {
  const folder = dirname(path);
  if (folder === '.' || existsSync(join(root, folder))) return [];
  return [...missingFolders(root, folder), folder];
}

/**
 * Writes the changes, then calls `finish`. Where either fails, or the command is cut off by a signal, every file is
 * put back as it was, and what was new is removed.
 */
export async function allOrNothing(
  root: string,
  changes: readonly Change[],
  finish: () => Promise<void>,
): Promise<void> {
  const before = new Map<string, string | undefined>();
  const folders: string[] = [];
  const undo = (): void => {
    for (const [path, text] of before) {
      if (text !== undefined) writeFileSync(join(root, path), text);
      else if (existsSync(join(root, path))) rmSync(join(root, path));
    }
    for (const folder of [...folders].reverse()) {
      try {
        rmdirSync(join(root, folder));
      } catch {
        // Somebody has put something else there meanwhile: it stays.
      }
    }
  };
  const cutOff = (signal: NodeJS.Signals): void => {
    undo();
    process.stderr.write('Cut off: everything is as it was before.\n');
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  for (const signal of SIGNALS) process.once(signal, cutOff);
  try {
    for (const { path, text } of changes) {
      for (const folder of missingFolders(root, path)) {
        mkdirSync(join(root, folder));
        folders.push(folder);
      }
      before.set(path, existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined);
      writeFileSync(join(root, path), text);
    }
    await finish();
  } catch (problem) {
    undo();
    throw problem;
  } finally {
    for (const signal of SIGNALS) process.off(signal, cutOff);
  }
}
