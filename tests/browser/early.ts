import type { Page } from 'playwright-core';
import { questionOf } from '../../src/domain/answer.ts';
import { pathsOf } from '../../src/domain/paths.ts';
import { flows } from '../../src/flows/index.ts';
import { answer, type BrowserTest, holds, live, same, withPage } from './harness.ts';

/** Holds back every script file for four seconds at least, and until it is told to let them go. */
async function holdCode(page: Page): Promise<() => void> {
  let release: () => void = () => {};
  const told = new Promise<void>((done) => {
    release = done;
  });
  const held = Promise.all([told, new Promise((done) => setTimeout(done, 4000))]);
  await page.route('**/assets/*.js', async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

/** The questionnaire while its code is on the way: nothing pressed is lost, asked twice, or sent anywhere. */
export const earlyTests: readonly BrowserTest[] = [
  ...flows.map(
    (flow): BrowserTest => ({
      name: `answers before the code arrives: ${flow.id}`,
      run: (context) =>
        withPage(context, async (page) => {
          const path = [...pathsOf(flow)].sort((a, b) => b.trail.length - a.trail.length)[0];
          holds(path, 'the flow has a path');
          const requests: string[] = [];
          const letGo = await holdCode(page);
          page.on('request', (request) => requests.push(request.url()));
          await page.goto(`${context.address}${flow.id}/`, { waitUntil: 'domcontentloaded' });
          const asked: (string | null)[] = [];
          for (const given of path.trail.slice(0, -1)) {
            asked.push(await page.locator('.asking form').getAttribute('data-question'));
            await answer(page, questionOf(given), given.slice(given.indexOf('.') + 1));
          }
          same(asked, path.trail.slice(0, -1).map(questionOf), 'the questions asked');
          same(
            await page.evaluate(() => document.documentElement.dataset['live'] ?? 'no'),
            'no',
            'whether React is there',
          );
          // A choice that is not committed yet is kept when React takes over.
          const last = path.trail.at(-1) ?? '';
          const option = last.slice(last.indexOf('.') + 1);
          await page.locator(`.asking form input[value="${option}"]`).check();
          letGo();
          await live(page);
          holds(await page.locator(`.asking form input[value="${option}"]`).isChecked(), 'the choice is kept');
          same(page.url(), `${context.address}${flow.id}/`, 'the address');
          holds(
            requests.every((url) => !url.includes('=')),
            `no request carries an answer: ${requests.join(' ')}`,
          );
          await page.getByRole('button', { name: 'Continue' }).click();
          await page.waitForSelector('form[data-question]', { state: 'detached' });
          // Back goes through the questions answered early, too, each with its answer.
          for (const given of [...path.trail].reverse()) {
            await page.goBack();
            const [question = '', option = ''] = given.split('.');
            await page.waitForSelector(`form[data-question="${question}"] input[value="${option}"]:checked`);
          }
        }),
    }),
  ),
  {
    name: 'shows the result once the code arrives, where the last answer was given before',
    run: (context) =>
      withPage(context, async (page) => {
        const letGo = await holdCode(page);
        await page.goto(`${context.address}accept-coworker/`, { waitUntil: 'domcontentloaded' });
        await page.locator('input[value="harmful"]').check();
        await page.getByRole('button', { name: 'Continue' }).click();
        letGo();
        await live(page);
        await page.waitForSelector('form[data-question]', { state: 'detached' });
        holds((await page.title()).startsWith('Your result – '), 'the result is shown');
      }),
  },
  {
    name: 'shows the page again where the code never comes',
    run: (context) =>
      withPage(
        context,
        async (page) => {
          await page.goto(`${context.address}accept-coworker/`);
          await live(page);
          await answer(page, 'conduct', 'difficult');
          await page.route('**/assets/*.js', (route) => route.abort());
          await page.reload();
          await page.waitForSelector('form[data-question="heat"]', { state: 'visible', timeout: 7000 });
        },
        { allowed: /Failed to load resource|ERR_FAILED/ },
      ),
  },
];
