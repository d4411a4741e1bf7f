import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtSite } from '../../src/commands/built-site.ts';

/** Where the built site is that the tests open. */
export const builtFolder = (): string => builtSite(process.env);

/** One page of the built site, as its file is. */
export interface BuiltPage {
  /** Below the base path, as in `accept-coworker/views/`; empty for the home page. */
  readonly address: string;
  readonly kind: string;
  readonly html: string;
}

/** Returns every page of the built site, by address. */
export async function builtPages(folder = builtFolder()): Promise<readonly BuiltPage[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.html')).sort();
  return Promise.all(
    files.map(async (file) => {
      const html = await readFile(join(folder, file), 'utf8');
      const address = file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1');
      return { address, kind: /<html[^>]* data-page="([^"]+)"/.exec(html)?.[1] ?? '', html };
    }),
  );
}

/** Returns one page of each kind, the first of its kind. */
export const oneOfEachKind = (pages: readonly BuiltPage[]): readonly BuiltPage[] => [
  ...new Map([...pages].reverse().map((page) => [page.kind, page])).values(),
];
