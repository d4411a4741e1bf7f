import { answer, answerAll, type BrowserTest, begin, heading, holds, live, same, withPage } from './harness.ts';

const DIFFICULT = ['conduct.difficult', 'heat.cooled', 'pattern.settled', 'talked.unchanged', 'stakes.partnership'];

/** From the home page to a result, and what a reader does with it. */
export const walkTests: readonly BrowserTest[] = [
  {
    name: 'leads from the home page through the questions to a result, with the address unchanged',
    run: (context) =>
      withPage(context, async (page) => {
        await page.goto(context.address);
        await page.getByRole('link', { name: /Someone at work has asked to connect/ }).click();
        await live(page);
        const before = page.url();
        await answerAll(page, [...DIFFICULT, 'meaning.contact']);
        same(page.url(), before, 'the address');
        same(await heading(page), 'Accept, with boundaries.', 'the result');
        holds((await page.title()).startsWith('Your result – '), 'the title tells that this is a result');
        const focused = await page.evaluate(() => document.activeElement?.tagName);
        same(focused, 'H1', 'what is focused after the page has turned');
      }),
  },
  {
    name: 'goes back with the browser and with the page, and shows the answer given',
    run: (context) =>
      withPage(context, async (page) => {
        await begin(page, context.address);
        await answerAll(page, ['conduct.difficult', 'heat.cooled']);
        await page.goBack();
        await page.waitForSelector('form[data-question="heat"]');
        holds(await page.locator('input[value="cooled"]').isChecked(), 'the answer given is shown after Back');
        await page.getByRole('button', { name: 'Back' }).click();
        await page.waitForSelector('form[data-question="conduct"]');
        holds(await page.locator('input[value="difficult"]').isChecked(), 'the first answer is shown');
        await page.goForward();
        await page.waitForSelector('form[data-question="heat"]');
      }),
  },
  {
    name: 'keeps the answers over a reload, without showing the first question again',
    run: (context) =>
      withPage(context, async (page) => {
        await begin(page, context.address);
        await answerAll(page, ['conduct.difficult', 'heat.cooled']);
        await page.addInitScript(() => {
          const seen = new Set<string>();
          Object.assign(window, { seen });
          new MutationObserver(() => {
            const hidden = document.documentElement.hasAttribute('data-restoring');
            const question = document.querySelector('#app form')?.getAttribute('data-question');
            if (!hidden && question) seen.add(question);
          }).observe(document, { subtree: true, childList: true, attributes: true });
        });
        await page.reload();
        await live(page);
        same(
          await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]),
          ['pattern'],
          'what was shown',
        );
        await answerAll(page, [...DIFFICULT.slice(2), 'meaning.contact']);
        await page.reload();
        await live(page);
        same(await heading(page), 'Accept, with boundaries.', 'the result after a reload');
      }),
  },
  {
    name: 'changes an early answer, asks only what is newly open, and returns to the result',
    run: (context) =>
      withPage(context, async (page) => {
        await begin(page, context.address);
        await answerAll(page, [...DIFFICULT, 'meaning.contact']);
        await page.getByRole('button', { name: /^Change ?: Have the two of you/ }).click();
        await page.waitForSelector('form[data-question="talked"]');
        holds(await page.locator('input[value="unchanged"]').isChecked(), 'the earlier answer is filled in');
        await answer(page, 'talked', 'not-yet');
        same(await heading(page), 'Talk first, then decide.', 'the changed result');
        await page.goBack();
        await page.goBack();
        await page.waitForFunction(() => document.querySelector('h1')?.textContent?.startsWith('Accept'));
      }),
  },
  {
    name: 'says what is missing when Continue is pressed with nothing chosen',
    run: (context) =>
      withPage(context, async (page) => {
        await begin(page, context.address, 'introduce');
        await page.getByRole('button', { name: 'Continue' }).click();
        holds(await page.getByText('Choose the answer that fits best.').isVisible(), 'the message is shown');
        same(await page.evaluate(() => document.activeElement?.getAttribute('type')), 'radio', 'what has the focus');
      }),
  },
  {
    name: 'is walked by keyboard alone, with letters and Enter',
    run: (context) =>
      withPage(context, async (page) => {
        await begin(page, context.address, 'introduce');
        await page.locator('h1').focus();
        for (const [key, question] of [
          ['a', 'vouch'],
          ['a', 'fit'],
          ['a', 'welcome'],
        ] as const) {
          await page.waitForSelector(`form[data-question="${question}"]`);
          await page.keyboard.press(key);
          await page.keyboard.press('Enter');
        }
        await page.waitForSelector('form[data-question]', { state: 'detached' });
        same(await heading(page), 'Introduce them.', 'the result');
      }),
  },
  {
    name: 'follows every option of an unknown answer, and says what the result depends on',
    run: (context) =>
      withPage(context, async (page) => {
        await begin(page, context.address);
        await answerAll(page, ['conduct.difficult', 'heat.dont-know', 'pattern.bad-days', 'talked.not-yet']);
        await page.waitForSelector('form[data-question]', { state: 'detached' });
        holds((await page.locator('main').innerText()).includes('Wait'), 'one way it may end is named');
      }),
  },
  {
    name: 'can be read without JavaScript, and never submits an answer',
    run: (context) =>
      withPage(
        context,
        async (page) => {
          await page.goto(`${context.address}accept-coworker/`);
          await page.locator('input[value="difficult"]').check();
          await page.getByRole('button', { name: 'Continue' }).click();
          same(page.url(), `${context.address}accept-coworker/`, 'the address');
          await page.goto(`${context.address}accept-coworker/map/`);
          await page.locator('main a[href$="/accept-coworker/ignore/"]').first().click();
          same(page.url(), `${context.address}accept-coworker/ignore/`, 'the verdict’s page');
          holds((await heading(page)).startsWith('Ignore'), 'the verdict is the heading');
        },
        { javaScriptEnabled: false },
      ),
  },
];
