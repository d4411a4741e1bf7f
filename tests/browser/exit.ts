import type { BrowserContext, Page } from 'playwright-core';
import { NEUTRAL_PAGE } from '../../src/app/head/leaving.ts';
import { answer, answerAll, type BrowserTest, begin, holds, live, same, withPage } from './harness.ts';

/** Stands in for the neutral page, which is not of this site. */
async function neutral(context: BrowserContext): Promise<void> {
  await context.route(`${NEUTRAL_PAGE}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Neutral</h1>' }),
  );
}

/** Waits until the neutral page has come; the steps back on the way may end one navigation by the next. */
async function left(page: Page): Promise<void> {
  for (let waited = 0; !page.url().startsWith(NEUTRAL_PAGE); waited += 100) {
    holds(waited < 10_000, `the page is still ${page.url()}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

async function pressThrice(page: Page): Promise<void> {
  for (let press = 0; press < 3; press++) await page.keyboard.press('Escape');
  await left(page);
}

/** Goes back as far as the tab's history reaches, and fails where an entry of this site still holds an answer. */
async function holdsNoAnswers(page: Page, address: string): Promise<void> {
  for (let step = 0; step < 4; step++) {
    const left = await page.goBack({ waitUntil: 'commit' }).catch(() => null);
    if (left === null || !page.url().startsWith(address)) return;
    const state = await page.evaluate(() => JSON.stringify(history.state));
    holds(!/conduct|answers":\["/.test(state ?? ''), `an entry still holds ${state}`);
  }
}

/** A test that begins at the first question, and ends on the neutral page with no answer left behind. */
const leaving = (name: string, use: (page: Page, address: string) => Promise<void>): BrowserTest => ({
  name,
  run: (context) =>
    withPage(
      context,
      async (page, profile) => {
        await neutral(profile);
        await begin(page, context.address);
        await use(page, context.address);
        await holdsNoAnswers(page, context.address);
      },
      { leaves: NEUTRAL_PAGE },
    ),
});

/** The quick way out, where somebody in danger may be reading. */
export const exitTests: readonly BrowserTest[] = [
  leaving('leaves at once from a question that touches on harm, and takes its answers along', async (page) => {
    holds(await page.getByRole('link', { name: 'Leave this site now' }).isVisible(), 'the way out is there');
    await answer(page, 'conduct', 'difficult');
    same(await page.getByRole('link', { name: 'Leave this site now' }).count(), 0, 'the way out elsewhere');
    await page.getByRole('button', { name: 'Back' }).click();
    await page.waitForSelector('form[data-question="conduct"]');
    await pressThrice(page);
  }),
  leaving(
    'makes no entry of an anchor that it would not count: the skip link, pressed between answers, leaves nothing behind',
    async (page) => {
      const skip = async () => {
        await page.locator('a.skip').focus();
        await page.keyboard.press('Enter');
        same(await page.evaluate(() => [location.hash, document.activeElement?.id]), ['', 'main'], 'where it leads');
      };
      await skip();
      await answer(page, 'conduct', 'difficult');
      await skip();
      await answer(page, 'heat', 'cooled');
      await skip();
      same(await page.evaluate(() => history.state.depth), 2, 'how far the walk has come');
      await page.getByRole('button', { name: 'Back' }).click();
      await page.waitForSelector('form[data-question="heat"]');
      await page.getByRole('button', { name: 'Back' }).click();
      await page.waitForSelector('form[data-question="conduct"]');
      await pressThrice(page);
    },
  ),
  leaving('leaves from a result about harm', async (page) => {
    await answer(page, 'conduct', 'harmful');
    await page.getByRole('link', { name: 'Leave this site now' }).first().click();
    await left(page);
  }),
  leaving(
    'clears the walk that led to the page on safety, and Back from there goes on with it',
    async (page, address) => {
      await answerAll(page, ['conduct.difficult', 'heat.cooled']);
      await page.getByRole('link', { name: 'Feeling unsafe?' }).click();
      await page.waitForURL(`${address}safety/`);
      await live(page);
      await page.goBack();
      await page.waitForSelector('form[data-question="pattern"]');
      await live(page);
      await page.getByRole('link', { name: 'Feeling unsafe?' }).click();
      await page.waitForURL(`${address}safety/`);
      await live(page);
      await pressThrice(page);
    },
  ),
];
