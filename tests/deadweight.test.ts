import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const SLOW = 120_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copied-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the search for copied code in the folder; returns whether it fails, and what it says. */
const search = (): Promise<{ readonly fails: boolean; readonly said: string }> =>
  new Promise((done) => {
    const args = ['--config', '.jscpd.json', '--noTips', '--no-gitignore', folder];
    execFile(join(ROOT, 'node_modules/.bin/jscpd'), args, { cwd: ROOT }, (error, out, err) =>
      done({ fails: error !== null, said: out + err }),
    );
  });

describe('copied code', () => {
  const module = join(ROOT, 'src/reasoning/lean.ts');

  it(
    'is found where a module stands twice',
    async () => {
      copyFileSync(module, join(folder, 'one.ts'));
      copyFileSync(module, join(folder, 'other.ts'));
      const { fails, said } = await search();
      expect(said).toContain('Clone found (typescript)');
      expect(fails).toBe(true);
    },
    SLOW,
  );

  it(
    'is not found where it stands once',
    async () => {
      copyFileSync(module, join(folder, 'one.ts'));
      expect(await search()).toMatchObject({ fails: false });
    },
    SLOW,
  );
});
