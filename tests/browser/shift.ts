import type { Page } from 'playwright-core';
import { flows } from '../../src/flows/index.ts';
import { answer, type BrowserContextOf, type BrowserTest, begin, holds, live, withPage } from './harness.ts';

const PAGES = [
  '',
  'accept-coworker/',
  'accept-coworker/ignore/',
  'accept-coworker/views/',
  'accept-coworker/map/',
  'voices/',
  'journal/',
  'about/',
];

const QUESTIONS = flows.map(({ id }) => `${id}/`);

/** How long the fonts are held back, in milliseconds: longer than a page takes to be painted. */
const HELD = 600;

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly sources?: readonly {
    readonly node: Node | null;
    readonly previousRect: DOMRectReadOnly;
    readonly currentRect: DOMRectReadOnly;
  }[];
}

interface Moved {
  readonly value: number;
  readonly moved: string;
}

const holdFonts = (page: Page): Promise<unknown> =>
  page.route('**/*.woff2', async (route) => {
    await new Promise((done) => setTimeout(done, HELD));
    await route.continue().catch(() => {});
  });

/**
 * How much may move, all told. Nothing does, save that a word of a paragraph may change its line when the font takes the
 * place of its stand-in; the stand-in has the same metrics, so that no box moves for it.
 */
const MOST = 0.005;

/** Returns what has moved on the page so far, each with what it was. */
const shiftsOn = (page: Page): Promise<readonly Moved[]> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    return new Promise<Moved[]>((done) => {
      new PerformanceObserver((list) => {
        done(
          (list.getEntries() as Shift[]).map(({ value, sources = [] }) => {
            const moved = sources.map(({ node, previousRect: from, currentRect: to }) => {
              const element = node instanceof Element ? node : node?.parentElement;
              const where = `from ${from.x},${from.y} ${from.width}×${from.height} to ${to.x},${to.y} ${to.width}×${to.height}`;
              return element ? `${element.localName}.${element.className} ${where}` : where;
            });
            return { value, moved: moved.join(', ') };
          }),
        );
      }).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => done([]), 200);
    });
  });

async function standsStillOn(page: Page, what: string): Promise<void> {
  const shifts = await shiftsOn(page);
  const total = shifts.reduce((sum, { value }) => sum + value, 0);
  const said = shifts.map(({ value, moved }) => `${value.toFixed(4)} by ${moved}`).join('; ');
  holds(total < MOST, `${what} moves by ${total.toFixed(4)}: ${said}`);
}

/** Opens pages at this width with their fonts late, and looks at what moves. */
const standsStill = (width: number, height: number, what: string, pages: readonly string[]): BrowserTest => ({
  name: `nothing moves on ${what} at ${width} pixels when fonts and code arrive late`,
  run: (context: BrowserContextOf) =>
    withPage(
      context,
      async (page) => {
        await holdFonts(page);
        for (const address of pages) {
          await page.goto(context.address + address);
          await live(page);
          await page.waitForTimeout(HELD);
          await standsStillOn(page, `/${address}`);
        }
      },
      { viewport: { width, height } },
    ),
});

/** Nothing moves under a reader's eyes. */
export const shiftTests: readonly BrowserTest[] = [
  standsStill(375, 740, 'a page of each kind', PAGES),
  standsStill(1280, 800, 'a page of each kind', PAGES),
  standsStill(320, 740, 'the first question of each flow', QUESTIONS),
  standsStill(768, 1024, 'the first question of each flow', QUESTIONS),
  {
    name: 'nothing moves when a page with answers is loaded again',
    run: (context) =>
      withPage(context, async (page) => {
        await holdFonts(page);
        await begin(page, context.address);
        await answer(page, 'conduct', 'difficult');
        await answer(page, 'heat', 'warm');
        await page.reload();
        await live(page);
        await page.waitForTimeout(HELD);
        await standsStillOn(page, 'the result');
      }),
  },
];
