import type { Page } from 'playwright-core';
import { type BrowserTest, begin, heading, holds, live, same, withPage } from './harness.ts';

const chosen = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.querySelector<HTMLInputElement>('.asking input:checked')?.value ?? null);

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element instanceof HTMLInputElement ? element.value : (element?.textContent?.trim() ?? '');
  });

async function toQuestion(page: Page, address: string): Promise<void> {
  await begin(page, address, 'introduce');
}

/** The table of keys, tried in a browser. */
export const keyboardTests: readonly BrowserTest[] = [
  {
    name: 'letters and digits choose while the focus is in the form or on its heading, and nowhere else',
    run: (context) =>
      withPage(context, async (page) => {
        await toQuestion(page, context.address);
        const question = await heading(page);
        await page.keyboard.press('b');
        same(await chosen(page), null, 'with the focus on the page');
        await page.locator('.brand').focus();
        await page.keyboard.press('2');
        same(await chosen(page), null, 'with the focus on a link');
        const options = await page
          .locator('.asking input')
          .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
        await page.locator('h1').focus();
        await page.keyboard.press('b');
        same(await chosen(page), options[1], 'on the heading');
        await page.keyboard.press('1');
        same(await chosen(page), options[0], 'on a radio');
        await page.keyboard.press('Control+b');
        same(await chosen(page), options[0], 'with a modifier');
        await page.keyboard.press('z');
        same(await chosen(page), options[0], 'a letter that stands for no option');
        same(await heading(page), question, 'the question');
      }),
  },
  {
    name: 'arrows move and choose, nothing advances, Enter continues and Space on a summary opens it',
    run: (context) =>
      withPage(context, async (page) => {
        await toQuestion(page, context.address);
        const question = await heading(page);
        await page.locator('.asking input').first().focus();
        await page.keyboard.press('ArrowDown');
        const options = await page
          .locator('.asking input')
          .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
        same(await chosen(page), options[1], 'what an arrow chooses');
        await page.locator('details.why summary').first().focus();
        await page.keyboard.press('Enter');
        holds(
          await page
            .locator('details.why')
            .first()
            .evaluate((each) => (each as HTMLDetailsElement).open),
          'Enter on a summary opens it',
        );
        same(await heading(page), question, 'the question after all that');
        await page.locator('.asking input:checked').focus();
        await page.keyboard.press('Enter');
        await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, question);
      }),
  },
  {
    name: 'Esc closes an open disclosure, and never goes back; Backspace does nothing',
    run: (context) =>
      withPage(context, async (page) => {
        await toQuestion(page, context.address);
        await page.locator('h1').focus();
        await page.keyboard.press('a');
        await page.keyboard.press('Enter');
        await page.waitForSelector('form[data-question="fit"]');
        await page.locator('details.why summary').first().click();
        await page.keyboard.press('Escape');
        holds(
          !(await page
            .locator('details.why')
            .first()
            .evaluate((each) => (each as HTMLDetailsElement).open)),
          'Esc closes it',
        );
        same(await focused(page), 'Why we ask', 'what has the focus after Esc');
        for (const key of ['Escape', 'Backspace', 'Escape']) await page.keyboard.press(key);
        holds(await page.locator('form[data-question="fit"]').isVisible(), 'the question is still there');
      }),
  },
  {
    name: '? opens the list of keys, Esc closes it and the focus returns; the switch turns letters and ? off, for other tabs too',
    run: (context) =>
      withPage(context, async (page, browser) => {
        await toQuestion(page, context.address);
        const other = await browser.newPage();
        await toQuestion(other, context.address);
        await page.bringToFront();
        await page.locator('h1').focus();
        await page.keyboard.press('?');
        await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
        await page.keyboard.press('Escape');
        await page.locator('dialog').waitFor({ state: 'detached' });
        same(await focused(page), await heading(page), 'what has the focus');
        await page.keyboard.press('?');
        await page.getByRole('checkbox').uncheck();
        await page.getByRole('button', { name: 'Close' }).press('Enter');
        await page.locator('dialog').waitFor({ state: 'detached' });
        for (const tab of [page, other]) {
          await tab.bringToFront();
          await tab.locator('h1').focus();
          await tab.keyboard.press('a');
          await tab.keyboard.press('?');
          same(await chosen(tab), null, 'what a letter chooses');
          holds(!(await tab.locator('dialog').isVisible()), 'no list of keys');
          same(await tab.locator('.choice kbd').count(), 0, 'letters shown');
        }
        await page.reload();
        await live(page);
        same(await page.locator('.choice kbd').count(), 0, 'letters shown after a reload');
      }),
  },
  {
    name: 'Tab comes by the skip link first, goes through the page in order, and is never caught',
    run: (context) =>
      withPage(context, async (page) => {
        await toQuestion(page, context.address);
        const stops: string[] = [];
        for (let press = 0; press < 20; press++) {
          await page.keyboard.press('Tab');
          if (await page.evaluate(() => document.activeElement === document.body)) break;
          const stop = await focused(page);
          stops.push(stop);
        }
        same(stops[0], 'Skip to the content', 'the first stop');
        same(stops[1], 'Counterpoint: home', 'the second stop');
        same(stops.slice(-4), ['Sources', 'Privacy', 'Keyboard', 'Appearance'], 'the last stops');
        holds(stops.indexOf('Continue') > stops.indexOf('← Back'), 'Continue comes behind the options');
        await page.locator('.skip').focus();
        await page.keyboard.press('Enter');
        await page.keyboard.press('Tab');
        same(
          await page.evaluate(() => document.activeElement?.closest('main') !== null),
          true,
          'whether the skip link leads to the content',
        );
      }),
  },
  {
    name: 'a theme is there at the first paint after a reload, in the other tab at once, and a reset takes it back',
    run: (context) =>
      withPage(context, async (page, browser) => {
        await page.goto(context.address);
        await live(page);
        const other = await browser.newPage();
        await other.goto(`${context.address}about/`);
        await live(other);
        await page.bringToFront();
        await page.locator('footer').getByRole('link', { name: 'Appearance' }).click();
        await page.getByRole('radio', { name: 'Dark' }).check();
        await other.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
        // What every frame of the next page shows, from its first element on.
        await page.addInitScript(`
          window.themes = [];
          new MutationObserver(() => { if (document.body) window.themes.push(document.documentElement.dataset.theme ?? 'auto'); }).observe(document, { subtree: true, childList: true });
        `);
        await page.reload();
        await live(page);
        const themes = await page.evaluate(() => [...new Set((window as unknown as { themes: string[] }).themes)]);
        same(themes, ['dark'], 'the themes that were shown');
        await page.locator('footer').getByRole('link', { name: 'Appearance' }).click();
        await page.getByRole('button', { name: 'Set everything back' }).click();
        await other.waitForFunction(() => document.documentElement.dataset['theme'] === undefined);
        holds(await page.getByRole('radio', { name: /^Auto/ }).isChecked(), 'Auto is chosen again');
      }),
  },
];
