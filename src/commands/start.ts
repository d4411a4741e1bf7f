import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../build/build.ts';
import { readOptions, run } from './options.ts';
import { SERVE_OPTIONS, serveUntilStopped, servingFrom } from './serve.ts';

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

const HELP = `Builds the site if needed, and serves it as a static host would.

${SERVE_OPTIONS}`;

const main = async (args: readonly string[]): Promise<void> => {
  const options = readOptions(args, ['port', 'host', 'base']);
  if (options.help) {
    console.log(HELP);
    return;
  }
  const serving = servingFrom(options, process.env);
  const base = serving.base ?? '/';
  process.env['BASE_PATH'] = base;
  if (await needsBuild(resolve('.'), base)) await build();
  await serveUntilStopped({ root: 'dist', ...serving });
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(() => main(process.argv.slice(2)));
