import type { Browser, Page } from 'playwright-core';
import {
  axe,
  contrast,
  focus,
  overflow,
  printedPages,
  spaceText,
  targets,
  unspaceText,
  view,
} from '../../tests/access/checks.ts';
import { axeExceptions, htmlExceptions } from '../../tests/access/exceptions.ts';
import { checkHtml, NoChecker } from '../../tests/access/html.ts';
import { type State, states } from '../../tests/access/states.ts';
import { compare } from '../../tests/access/transcript.ts';
import { builtSite, inChromium } from './built-site.ts';
import { parsed } from './choice.ts';
import { run, UnusableOption } from './options.ts';

const HELP = `Checks the built site (in dist, or OUT_DIR) for everybody: axe-core, contrast, targets, reflow, focus, colours forced by
the system, more contrast, right to left, print, the Nu HTML checker, and what a screen reader is told.

  npm run test:access -- [part of a state's name …]
  --approve   writes the transcripts in tests/access/transcripts anew; read them before they are committed
  --no-html   leaves the HTML checker out`;

const MOST_PAGES = 3;

type Faults = readonly string[];

const at = (where: string, faults: Faults): Faults => faults.map((fault) => `${where}: ${fault}`);

/** Looks at a state in every width and scheme. */
async function looked(page: Page): Promise<Faults> {
  const faults: string[] = [];
  for (const width of [375, 1280]) {
    for (const scheme of ['light', 'dark'] as const) {
      await view(page, { width, scheme });
      const found = await axe(page);
      faults.push(...at(`${width} ${scheme}`, [...found.faults, ...(await contrast(page))]));
    }
    faults.push(...at(`${width}`, await targets(page)));
  }
  return faults;
}

/** Looks at a state as narrow and as spaced out as readers may have it, and mirrored. */
async function flowed(page: Page): Promise<Faults> {
  const faults: string[] = [];
  for (const width of [320, 768, 1920]) {
    await view(page, { width });
    faults.push(...at(`${width}`, await overflow(page)));
  }
  await view(page, { width: 320 });
  await spaceText(page);
  faults.push(...at('320, text spaced out', await overflow(page)));
  await unspaceText(page);
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  for (const width of [320, 1280]) {
    await view(page, { width });
    faults.push(...at(`${width}, right to left`, await overflow(page)));
  }
  await page.evaluate(() => document.documentElement.removeAttribute('dir'));
  return faults;
}

/** Looks at a state in the reader's own colours, and with more contrast. */
async function recoloured(page: Page): Promise<Faults> {
  const faults: string[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    await view(page, { width: 1280, scheme, forcedColors: 'active' });
    faults.push(...at(`forced colours, ${scheme}`, await contrast(page, 4.5, 3)));
    await view(page, { width: 1280, scheme, contrast: 'more' });
    faults.push(...at(`more contrast, ${scheme}`, await contrast(page)));
  }
  await view(page, { width: 1280 });
  return faults;
}

/** Goes through a state by Tab: at full size, and at 400 per cent. */
async function tabbed(page: Page): Promise<Faults> {
  await view(page, { width: 1280, height: 900 });
  const wide = at('by Tab', await focus(page));
  await view(page, { width: 320, height: 256 });
  return [...wide, ...at('by Tab at 400 %', await focus(page, 40))];
}

async function check(browser: Browser, address: string, state: State, approve: boolean): Promise<Faults> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  context.setDefaultTimeout(30_000);
  try {
    const page = await context.newPage();
    await state.open(page, address);
    await view(page, { width: 1280 });
    const said = await compare(state, page, approve);
    if (approve) return said;
    const faults = [
      ...said,
      ...(await looked(page)),
      ...(await flowed(page)),
      ...(await recoloured(page)),
      ...(await tabbed(page)),
    ];
    if (state.isResult) {
      const pages = await printedPages(page);
      if (pages > MOST_PAGES) faults.push(`prints on ${pages} pages`);
    }
    return faults;
  } finally {
    await context.close();
  }
}

const read = () => {
  const options = {
    approve: { type: 'boolean', default: false },
    'no-html': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const;
  return parsed(
    { options, allowPositionals: true },
    'What is allowed: parts of states’ names, --approve, --no-html and --help.',
  );
};

async function html(root: string): Promise<number> {
  try {
    const { pages, faults } = await checkHtml(root);
    console.log(`${faults.length === 0 ? '✓' : '✗'} the Nu HTML checker, over ${pages} pages`);
    for (const fault of faults) console.log(`    ${fault}`);
    return faults.length;
  } catch (problem) {
    if (!(problem instanceof NoChecker)) throw problem;
    console.log(`– the Nu HTML checker: skipped; ${problem.message}`);
    return 0;
  }
}

await run(async () => {
  const { values, positionals } = read();
  if (values.help) {
    console.log(HELP);
    return;
  }
  const chosen = states.filter(
    ({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
  );
  const nameless = positionals.find((part) => !states.some(({ name }) => name.includes(part)));
  if (nameless !== undefined)
    throw new UnusableOption(
      `There is no state with “${nameless}” in its name; there are ${states.map(({ name }) => name).join(', ')}.`,
    );
  const root = builtSite(process.env);
  let failed = 0;
  await inChromium({ root }, async (browser, address) => {
    for (const state of chosen) {
      const started = Date.now();
      const faults = await check(browser, address, state, values.approve).catch((error: Error) => [error.message]);
      failed += faults.length;
      console.log(`${faults.length === 0 ? '✓' : '✗'} ${state.name} (${Date.now() - started} ms)`);
      for (const fault of faults) console.log(`    ${fault}`);
    }
  });
  if (!values['no-html'] && !values.approve && positionals.length === 0) failed += await html(root);
  for (const { rule, matches, reason } of [...axeExceptions, ...htmlExceptions])
    console.log(`excepted: ${rule} (${matches}): ${reason}`);
  console.log(`states: ${chosen.length}; faults: ${failed}`);
  if (failed > 0) process.exitCode = 1;
});
