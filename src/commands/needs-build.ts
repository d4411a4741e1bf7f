import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What a build is made of: if any of these is newer than the build, it is out of date. */
const SOURCES = ['src', 'content', 'public', 'package.json', 'package-lock.json', 'vite.config.ts', 'index.html'];

const timeOf = async (path: string): Promise<number> => (await stat(path).catch(() => undefined))?.mtimeMs ?? 0;

const newest = async (path: string): Promise<number> => {
  const entries = await readdir(path, { recursive: true }).catch(() => []);
  const times = await Promise.all([timeOf(path), ...entries.map((entry) => timeOf(join(path, entry)))]);
  return Math.max(...times);
};

const baseBuiltFor = async (built: string): Promise<string | undefined> => {
  try {
    const manifest = JSON.parse(await readFile(join(built, 'manifest.webmanifest'), 'utf8')) as { scope?: string };
    return manifest.scope;
  } catch {
    return undefined;
  }
};

/** Tells whether the built site is missing, older than what it is made of, or made for another base path. */
export const needsBuild = async (project: string, base: string): Promise<boolean> => {
  const built = join(project, 'dist');
  const [builtAt, ...changedAt] = await Promise.all([
    timeOf(join(built, 'index.html')),
    ...SOURCES.map((source) => newest(join(project, source))),
  ]);
  return builtAt < Math.max(...changedAt) || (await baseBuiltFor(built)) !== base;
};
