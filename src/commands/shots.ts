import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import type { Browser } from 'playwright-core';
import { view } from '../../tests/access/checks.ts';
import { states } from '../../tests/access/states.ts';
import { indexedPng } from '../build/png.ts';
import { builtSite, inChromium } from './built-site.ts';
import { readOptions, run } from './options.ts';

const HELP = `Takes the pictures of the readme from the built site (in dist, or OUT_DIR), light and dark, into docs/pictures.

  npm run shots`;

interface Shot {
  readonly file: string;
  readonly state: string;
  readonly width: number;
  readonly height: number;
}

const SHOTS: readonly Shot[] = [
  { file: 'home', state: 'home', width: 1280, height: 900 },
  { file: 'question', state: 'question in the middle', width: 1280, height: 900 },
  { file: 'result', state: 'result on balance', width: 1280, height: 900 },
  { file: 'views', state: 'views', width: 1280, height: 900 },
  { file: 'map', state: 'map with a route', width: 1280, height: 900 },
  { file: 'journal', state: 'journal', width: 1280, height: 900 },
  { file: 'question-narrow', state: 'question in the middle', width: 375, height: 812 },
  { file: 'result-narrow', state: 'result on balance', width: 375, height: 812 },
];

/** The most that a picture may weigh, in bytes. */
const MOST = 200_000;

/** The day that pages show, so that a picture is the same whenever it is taken. */
const DAY = new Date(2026, 10, 22, 12);

/** Returns a screenshot as a PNG with a palette, of the same pixels. */
function indexed(png: Buffer, width: number, height: number): Uint8Array {
  const address = `data:image/png;base64,${png.toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${address}"/></svg>`;
  const { pixels } = new Resvg(svg).render();
  return indexedPng(pixels, width, height);
}

async function take(browser: Browser, address: string, shot: Shot, folder: string): Promise<void> {
  const { file, state: name, width, height } = shot;
  const state = states.find((candidate) => candidate.name === name);
  if (!state) throw new Error(`there is no state “${name}”`);
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', locale: 'en-GB' });
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime(DAY);
    await state.open(page, address);
    for (const scheme of ['light', 'dark'] as const) {
      await view(page, { width, height, scheme });
      await page.evaluate(async () => {
        await document.fonts.ready;
        scrollTo(0, 0);
        (document.activeElement as HTMLElement | null)?.blur();
      });
      // The map stands below the route in words.
      if (file === 'map')
        await page.locator('.map').evaluate((map) => scrollBy(0, map.getBoundingClientRect().top + 24));
      const taken = await page.screenshot({ animations: 'disabled', caret: 'hide' });
      const picture = indexed(taken, width, height);
      if (picture.length > MOST)
        throw new Error(`${file}-${scheme}.png weighs ${picture.length} bytes; the most is ${MOST}`);
      await writeFile(join(folder, `${file}-${scheme}.png`), picture);
      console.log(`${file}-${scheme}.png  ${Math.round(picture.length / 1000)} kB`);
    }
  } finally {
    await context.close();
  }
}

await run(async () => {
  if (readOptions(process.argv.slice(2), []).help) {
    console.log(HELP);
    return;
  }
  const root = builtSite(process.env);
  const folder = resolve('docs/pictures');
  await mkdir(folder, { recursive: true });
  await inChromium({ root }, async (browser, address) => {
    for (const shot of SHOTS) await take(browser, address, shot, folder);
  });
});
