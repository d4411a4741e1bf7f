import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { launch } from '../build/chromium.ts';
import { UnusableOption } from './options.ts';
import { serve } from './serve.ts';

/**
 * Returns the folder of a built site, absolute: the one that `--site` names, or that of `OUT_DIR`, or `dist`.
 * @throws UnusableOption where no built site is there.
 */
export function builtSite(environment: Readonly<Record<string, string | undefined>>, site?: string): string {
  const told = environment['OUT_DIR']?.trim();
  const [folder, source] = site !== undefined ? [site, '--site'] : told ? [told, 'OUT_DIR'] : ['dist', undefined];
  // Every build writes a worker, and writes it last.
  if (folder !== '' && ['index.html', 'sw.js'].every((file) => existsSync(join(folder, file)))) return resolve(folder);
  const where = source === undefined ? `“${folder}”` : `“${folder}”, which ${source} names`;
  throw new UnusableOption(`There is no built site in ${where}: run “npm run build” first, or name another folder.`);
}

/** Serves a built site, does something with it in Chromium, and ends both, whatever happens; returns what was done. */
export async function inChromium<T>(
  { root, compresses = true }: { readonly root: string; readonly compresses?: boolean },
  work: (browser: Browser, address: string) => Promise<T>,
): Promise<T> {
  // First, for it may be missing: a server that nobody ends keeps the process alive.
  const browser = await launch();
  try {
    const { address, close } = await serve({ root, port: 0, compresses });
    try {
      return await work(browser, address);
    } finally {
      await close();
    }
  } finally {
    await browser.close();
  }
}
