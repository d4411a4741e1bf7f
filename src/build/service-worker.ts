import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { minify, transformWithOxc } from 'vite';
import { TAKE_OVER } from '../app/worker-names.ts';
import { PREVIEWS } from './security.ts';
import { type FlowPlan, HASH_LENGTH, type Plan } from './worker/plan.ts';

/** Above this many bytes, as sent, a site is kept flow by flow as they are visited. */
const MOST_AT_ONCE = 5_000_000;

/** What a service worker is made from. */
export interface Offline {
  /** The folder of the built site. */
  readonly outDir: string;
  readonly base: string;
  /** The files below `outDir` that one flow alone needs, beside those in its own folder; by flow. */
  readonly flows: Readonly<Record<string, readonly string[]>>;
  readonly mostAtOnce?: number;
}

/** What a service worker keeps, for the build to print. */
export interface Kept {
  readonly version: string;
  readonly files: number;
  /** The bytes of these files as sent. */
  readonly bytes: number;
  /** False where flows are kept only once they are visited. */
  readonly isWhole: boolean;
}

/** The worker that ends offline use: published as `sw.js`, it forgets what was kept and takes itself away. */
export const KILL_SWITCH = `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('counterpoint:')).map((name) => caches.delete(name)));
  await self.registration.unregister();
}
`;

interface BuiltFile {
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
}

const compress = promisify(brotliCompress);
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Files for hosts and search engines, compressed copies, and preview pictures: nothing that a reader opens offline. */
const isLeftOut = (path: string): boolean =>
  path.startsWith(PREVIEWS) ||
  path.split('/').some((part) => part.startsWith('.') || part.startsWith('_')) ||
  ['sw.js', 'vercel.json', 'robots.txt', 'sitemap.xml'].includes(path) ||
  /\.(?:br|gz|map)$/.test(path) ||
  path.endsWith('/offline.json');

const builtFile = async (outDir: string, path: string): Promise<BuiltFile> => {
  const content = await readFile(join(outDir, path));
  return {
    path: path.replace(/(^|\/)index\.html$/, '$1'),
    hash: createHash('sha256').update(content).digest('hex').slice(0, HASH_LENGTH),
    bytes: (await compress(content, QUICK)).length,
  };
};

const builtFiles = async (outDir: string): Promise<readonly BuiltFile[]> => {
  const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(outDir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !isLeftOut(path))
    .sort();
  return Promise.all(paths.map((path) => builtFile(outDir, path)));
};

const listed = (files: readonly BuiltFile[]): Readonly<Record<string, string>> =>
  Object.fromEntries(files.map(({ path, hash }) => [path, hash]));

const total = (files: readonly BuiltFile[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** Returns the source of a service worker that keeps what a plan lists. */
const workerSource = async (plan: Plan): Promise<string> => {
  const file = fileURLToPath(new URL('worker/worker.ts', import.meta.url));
  const { code } = await transformWithOxc(await readFile(file, 'utf8'), file, { sourcemap: false });
  const script = code.replace(/^export\s*\{\s*\};?$/m, '');
  const values = { PLAN: plan, HASH_LENGTH, TAKE_OVER };
  const given = Object.entries(values).map(([name, value]) => `const ${name}=${JSON.stringify(value)};`);
  const small = await minify('sw.js', script, { module: false, mangle: true, sourcemap: false });
  return `${given.join('\n')}\n(()=>{${small.code}})();\n`;
};

const hashOfAll = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, HASH_LENGTH);

/** Writes `sw.js` for a built site, as the build's last step, and returns what it keeps. */
export const writeServiceWorker = async ({
  outDir,
  base,
  flows,
  mostAtOnce = MOST_AT_ONCE,
}: Offline): Promise<Kept> => {
  const all = await builtFiles(outDir);
  const isWhole = total(all) <= mostAtOnce;
  const owners = new Map(Object.entries(flows).flatMap(([flow, paths]) => paths.map((path) => [path, flow])));
  const flowOf = ({ path }: BuiltFile): string | undefined => {
    const folder = path.split('/', 1)[0] ?? '';
    return path.includes('/') && Object.hasOwn(flows, folder) ? folder : owners.get(path);
  };
  const atOnce = isWhole ? all : all.filter((file) => flowOf(file) === undefined);
  const draft: Plan = { base, version: '', files: listed(atOnce), later: isWhole ? [] : Object.keys(flows) };
  const version = hashOfAll(await workerSource(draft), JSON.stringify(listed(all)));
  for (const flow of draft.later) {
    const plan: FlowPlan = { version, files: listed(all.filter((file) => flowOf(file) === flow)) };
    await writeFile(join(outDir, flow, 'offline.json'), JSON.stringify(plan));
  }
  await writeFile(join(outDir, 'sw.js'), await workerSource({ ...draft, version }));
  return { version, files: atOnce.length, bytes: total(atOnce), isWhole };
};
