import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** A setting that no site can be built with; its message is a sentence for the person who chose it. */
export class UnusableSetting extends Error {
  override readonly name = 'UnusableSetting';
}

/** Returns the base path written in `text`, with a slash at both ends; `source` says where it was written. */
export const baseFrom = (text: string, source: string): string => {
  const base = `/${text}/`.replace(/\/+/g, '/');
  if (/^[\w/.~-]*$/.test(base) && !base.split('/').some((part) => /^\.+$/.test(part))) return base;
  throw new UnusableSetting(`${source} has to be a path such as /guide/, and is “${text}”.`);
};

/** Returns the site's absolute address written in `SITE_URL`, without a slash at the end; empty where nothing is written. */
export const siteUrlFrom = (text: string): string => {
  const address = text.trim().replace(/\/+$/, '');
  if (address === '' || (/^https?:\/\/[^\s?#]+$/i.test(address) && URL.canParse(address))) return address;
  throw new UnusableSetting(
    `SITE_URL has to be an absolute address such as https://example.org, and is “${text}”: begin it with https://.`,
  );
};

/** Folders of the project that hold work of somebody's, or what the project runs on. */
const KEPT = ['src', 'content', 'public', 'tests', 'docs', '.git', '.ci', '.github', 'node_modules'];

/** Returns a path with every link on its way followed, as far as it exists. */
const realOf = async (path: string): Promise<string> => {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(await realOf(parent), basename(path));
  }
};

const isWithin = (inner: string, outer: string): boolean => {
  const way = relative(outer, inner);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

const holdsBuild = async (folder: string): Promise<boolean> =>
  /<html\b[^>]* data-page="home"/.test(await readFile(join(folder, 'index.html'), 'utf8').catch(() => ''));

/**
 * Returns the folder that a site is written to, absolute. The build empties it first.
 * @throws UnusableSetting where something else than an earlier build would be lost.
 */
export async function outFolder(root: string, out: string): Promise<string> {
  const folder = resolve(root, out);
  const refusal = (why: string): UnusableSetting =>
    new UnusableSetting(
      `The site cannot be written to “${out}”, which is emptied first: ${why}. Choose another OUT_DIR; it may be a new folder.`,
    );
  const [real, project] = await Promise.all([realOf(folder), realOf(root)]);
  if (isWithin(project, real)) throw refusal('the project is in it');
  for (const kept of KEPT)
    if (isWithin(real, await realOf(join(project, kept)))) throw refusal(`it is in the project’s “${kept}”`);
  // Nothing else is ever written there, and what a build that broke off has left has no home page yet.
  if (real === join(project, 'dist')) return folder;
  const found = await stat(real).catch(() => undefined);
  if (found === undefined) return folder;
  if (!found.isDirectory()) throw refusal('it is a file');
  const isEmpty = (await readdir(real)).length === 0;
  if (!isEmpty && !(await holdsBuild(real))) throw refusal('it holds something else than an earlier build');
  return folder;
}
