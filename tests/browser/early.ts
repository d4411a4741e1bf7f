import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { questionOf } from '../../src/domain/answer.ts';
import { pathsOf } from '../../src/domain/paths.ts';
import { flows } from '../../src/flows/index.ts';
import { answer, type BrowserTest, begin, holds, live, same, withPage } from './harness.ts';

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

/** Serves one page in pieces, each sent when it is asked for, and nothing else. */
async function servePieces(pieces: readonly string[]): Promise<{
  readonly address: string;
  readonly send: () => void;
  readonly close: () => void;
}> {
  const left = [...pieces];
  let open: ServerResponse | undefined;
  const send = (): void => {
    open?.write(left.shift());
    if (left.length === 0) open?.end();
  };
  const server = createServer((request, response) => {
    if (request.url !== '/accept-coworker/') {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    open = response;
    send();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, send, close: () => server.close() };
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
    name: 'paints the first question before what stands around it, its fonts and its code',
    run: (context) =>
      withPage(context, async (page) => {
        await page.addInitScript(() => {
          const left = new Promise<number>((done) => {
            new MutationObserver(() => {
              if (document.documentElement.dataset['first'] === undefined) return;
              new MutationObserver(() => done(performance.now())).observe(document.documentElement, {
                attributeFilter: ['data-first'],
              });
            }).observe(document, { childList: true, subtree: true, attributes: true });
          });
          Object.assign(window, { left });
        });
        await page.goto(`${context.address}accept-coworker/`);
        await live(page);
        const shown = await page.evaluate(() => (window as unknown as { left: Promise<number> }).left);
        const times = await page.evaluate(() => ({
          painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
          asked: performance
            .getEntriesByType('resource')
            .filter(({ name }) => /\.(?:js|woff2)$/.test(name))
            .map(({ startTime }) => startTime),
        }));
        holds(shown > times.painted, `painted at ${times.painted}, then the rest shown: ${shown}`);
        holds(times.asked.length > 1, 'the page has asked for its fonts and its code');
        holds(Math.min(...times.asked) > times.painted, `painted at ${times.painted}, then asked: ${times.asked}`);
        await page.getByRole('heading', { name: 'The lean so far' }).waitFor();
      }),
  },
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
    name: 'commits a press once, and as soon as the next question is there, while the page itself is still on its way',
    run: async ({ browser, address }) => {
      const html = await (await fetch(`${address}accept-coworker/`)).text();
      const ends = [
        html.indexOf('<script type="application/json" id="routes">'),
        html.indexOf('data-question="heat"') + 60,
      ];
      const pieces = [html.slice(0, ends[0]), html.slice(ends[0], ends[1]), html.slice(ends[1], -20), html.slice(-20)];
      const served = await servePieces(pieces);
      const options = { allowed: /Failed to load resource/ };
      try {
        await withPage(
          { browser, address: served.address },
          async (page) => {
            const asked = () => page.locator('.asking form').getAttribute('data-question');
            const press = () => page.locator('.asking button[type="submit"]').click({ noWaitAfter: true });
            await page.goto(`${served.address}accept-coworker/`, { waitUntil: 'commit' });
            await page.locator('input[value="difficult"]').check();
            await press();
            same(await asked(), 'conduct', 'without the table of routes nothing turns');
            const isPainted = () => performance.getEntriesByName('first-contentful-paint').length > 0;
            await page.waitForFunction(isPainted, undefined, { polling: 50, timeout: 2000 });
            served.send();
            await page.waitForSelector('#routes', { state: 'attached' });
            await press();
            same(await asked(), 'conduct', 'half a question is not shown');
            served.send();
            await page.waitForSelector('template[data-question="talked"]', { state: 'attached' });
            await press();
            same(await asked(), 'heat', 'the next question is shown once it is there');
            same(await page.evaluate(() => document.readyState), 'loading', 'the page is still on its way');
            served.send();
            await page.waitForFunction(() => document.readyState === 'complete');
            same(await asked(), 'heat', 'the earlier presses of the same answer are not committed again');
            same(await page.evaluate(() => history.state.answers), ['conduct.difficult'], 'the answers');
          },
          options,
        );
      } finally {
        served.close();
      }
    },
  },
  {
    name: 'leaves a link to the code, one that was encoded once more too, whatever is pressed meanwhile',
    run: (context) =>
      withPage(context, async (page) => {
        const letGo = await holdCode(page);
        await page.goto(`${context.address}accept-coworker/#conduct%3Ddifficult%26heat%3Dwarm`, {
          waitUntil: 'domcontentloaded',
        });
        same(
          await page.evaluate(() => document.documentElement.dataset['restoring']),
          '',
          'the first question is hidden',
        );
        await page.evaluate(() => {
          document.querySelector<HTMLInputElement>('input[value="good"]')?.click();
          document.querySelector<HTMLFormElement>('.asking form')?.requestSubmit();
        });
        letGo();
        await live(page);
        await page.getByRole('heading', { name: 'Wait until it has cooled.' }).waitFor();
        same(await page.evaluate(() => location.hash), '', 'what is left in the address');
      }),
  },
  {
    name: 'keeps the walk where the skip link is pressed before the code arrives',
    run: (context) =>
      withPage(context, async (page) => {
        const letGo = await holdCode(page);
        await page.goto(`${context.address}accept-coworker/`, { waitUntil: 'domcontentloaded' });
        await answer(page, 'conduct', 'difficult');
        await page.locator('a.skip').focus();
        await page.keyboard.press('Enter');
        await answer(page, 'heat', 'cooled');
        same(await page.evaluate(() => history.state.answers), ['conduct.difficult', 'heat.cooled'], 'the answers');
        letGo();
        await live(page);
        await page.waitForSelector('form[data-question="pattern"]');
      }),
  },
  {
    name: 'says so where the code never comes, and keeps the answer that waits for it',
    run: (context) =>
      withPage(
        context,
        async (page) => {
          await page.route('**/assets/*.js', (route) => route.abort());
          await page.goto(`${context.address}accept-coworker/`);
          await page.getByText('The rest of this page did not arrive.').waitFor();
          await page.locator('input[value="harmful"]').check();
          await page.getByRole('button', { name: 'Continue' }).click();
          await page.unroute('**/assets/*.js');
          await page.getByRole('button', { name: 'Reload the page' }).click();
          await live(page);
          holds((await page.title()).startsWith('Your result – '), 'the result is shown after a reload');
        },
        { allowed: /Failed to load resource|ERR_FAILED/ },
      ),
  },
  {
    name: 'shows the page again where the code never comes',
    run: (context) =>
      withPage(
        context,
        async (page) => {
          await begin(page, context.address);
          await answer(page, 'conduct', 'difficult');
          await page.route('**/assets/*.js', (route) => route.abort());
          await page.reload();
          await page.waitForSelector('form[data-question="heat"]', { state: 'visible', timeout: 7000 });
        },
        { allowed: /Failed to load resource|ERR_FAILED/ },
      ),
  },
];
