import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '../..');
const PARTS = ['src', 'content', 'package.json', 'tsconfig.json', 'biome.json', '.gitignore'];

/** Returns the folder of a copy of the project, of `more` besides, with the packages of the original. */
export function copyProject(more: readonly string[] = []): string {
  const root = mkdtempSync(join(tmpdir(), 'counterpoint-'));
  for (const part of [...PARTS, ...more]) cpSync(join(PROJECT, part), join(root, part), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

/** Removes a copy of the project. */
export const removeProject = (root: string): void => rmSync(root, { recursive: true, force: true });

/** Returns every file and folder of a copy below `src/flows` and `content`, the files with their text. */
export function stateOf(root: string): Readonly<Record<string, string | null>> {
  const entries = ['src/flows', 'content'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true, encoding: 'utf8' }).map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path, entry.isFile() ? readFileSync(path, 'utf8') : null] as const;
    }),
  );
  return Object.fromEntries(entries);
}
