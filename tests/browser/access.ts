import type { Page } from 'playwright-core';
import { axe, contrast, overflow, printedPages, targets, view } from '../access/checks.ts';
import { states } from '../access/states.ts';
import { answerAll, type BrowserTest, begin, holds, live, same, withPage } from './harness.ts';

const MOST_PAGES = 3;
const QUICK = { reducedMotion: 'reduce' } as const;

/** Records every sentence that a live region of the page comes to hold, from now on and after the page turns. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(`
    window.said = [];
    new MutationObserver((changes) => {
      const regions = new Set(changes.map(({ target }) => (target.nodeType === 1 ? target : target.parentElement)?.closest('[role=status], [role=alert], [aria-live]')));
      for (const region of regions) if (region && region.textContent.trim()) window.said.push(region.textContent.trim());
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  `);

const said = async (page: Page): Promise<readonly string[]> => {
  await page.waitForTimeout(300);
  return page.evaluate(() => {
    const window = globalThis as unknown as { said: string[] };
    const { said } = window;
    window.said = [];
    return said;
  });
};

/** What axe and the rest find on one page of each kind, and what is announced at each step. */
export const accessTests: readonly BrowserTest[] = [
  ...states
    .filter(({ isQuick }) => isQuick)
    .map(
      (state): BrowserTest => ({
        name: `is open to everybody: ${state.name}`,
        run: (context) =>
          withPage(
            context,
            async (page) => {
              await state.open(page, context.address);
              const faults: string[] = [];
              for (const how of [
                { width: 375, scheme: 'dark' },
                { width: 1280, scheme: 'light' },
              ] as const) {
                await view(page, how);
                faults.push(...(await axe(page)).faults, ...(await contrast(page)), ...(await targets(page)));
              }
              await view(page, { width: 320 });
              faults.push(...(await overflow(page)));
              same(faults, [], 'faults');
            },
            { ...QUICK, allowed: /404/ },
          ),
      }),
    ),
  {
    name: 'every kind of result prints on three pages at most',
    run: (context) =>
      withPage(
        context,
        async (page) => {
          for (const state of states.filter(({ isResult }) => isResult)) {
            const one = await page.context().newPage();
            await state.open(one, context.address);
            holds((await printedPages(one)) <= MOST_PAGES, `${state.name} prints on three pages at most`);
            await one.close();
          }
        },
        QUICK,
      ),
  },
  {
    name: 'a page that turns moves the focus to its heading and announces nothing beside',
    run: (context) =>
      withPage(
        context,
        async (page) => {
          await begin(page, context.address);
          await listen(page);
          await answerAll(page, ['conduct.good', 'culture.normal']);
          same(await page.evaluate(() => document.activeElement?.tagName), 'H1', 'what has the focus');
          await answerAll(page, ['exposure.fine']);
          same(
            await page.evaluate(() => document.activeElement?.textContent),
            'Accept the request.',
            'what has the focus',
          );
          same(await said(page), [], 'announcements');
        },
        QUICK,
      ),
  },
  {
    name: 'a changed recommendation is announced once; one that stays is not',
    run: (context) =>
      withPage(
        context,
        async (page) => {
          await begin(page, context.address);
          await answerAll(page, ['conduct.good', 'culture.normal', 'exposure.fine']);
          await listen(page);
          await page.getByRole('button', { name: /^Change ?: Is there anything/ }).click();
          await answerAll(page, ['exposure.private']);
          same(await said(page), ['The recommendation has changed: Leave it, and say why.'], 'announcements');
          await page.getByRole('button', { name: /^Change ?: Where you work/ }).click();
          await answerAll(page, ['culture.mixed']);
          same(await said(page), [], 'announcements where it stays');
        },
        QUICK,
      ),
  },
  {
    name: 'what is copied, and how marks add up, is said once each',
    run: (context) =>
      withPage(
        context,
        async (page) => {
          await begin(page, context.address);
          await answerAll(page, ['conduct.good', 'culture.normal', 'exposure.fine']);
          await listen(page);
          await page.getByRole('button', { name: 'Copy the words' }).first().click();
          same(await said(page), ['Copied.'], 'announcements of a copy');
          await page.goto(`${context.address}accept-coworker/views/`);
          await live(page);
          await listen(page);
          await page.locator('.weigh input').first().check();
          same((await said(page)).length, 1, 'how many announcements a mark makes');
        },
        { ...QUICK, permissions: ['clipboard-read', 'clipboard-write'] },
      ),
  },
];
