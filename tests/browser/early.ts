import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { NEUTRAL_PAGE } from '../../src/app/head/leaving.ts';
import { questionOf } from '../../src/domain/answer.ts';
import { pathsOf } from '../../src/domain/paths.ts';
import { flows } from '../../src/flows/index.ts';
import { answer, type BrowserTest, begin, heading, holds, live, same, withPage } from './harness.ts';

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

/** What a page may say whose code does not come, and where its reader goes. */
const LEAVING_WITHOUT_CODE = {
  allowed: /Failed to load resource|ERR_FAILED|Failed to fetch dynamically imported module/,
  leaves: NEUTRAL_PAGE,
};

/** Serves something in the place of the page to which a quick exit leads. */
const standInForNeutral = (profile: BrowserContext): Promise<unknown> =>
  profile.route(`${NEUTRAL_PAGE}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Neutral</h1>' }));

/** Waits until the reader has left, and throws if Back finds an answer. */
async function hasLeft(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Neutral' }).waitFor();
  await page.goBack({ waitUntil: 'commit' }).catch(() => null);
  const state = await page.evaluate(() => JSON.stringify(history.state) ?? '');
  holds(!state.includes('conduct'), 'no answer is left');
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
          holds(
            await page.locator('.lean-card').isHidden(),
            'the lean, which only the code counts, is not shown meanwhile',
          );
          // A choice that is not committed yet is kept when React takes over.
          const last = path.trail.at(-1) ?? '';
          const option = last.slice(last.indexOf('.') + 1);
          await page.locator(`.asking form input[value="${option}"]`).check();
          letGo();
          await live(page);
          holds(await page.locator(`.asking form input[value="${option}"]`).isChecked(), 'the choice is kept');
          holds(await page.locator('.lean-card').isVisible(), 'the lean is shown once it is counted');
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
    name: 'leaves a page that reads without its code as it is where that does not come, and a link opened over it works',
    run: (context) =>
      withPage(
        context,
        async (page) => {
          await page.route('**/assets/views-page-*.js', (route) => route.abort());
          await page.goto(`${context.address}accept-coworker/views/`);
          const title = await heading(page);
          await page.getByText('The rest of this page did not arrive.').waitFor();
          same(await heading(page), title, 'the heading');
          holds((await page.locator('main').innerText()).length > 2000, 'the views are there to be read');
          await page.getByRole('link', { name: 'Keyboard' }).click();
          await page.getByRole('dialog').waitFor();
          await page.unroute('**/assets/views-page-*.js');
          await page.evaluate(() => location.assign('#conduct=difficult'));
          await live(page);
          same(
            await page.evaluate(() => [history.state.answers, location.hash]),
            [['conduct.difficult'], ''],
            'the link',
          );
        },
        { allowed: /Failed to load resource|ERR_FAILED|Failed to fetch dynamically imported module/ },
      ),
  },
  {
    name: 'turns to no result that Back has overtaken',
    run: (context) =>
      withPage(context, async (page) => {
        await begin(page, context.address);
        await answer(page, 'conduct', 'difficult');
        for (const wait of [0, 1, 3, 5]) {
          await page.locator('input[value="warm"]').check();
          await page.evaluate(async (milliseconds) => {
            document.querySelector<HTMLFormElement>('form[data-question]')?.requestSubmit();
            if (milliseconds > 0) await new Promise((done) => setTimeout(done, milliseconds));
            const arrived = new Promise((done) => addEventListener('popstate', done, { once: true }));
            history.back();
            await arrived;
            // Long enough for whatever is still on its way.
            await new Promise((done) => setTimeout(done, 700));
          }, wait);
          same(await page.evaluate(() => history.state.answers), ['conduct.difficult'], 'the answers of the entry');
          same(await page.locator('form[data-question="heat"]').count(), 1, `the question after ${wait} ms`);
        }
      }),
  },
  {
    name: 'lets a question stand to which the reader has gone back from a link, when what reads links fails later',
    run: (context) =>
      withPage(
        context,
        async (page) => {
          let fail = (): void => {};
          const told = new Promise<void>((done) => {
            fail = done;
          });
          await page.route('**/assets/arrival-*.js', async (route) => {
            await told;
            await route.abort();
          });
          await begin(page, context.address);
          await answer(page, 'conduct', 'difficult');
          const asked = page.waitForRequest('**/assets/arrival-*.js');
          await page.evaluate(() => location.assign('#conduct=good'));
          await asked;
          await page.evaluate(() => history.back());
          await page.waitForFunction(() => location.hash === '');
          const failed = page.waitForEvent('requestfailed');
          fail();
          await failed;
          await new Promise((done) => setTimeout(done, 300));
          same(await page.locator('form[data-question="heat"]').count(), 1, 'the question');
          await answer(page, 'heat', 'cooled');
        },
        { allowed: /Failed to load resource|ERR_FAILED/ },
      ),
  },
  {
    name: 'lets no part that does not come hold up the others: the quick exit leaves, and the foot answers',
    run: (context) =>
      withPage(
        context,
        async (page, profile) => {
          await standInForNeutral(profile);
          await page.route('**/assets/quick-exit-*.js', (route) => route.abort());
          for (const leave of [
            () => page.getByRole('link', { name: 'Leave this site now' }).click({ noWaitAfter: true }),
            async () => {
              for (let press = 0; press < 3; press++) await page.keyboard.press('Escape');
            },
          ]) {
            await begin(page, context.address);
            await answer(page, 'conduct', 'difficult');
            await page.getByRole('link', { name: 'Feeling unsafe?' }).click();
            await page.waitForURL(`${context.address}safety/`);
            await page.getByRole('link', { name: 'Keyboard' }).click();
            await page.getByRole('dialog').waitFor();
            await page.getByRole('button', { name: 'Close' }).click();
            await leave();
            await hasLeft(page);
          }
        },
        LEAVING_WITHOUT_CODE,
      ),
  },
  {
    name: 'leaves from a question, and clears its answers, where the code never comes',
    run: (context) =>
      withPage(
        context,
        async (page, profile) => {
          await standInForNeutral(profile);
          await page.route('**/assets/flow-accept-coworker-*.js', (route) => route.abort());
          await page.goto(`${context.address}accept-coworker/`);
          await answer(page, 'conduct', 'difficult');
          await page.locator('#undelivered').waitFor();
          await page.goBack();
          await page.getByRole('link', { name: 'Leave this site now' }).click({ noWaitAfter: true });
          await hasLeft(page);
        },
        LEAVING_WITHOUT_CODE,
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
